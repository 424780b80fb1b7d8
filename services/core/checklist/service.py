"""Tick the items of the model's checklists, each in its turn (SL-24)."""

from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.rules import has_happened, may_tick
from services.core.casework.service import Case, ensure_casework, load_case, require_part
from services.core.checklist import store
from services.core.checklist.store import TickRow
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import DossierId
from services.core.tenancy.refusal import require


async def tick_item(tx: WriteTx, child: UUID, checklist: str, item: str) -> DossierId:
    """An item is done: those before it come first. RULE_BLOCKED names the one whose turn it is; done is done."""
    case = await load_case(tx, child)
    actor = await require_part(tx, case)
    known = next((one for one in case.model.checklists if one.key == checklist), None)
    if known is None:
        keys = ", ".join(one.key for one in case.model.checklists)
        raise invalid("checklist.unknown", "input", "checklist", known=keys)
    if item not in {one.key for one in known.items}:
        raise invalid(
            "checklist.unknown_item", "input", "item", known=", ".join(one.key for one in known.items)
        )
    # Items take their turn among all that one event asks for, in the model's order.
    together = {one.key for one in case.model.checklists if one.event == known.event}
    done = {row.item_key for row in await ticks_of(tx, case) if row.checklist_key in together}
    if not has_happened(case.facts, known.event):
        raise UserError(ErrorCode.RULE_BLOCKED, "checklist.not_yet", rule_id=known.rule or None)
    require(may_tick(case.model, known.event, case.facts, done, item, tx.now), "input", "item")
    dossier = (await ensure_casework(tx, case)).dossier_id
    await tx.run(
        store.INSERT_TICK, dossier_id=dossier, checklist_key=checklist, item_key=item, ticked_by=actor
    )
    await caseworks.touch(tx, dossier)
    return dossier


async def ticks_of(tx: ReadTx, case: Case) -> list[TickRow]:
    """What has been gone through in the open casework."""
    return await store.ticks_of(tx, case.casework.dossier_id) if case.casework else []
