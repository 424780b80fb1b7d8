"""What forms let a person choose from, made from what GraphQL answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from services.api.portal.formats import local

Row = Mapping[str, Any]
Pairs = list[tuple[str, str]]
Choices = list[tuple[str, str, str]]

WITH_CONCLUDING: Final = frozenset({"reason", "next_meeting"})
"""What an outcome may lack until the form that concludes the meeting is sent."""


@dataclass(frozen=True)
class Planned:
    """The numbered roles of a plan, by what there is to decide about each."""

    come: list[tuple[int, Row]]
    choose: list[tuple[int, Row]]
    network: list[tuple[int, Row]]
    others: list[tuple[int, Row]]

    @property
    def may_be_left_out(self) -> list[tuple[int, Row]]:
        """Those to choose whom the model lets be left out, mostly with a reason."""
        return [(n, role) for n, role in self.choose if role["mayLeaveOut"] or role["leaveOutReason"]]


def staff(rows: Iterable[Row]) -> Pairs:
    """Colleagues."""
    return [(row["id"], _with(row["name"], row["profession"])) for row in rows]


def people(rows: Iterable[Row]) -> Choices:
    """Colleagues, to tick."""
    return [(row["id"], _with(row["name"], row["profession"]), "") for row in rows]


def without(rows: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    """What is not among the others."""
    known = list(others)
    return [row for row in rows if row not in known]


def purposes(standings: Iterable[Row]) -> Pairs:
    """What can be consented to."""
    return [(one["purpose"], one["name"]) for one in standings]


def purpose_name(standings: Iterable[Row], purpose: str) -> str:
    """A purpose in words."""
    return next((str(one["name"]) for one in standings if one["purpose"] == purpose), purpose)


def givers(standings: Iterable[Row]) -> Pairs:
    """Everyone who answers for some purpose, each once."""
    return list(
        dict.fromkeys(
            (str(giver["personId"]), str(giver["name"] or "")) for one in standings for giver in one["givers"]
        )
    )


def tracks(rows: Iterable[Row]) -> Pairs:
    """The tracks a problem can stand in."""
    return [(track["key"], track["name"]) for track in rows]


def places(rows: Iterable[Row]) -> Pairs:
    """The places of a problem's thread."""
    return [(row["place"], row["name"]) for row in rows]


def points(rows: Iterable[Row]) -> Choices:
    """What a process throws light on, to tick."""
    return [(str(row["number"]), row["name"], "") for row in rows]


def numbers(highest: int) -> Pairs:
    """The levels there are."""
    return [(str(level), str(level)) for level in range(1, highest + 1)]


def levels(steps: Iterable[Row]) -> Pairs:
    """The levels a problem may be moved to."""
    return [(str(step["level"]), str(step["level"])) for step in steps]


def participants(rows: Iterable[Row]) -> Choices:
    """The participants of a meeting, to tick."""
    return [(row["id"], _with(row["name"] or "", row["roleName"]), "") for row in rows]


def receivers(meeting: Row) -> Pairs:
    """Who comes to a meeting and sees no more of the case by that: professionals but those who run it."""
    runs = {one["id"] for one in (meeting["convener"], meeting["chair"]) if one}
    there = [row for row in meeting["participants"] if row["staffId"] and not row["leftOut"]]
    return [
        (row["id"], _with(row["name"] or "", row["roleName"]))
        for row in there
        if row["staffId"] not in runs and not row["viewerIs"]
    ]


def shareable(rows: Iterable[Row], but: str, kinds: Mapping[str, str]) -> Pairs:
    """What can be shared, but for the meeting itself; the value is kind and id, ``kinds`` the words for each kind."""
    return [
        (f"{row['kind']}:{row['id']}", f"{kinds[row['kind']]}: {row['what']}")
        for row in rows
        if row["id"] != but
    ]


def grounds(rows: Iterable[Row]) -> Pairs:
    """On what ground something is shared; the value says whether it is a consent or the law."""
    return [
        (f"consent:{row['consentPurpose']}" if row["consentPurpose"] else f"law:{row['law']}", row["name"])
        for row in rows
    ]


def participant_pairs(rows: Iterable[Row]) -> Pairs:
    """The participants of a meeting, to choose one."""
    return [(row["id"], _with(row["name"] or "", row["roleName"])) for row in rows]


def coming(rows: Iterable[Row]) -> list[str]:
    """The ids of those who said that they come: ticked from the start."""
    return [row["id"] for row in rows if row["answer"] == "COMING"]


def form_values(field: Row) -> Pairs:
    """What a choice or a scale of a meeting's form can be."""
    return [(option["value"], option["label"]) for option in field["options"] or ()]


def outcomes(rows: Iterable[Row]) -> Choices:
    """The outcomes that are possible, each with its reasons beside it."""
    return [
        (
            row["key"],
            row["text"],
            " ".join(dict.fromkeys(r["text"] for r in row["reasons"] if r["text"] != row["text"])),
        )
        for row in rows
    ]


def _with(name: str, more: str | None) -> str:
    if not name:
        return more or ""
    return f"{name} ({more})" if more else name


def meeting_types(rows: Iterable[Row]) -> Choices:
    """The meetings that may be called now, each with its reasons."""
    return [(row["type"], row["typeName"], " ".join(r["text"] for r in row["reasons"])) for row in rows]


def open_problems(rows: Iterable[Row]) -> list[Row]:
    """A child's open problems."""
    return [row for row in rows if row["status"] == "OPEN"]


def planned(rows: Iterable[Row], capacity: str) -> Planned:
    """The roles of a plan, numbered from 1: who comes of themselves, whom to choose, who else may come."""
    found = Planned([], [], [], [])
    for number, row in enumerate(rows, start=1):
        if row["kind"] in {"child", "custody_holder"} and row["invited"]:
            found.come.append((number, row))
        elif (
            row["invited"]
            and row["kind"] != "network"
            and not (row["kind"] == "leader" and capacity == "LEADER")
        ):
            found.choose.append((number, row))
        elif row["kind"] == "leader" and row["invited"]:
            # The leader who calls is the leader who comes, unless another is chosen.
            found.come.append((number, row))
        elif row["kind"] == "network" and row["invited"]:
            found.network.append((number, row))
        else:
            found.others.append((number, row))
    return found


def conveners(rows: Iterable[Row]) -> list[str]:
    """Who else can call the meetings that may be called now, in words."""
    return list(dict.fromkeys(who for row in rows if row["allowed"] for who in row["convenedBy"]))


def opened_only(emergencies: Row, child: Row, capacity: str) -> list[Row]:
    """The emergencies by which alone the viewer sees the child: they read, and write an underretning; nothing else."""
    if capacity == "LEADER" or child["mayRecord"]:
        return []
    found = [edge["node"] for edge in emergencies["edges"]]
    return [one for one in found if one["open"] and one["childId"] == child["id"]]


def colleagues(rows: Iterable[Row]) -> Pairs:
    """Professionals, each with their profession."""
    return [(row["id"], _with(row["name"], row["profession"])) for row in rows]


def steps(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The next steps that stand in the open, and those that are folded away.

    In the open: the duty to notify, and what the model points to; where it points to nothing, all that may be done.
    """
    known = list(rows)
    advised = any(row["advised"] for row in known)
    first = [
        row for row in known if row["kind"] == "NOTIFY" or row["advised"] or (not advised and row["allowed"])
    ]
    return first, sorted(without(known, first), key=lambda row: not row["allowed"])


def belonging(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """The problems that something new can belong to."""
    return [(row["id"], row["title"]) for row in open_problems(rows)]


def districts(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """The districts of the municipality."""
    return [(row["key"], row["name"]) for row in rows]


def concludable(rows: Iterable[Row]) -> list[Row]:
    """The outcomes that lack nothing but what is filled in when a meeting is concluded."""
    return [row for row in rows if row["allowed"] or set(row["needs"]) <= WITH_CONCLUDING]


def proposed(rows: Iterable[Row]) -> list[str]:
    """The days that the model proposes for a follow-up, whichever of these outcomes it is; the best first."""
    return list(dict.fromkeys(at for row in rows for at in row["proposed"]))


def facts(rows: Iterable[Row]) -> Choices:
    """What can be confirmed about a problem, in the model's words."""
    return [(row["key"], row["name"], "") for row in rows]


def discussed(rows: Iterable[Row]) -> Choices:
    """The levels at which a problem may have been discussed without a name."""
    return [(str(row["level"]), f"{row['level']} – {row['name']}", "") for row in rows]


def on(rows: Iterable[Row], key: str, flag: str) -> list[str]:
    """What of these is ticked from the start."""
    return [str(row[key]) for row in rows if row[flag]]


def named(rows: Iterable[Row]) -> Pairs:
    """Parts of the model, by name."""
    return [(row["key"], row["name"]) for row in rows]


def titled(rows: Iterable[Row]) -> Pairs:
    """Problems, by title."""
    return [(row["id"], row["title"]) for row in rows]


def choosable(rows: Iterable[Row]) -> Choices:
    """Parts of the model, to tick."""
    return [(row["key"], row["text"], "") for row in rows]


def preparations(rows: Iterable[Row]) -> Choices:
    """What can be prepared, each with the ways in which it is done."""
    return [(row["key"], row["text"], ", ".join(row["ways"])) for row in rows]


def must_agree(rows: Iterable[Row]) -> list[Row]:
    """The roles that must say yes before some of these come, each once."""
    found = {one["key"]: one for row in rows for one in row["agreedBy"]}
    return list(found.values())


def able(rows: Iterable[Row], roles: Iterable[Row]) -> list[Row]:
    """The colleagues who can come in one of these roles, each once."""
    keys = {role["key"] for role in roles}
    found = {one["id"]: one for row in rows if row["role"] in keys for one in row["candidates"]}
    return list(found.values())


def invitable(roles: Iterable[Row], there: Iterable[Row]) -> Pairs:
    """Who can come in which role, as ``role:person``; one of the family's network is only a role."""
    known = {one["staffId"] for one in there if one["staffId"]}
    found: Pairs = []
    for role in roles:
        if role["kind"] == "network":
            found.append((role["role"], role["roleName"]))
        found += [
            (f"{role['role']}:{one['id']}", f"{one['name']} ({role['roleName']})")
            for one in role["candidates"]
            if one["id"] not in known
        ]
    return found


def to_be_ready(rows: Iterable[Row]) -> Choices:
    """What the meeting waits for, to tick."""
    return [(row["key"], row["text"], "") for row in rows if row["wanted"]]


def there(rows: Iterable[Row]) -> list[str]:
    """The keys of what is there already: ticked from the start."""
    return [row["key"] for row in rows if row["there"]]


def chairs(rows: Iterable[Row]) -> Pairs:
    """The professionals of a circle who could lead its meeting."""
    return [(row["staffId"], _with(row["name"], row["roleName"])) for row in rows if row["staffId"]]


def withdrawable(rows: Iterable[Row], convener: Row | None, chair: Row | None) -> list[Row]:
    """Whose invitation can be taken back: never the family's, the convener's or the chair's."""
    leads = {one["id"] for one in (convener, chair) if one}
    return [row for row in rows if row["kind"] not in {"child", "parent"} and row["staffId"] not in leads]


def services(rows: Iterable[Row]) -> Choices:
    """Services of the model, to tick."""
    return [(row["key"], row["name"], "") for row in rows]


def units(rows: Iterable[Row]) -> Pairs:
    """Places of the municipality."""
    return [(row["id"], row["name"]) for row in rows]


def others(rows: Iterable[Row], viewer: Row) -> list[Row]:
    """Colleagues but the viewer, who comes anyway."""
    return [row for row in rows if row["id"] != viewer["person"]["id"]]


def days(moments: Iterable[str]) -> str:
    """Days as people write them, one a line."""
    return "\n".join(f"{at.day}.{at.month}.{at.year}" for at in map(local, moments))


def languages(offered: Iterable[str], names: Mapping[str, str]) -> Pairs:
    """The languages of a municipality, each by its own name."""
    return [(code, names.get(code, code)) for code in offered]


def in_series(rows: Iterable[Row]) -> list[Row]:
    """Meetings about nobody named by place and type, each with its dates."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        if row["unit"]:
            known = found.setdefault((row["unit"]["id"], row["type"]), {**row, "dates": []})
            known["dates"].append(row)
    return list(found.values())


def seated(rows: Iterable[Row], viewer: Row) -> Pairs:
    """Who is invited to any of these meetings, each once; not the viewer."""
    people = (who for row in rows for who in row["participants"])
    there = (who for who in people if who["personId"] and not who["withdrawn"] and not who["leftOut"])
    return list(
        dict.fromkeys(
            (who["personId"], str(who["name"])) for who in there if who["personId"] != viewer["person"]["id"]
        )
    )


def address(**given: str | None) -> str:
    """What the address says beside the path; what is not chosen is left out."""
    chosen = urlencode({name: value for name, value in given.items() if value})
    return f"?{chosen}" if chosen else ""
