"""Rows of the chain."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Locked:
    """The empty answer of a lock."""

    locked: str | None


@dataclass(frozen=True, slots=True)
class Planning:
    """How statements of this transaction are planned."""

    mode: str


@dataclass(frozen=True, slots=True)
class End:
    """A link and where it stands."""

    position: int
    segment: str
    chain: bytes


@dataclass(frozen=True, slots=True)
class EventRow:
    """An access event, whole."""

    id: UUID
    occurred_at: datetime
    actor_id: UUID | None
    session_id: UUID | None
    capacity: str
    operation: str
    changed: bool
    subjects: list[UUID]
    grants: list[UUID]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link and the event it seals. From ``id`` on None when the event is gone."""

    position: int
    segment: str
    kind: str
    event_id: UUID | None
    digest: bytes
    chain: bytes
    id: UUID | None
    occurred_at: datetime
    actor_id: UUID | None
    session_id: UUID | None
    capacity: str
    operation: str
    changed: bool
    subjects: list[UUID]
    grants: list[UUID]

    @property
    def event(self) -> EventRow | None:
        """The event, if it is still there."""
        if self.id is None:
            return None
        return EventRow(
            self.id,
            self.occurred_at,
            self.actor_id,
            self.session_id,
            self.capacity,
            self.operation,
            self.changed,
            self.subjects,
            self.grants,
        )


@dataclass(frozen=True, slots=True)
class EventId:
    """An event by its id."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Total:
    """A count."""

    total: int


@dataclass(frozen=True, slots=True)
class Lately:
    """Whether something was done lately."""

    verified: bool


LOCK = _SQL.rows("lock_chain", Locked)
PLAN_AFRESH = _SQL.rows("plan_afresh", Planning)
END = _SQL.rows("chain_end", End)
AT = _SQL.rows("chain_at", End)
WAITING = _SQL.rows("waiting_events", EventRow)
INSERT_SEALS = _SQL.command("insert_seals")
INSERT_RESTORE = _SQL.command("insert_restore")
TAKE_OFF_QUEUE = _SQL.command("take_off_queue")
LINKS = _SQL.rows("links", LinkRow)
LOOSE = _SQL.rows("loose_events", EventId)
DOUBLE = _SQL.rows("doubly_kept", EventId)
COUNT_WAITING = _SQL.rows("count_waiting", Total)
INSERT_VERIFICATION = _SQL.command("insert_verification")
VERIFIED = _SQL.rows("verified_since", Lately)
