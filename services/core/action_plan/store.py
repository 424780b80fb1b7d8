"""Rows of action plans and what is sealed in them."""

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
class ActionPlanRow:
    """A plan; ``sealed`` holds ``ActionPlanDetails``. ``document_key`` is the model's document that it is."""

    id: UUID
    dossier_id: DossierId
    document_key: str
    form_key: str
    model_version_id: UUID
    written_by: PersonId
    written_at: datetime
    completed_at: datetime | None
    sent_at: datetime | None
    sealed: bytes
    version: int
    problem_id: UUID | None


class ActionPlanDetails(msgspec.Struct, frozen=True):
    """Answers by field key, as text in the form of the field's kind."""

    values: dict[str, str] = {}


PLANS_OF_DOSSIER = _SQL.rows("plans_of_dossier", ActionPlanRow)
FIND_PLAN = _SQL.rows("find_plan", ActionPlanRow)
INSERT_PLAN = _SQL.command("insert_plan")
ADJUST_PLAN = _SQL.command("adjust_plan")
SEND_PLAN = _SQL.command("send_plan")


async def plan(tx: ReadTx, plan_id: UUID) -> ActionPlanRow:
    """A plan; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_PLAN, id=plan_id)
    if found is None:
        raise not_found()
    return found


async def plans_of(tx: ReadTx, dossier: DossierId) -> list[ActionPlanRow]:
    """A casework's plans."""
    return await tx.many(PLANS_OF_DOSSIER, dossier_id=dossier)


async def values(tx: ReadTx, row: ActionPlanRow) -> dict[str, str]:
    """Open what is written in a plan."""
    opened = await tx.open_sealed(
        SealLabel.ACTION_PLAN, row.dossier_id, row.id, row.sealed, ActionPlanDetails
    )
    return opened.values
