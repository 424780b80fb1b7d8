"""Rows of problems and their moves."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.tenancy.facts import EventFacts

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem as stored; ``sealed`` holds ``ProblemDetails``."""

    IS_ABOUT: ClassVar = True

    id: UUID
    dossier_id: DossierId
    track: str
    level: int | None
    status: str
    opened_at: datetime
    closed_at: datetime | None
    closed_by: PersonId | None
    sealed: bytes
    version: int
    veiled: bool
    """Whether the actor comes to a meeting about it and no more: its name and level are theirs to read."""


@dataclass(frozen=True, slots=True)
class CoordinatorRow:
    """One place of a problem's thread: who holds it since when, and who has been offered it and not answered yet.

    ``place`` is a key of the model's places, empty where it has one without a name. ``employed``: the holder works
    here still.
    """

    id: UUID
    problem_id: UUID
    dossier_id: DossierId
    place: str
    person_id: PersonId | None
    since: datetime | None
    pending_id: PersonId | None
    offered_by: PersonId | None
    offered_at: datetime | None
    employed: bool


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """A meeting about the problem that is neither concluded nor cancelled."""

    id: UUID


@dataclass(frozen=True, slots=True)
class LevelMoveRow:
    """A move from one level to another; ``sealed`` holds ``LevelMoveDetails``."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID
    from_level: int | None
    to_level: int
    meeting_id: UUID | None
    moved_at: datetime
    moved_by: PersonId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class ConfirmationRow:
    """All that was confirmed from ``confirmed_at`` on, of a problem or (None) of the case as a whole.

    ``sealed`` holds ``ConfirmedFacts``.
    """

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    confirmed_by: PersonId
    confirmed_at: datetime
    sealed: bytes


class ProblemDetails(msgspec.Struct, frozen=True):
    """What the problem is about, in the professionals' words."""

    title: str
    description: str = ""


class ConfirmedFacts(msgspec.Struct, frozen=True):
    """What the professionals have confirmed about a problem, or of the case as a whole.

    ``facts`` are keys of the model's facts and ``days`` the local day on which each happened; ``discussed`` the levels at
    which it was discussed without a name, as the professional says: nothing may link an anonymous discussion to a
    named child.
    """

    facts: tuple[str, ...] = ()
    discussed: tuple[int, ...] = ()
    family_related: bool = False
    days: dict[str, date] = {}

    @property
    def events(self) -> tuple[EventFacts, ...]:
        """The facts with their days, as the rules take them."""
        return tuple(EventFacts(fact, self.days[fact]) for fact in self.facts)


class LevelMoveDetails(msgspec.Struct, frozen=True):
    """Why it was moved."""

    reason: str = ""


PROBLEMS_OF_DOSSIER = _SQL.rows("problems_of_dossier", ProblemRow)
FIND_PROBLEM = _SQL.rows("find_problem", ProblemRow)
INSERT_PROBLEM = _SQL.command("insert_problem")
SET_LEVEL = _SQL.command("set_level")
OPEN_MEETINGS = _SQL.rows("open_meetings_of_problem", OpenMeeting)
CLOSE_PROBLEM = _SQL.command("close_problem")
COORDINATORS_OF_DOSSIER = _SQL.rows("coordinators_of_dossier", CoordinatorRow)
OFFER_COORDINATOR = _SQL.command("offer_coordinator")
TAKE_COORDINATOR = _SQL.command("take_coordinator")
LAPSE_OFFERS = _SQL.command("lapse_offers")
INSERT_LEVEL_MOVE = _SQL.command("insert_level_move")
INSERT_CONFIRMATION = _SQL.command("insert_confirmation")
BUMP_PROBLEM = _SQL.command("bump_problem")
LATEST_CONFIRMATIONS = _SQL.rows("latest_confirmations", ConfirmationRow)
CONFIRMATIONS_OF_PROBLEM = _SQL.rows("confirmations_of_problem", ConfirmationRow)
CONFIRMATIONS_OF_CASE = _SQL.rows("confirmations_of_case", ConfirmationRow)
MOVES_OF_DOSSIER = _SQL.rows("moves_of_dossier", LevelMoveRow)


async def problem(tx: ReadTx, problem_id: UUID) -> ProblemRow:
    """A problem; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_PROBLEM, id=problem_id)
    if found is None:
        raise not_found()
    return found


async def problems(tx: ReadTx, dossier: DossierId) -> list[ProblemRow]:
    """A casework's problems, the open ones first."""
    return await tx.many(PROBLEMS_OF_DOSSIER, dossier_id=dossier)


async def coordinators(tx: ReadTx, dossier: DossierId) -> dict[UUID, list[CoordinatorRow]]:
    """Every place that is held or offered, by problem of a casework."""
    found: dict[UUID, list[CoordinatorRow]] = {}
    for row in await tx.many(COORDINATORS_OF_DOSSIER, dossier_id=dossier):
        found.setdefault(row.problem_id, []).append(row)
    return found


async def coordinators_of(tx: ReadTx, row: ProblemRow) -> list[CoordinatorRow]:
    """The places of one problem that are held or offered."""
    return (await coordinators(tx, row.dossier_id)).get(row.id, [])


async def moves(tx: ReadTx, dossier: DossierId) -> list[LevelMoveRow]:
    """Every move of a casework's problems, oldest first."""
    return await tx.many(MOVES_OF_DOSSIER, dossier_id=dossier)


async def details(tx: ReadTx, row: ProblemRow) -> ProblemDetails:
    """Open what the problem is about; for one who comes to a meeting about it, its name."""
    told = await tx.open_sealed(SealLabel.PROBLEM, row.dossier_id, row.id, row.sealed, ProblemDetails)
    return ProblemDetails(told.title) if row.veiled else told


async def confirmed(tx: ReadTx, row: ConfirmationRow) -> ConfirmedFacts:
    """Open what was confirmed. What was written without a day happened on the day of confirming, as far as is known."""
    said = await tx.open_sealed(SealLabel.CONFIRMATION, row.dossier_id, row.id, row.sealed, ConfirmedFacts)
    then = local_day(row.confirmed_at)
    return msgspec.structs.replace(said, days={fact: said.days.get(fact, then) for fact in said.facts})


async def standing(tx: ReadTx, dossier: DossierId) -> dict[UUID | None, ConfirmedFacts]:
    """What is confirmed now about each of a casework's problems, and under None of the case; a family is told none of it."""
    if tx.actor.is_family:
        return {}
    rows = await tx.many(LATEST_CONFIRMATIONS, dossier_id=dossier)
    return {row.problem_id: await confirmed(tx, row) for row in rows}


async def confirmations(tx: ReadTx, problem: UUID) -> list[ConfirmationRow]:
    """Every time something was confirmed about a problem or taken back, oldest first."""
    return await tx.many(CONFIRMATIONS_OF_PROBLEM, problem_id=problem)


async def confirmations_of_case(tx: ReadTx, dossier: DossierId) -> list[ConfirmationRow]:
    """The same of the case as a whole."""
    return await tx.many(CONFIRMATIONS_OF_CASE, dossier_id=dossier)
