"""What a resolver is given: the one transaction of its operation, and whose it is."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import strawberry

if TYPE_CHECKING:
    from services.core.db.tx import ReadTx, WriteTx
    from services.core.identity import Actor

T = TypeVar("T")


@dataclass
class Context:
    """One operation. ``tx`` is read-only in queries; mutations take ``write``."""

    reader: "ReadTx | None"
    writer: "WriteTx | None"
    language: str
    trace_id: str
    _once: dict[str, Awaitable[Any]] = field(default_factory=dict)

    @property
    def tx(self) -> "ReadTx":
        """The operation's transaction, for reading."""
        tx = self.writer or self.reader
        if tx is None:
            raise RuntimeError("an operation without data fields has no transaction")
        return tx

    @property
    def write(self) -> "WriteTx":
        """The operation's transaction, for writing; only mutations have one."""
        if self.writer is None:
            raise RuntimeError("a query cannot write")
        return self.writer

    @property
    def actor(self) -> "Actor":
        """Who asks, in which capacity."""
        return self.tx.actor

    @property
    def now(self) -> datetime:
        """Business time, the same in the whole operation."""
        return self.tx.now

    def forget(self) -> None:
        """What was loaded once may be other now: each mutation of an operation begins with nothing kept."""
        self._once.clear()

    async def once(self, key: str, load: Callable[[], Awaitable[T]]) -> T:
        """What ``load`` answers, loaded once an operation (the tenant's model, a list that many fields need)."""
        if key not in self._once:
            self._once[key] = asyncio.ensure_future(load())
        value: T = await self._once[key]
        return value


Info: TypeAlias = strawberry.Info[Context, None]
