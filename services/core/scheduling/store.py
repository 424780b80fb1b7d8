"""Rows of busy times and of proposals."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class BusyRow:
    """One of the actor's own intervals; ``source``: file or system."""

    id: UUID
    source: str
    starts_at: datetime
    ends_at: datetime
    told_at: datetime


@dataclass(frozen=True, slots=True)
class ToldRow:
    """How many intervals were kept; None where nobody, or more than one, has the address."""

    told: int | None


@dataclass(frozen=True, slots=True)
class TakenRow:
    """At which of the moments asked about, by number, somebody is busy."""

    person_id: PersonId
    busy: list[int]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """What a circle is asked. ``answer_by`` is the first instant too late; ``state``: open, fixed, closed."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    state: str
    made_by: PersonId
    made_at: datetime
    answer_by: datetime
    fixed_id: UUID | None
    version: int


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One of the proposed times."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What one of the circle says of one time: fits, rather_not, not."""

    dossier_id: DossierId
    meeting_id: UUID
    proposed_id: UUID
    participant_id: UUID
    person_id: PersonId
    answer: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Whether a circle is being asked."""

    open: bool


OWN_BUSY = _SQL.rows("own_busy", BusyRow)
FORGET_OWN_FILE = _SQL.command("forget_own_file")
INSERT_OWN_FILE = _SQL.command("insert_own_file")
TELL_BUSY = _SQL.rows("tell_busy", ToldRow)
FORGET_OVER = _SQL.command("forget_over")
BUSY_OF_MEETING = _SQL.rows("busy_of_meeting", TakenRow)
BUSY_AROUND = _SQL.rows("busy_around", TakenRow)
OPEN_PROPOSAL = _SQL.rows("open_proposal", ProposalRow)
FIND_PROPOSAL = _SQL.rows("find_proposal", ProposalRow)
IS_FINDING = _SQL.rows("is_finding", FindingRow)
AWAIT_TIMES = _SQL.command("await_times")
INSERT_PROPOSAL = _SQL.command("insert_proposal")
INSERT_TIMES = _SQL.command("insert_times")
TIMES_OF = _SQL.rows("times_of", TimeRow)
ANSWERS_OF = _SQL.rows("answers_of", AnswerRow)
SAY = _SQL.command("say")
SETTLE = _SQL.command("settle")
TAKE_BACK_INVITATIONS = _SQL.command("take_back_invitations_awaited")
COMES = _SQL.command("comes")


async def proposal(tx: ReadTx, proposal_id: UUID) -> ProposalRow:
    """One proposal; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_PROPOSAL, id=proposal_id)
    if found is None:
        raise not_found()
    return found


async def open_proposal(tx: ReadTx, meeting_id: UUID) -> ProposalRow | None:
    """What the circle of a meeting is being asked, where the actor is of those who may know."""
    return await tx.one(OPEN_PROPOSAL, meeting=meeting_id)


async def is_finding(tx: ReadTx, meeting_id: UUID) -> bool:
    """Whether the circle of a meeting is being asked when it suits, for whatever happens in the case meanwhile."""
    row = await tx.one(IS_FINDING, meeting=meeting_id)
    return bool(row and row.open)


async def times(tx: ReadTx, proposal_id: UUID) -> list[TimeRow]:
    """The times of a proposal, the first one first."""
    return await tx.many(TIMES_OF, proposal=proposal_id)


async def answers(tx: ReadTx, proposal_id: UUID) -> list[AnswerRow]:
    """The actor's own answers; of a meeting that they lead, everyone's."""
    return await tx.many(ANSWERS_OF, proposal=proposal_id)
