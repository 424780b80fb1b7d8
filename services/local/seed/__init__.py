"""A small, lively set of synthetic people and cases for each tenant of a local system.

Everything goes through the real services, so that whatever the seed makes, a municipality could have made. A
second call changes nothing.
"""

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.tenancy.service import Added, current_model
from services.local.seed.cases import Stories
from services.local.seed.everyday import Everyday
from services.local.seed.figures import Figures
from services.local.seed.help import Help
from services.local.seed.roster import people
from services.local.seed.settlers import Settlers
from services.local.seed.surroundings import Surroundings
from services.local.seed.times import Times
from services.local.seed.unnamed import Unnamed
from services.local.seed.voices import Voices

__all__ = ["people", "seed"]


async def seed(worker: Database, api: Database, tenant: Added, *, empty: bool = False) -> int:
    """Fill one tenant; answers how many meetings were called.

    ``worker`` and ``api`` are both databases as those processes; ``api`` with the table of reactions, since what is
    called and answered is told to others as in life. ``empty``: only units and the professionals who can log in.
    """
    async with worker.write(SystemIdentity(tenant.tenant), "seed.settle") as tx:
        settlers = Settlers(tx, tenant.slug, (await current_model(tx)).model)
        await settlers.settle_workplaces()
        if not empty:
            await settlers.settle_families()
    if empty:
        return 0
    await Figures(worker, api, tenant).tell()
    called = await Stories(worker, api, tenant).tell()
    await Help(worker, api, tenant).tell()
    await Surroundings(worker, api, tenant).tell()
    await Everyday(worker, api, tenant).tell()
    await Voices(worker, api, tenant).tell()
    await Times(worker, api, tenant).tell()
    await Unnamed(worker, api, tenant).tell()
    return called
