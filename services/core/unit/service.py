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
    district: str = "",
    unit_id: UnitId | None = None,
) -> UnitId:
    """Record a unit (as the system); told again, it changes only what differs. Answers its id.

    ``district`` is a key of the model's districts, empty where it is that of ``parent``. ``unit_id`` is the id to give a
    unit that is new; by default a random one.
    """
    known = await tx.one(store.BY_SOURCE, source_key=source_key)
    if known is None:
        new = unit_id or UnitId(new_id())
        row = {"parent_id": parent, "kind": kind, "name": name, "district": district}
        await tx.run(store.INSERT, id=new, source_key=source_key, **row)
        return new
    if known != Unit(known.id, parent, kind, name, district):
        await tx.run(store.UPDATE, id=known.id, parent_id=parent, kind=kind, name=name, district=district)
    return known.id
