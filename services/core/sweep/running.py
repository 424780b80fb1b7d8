"""One piece of a sweep's work: taken, handled and noted in one transaction, or put off so that it delays only itself.

Why a worker may die at any moment: what was taken is locked by the transaction that handles it, so until that commits
it is due as before, and nothing of it was done. A database that is away is nobody's fault: it is raised, and the
piece stays due. Anything else that goes wrong is that piece's own: it waits, longer each time, and the others go on.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.queries import DueCount, Query
from services.core.db.tx import ReadTx, WriteTx
from services.core.identity import SystemIdentity
from services.core.logging import log


class Due(Protocol):
    """Something that a step has found: its row's id."""

    @property
    def id(self) -> UUID:
        """The row's."""
        ...


Row = TypeVar("Row", bound=Due)


@dataclass(frozen=True)
class Step(Generic[Row]):
    """A kind of work: how the next piece is taken and locked, what is done with it, and how it is put off.

    ``take`` answers at most one row and reads at most three for it; ``put_off`` takes its ``id``; ``count`` says how many
    wait.
    """

    name: str
    take: Query[Row]
    handle: Callable[[WriteTx, Row], Awaitable[object]]
    put_off: Query[None]
    count: Query[DueCount]

    async def settle_next(self, database: Database, who: SystemIdentity) -> bool | None:
        """Handle the piece that is due the longest: True done, False put off after a failure, None nothing is due."""
        taken: UUID | None = None
        try:
            async with database.write(who, f"{self.name}.sweep") as tx:
                due = await tx.one(self.take)
                if due is None:
                    return None
                taken = due.id
                await self.handle(tx, due)
                return True
        except (*AWAY, *CONTENDED):
            raise
        except Exception:
            if taken is None:
                raise
            log().exception("sweep.failed", step=self.name, row=str(taken))
        async with database.write(who, f"{self.name}.put_off") as tx:
            await tx.run(self.put_off, id=taken)
        return False

    async def count_due(self, tx: ReadTx) -> int:
        """How many wait for the sweep now."""
        row = await tx.one(self.count)
        return row.due if row else 0
