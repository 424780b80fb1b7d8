"""Where wrapping keys live: with a provider outside both databases, so that no backup holds one.

A dossier's data key is stored wrapped by the key of an *epoch*. Epochs are made anew every month; when every
live key has been wrapped again under the new one, the old epoch's key is destroyed with the provider, and the
wrapped keys in old backups become unreadable. On one machine the provider is a directory of files; in
production it is a vault or KMS behind the same interface.
"""

import hmac
import os
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_LOOKUP: Final = "lookup.key"


class KeyUnavailableError(Exception):
    """The provider has no such key: destroyed, or never made. Says which epoch, never a value."""


class KeyProvider(Protocol):
    """What core asks of a vault. All bytes; every call may raise ``KeyUnavailableError``."""

    def create_epoch(self, epoch: UUID) -> None:
        """Make a new 256-bit wrapping key under this name."""

    def wrap(self, epoch: UUID, key: bytes, bound_to: bytes) -> bytes:
        """Encrypt a data key under the epoch's key, bound to what it belongs to."""

    def unwrap(self, epoch: UUID, wrapped: bytes, bound_to: bytes) -> bytes:
        """The data key again; refuses one that was bound to something else."""

    def destroy_epoch(self, epoch: UUID) -> None:
        """Destroy the wrapping key. Repeatable."""

    def lookup_hash(self, tenant: UUID, kind: str, value: str) -> bytes:
        """A keyed hash (32 bytes) by which a person is found; differs from tenant to tenant."""


class FileKeyProvider:
    """Keys as files of one directory, readable by the services' user alone."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._cache: dict[UUID, AESGCM] = {}

    def create_epoch(self, epoch: UUID) -> None:
        """See ``KeyProvider``. The file is on disk before this returns; the look-up key comes before the first one."""
        lookup = self._directory / _LOOKUP
        if not lookup.exists():
            # Beside epochs its absence is a loss, or the wrong directory: a new one would find nobody again, and bind
            # everyone who logs in anew.
            if any(self._directory.glob("epoch-*.key")):
                raise KeyUnavailableError("the look-up key is gone while there are epochs: restore it")
            self._write(lookup, secrets.token_bytes(32))
        self._write(self._path(epoch), AESGCM.generate_key(256))

    def wrap(self, epoch: UUID, key: bytes, bound_to: bytes) -> bytes:
        """See ``KeyProvider``."""
        nonce = secrets.token_bytes(12)
        return nonce + self._cipher(epoch).encrypt(nonce, key, bound_to)

    def unwrap(self, epoch: UUID, wrapped: bytes, bound_to: bytes) -> bytes:
        """See ``KeyProvider``."""
        try:
            return self._cipher(epoch).decrypt(wrapped[:12], wrapped[12:], bound_to)
        except InvalidTag:
            raise KeyUnavailableError(f"a key of epoch {epoch} does not belong where it stands") from None

    def destroy_epoch(self, epoch: UUID) -> None:
        """See ``KeyProvider``. The file is overwritten first; on copy-on-write disks the disk's own encryption counts."""
        path = self._path(epoch)
        self._cache.pop(epoch, None)
        if path.exists():
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()

    def lookup_hash(self, tenant: UUID, kind: str, value: str) -> bytes:
        """See ``KeyProvider``."""
        said = b"\x00".join((tenant.bytes, kind.encode(), value.encode()))
        return hmac.digest(self._lookup_key(), said, sha256)

    def _lookup_key(self) -> bytes:
        path = self._directory / _LOOKUP
        if not path.exists():
            raise KeyUnavailableError("there is no look-up key")
        return path.read_bytes()

    def _cipher(self, epoch: UUID) -> AESGCM:
        path = self._path(epoch)
        if not path.exists():
            self._cache.pop(epoch, None)
            raise KeyUnavailableError(f"there is no key for epoch {epoch}")
        if epoch not in self._cache:
            self._cache[epoch] = AESGCM(path.read_bytes())
        return self._cache[epoch]

    def _path(self, epoch: UUID) -> Path:
        return self._directory / f"epoch-{epoch}.key"

    def _write(self, path: Path, content: bytes) -> None:
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails when another process was first: then that one's key is the key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
