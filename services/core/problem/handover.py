"""How the thread of a problem changes hands: offered, accepted, declined, each place by itself (RA-05).

Until the next accepts, the one who holds a place holds it. The problem's version is the version of all its places:
whoever acts on an older picture of them is told of a conflict.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import Case, load_case_of, require_caseworker, require_part
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import PersonId
from services.core.person import colleagues
from services.core.problem import store
from services.core.problem.coordinating import CoordinatorFacts, may_hold, place_of_opener, places_of
from services.core.problem.events import CoordinatorChanged, CoordinatorDeclined, CoordinatorOffered
from services.core.problem.rules import coordinator_after
from services.core.problem.store import CoordinatorRow, ProblemRow
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class OfferCoordinator:
    """Who is asked to hold which place. ``place`` None: the only one; INVALID_INPUT where there are several."""

    problem: UUID
    person: UUID
    expected_version: int
    place: str | None = None


async def offer_coordinator(tx: WriteTx, command: OfferCoordinator) -> ProblemRow:
    """Offer a place to a professional; the one who holds it holds it until they accept (RA-05).

    Raises RULE_BLOCKED where the model asks for another sort of role, INVALID_INPUT for somebody who is no
    professional or holds the place already, CONFLICT for an old version.
    """
    row = await store.problem(tx, command.problem)
    case = await load_case_of(tx, row.dossier_id)
    await require_part(tx, case)
    place = _place(case.model, command.place)
    person = PersonId(command.person)
    if not await caseworks.employments(tx, [person]):  # the thread opens the case to whoever is offered it
        raise invalid("problem.unknown_professional", "input", "personId")
    rows = await store.coordinators_of(tx, row)
    held = next((one for one in rows if one.place == place), None)
    if held is not None and held.person_id == person:
        raise invalid("problem.holds_already", "input", "personId")
    asked, *others = await facts_of(tx, [(person, place), *_held(rows, place)])
    require(may_hold(case.model, asked, others, tx.now), "input", "personId")
    outgoing = held.person_id if held else None
    await tx.run_versioned(store.BUMP_PROBLEM, id=row.id, expected_version=command.expected_version)
    version = command.expected_version + 1
    if coordinator_after(case.model, str(outgoing), str(person), accepted=False) == str(person):
        await _take(tx, case, row, place, person, outgoing, version)
        return await store.problem(tx, row.id)
    await tx.run(
        store.OFFER_COORDINATOR,
        id=new_id(),
        dossier_id=row.dossier_id,
        problem_id=row.id,
        place=place,
        person_id=person,
    )
    tx.emit(CoordinatorOffered(row.dossier_id, row.id, person, version))
    return await store.problem(tx, row.id)


async def accept_coordinator(
    tx: WriteTx, problem: UUID, expected_version: int, place: str | None = None
) -> ProblemRow:
    """The one offered takes the place; everyone is told who holds it now (RA-05).

    Judged again: since the offer somebody may have changed place or role. CONFLICT for an old version.
    """
    actor, row, offered = await _offered(tx, problem, expected_version, place)
    case = await load_case_of(tx, row.dossier_id)
    held = _held(await store.coordinators_of(tx, row), offered.place)
    asked, *others = await facts_of(tx, [(actor, offered.place), *held])
    require(may_hold(case.model, asked, others, tx.now))
    await tx.run_versioned(store.BUMP_PROBLEM, id=row.id, expected_version=expected_version)
    await _take(tx, case, row, offered.place, actor, offered.person_id, expected_version + 1)
    return await store.problem(tx, row.id)


async def decline_coordinator(
    tx: WriteTx, problem: UUID, expected_version: int, place: str | None = None
) -> None:
    """The one offered says no: who held the place holds it, and learns of it with whoever asked.

    Answers nothing: who declined may see the case no more.
    """
    _, row, offered = await _offered(tx, problem, expected_version, place)
    await tx.run_versioned(store.BUMP_PROBLEM, id=row.id, expected_version=expected_version)
    await tx.run(store.LAPSE_OFFERS, problem_id=row.id, place=offered.place)
    tx.emit(
        CoordinatorDeclined(
            row.dossier_id, row.id, offered.person_id, offered.offered_by, expected_version + 1
        )
    )


async def begin_thread(tx: WriteTx, case: Case, row: ProblemRow, opener: PersonId) -> None:
    """The opener holds the thread of a new problem at first. Where it is one for the whole case, who holds it there does."""
    model = case.model
    per_case = model.coordinators is not None and model.coordinators.per != "problem"
    taken: dict[str, PersonId] = {}
    if per_case:
        open_ones = {one.id for one in await store.problems(tx, row.dossier_id) if one.status == "open"}
        for problem, rows in (await store.coordinators(tx, row.dossier_id)).items():
            if problem in open_ones - {row.id}:
                taken |= {one.place: one.person_id for one in rows if one.person_id is not None}
    if not taken:
        (facts,) = await facts_of(tx, [(opener, "")])
        place = place_of_opener(model, facts)
        taken = {} if place is None else {place: opener}
    for place, person in taken.items():
        await _set(tx, row, place, person)


async def _take(
    tx: WriteTx,
    case: Case,
    row: ProblemRow,
    place: str,
    incoming: PersonId,
    outgoing: PersonId | None,
    version: int,
) -> None:
    await _set(tx, row, place, incoming)
    rule = case.model.coordinators
    if rule is not None and rule.per != "problem":
        # One thread for the whole case: its other open problems change hands with this one.
        for other in await store.problems(tx, row.dossier_id):
            if other.status == "open" and other.id != row.id:
                await tx.run_versioned(store.BUMP_PROBLEM, id=other.id, expected_version=other.version)
                await _set(tx, other, place, incoming)
    tx.emit(CoordinatorChanged(row.dossier_id, row.id, outgoing, incoming, version))


async def _set(tx: WriteTx, row: ProblemRow, place: str, person: PersonId) -> None:
    await tx.run(
        store.TAKE_COORDINATOR,
        id=new_id(),
        dossier_id=row.dossier_id,
        problem_id=row.id,
        place=place,
        person_id=person,
    )


async def _offered(
    tx: WriteTx, problem: UUID, expected_version: int, place: str | None
) -> tuple[PersonId, ProblemRow, CoordinatorRow]:
    actor = require_caseworker(tx)
    row = await store.problem(tx, problem)
    if row.version != expected_version:
        raise conflict()
    mine = [one for one in await store.coordinators_of(tx, row) if one.pending_id == actor]
    found = next((one for one in mine if place is None or one.place == place), None)
    if found is None:
        raise UserError(ErrorCode.FORBIDDEN, "problem.not_offered")
    return actor, row, found


async def facts_of(tx: ReadTx, held: Iterable[tuple[PersonId, str]]) -> list[CoordinatorFacts]:
    """What the rules must know of people in their places: a leader is who leads a unit of the municipality now."""
    wanted = list(held)
    people = {person for person, _ in wanted}
    staff = await colleagues.staff(tx, people)
    roles: dict[UUID, set[str]] = {}
    for one in await caseworks.employments(tx, people):
        roles.setdefault(one.person_id, set()).add(one.role)
    found = []
    for person, place in wanted:
        kinds = (RoleKind.LEADER, RoleKind.ADVISER)
        kind = next((one for one in kinds if one in roles.get(person, set())), RoleKind.PROFESSIONAL)
        profession = staff[person].profession if person in staff else ""
        found.append(CoordinatorFacts(str(person), kind.value, profession, place))
    return found


def _held(rows: Iterable[CoordinatorRow], but: str) -> list[tuple[PersonId, str]]:
    return [(one.person_id, one.place) for one in rows if one.person_id is not None and one.place != but]


def _place(model: Model, asked: str | None) -> str:
    places = [place.key for place in places_of(model)]
    if asked is None and len(places) == 1:
        return places[0]
    if asked is None or asked not in places:
        raise invalid("problem.which_place", "input", "place", known=", ".join(places))
    return asked
