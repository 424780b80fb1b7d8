"""Rows of consents."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One giver's consent for one purpose; the text shown is ``text_version`` of ``purpose`` in that model version."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID | None
    giver_id: PersonId
    purpose: str
    basis: str
    text_version: int
    model_version_id: UUID
    state: str
    asked_at: datetime
    asked_by: PersonId
    answered_at: datetime | None
    withdrawn_at: datetime | None
    expires_at: datetime | None
    version: int

    def state_at(self, now: datetime) -> str:
        """The state at a moment of business time: a given consent past its time is ``expired``, with no sweep needed."""
        lapsed = self.state == "given" and self.expires_at is not None and self.expires_at <= now
        return "expired" if lapsed else self.state


@dataclass(frozen=True, slots=True)
class MeetingHere:
    """A meeting of the casework."""

    id: UUID
    problem_id: UUID | None


CONSENTS_OF_DOSSIER = _SQL.rows("consents_of_dossier", ConsentRow)
CONSENTS_OF_GIVER = _SQL.rows("consents_of_giver", ConsentRow)
FIND_CONSENT = _SQL.rows("find_consent", ConsentRow)
MEETING_OF_CASEWORK = _SQL.rows("meeting_of_casework", MeetingHere)
INSERT_CONSENT = _SQL.command("insert_consent")
GIVE_CONSENT = _SQL.command("give_consent")
DECLINE_CONSENT = _SQL.command("decline_consent")
WITHDRAW_CONSENT = _SQL.command("withdraw_consent")


async def consent(tx: ReadTx, consent_id: UUID) -> ConsentRow:
    """A consent; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_CONSENT, id=consent_id)
    if found is None:
        raise not_found()
    return found


async def consents_of(tx: ReadTx, dossier: DossierId) -> list[ConsentRow]:
    """Every consent of a casework that the actor may see, newest first."""
    return await tx.many(CONSENTS_OF_DOSSIER, dossier_id=dossier)


async def asked_of(
    tx: ReadTx, giver: PersonId, *, before: tuple[datetime, UUID] | None, limit: int
) -> list[ConsentRow]:
    """A page of what someone was asked, newest first."""
    return await tx.many(
        CONSENTS_OF_GIVER,
        giver_id=giver,
        before_at=before[0] if before else None,
        before_id=before[1] if before else None,
        limit=limit,
    )
