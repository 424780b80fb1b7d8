"""A small, lively set of synthetic people and cases for each tenant of a local system.

Everything goes through the real services, so that whatever the seed makes, a municipality could have made. A
second call changes nothing.
"""

from datetime import date

from services.core.calendar import calendar_of, local_day
from services.core.db.database import Database
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.identity import SystemIdentity
from services.core.tenancy.service import Added, current_model
from services.local.seed.cases import Stories
from services.local.seed.earlier import Earlier
from services.local.seed.everyday import Everyday
from services.local.seed.figures import Figures
from services.local.seed.help import Help
from services.local.seed.past import Past, first_morning
from services.local.seed.past_words import WAY
from services.local.seed.roster import people
from services.local.seed.settlers import Settlers
from services.local.seed.surroundings import Surroundings
from services.local.seed.times import Times
from services.local.seed.unnamed import Unnamed
from services.local.seed.voices import Voices

__all__ = ["founding", "people", "seed"]


def founding(worker: Database, slug: str, today: date) -> Database:
    """The databases as on the day on which a new tenant is to be added, so that its model applies to its past."""
    return Earlier(worker, {}, first_morning(today)) if slug in WAY else worker


async def seed(
    worker: Database, api: Database, tenant: Added, *, empty: bool = False, post: Database | None = None
) -> int:
    """Fill one tenant; answers how many meetings were called.

    ``worker`` and ``api`` are both databases as those processes; ``api`` with the table of reactions, since what is
    called and answered is told to others as in life. ``empty``: only units and the professionals who can log in.
    ``post``: the databases as the notifier, by which what happened in the past was told; without it, or where the
    tenant's model did not apply then (``founding``), there is no past.
    """
    system = SystemIdentity(tenant.tenant)
    async with worker.read(system, "seed.today") as tx:
        now, today = tx.now, local_day(tx.now)
    begin = first_morning(today)
    async with Earlier(worker, {}, begin).read(system, "seed.begin") as tx:
        has_past = post is not None and tenant.slug in WAY and not empty and await _has_a_model(tx)
    async with Earlier(worker, {}, begin if has_past else now).write(system, "seed.settle") as tx:
        model = (await current_model(tx)).model
        settlers = Settlers(tx, tenant.slug, model, today)
        await settlers.settle_workplaces()
        if not empty:
            await settlers.settle_families()
    if empty:
        return 0
    if post is not None and has_past:
        await Past(worker, api, post, tenant, today, calendar_of(model)).tell()
    await Figures(worker, api, tenant).tell()
    called = await Stories(worker, api, tenant).tell()
    await Help(worker, api, tenant).tell()
    await Surroundings(worker, api, tenant).tell()
    await Everyday(worker, api, tenant).tell()
    await Voices(worker, api, tenant).tell()
    await Times(worker, api, tenant).tell()
    await Unnamed(worker, api, tenant).tell()
    return called


async def _has_a_model(tx: ReadTx) -> bool:
    try:
        await current_model(tx)
    except UserError as none:
        if none.code is ErrorCode.UNAVAILABLE:
            return False
        raise
    return True
