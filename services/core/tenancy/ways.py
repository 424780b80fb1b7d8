"""Ways that lead nowhere: levels nobody reaches or leaves, meetings that never end, steps that wait for each other."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.meetings import Effect, MeetingType
from services.core.tenancy.model import Model

_UNREACHABLE = Mistake(
    "unreachable_level",
    "ingen vej fører til niveau {label} fra det første niveau",
    "no way leads to level {label} from the first level",
)
_NO_WAY_ON = Mistake(
    "dead_end", "ingen vej fører videre fra niveau {label}", "no way leads on from level {label}"
)
_NOWHERE = Mistake(
    "dead_end",
    "vejen fører fra niveau {label} til det samme niveau",
    "the way leads from level {label} to the same level",
)
_NO_OUTCOME = Mistake(
    "dead_end",
    "mødet har intet udfald ([[outcomes]]), så det kan aldrig afsluttes",
    "the meeting has no outcome ([[outcomes]]), so it can never be concluded",
)
_ENDLESS = Mistake(
    "circular",
    "alle udfald fører til et nyt møde, og ingen af de møder kan afsluttes: {chain}",
    "every outcome leads to another meeting, and none of these can be concluded: {chain}",
)
_WAITING = Mistake(
    "circular",
    "møderne venter på hinanden, så ingen af dem kan holdes: {chain}",
    "the meetings wait for each other, so none of them can be held: {chain}",
)
_NEITHER = Mistake(
    "circular",
    "'{one}' og '{other}' peger på hinanden i samme tilfælde, så ingen af dem er den rigtige type",
    "'{one}' and '{other}' point at each other in the same case, so neither is the right type",
)
_ANCHORED = Mistake(
    "circular",
    "niveauerne er forankret i hinanden: {chain}",
    "the levels are anchored in each other: {chain}",
)
_NO_LEVEL = Mistake("incomplete", "udfaldet flytter niveau, men 'level' mangler", "a move names no 'level'")
_NO_MEETING = Mistake(
    "incomplete", "udfaldet fører til et møde, men 'meeting' mangler", "a call names no 'meeting'"
)

K = TypeVar("K", str, int)

_LEADS_ON = {Effect.CALL, Effect.FOLLOW_UP}


def lost_levels(model: Model) -> Iterator[Remark]:
    """Levels that nobody reaches or leaves, at their place in the list."""
    if not model.levels:
        return
    reached = {min(level.number for level in model.levels)}
    reached |= {level.number for level in model.levels if level.entries}
    while more := {way.to_level for way in model.transitions if way.from_level in reached} - reached:
        reached |= more
    left = {way.from_level for way in model.transitions if way.from_level != way.to_level}
    for index, level in enumerate(model.levels):
        if level.number not in reached:
            yield _UNREACHABLE.at("levels", index, label=level.label)
        if level.number not in left and len(model.levels) > 1:
            yield _NO_WAY_ON.at("levels", index, label=level.label)
        anchored = {
            one.number: set() if one.anchored_in is None else {one.anchored_in} for one in model.levels
        }
        if chain := _circle(level.number, anchored):
            yield _ANCHORED.at("levels", index, "anchored_in", chain=chain)


def lost_ways(model: Model) -> Iterator[Remark]:
    """Ways between levels that go nowhere."""
    label = {level.number: level.label for level in model.levels}
    for index, way in enumerate(model.transitions):
        if way.from_level == way.to_level:
            yield _NOWHERE.at("transitions", index, label=label.get(way.from_level, way.from_level))


def chain(model: Model, meeting: MeetingType) -> Iterator[Remark]:
    """What is wrong with where the meeting leads, and with what it waits for."""
    if not meeting.outcomes:
        yield _NO_OUTCOME.at("outcomes")
    for index, outcome in enumerate(meeting.outcomes):
        lead, path = outcome.leads_to, ("outcomes", index, "leads_to")
        if lead.effect is Effect.MOVE and lead.level is None:
            yield _NO_LEVEL.at(*path)
        if lead.effect is Effect.CALL and not lead.meeting:
            yield _NO_MEETING.at(*path)
    if meeting.outcomes and meeting.key not in _ending(model):
        yield _ENDLESS.at("outcomes", chain=" → ".join(_onward(model, meeting)))
    waits = {
        one.key: {step.meeting for step in one.prior if step.meeting and not (step.as_a_rule or step.advised)}
        for one in model.meetings
    }
    if said := _circle(meeting.key, waits):
        yield _WAITING.at("prior", chain=said)
    yield from _neither(model, meeting)


def _ending(model: Model) -> set[str]:
    """The types from which some chain of outcomes comes to an end."""
    ends = {
        one.key
        for one in model.meetings
        if any(outcome.leads_to.effect not in _LEADS_ON for outcome in one.outcomes)
    }
    while more := {
        one.key for one in model.meetings if one.key not in ends and ends.intersection(_leads(one))
    }:
        ends |= more
    return ends


def _leads(meeting: MeetingType) -> tuple[str, ...]:
    again = meeting.follow_up.meeting if meeting.follow_up and meeting.follow_up.meeting else meeting.key
    return tuple(
        one.leads_to.meeting or again for one in meeting.outcomes if one.leads_to.effect in _LEADS_ON
    )


def _onward(model: Model, meeting: MeetingType) -> list[str]:
    """The chain of first outcomes from a meeting, up to where it comes round."""
    known = {one.key: one for one in model.meetings}
    seen: list[str] = []
    key = meeting.key
    while key in known and key not in seen:
        seen.append(key)
        key = next(iter(_leads(known[key])), "")
    return [*seen, key]


def _circle(start: K, follows: Mapping[K, set[K]]) -> str:
    """The way from `start` back to itself, in words; '' where there is none."""
    came: dict[K, K] = {}
    heads = [start]
    while heads:
        here = heads.pop(0)
        for step in sorted(follows.get(here, set())):
            if step in came:
                continue
            came[step] = here
            if step == start:
                return _said_way(start, came)
            heads.append(step)
    return ""


def _said_way(end: K, came: Mapping[K, K]) -> str:
    words: list[str] = [str(end)]
    here: K = came[end]
    while here != end:
        words.append(str(here))
        here = came[here]
    return " → ".join(reversed([*words, str(end)]))


def _neither(model: Model, meeting: MeetingType) -> Iterator[Remark]:
    rule = meeting.decided_by
    other = next((one for one in model.meetings if rule and one.key == rule.otherwise), None)
    back = other.decided_by if other else None
    if rule is None or other is None or back is None or back.otherwise != meeting.key:
        return
    if set(rule.roles) == set(back.roles) and rule.present == back.present:
        yield _NEITHER.at("decided_by", one=meeting.key, other=other.key)
