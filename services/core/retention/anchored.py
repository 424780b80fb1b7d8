"""The ledger of erasures kept outside the databases: one file a tenant, one line an erasure.

A line is on disk before the first row goes, so a database that is restored from an older backup can be told what
it must forget again (``replay.py``). It holds ids, days and the rule, nothing of a person. A line ends in a sum
that tells a torn last line from a changed one; a torn one stands for a deletion that was never committed.
"""

import fcntl
import hashlib
import os
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec

FILE = "erasures"


class LedgerDamagedError(Exception):
    """A line before the last does not say what was written. Names file and line."""


class Erased(msgspec.Struct, frozen=True):
    """One erasure as the ledger in the database has it."""

    id: UUID
    dossier: UUID
    record: str
    rule: str
    counted_from: date
    due_on: date


def append(directory: Path, tenant: UUID, erased: Erased) -> None:
    """Write one line and wait until the disk has it. Written twice, it says the same."""
    home = directory / str(tenant)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    said = msgspec.json.encode(erased)
    descriptor = os.open(home / FILE, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        content = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        os.ftruncate(descriptor, content.rfind(b"\n") + 1)
        os.write(descriptor, said + b" " + _sum(said) + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    folder = os.open(home, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read(directory: Path, tenant: UUID) -> list[Erased]:
    """Every erasure of a tenant, oldest first; a torn last line is left out. Raises ``LedgerDamagedError``."""
    file = directory / str(tenant) / FILE
    if not file.exists():
        return []
    content = file.read_bytes()
    found = []
    for number, line in enumerate(content[: content.rfind(b"\n") + 1].splitlines(), start=1):
        said, _, checksum = line.rpartition(b" ")
        if checksum != _sum(said):
            raise LedgerDamagedError(f"{file.name}, line {number}")
        found.append(msgspec.json.decode(said, type=Erased))
    return found


def _sum(said: bytes) -> bytes:
    return hashlib.sha256(said).hexdigest()[:16].encode()
