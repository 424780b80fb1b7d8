"""Databases as on an earlier day, so that a seeded town has a past.

The business clock stays as it is, and nobody else's transaction notices: each of these takes its own moment instead of
the clock's as it begins, before anything is judged by it. So every rule, wall and access event is that of the day.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final

from services.core.db.database import Database, Reactions, Who
from services.core.db.tx import WriteTx
from services.core.identity import SystemIdentity, TenantId
from services.core.message import outbox, rules
from services.core.message.outbox import Claim
from services.local.seed import store

_MOST: Final = 500


class Earlier(Database):
    """A process's databases at ``at`` (UTC), which can be moved on. It shares the connections of the one it is made of."""

    def __init__(self, of: Database, reactions: Reactions, at: datetime) -> None:
        super().__init__(of.pool, of.keyring, reactions)
        self.at = at

    @asynccontextmanager
    async def _begin(self, who: Who, operation: str, *, changed: bool) -> AsyncIterator[WriteTx]:
        async with super()._begin(who, operation, changed=changed) as tx:
            tx.now = self.at
            await tx.run(store.AS_OF, at=self.at)
            yield tx


async def carry(post: Earlier, tenant: TenantId) -> None:
    """What was due at that moment has come: claimed, judged once more and settled as the notifier does.

    Nothing is handed to the mail sink: letters of last month that arrive as the system starts would be news to nobody.
    """
    async with post.write(SystemIdentity(tenant), "message.carry") as tx:
        for row in await outbox.claim(tx, _MOST):
            claim = Claim(row.id, row.attempt)
            facts = await outbox.send_facts(tx, claim)
            against = rules.may_send(facts, tx.now) if facts is not None else None
            if against is None:
                await outbox.settle_sent(tx, claim)
            else:
                await outbox.settle_cancelled(tx, claim, against)
