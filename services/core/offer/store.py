"""Rows of offers and of the plans made with families."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.tenancy.facts import OfferFacts

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer; ``sealed`` holds ``OfferDetails``. ``recorded_by`` noted an answer that was told."""

    id: UUID
    dossier_id: DossierId
    offer_key: str
    model_version_id: UUID
    state: str
    offered_by: PersonId
    offered_at: datetime
    answered_by: PersonId | None
    answered_at: datetime | None
    recorded_by: PersonId | None
    sealed: bytes
    version: int
    problem_id: UUID | None


class OfferDetails(msgspec.Struct, frozen=True):
    """How the family's answer was told, where it was."""

    how: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The plan of an accepted offer; ``sealed`` holds ``PlanDetails``."""

    id: UUID
    dossier_id: DossierId
    offer_id: UUID
    form_key: str
    model_version_id: UUID
    written_by: PersonId
    written_at: datetime
    sealed: bytes
    version: int


class PlanDetails(msgspec.Struct, frozen=True):
    """Answers by field key."""

    values: dict[str, str] = {}


OFFERS_OF_DOSSIER = _SQL.rows("offers_of_dossier", OfferRow)
FIND_OFFER = _SQL.rows("find_offer", OfferRow)
INSERT_OFFER = _SQL.command("insert_offer")
ANSWER_OFFER = _SQL.command("answer_offer")
NOTE_ANSWER = _SQL.command("note_answer")
PLAN_OF_OFFER = _SQL.rows("plan_of_offer", PlanRow)
INSERT_PLAN = _SQL.command("insert_plan")
UPDATE_PLAN = _SQL.command("update_plan")


async def offer(tx: ReadTx, offer_id: UUID) -> OfferRow:
    """An offer; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_OFFER, id=offer_id)
    if found is None:
        raise not_found()
    return found


async def offers_of(tx: ReadTx, dossier: DossierId) -> list[OfferRow]:
    """What the family was offered."""
    return await tx.many(OFFERS_OF_DOSSIER, dossier_id=dossier)


async def answers_of(tx: ReadTx, dossier: DossierId) -> tuple[OfferFacts, ...]:
    """What the rules must know: each offer that was answered, and how."""
    return tuple(
        OfferFacts(row.offer_key, row.state == "accepted")
        for row in await offers_of(tx, dossier)
        if row.state != "offered"
    )


async def how_told(tx: ReadTx, row: OfferRow) -> str:
    """How the answer was told; empty where the family answered here."""
    if row.recorded_by is None:
        return ""
    return (await tx.open_sealed(SealLabel.OFFER, row.dossier_id, row.id, row.sealed, OfferDetails)).how


async def plan_of(tx: ReadTx, offer_id: UUID) -> PlanRow | None:
    """The plan of an offer, once something was written in it."""
    return await tx.one(PLAN_OF_OFFER, offer_id=offer_id)


async def plan_values(tx: ReadTx, row: PlanRow) -> dict[str, str]:
    """What stands in a plan, by field."""
    return (
        await tx.open_sealed(SealLabel.SHARED_PLAN, row.dossier_id, row.id, row.sealed, PlanDetails)
    ).values
