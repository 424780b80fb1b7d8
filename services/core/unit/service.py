"""Units as the municipality's own system tells of them."""

from services.core.db.tx import WriteTx, new_id
from services.core.identity import UnitId
from services.core.unit import store
from services.core.unit.store import Unit


async def record_unit(
    tx: WriteTx,
    source_key: str,
    kind: str,
    name: str,
    *,
    parent: UnitId | None = None,
    unit_id: UnitId | None = None,
) -> UnitId:
    """Record a unit (as the system); told again, it changes only what differs. Answers its id.

    ``unit_id`` is the id to give a unit that is new; by default a random one.
    """
    known = await tx.one(store.BY_SOURCE, source_key=source_key)
    if known is None:
        told = Unit(unit_id or UnitId(new_id()), parent, kind, name)
        await tx.run(store.INSERT, id=told.id, parent_id=parent, kind=kind, name=name, source_key=source_key)
        return told.id
    if known != Unit(known.id, parent, kind, name):
        await tx.run(store.UPDATE, id=known.id, parent_id=parent, kind=kind, name=name)
    return known.id
