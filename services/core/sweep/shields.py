"""Judging the shields of running cases again: a child has grown older, or the model in force is another.

What people confirm is judged in their own transaction (reactions). This finds what changed by itself.
"""

from typing import Final
from uuid import UUID

from services.core.db.database import Database
from services.core.errors import UserError
from services.core.identity import DossierId, SystemIdentity
from services.core.keys.seal import SealError
from services.core.logging import log
from services.core.shield import store
from services.core.shield.service import judge
from services.core.tenancy.service import current_model

_PAGE: Final = 200


async def judge_all(database: Database, who: SystemIdentity) -> int:
    """Judge every running case in which something is confirmed; answers in how many something changed. Repeatable."""
    async with database.read(who, "shield.look") as tx:
        kept = await tx.one(store.ANY_KEPT)
        if not (await current_model(tx)).model.shields and not (kept and kept.any_kept):
            return 0
    changed, after = 0, UUID(int=0)
    while page := await _page(database, who, after):
        for dossier in page:
            changed += await _judge_one(database, who, dossier)
        after = page[-1]
    return changed


async def _page(database: Database, who: SystemIdentity, after: UUID) -> list[DossierId]:
    async with database.read(who, "shield.look") as tx:
        return [row.id for row in await tx.many(store.TO_JUDGE, after=after, limit=_PAGE)]


async def _judge_one(database: Database, who: SystemIdentity, dossier: DossierId) -> bool:
    try:
        async with database.write(who, "shield.judge") as tx:
            judged = await judge(tx, dossier)
            if not (judged.begun or judged.ended):
                # Nobody saw anything and nothing changed: an event of it would only tell in which cases there is
                # something to judge.
                tx.touched.clear()
                return False
            return True
    except (SealError, UserError):  # it is being erased: that one is for nobody any more
        log().warning("shield.not_judged", dossier=str(dossier))
        return False
