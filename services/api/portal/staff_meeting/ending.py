"""How a meeting ends: what is in place, what every outcome lacks, and how its form was before."""

from collections.abc import Iterable

from services.api.portal.options import Row


def missing(rows: Iterable[Row]) -> list[Row]:
    """What every one of these outcomes lacks; an outcome's first reason is why it leads where it does."""
    lacks = [{(reason["text"], reason["rule"]): reason for reason in row["reasons"][1:]} for row in rows]
    return (
        [reason for said, reason in lacks[0].items() if all(said in other for other in lacks)]
        if lacks
        else []
    )


def always_followed_up(rows: Iterable[Row]) -> bool:
    """Whether every one of these outcomes has a day by which there must be a follow-up."""
    return all(row["proposed"] for row in rows)


def before_the_end(
    meeting: Row, form: str, child: str, parents: str, agreements: str
) -> list[tuple[str, bool, str]]:
    """What a meeting mostly has when it ends: the part of the page, whether it is there, and in words."""
    said = {one["whose"] for one in meeting["perspectives"]}
    lines = [("form", bool(meeting["form"]["completedAt"]), form)] if meeting["form"] else []
    return [
        *lines,
        ("perspectives", "CHILD" in said, child),
        ("perspectives", "PARENT" in said, parents),
        ("agreements", bool(meeting["agreements"]) and not lacks_agreements(meeting), agreements),
    ]


def lacks_agreements(meeting: Row) -> bool:
    """Whether an outcome waits for the agreements to be noted as the model wants them."""
    return any("agreement" in row["needs"] for row in meeting["outcomes"] or ())


def before(form: Row) -> int:
    """The filling that a form had before its last one; 1 where there was none: empty."""
    fillings = form["fillings"] or []
    return int(fillings[1]["version"]) if len(fillings) > 1 else 1
