"""Rows of knowledge handed over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId, UnitId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)
MOST: Final = 500
"""So many are listed at the most: what waits first, then the newest."""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """The envelope: from whom, to whom, resting on which consent. ``form_key`` is the form of its document."""

    id: UUID
    dossier_id: DossierId
    handover_key: str
    form_key: str
    model_version_id: UUID
    consent_purpose: str | None
    to_unit_id: UnitId | None
    to_person_id: PersonId | None
    handed_by: PersonId
    handed_at: datetime
    accepted_by: PersonId | None
    accepted_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The content; ``sealed`` holds ``HandoverDetails``."""

    id: UUID
    dossier_id: DossierId
    sealed: bytes


class HandoverDetails(msgspec.Struct, frozen=True):
    """Whom it is about, and the answers by field key. The receiver sees nothing else of the child."""

    child: str
    values: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Addressed:
    """A handover that is the actor's to accept."""

    id: UUID


HANDOVERS_OF_DOSSIER = _SQL.rows("handovers_of_dossier", HandoverRow)
FIND_HANDOVER = _SQL.rows("find_handover", HandoverRow)
HANDOVERS_ADDRESSED = _SQL.rows("handovers_addressed", HandoverRow)
IS_ADDRESSED = _SQL.rows("is_addressed", Addressed)
DOCUMENT_OF_HANDOVER = _SQL.rows("document_of_handover", DocumentRow)
INSERT_HANDOVER = _SQL.command("insert_handover")
INSERT_DOCUMENT = _SQL.command("insert_document")
ACCEPT_HANDOVER = _SQL.command("accept_handover")


async def handover(tx: ReadTx, handover_id: UUID) -> HandoverRow:
    """A handover; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_HANDOVER, id=handover_id)
    if found is None:
        raise not_found()
    return found


async def handovers_of(tx: ReadTx, dossier: DossierId) -> list[HandoverRow]:
    """What was handed over about a child, newest first."""
    return await tx.many(HANDOVERS_OF_DOSSIER, dossier_id=dossier)


async def addressed(tx: ReadTx) -> list[HandoverRow]:
    """What is addressed to the actor, what waits first."""
    return await tx.many(HANDOVERS_ADDRESSED, limit=MOST)


async def document(tx: ReadTx, handover_id: UUID) -> HandoverDetails | None:
    """The content, or None where the actor may not read it (any more)."""
    row = await tx.one(DOCUMENT_OF_HANDOVER, id=handover_id)
    if row is None:
        return None
    return await tx.open_sealed(SealLabel.HANDOVER, row.dossier_id, row.id, row.sealed, HandoverDetails)
