"""Heads of the chain, kept outside the database: one file a tenant and month, one line a sealing.

A line is ``position chain sum`` and is on disk before the next sealing begins. The sum tells a torn last line (the
machine died while writing) from a changed one: a torn one is cut off and written again, for it was never told
to anyone. Whoever may write both the database and this directory can rewrite history; so the directory belongs
on other storage, append-only where it can be had.
"""

import fcntl
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

_SEGMENT = re.compile(r"[0-9]{4}-[0-9]{2}")
_LONGEST = 128


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """How far the chain had come when it was anchored."""

    position: int
    segment: str
    chain: bytes


class AnchorDamagedError(Exception):
    """A line before the last does not say what was written. Names file and line."""


def append(directory: Path, tenant: UUID, anchor: Anchor) -> None:
    """Write one line and wait until the disk has it.

    An anchor that is not newer than the last is not written: of two sealers that end at once, the slower one has
    nothing to add.
    """
    home = directory / str(tenant)
    fresh = not home.exists()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if fresh:
        _sync(directory)
    file = home / f"{anchor.segment}.anchor"
    begun = file.exists()
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        newest = last(directory, tenant)
        if newest is not None and newest.position >= anchor.position:
            return
        os.ftruncate(descriptor, _whole(os.pread(descriptor, os.fstat(descriptor).st_size, 0)))
        os.write(descriptor, _line(anchor))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if not begun:
        _sync(home)


def read(directory: Path, tenant: UUID) -> list[Anchor]:
    """Every anchor of a tenant, oldest first; a torn last line is left out. Raises ``AnchorDamagedError``."""
    found = []
    for file in sorted((directory / str(tenant)).glob("*.anchor")):
        content = file.read_bytes()
        for number, line in enumerate(content[: _whole(content)].splitlines(), start=1):
            anchor = _parsed(file.stem, line)
            if anchor is None:
                raise AnchorDamagedError(f"{file.name}, line {number}")
            found.append(anchor)
    return found


def last(directory: Path, tenant: UUID) -> Anchor | None:
    """The newest anchor of a tenant, from the ends of its files. Raises ``AnchorDamagedError``."""
    for file in sorted((directory / str(tenant)).glob("*.anchor"), reverse=True):
        with file.open("rb") as content:
            content.seek(max(0, file.stat().st_size - 4 * _LONGEST))
            tail = content.read()
        lines = tail[: _whole(tail)].splitlines()
        if lines:
            anchor = _parsed(file.stem, lines[-1])
            if anchor is None:
                raise AnchorDamagedError(f"{file.name}, last line")
            return anchor
    return None


def _line(anchor: Anchor) -> bytes:
    said = f"{anchor.position} {anchor.chain.hex()}"
    return f"{said} {_sum(anchor.segment, said)}\n".encode()


def _parsed(segment: str, line: bytes) -> Anchor | None:
    said, _, checksum = line.decode("ascii", errors="replace").rpartition(" ")
    if checksum != _sum(segment, said) or not _SEGMENT.fullmatch(segment):
        return None
    position, _, chain = said.partition(" ")
    return Anchor(int(position), segment, bytes.fromhex(chain))


def _sum(segment: str, said: str) -> str:
    return hashlib.sha256(f"{segment} {said}".encode()).hexdigest()[:16]


def _whole(content: bytes) -> int:
    """How many bytes are whole lines."""
    return content.rfind(b"\n") + 1


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
