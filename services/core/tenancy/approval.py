"""When a new version of the model may apply, and what each version is on a day: a function of what stands in the rows.

A version is proposed by its author. Once enough others have approved exactly what it says it is adopted: it applies
from a day on, the day of the last approval at the earliest. Of the adopted versions whose day has come the one with
the highest number is in force, so nothing need run at midnight. A newer adopted version overtakes the older ones that
still wait.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model

OPERATOR = "operator"
"""The author of what the operator's command proposes. Nobody in the portal is the operator."""

_TWO = Text(
    "En ny version gælder først, når en anden end den, der har skrevet den, har godkendt den.",
    "A new version applies only once somebody other than its author has approved it.",
)


class Verdict(StrEnum):
    """What can be said of a proposed version. A rejection or withdrawal is final."""

    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class VersionState(StrEnum):
    """What a version is on a day. ``APPROVED``: adopted, and its day is still to come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    PAST = "past"
    OVERTAKEN = "overtaken"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Standing:
    """A version as far as its state goes. ``applies_from`` is a Copenhagen day; None: not adopted."""

    number: int
    applies_from: date | None = None
    verdicts: frozenset[Verdict] = frozenset()


def in_force(versions: Iterable[Standing], day: date) -> int | None:
    """The number of the version that applies on `day`; None before the first."""
    come = (one.number for one in versions if one.applies_from is not None and one.applies_from <= day)
    return max(come, default=None)


def states(versions: Sequence[Standing], day: date) -> dict[int, VersionState]:
    """What each version is on `day`, by number."""
    applies = in_force(versions, day)
    newest = max((one.number for one in versions if one.applies_from is not None), default=0)
    return {one.number: _state(one, versions, applies, newest, day) for one in versions}


def _state(
    one: Standing, versions: Sequence[Standing], applies: int | None, newest: int, day: date
) -> VersionState:
    if one.number == applies:
        return VersionState.IN_FORCE
    if one.applies_from is not None:
        if one.applies_from <= day:
            return VersionState.PAST
        never = any(
            newer.number > one.number
            and newer.applies_from is not None
            and newer.applies_from <= one.applies_from
            for newer in versions
        )
        return VersionState.OVERTAKEN if never else VersionState.APPROVED
    for verdict, state in (
        (Verdict.REJECTED, VersionState.REJECTED),
        (Verdict.WITHDRAWN, VersionState.WITHDRAWN),
    ):
        if verdict in one.verdicts:
            return state
    return VersionState.OVERTAKEN if one.number < newest else VersionState.PROPOSED


def day_of_effect(today: date, *asked: date | None) -> date:
    """The Copenhagen day from which an adopted version applies: never in the past, and no sooner than any asked for."""
    return max([today, *(day for day in asked if day is not None)])


def may_take_effect(current: Model, author: str, approved_by: Iterable[str]) -> Decision:
    """Whether a version may apply. The rule is that of the version in force, so that no version loosens its own."""
    rule = current.versions
    if rule is None or approvals_missing(current, author, approved_by) == 0:
        return Decision(True)
    return Decision(
        False, (Reason("approval", rule.why or _TWO, rule.rule, rule.also, "versions"),), needs=("approval",)
    )


def approvals_missing(current: Model, author: str, approved_by: Iterable[str]) -> int:
    """How many others than the author must still approve. Nobody counts twice, and the author not at all."""
    rule = current.versions
    return 0 if rule is None else max(0, rule.approvals - len(set(approved_by) - {author}))
