"""Moving a problem between levels: what comes first, what must be supplied, and what stands in the way."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.core.calendar import local_day
from services.core.problem import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.ladder import Entry, Level, PriorStep, Transition
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model


@dataclass(frozen=True)
class MoveFacts:
    """What is supplied with a move: the recorded reason, and who has been involved.

    `by` are the roles of the one who decides; None where the caller does not say, and then it is not judged.
    """

    reason: str = ""
    leader_involved: bool = False
    parents_involved: bool = False
    next_coordinator: bool = False
    by: frozenset[str] | None = None


NOTHING = MoveFacts()


def starting_level(model: Model) -> int | None:
    """The level on which every effort starts as a rule: that of every child, else the first; None without levels."""
    everyone = (level.number for level in model.levels if level.everyone)
    return next(everyone, min((level.number for level in model.levels), default=None))


def anchored_in(model: Model, level: int | None, now: dt.datetime) -> tuple[Level, Reason] | None:
    """The level in which an effort on `level` stays anchored, and why; None where the model says nothing (RA-29)."""
    here = next((one for one in model.levels if one.number == level), None)
    if here is None or here.anchored_in is None:
        return None
    anchor = model.level(here.anchored_in)
    because = Why(model, local_day(now)).of(here, "anchored", f"levels/{level}/anchored_in", anchor.name)
    said = wording.anchored(anchor.label, anchor.name)
    if anchor.everyone and anchor.text:
        said = wording.together(said, anchor.text)
    return anchor, replace(because, text=said)


def may_open(model: Model, case: CaseFacts, level: int, now: dt.datetime, reason: str = "") -> Decision:
    """Whether a problem may begin on `level`: the first always, another as a skip with its reason (RA-02)."""
    start = starting_level(model)
    why = Why(model, local_day(now))
    if level == start or start is None or _past_all_steps(model, case.facts, level):
        return Decision(True)
    skips = model.skips
    because = why.of(skips, "skip", "skips", wording.SKIP)
    if not skips.allowed:
        return Decision(False, (because,))
    if skips.reason and not reason.strip():
        return Decision(False, (because,), needs=("reason",))
    return Decision(True, advice=(because,))


def may_move(
    model: Model,
    case: CaseFacts,
    problem: ProblemFacts,
    to_level: int,
    now: dt.datetime,
    supplied: MoveFacts = NOTHING,
) -> Decision:
    """Whether the problem may move to `to_level` now.

    Not allowed with `needs`: it is, once they are supplied (`reason`, `leader`, `parents`, `next_coordinator`,
    `entry`, `by`). Not allowed without: nothing supplied would change that.
    """
    why = Why(model, local_day(now))
    if to_level == problem.level:
        return Decision(False, (Reason("already_there", wording.ALREADY_THERE),))
    if all(level.number != to_level for level in model.levels):
        return Decision(False, (Reason("no_such_level", wording.NO_SUCH_LEVEL),))
    known = case.facts | problem.facts
    if _past_all_steps(model, known, to_level):
        return Decision(True, advice=tuple(_entry_reasons(model, to_level, why)))
    found = _Found()
    if anchored := anchored_in(model, to_level, now):
        found.advice.append(anchored[1])
    if not _entered(model, known, to_level):
        for because in _entry_reasons(model, to_level, why):
            found.need("entry", because)
    transition = way_to(model, problem, to_level)
    if transition is None:
        _judge_skip(model, problem, to_level, supplied, why, found)
    else:
        _judge_transition(transition, case, problem, supplied, why, found)
    return found.decision()


class _Found:
    """Collects what stands in the way, so that all of it is told at once."""

    def __init__(self) -> None:
        self.blocks: list[Reason] = []
        self.missing: list[Reason] = []
        self.advice: list[Reason] = []
        self.needs: list[str] = []

    def need(self, code: str, because: Reason) -> None:
        if code not in self.needs:
            self.needs.append(code)
        self.missing.append(because)

    def decision(self) -> Decision:
        stopped = (*self.blocks, *self.missing)
        needs = () if self.blocks else tuple(self.needs)
        return Decision(not stopped, stopped, tuple(self.advice), needs)


def _judge_skip(
    model: Model, problem: ProblemFacts, to_level: int, supplied: MoveFacts, why: Why, found: _Found
) -> None:
    because = why.of(model.skips, "skip", "skips", wording.SKIP)
    between = {level.number for level in model.levels if problem.level < level.number < to_level}
    if to_level > problem.level and not between:
        return
    if not model.skips.allowed:
        found.blocks.append(because)
    elif model.skips.reason and not supplied.reason.strip():
        found.need("reason", because)
    else:
        found.advice.append(because)


def _judge_transition(
    way: Transition, case: CaseFacts, problem: ProblemFacts, supplied: MoveFacts, why: Why, found: _Found
) -> None:
    path = f"transitions/{way.from_level}-{way.to_level}"
    because = why.of(way, "transition", path, way.text or wording.TRANSITION)
    if not holds(way.when, case, problem):
        found.blocks.append(because)
    if way.by and supplied.by is not None and supplied.by.isdisjoint(way.by):
        found.need("by", because)
    if way.leader_involved and not supplied.leader_involved:
        found.need("leader", because)
    if way.with_parents and not supplied.parents_involved:
        found.need("parents", because)
    if way.next_coordinator and not supplied.next_coordinator:
        found.need("next_coordinator", because)
    if way.decided_at and problem.meetings.isdisjoint(way.decided_at) and not supplied.reason.strip():
        found.need("reason", because)
    if way.reason and not supplied.reason.strip():
        found.need("reason", because)
    for index, step in enumerate(way.prior):
        _judge_prior(step, f"{path}/prior/{index}", case, problem, supplied, why, found)
    if not found.blocks and not found.missing:
        found.advice.append(because)


def _judge_prior(
    step: PriorStep,
    path: str,
    case: CaseFacts,
    problem: ProblemFacts,
    supplied: MoveFacts,
    why: Why,
    found: _Found,
) -> None:
    if taken(step, case, problem):
        return
    because = why.of(step, "prior_step", path, wording.PRIOR)
    if step.advised:
        found.advice.append(because)
    elif not step.as_a_rule:
        found.blocks.append(because)
    elif supplied.reason.strip():
        found.advice.append(because)
    else:
        found.need("reason", because)


def taken(step: PriorStep, case: CaseFacts, problem: ProblemFacts | None) -> bool:
    """Whether the prior step was taken: discussed on the level, any of the facts confirmed, the meeting held."""
    known = case.facts | (problem.facts if problem else frozenset())
    held = case.meetings | (problem.meetings if problem else frozenset())
    if step.level is not None and (problem is None or step.level not in problem.visited()):
        return False
    if step.facts_any and known.isdisjoint(step.facts_any):
        return False
    return not step.meeting or step.meeting in held


def way_to(model: Model, problem: ProblemFacts, to_level: int) -> Transition | None:
    """The model's own way from the problem's level to another in its track, or None: then it is a skip."""
    for way in model.transitions:
        ends = way.from_level == problem.level and way.to_level == to_level
        if ends and (not way.tracks or problem.track in way.tracks):
            return way
    return None


def _usable(entry: Entry, known: frozenset[str]) -> bool:
    return entry.fact in known and known.issuperset(entry.after)


def _entered(model: Model, known: frozenset[str], level: int) -> bool:
    entries = model.level(level).entries
    return not entries or any(_usable(entry, known) for entry in entries)


def _past_all_steps(model: Model, known: frozenset[str], level: int) -> bool:
    return any(entry.past_all_steps and _usable(entry, known) for entry in model.level(level).entries)


def _entry_reasons(model: Model, level: int, why: Why) -> Iterator[Reason]:
    for entry in model.level(level).entries:
        name = model.fact(entry.fact).name
        yield why.of(entry, "entry", f"levels/{level}/entries/{entry.fact}", name)


def may_call(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    now: dt.datetime,
    supplied: MoveFacts = NOTHING,
) -> tuple[Decision, int | None]:
    """Whether the problem's level and track let `meeting` be called, and the level that calling it enters.

    A type that belongs to higher levels can be called where the problem may move there: the meeting is the step.
    """
    why = Why(model, local_day(now))
    if not meeting.levels and not meeting.tracks:
        return Decision(True), None
    path = f"meetings/{meeting.key}"
    if problem is None:
        open_to_all = bool({"nobody_named", "group", "all_of_a_place"} & set(meeting.subjects))
        # Why the meeting is held is told beside it; what is missing is for this to say.
        because = why.of(meeting, "needs_problem", path, wording.NEEDS_PROBLEM)
        missing = wording.CHOOSE_PROBLEM if case.problems else wording.NEEDS_PROBLEM
        because = replace(because, text=missing)
        return Decision(open_to_all, () if open_to_all else (because,)), None
    if meeting.tracks and problem.track not in meeting.tracks:
        return Decision(False, (Reason("other_track", wording.OTHER_TRACK, model_path=path),)), None
    if not meeting.levels or problem.level in meeting.levels:
        return Decision(True), None
    higher = sorted(level for level in meeting.levels if level > problem.level)
    if not higher:
        return Decision(False, (Reason("lower_level", wording.LOWER_LEVEL, meeting.rule, (), path),)), None
    return may_move(model, case, problem, higher[0], now, supplied), higher[0]
