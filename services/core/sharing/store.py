"""Rows of shares and what is sealed in them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One record shared with one place in a meeting; ``sealed`` holds ``ShareDetails``.

    It rests on ``consents`` of ``consent_purpose``, or on ``law``, a key of the model's legal references, counted as
    ``exchange_id`` where that basis is counted. ``standing``: it has not ended by time, withdrawal or for want of ground.
    """

    id: UUID
    dossier_id: DossierId
    participant_id: UUID
    kind: str
    meeting_id: UUID | None
    form_id: UUID | None
    plan_id: UUID | None
    problem_id: UUID | None
    consent_purpose: str | None
    consents: list[UUID]
    law: str | None
    exchange_id: UUID | None
    told: bool
    valid_until: datetime
    shared_by: PersonId
    shared_at: datetime
    withdrawn_by: PersonId | None
    withdrawn_at: datetime | None
    receiver_id: PersonId | None
    standing: bool
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A professional's place in a meeting; ``sealed`` holds the meeting's ``ParticipantDetails``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    person_id: PersonId
    sealed: bytes
    runs_meeting: bool


class ShareDetails(msgspec.Struct, frozen=True):
    """Why it was shared."""

    reason: str


SHARES_OF_DOSSIER = _SQL.rows("shares_of_dossier", ShareRow)
FIND_SHARE = _SQL.rows("find_share", ShareRow)
INSERT_SHARE = _SQL.command("insert_share")
WITHDRAW_SHARE = _SQL.command("withdraw_share")
PLACE = _SQL.rows("place", PlaceRow)


async def shares_of(tx: ReadTx, dossier: DossierId) -> list[ShareRow]:
    """What was shared of a casework, newest first: a receiver sees their own, a family what it may be told of."""
    return await tx.many(SHARES_OF_DOSSIER, dossier_id=dossier)


async def share(tx: ReadTx, share_id: UUID) -> ShareRow:
    """A share; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_SHARE, id=share_id)
    if found is None:
        raise not_found()
    return found


async def details(tx: ReadTx, row: ShareRow) -> ShareDetails:
    """Open why it was shared."""
    return await tx.open_sealed(SealLabel.SHARE, row.dossier_id, row.id, row.sealed, ShareDetails)
