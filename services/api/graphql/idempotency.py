"""``Idempotency-Key``: a mutation sent twice acts once, and answers the same for 24 hours.

Why this is safe: the key is the actor's own, and only its hash is kept; requests with one key run one at a time;
the answer is stored in the transaction that acted, so there is no moment with the deed and no answer; it is
sealed under the actor's own identity dossier; and it is given again only while the actor may still see every
dossier in it, with an access event as at the first time.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import WriteTx
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel

_QUERIES = Queries(__file__)


@dataclass(frozen=True)
class _Waited:
    waits: str
    locked: str


@dataclass(frozen=True)
class _Stored:
    operation_digest: bytes
    identity: UUID
    response_sealed: bytes


@dataclass(frozen=True)
class _Identity:
    identity: UUID | None


@dataclass(frozen=True)
class _Visible:
    id: UUID


_WAIT = _QUERIES.rows("wait_for_key", _Waited)
_FIND = _QUERIES.rows("stored_answer", _Stored)
_DROP = _QUERIES.command("drop_old_answer")
_IDENTITY = _QUERIES.rows("own_identity", _Identity)
_STORE = _QUERIES.command("store_answer")
_VISIBLE = _QUERIES.rows("still_visible", _Visible)


class StoredAnswer(msgspec.Struct, frozen=True):
    """What is sealed: the answer's body, and the dossiers whose rows are in it."""

    body: bytes
    dossiers: tuple[UUID, ...]


@dataclass(frozen=True)
class Key:
    """One request's key: what it is kept as, and the digest of the operation it stands for."""

    hash: bytes
    digest: bytes

    @classmethod
    def of(cls, written: str, document: str, operation: str | None, variables: Mapping[str, Any]) -> "Key":
        """Read the header; raises INVALID_INPUT when it is empty, overlong or not plain."""
        if not (1 <= len(written) <= 200 and all("!" <= character <= "~" for character in written)):
            raise invalid("request.idempotency_key")
        what = msgspec.json.encode([document, operation, variables], order="deterministic")
        return cls(hashlib.sha256(written.encode()).digest(), hashlib.sha256(what).digest())


async def recall(tx: WriteTx, key: Key) -> bytes | None:
    """The stored answer for this key, after waiting for a request with it that is running.

    Raises CONFLICT when the key stands for another operation or the wait is too long, NOT_FOUND when the actor
    may not see any more what the answer tells of.
    """
    await tx.one(_WAIT, lock=f"{tx.tenant}/{tx.actor.person}/{key.hash.hex()}")
    stored = await tx.one(_FIND, key_hash=key.hash)
    if stored is None:
        return None
    if stored.operation_digest != key.digest:
        raise UserError(ErrorCode.CONFLICT, "request.idempotency_other")
    touched_before = set(tx.touched)
    answer = await tx.open_sealed(
        SealLabel.IDEMPOTENT_RESPONSE,
        DossierId(stored.identity),
        _row_id(key),
        stored.response_sealed,
        StoredAnswer,
    )
    tx.touched = touched_before
    visible = {row.id for row in await tx.many(_VISIBLE, dossiers=list(answer.dossiers))}
    if visible != set(answer.dossiers):
        raise not_found()
    tx.touched.update(answer.dossiers)
    return answer.body


async def remember(tx: WriteTx, key: Key, body: bytes) -> None:
    """Store the answer in the transaction that acted."""
    found = await tx.one(_IDENTITY)
    if found is None or found.identity is None:
        raise LookupError("an actor without an identity dossier")
    touched = set(tx.touched)
    sealed = await tx.seal(
        SealLabel.IDEMPOTENT_RESPONSE,
        DossierId(found.identity),
        _row_id(key),
        StoredAnswer(body, tuple(sorted(touched))),
    )
    await tx.run(_DROP, key_hash=key.hash)
    await tx.run(
        _STORE, key_hash=key.hash, operation_digest=key.digest, identity=found.identity, sealed=sealed
    )


def _row_id(key: Key) -> UUID:
    return UUID(bytes=key.hash[:16])
