"""How far a verification had come when it was stopped, so that the next goes on from there.

Why nothing can hide behind it: it stands beside the anchors, where whoever can write the database alone can't write; what it
lets be skipped, this very verification has recomputed, within a day; the link at its end is read again and must be the one
that was recomputed, and every link after it hangs on that one. What is changed behind the mark while a verification is
stopped the next one finds: one that came to its end is not remembered, and the worker's own, once a day, recomputes
everything. Whoever may write both places could rewrite history without it (``anchor.py``).

Lines are added and never changed, each with its sum, so that an append-only place will do; of a torn or changed line on,
nothing counts. It is a file of one verification: the first line says when it began (business time).
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

_FILE: Final = "verification.progress"
GOES_ON_FOR: Final = timedelta(hours=24)
"""A verification that began longer ago begins anew."""
MOST: Final = 1000
"""With more findings than this a chain is not gone on with: what is to be remembered of it is its beginning."""


class Told(msgspec.Struct, frozen=True):
    """A finding or a note, as ``verification.Finding`` has it, without its tenant."""

    code: str
    position: int | None
    event: UUID | None
    detail: str


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """When the verification began."""

    at: datetime


class Mark(msgspec.Struct, frozen=True, tag="mark"):
    """How far one tenant's chain has been recomputed, and what was found in it.

    ``anchored`` is the newest anchor that it was compared with; ``ended``: there was no more of it.
    """

    tenant: UUID
    position: int
    chain: bytes
    anchored: int
    sealed: int
    waiting: int
    findings: list[Told]
    notes: list[Told]
    ended: bool


_Line = Begun | Mark


class Kept:
    """The marks of one verification, by tenant; new ones are added to its file."""

    def __init__(self, descriptor: int | None, marks: dict[UUID, Mark], begun: datetime | None) -> None:
        self._descriptor = descriptor
        self.marks = marks
        self.begun = begun

    def can_go_on(self, now: datetime) -> bool:
        """Whether what was kept is of a verification that may still be gone on with at ``now`` (business time)."""
        return self.begun is not None and timedelta(0) <= now - self.begun < GOES_ON_FOR

    def begin(self, at: datetime) -> None:
        """A verification begins."""
        self.marks, self.begun = {}, at
        self._add(Begun(at))

    def keep(self, mark: Mark) -> None:
        """This far it has come."""
        if len(mark.findings) + len(mark.notes) <= MOST:
            self._add(mark)

    def _add(self, line: _Line) -> None:
        if self._descriptor is not None:
            said = msgspec.json.encode(line)
            os.write(self._descriptor, said + b" " + _sum(said) + b"\n")


@contextmanager
def kept(anchors: Path) -> Iterator[Kept]:
    """What a stopped verification left. Where another one runs at this moment, or nothing can be written, nothing is kept.

    Left without an exception, it has come to its end and is forgotten.
    """
    file = anchors / _FILE
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        yield Kept(None, {}, None)
        return
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield Kept(None, {}, None)
            return
        yield _read(descriptor)
        # Where it can't be removed it can be told that it is over.
        os.write(descriptor, b"ended\n")
        with suppress(OSError):
            file.unlink()
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> Kept:
    content = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    begun, marks = None, dict[UUID, Mark]()
    for line in content.splitlines(keepends=True):
        said, _, checksum = line.removesuffix(b"\n").rpartition(b" ")
        if not line.endswith(b"\n") or checksum != _sum(said):
            begun, marks = None, {}
            continue
        found = msgspec.json.decode(said, type=_Line)
        if isinstance(found, Begun):
            begun, marks = found.at, {}
        else:
            marks[found.tenant] = found
    return Kept(descriptor, marks if begun else {}, begun)


def _sum(said: bytes) -> bytes:
    return hashlib.sha256(said).hexdigest()[:16].encode()
