"""What follows when a casework is closed."""

from services.core.calendar.instants import local_day
from services.core.casework.events import CaseworkClosed
from services.core.db.tx import WriteTx
from services.core.retention.service import start_retention
from services.core.tenancy.model import effective_model
from services.core.tenancy.service import current_model, model_version


async def begin_retention(tx: WriteTx, event: CaseworkClosed) -> None:
    """The tenant's own rule says when the record is erased; without one it is kept until there is one."""
    pinned = (await model_version(tx, event.model_version)).model
    current = await current_model(tx)
    model = effective_model(pinned, current.model)
    await start_retention(tx, model, current.id, event.dossier, local_day(event.closed_at))
