"""Open and close a child's casework, and gather what the rules must know about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store
from services.core.casework.events import CaseworkClosed
from services.core.casework.store import CaseworkRow
from services.core.casework.terms import settle_terms
from services.core.casework.work import facts_of_work
from services.core.db.tx import ReadTx, WriteTx
from services.core.deadline import store as deadlines
from services.core.deadline.rules import REASSESS
from services.core.dossier.service import open_dossier
from services.core.errors import ErrorCode, UserError, conflict, not_found
from services.core.identity import Capacity, PersonId
from services.core.meeting import store as meetings
from services.core.offer import store as offers
from services.core.person import colleagues, reading
from services.core.person.departures import departures_of
from services.core.person.reading import Child
from services.core.person.rules import pregnancy_week, self_access_from
from services.core.problem import store as problems
from services.core.problem.store import ProblemRow
from services.core.tenancy.facts import CaseFacts, LastDone, LevelStep, ProblemFacts
from services.core.tenancy.model import Model, effective_model
from services.core.tenancy.service import current_model, model_version
from services.core.unit.store import Unit, district_of, units

CASEWORKERS = frozenset({Capacity.PROFESSIONAL, Capacity.LEADER, Capacity.ADVISER})
"""Capacities in which one may work on a child's case."""


@dataclass(frozen=True, slots=True)
class Case:
    """A child, its casework if one is open, the model that governs it, and the facts the rules need."""

    child: Child
    casework: CaseworkRow | None
    model: Model
    model_version: UUID
    facts: CaseFacts

    def facts_of(self, problem_id: UUID | None) -> ProblemFacts | None:
        """The facts of one of its problems; None for none, or one of a casework that is closed."""
        return next((known for known in self.facts.problems if known.id == str(problem_id)), None)

    def facts_asked(self, problem_id: UUID | None) -> ProblemFacts | None:
        """The same for a problem that someone names: NOT_FOUND where it is none of this case."""
        found = self.facts_of(problem_id)
        if problem_id is not None and found is None:
            raise not_found()
        return found


def require_caseworker(tx: ReadTx) -> PersonId:
    """The professional who acts; FORBIDDEN for a family, a DPO or an administrator."""
    if tx.actor.capacity not in CASEWORKERS:
        raise UserError(ErrorCode.FORBIDDEN)
    return tx.actor.known_person


async def require_part(tx: ReadTx, case: Case) -> PersonId:
    """The actor, if they have a lasting part in the case; FORBIDDEN for one who is only invited to a meeting.

    Seeing a case is not enough to decide in it: what is decided hands out access, for who holds a thread sees the
    child for as long as they hold it. A part have the leader of the unit, those in a standing relation to the child,
    who holds the thread of an open problem, and who convenes or chairs a meeting.
    """
    actor = require_caseworker(tx)
    if tx.actor.capacity is Capacity.LEADER:  # the unit's wall has shown the child
        return actor
    dossier = case.casework.dossier_id if case.casework else None
    part = await tx.one(store.PART_OF_ACTOR, child_id=case.child.id, dossier=dossier)
    if part is None or not part.lasting:
        raise UserError(ErrorCode.FORBIDDEN, "casework.no_part")
    return actor


async def require_sight(tx: ReadTx, case: Case) -> None:
    """FORBIDDEN for one who sees of the case no more than a meeting they have a place in: they can't judge the rest."""
    row = await tx.one(
        store.SEES_WHOLE, dossier=case.casework.dossier_id if case.casework else case.child.dossier_id
    )
    if row is None or not row.whole:
        raise UserError(ErrorCode.FORBIDDEN, "casework.no_part")


async def load_case(tx: ReadTx, child_id: UUID, *, under: UUID | None = None) -> Case:
    """Everything the rules must know about a child; NOT_FOUND for an absent or foreign one alike.

    ``under``: by another version than the case's own, for a meeting that was called before the case was moved.
    """
    child = await reading.child(tx, PersonId(child_id))
    if child is None:
        raise not_found()
    running = child.casework_id is not None and child.closed_at is None
    casework = await store.casework(tx, child.casework_id) if child.casework_id and running else None
    current = await current_model(tx)
    # Practice is the case's own version, law is today's (design 8).
    pinned = await model_version(tx, under or casework.model_version_id) if casework else current
    model = effective_model(pinned.model, current.model)
    facts = await _facts(tx, child, casework, model)
    return Case(child, casework, model, pinned.id, facts)


async def load_case_of(tx: ReadTx, dossier_id: UUID, *, under: UUID | None = None) -> Case:
    """The same by the casework's dossier."""
    row = await store.casework(tx, dossier_id)
    return await load_case(tx, row.child_id, under=under)


async def ensure_casework(tx: WriteTx, case: Case) -> CaseworkRow:
    """The open casework; opened now if there is none. The unit that answers for the child answers for it."""
    if case.casework is not None:
        return case.casework
    require_caseworker(tx)
    child = case.child
    dossier = await open_dossier(tx, "casework", unit=child.unit_id, subject=child.id)
    await tx.run(
        store.INSERT_CASEWORK,
        dossier_id=dossier,
        child_id=child.id,
        model_version_id=case.model_version,
        self_access_from=self_access_from(case.model, child.born_on),
    )
    await settle_terms(tx, dossier, case.model, child.born_on)
    return await store.casework(tx, dossier)


async def close_casework(tx: WriteTx, child_id: UUID, expected_version: int) -> CaseworkRow:
    """Close a child's casework: no problem and no meeting may be open. The retention period begins.

    Where the child has died, nothing of that is in the way. Raises RULE_BLOCKED with what is still open, CONFLICT when
    someone else was first.
    """
    case = await load_case(tx, child_id)
    await require_part(tx, case)
    if case.casework is None:
        raise not_found()
    dossier = case.casework.dossier_id
    await store.hold_still(tx, dossier)
    died = any(row.kind == "death" for row in await departures_of(tx, [case.child.id]))
    if died:
        # Nothing is brought to an end any more, and nothing stands in the way: the meetings were called off already.
        for row in await problems.problems(tx, dossier):
            await tx.run(problems.CLOSE_PROBLEM, id=row.id)
    else:
        await _require_nothing_open(tx, case.casework)
    if case.casework.version != expected_version:
        raise conflict()
    await tx.run_versioned(
        store.CLOSE_CASEWORK,
        dossier_id=dossier,
        expected_version=expected_version,
        reason="death" if died else "finished",
    )
    tx.emit(CaseworkClosed(dossier, case.casework.model_version_id, tx.now))
    return await store.casework(tx, dossier)


async def _require_nothing_open(tx: ReadTx, casework: CaseworkRow) -> None:
    dossier = casework.dossier_id
    if any(row.status == "open" for row in await problems.problems(tx, dossier)):
        raise UserError(ErrorCode.RULE_BLOCKED, "casework.problem_open")
    if any(
        row.status in ("planned", "agenda_sent", "held") for row in await meetings.meetings_of(tx, dossier)
    ):
        raise UserError(ErrorCode.RULE_BLOCKED, "casework.meeting_open")
    if any(row.ended_on is None for row in await _work(tx, casework)):
        raise UserError(ErrorCode.RULE_BLOCKED, "casework.work_running")


async def _facts(tx: ReadTx, child: Child, casework: CaseworkRow | None, model: Model) -> CaseFacts:
    today = local_day(tx.now)
    age = child.age(today)
    places = await units(tx)
    unit = places.get(child.unit_id) if child.unit_id else None
    holders = await reading.holders(tx, child.id)
    # Who stands in which relation to a child is not a family's to read, and no rule is decided for a family.
    relations = [] if tx.actor.is_family else await colleagues.relations(tx, child.id)
    adviser = any(r.kind == "adviser" for r in relations)
    held = await meetings.meetings_of(tx, casework.dossier_id) if casework else []
    confirmed = await problems.standing(tx, casework.dossier_id) if casework else {}
    of_case = confirmed.get(None, problems.ConfirmedFacts())
    expected = await reading.expected_on(tx, child.id) if age is None else None
    of_work = facts_of_work(model, await _work(tx, casework))
    known = {event.fact for event in of_case.events}
    return CaseFacts(
        age=age,
        stage=model.stage_of(age, unit.kind if unit else None),
        problems=await _problem_facts(tx, casework, model, held, confirmed) if casework else (),
        active_case=adviser,
        facts=frozenset(of_case.facts) | {event.fact for event in of_work},
        # Who can fill a role is not reckoned here: a colleague from anywhere can be chosen, so that "nobody" would be said
        # wrongly more often than rightly.
        available=None,
        custody_holders=tuple(str(holder.person_id) for holder in holders),
        meetings=frozenset(row.type for row in held if row.status in ("held", "concluded")),
        unit_kind=unit.kind if unit else "",
        private=any(kind.private for kind in model.unit_kinds if unit and kind.key == unit.kind),
        district=district_of(places, child.unit_id),
        pregnancy_week=pregnancy_week(expected, today),
        departments=await _departments(tx, casework, model, unit, relations),
        # What somebody has confirmed with its day is not contradicted by when it was recorded here.
        events=(*of_case.events, *(event for event in of_work if event.fact not in known)),
        offers=await offers.answers_of(tx, casework.dossier_id) if casework else (),
    )


async def _work(tx: ReadTx, casework: CaseworkRow | None) -> list[store.WorkRow]:
    if casework is None or tx.actor.is_family:
        return []
    return await tx.many(store.WORK_OF_CASEWORK, dossier=casework.dossier_id)


async def _departments(
    tx: ReadTx,
    casework: CaseworkRow | None,
    model: Model,
    unit: Unit | None,
    relations: list[colleagues.Relation],
) -> frozenset[str]:
    """The model's services that work with the family: whose the child's own place is, and those of the professions of who
    stands in a relation to the child, holds the thread of an open problem, or takes part in its meetings and sees it yet.

    Reckoned where the model asks how many there are.
    """
    if tx.actor.is_family or all(one.departments_at_least is None for one in model.offers):
        return frozenset()
    professions = {one.profession for one in relations}
    if casework is not None:
        beside = await tx.many(store.PROFESSIONS_WITH_FAMILY, dossier=casework.dossier_id)
        professions |= {one.profession for one in beside}
    found = {one.service for one in model.professions if one.key in professions}
    found |= {kind.service for kind in model.unit_kinds if unit is not None and kind.key == unit.kind}
    return frozenset(found - {""})


async def _problem_facts(
    tx: ReadTx,
    casework: CaseworkRow,
    model: Model,
    held: list[meetings.MeetingRow],
    confirmed: Mapping[UUID | None, problems.ConfirmedFacts],
) -> tuple[ProblemFacts, ...]:
    rows = await problems.problems(tx, casework.dossier_id)
    moves = await problems.moves(tx, casework.dossier_id)
    again = {"dossier": casework.dossier_id, "task": REASSESS}
    done = await tx.many(deadlines.LAST_DONE, **again) if model.reassessments else []
    threads = await problems.coordinators(tx, casework.dossier_id)
    found = []
    for row in rows:
        steps = tuple(
            LevelStep(move.to_level, local_day(move.moved_at)) for move in moves if move.problem_id == row.id
        )
        about = frozenset(
            m.type for m in held if m.problem_id == row.id and m.status in ("held", "concluded")
        )
        known = confirmed.get(row.id, problems.ConfirmedFacts())
        last = tuple(LastDone(one.key, local_day(one.done_at)) for one in done if one.problem_id == row.id)
        found.append(_one_problem(row, steps, about, known, threads.get(row.id, []), last))
    return tuple(found)


def _one_problem(
    row: ProblemRow,
    steps: tuple[LevelStep, ...],
    about: frozenset[str],
    known: problems.ConfirmedFacts,
    thread: list[problems.CoordinatorRow],
    last: tuple[LastDone, ...],
) -> ProblemFacts:
    holders = (str(one.person_id) for one in thread if one.person_id is not None)
    return ProblemFacts(
        id=str(row.id),
        track=row.track,
        level=row.level or 0,  # a model without levels has none to compare
        history=steps,
        meetings=about,
        facts=frozenset(known.facts),
        discussed=frozenset(known.discussed),
        family_related=known.family_related,
        coordinator=next(holders, None),
        events=known.events,
        reassessed=last,
    )
