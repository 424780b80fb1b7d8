"""What a link of the chain is made of. Pure: the same event gives the same bytes, today and in ten years.

An event's digest is SHA-256 of its fields, each preceded by its length, in a fixed order behind a version. A
link is SHA-256 of the link before and the digest. The first link stands on 32 zero bytes and the tenant.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

_VERSION: Final = b"rundbord-access-event-1"
_RESTORE: Final = b"rundbord-restore-1"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class EventFields(Protocol):
    """The columns of an access event."""

    @property
    def id(self) -> UUID: ...  # noqa: D102
    @property
    def occurred_at(self) -> datetime: ...  # noqa: D102
    @property
    def actor_id(self) -> UUID | None: ...  # noqa: D102
    @property
    def session_id(self) -> UUID | None: ...  # noqa: D102
    @property
    def capacity(self) -> str: ...  # noqa: D102
    @property
    def operation(self) -> str: ...  # noqa: D102
    @property
    def changed(self) -> bool: ...  # noqa: D102
    @property
    def subjects(self) -> list[UUID]: ...  # noqa: D102
    @property
    def grants(self) -> list[UUID]: ...  # noqa: D102


def digest_of(tenant: UUID, event: EventFields) -> bytes:
    """SHA-256 of an event's canonical form."""
    return _digest(
        _VERSION,
        tenant.bytes,
        event.id.bytes,
        _microseconds(event.occurred_at),
        _optional(event.actor_id),
        _optional(event.session_id),
        event.capacity.encode(),
        event.operation.encode(),
        b"\x01" if event.changed else b"\x00",
        b"".join(subject.bytes for subject in event.subjects),
        b"".join(grant.bytes for grant in event.grants),
    )


def restore_digest(tenant: UUID, kept: int, kept_chain: bytes, anchored: int, anchored_chain: bytes) -> bytes:
    """SHA-256 of what a restore record says: how far the backup reached, and how far the anchor had come."""
    return _digest(
        _RESTORE,
        tenant.bytes,
        kept.to_bytes(8, "big"),
        kept_chain,
        anchored.to_bytes(8, "big"),
        anchored_chain,
    )


def first_link(tenant: UUID) -> bytes:
    """What the chain of a tenant begins on."""
    return hashlib.sha256(bytes(32) + tenant.bytes).digest()


def next_link(before: bytes, digest: bytes) -> bytes:
    """The link after ``before``."""
    return hashlib.sha256(before + digest).digest()


def links(before: bytes, digests: Iterable[bytes]) -> list[bytes]:
    """The links of many digests in a row."""
    found = []
    for digest in digests:
        before = next_link(before, digest)
        found.append(before)
    return found


def segment_of(now: datetime) -> str:
    """The month a link belongs to, in UTC: ``2026-11``."""
    return now.astimezone(UTC).strftime("%Y-%m")


def _digest(*fields: bytes) -> bytes:
    return hashlib.sha256(b"".join(len(field).to_bytes(4, "big") + field for field in fields)).digest()


def _microseconds(at: datetime) -> bytes:
    return ((at - _EPOCH) // timedelta(microseconds=1)).to_bytes(8, "big", signed=True)


def _optional(value: UUID | None) -> bytes:
    return b"" if value is None else value.bytes
