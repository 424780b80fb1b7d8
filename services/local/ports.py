"""Which ports this data directory uses: the ones of the last start where they are still free."""

import fcntl
import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from services.local.errors import EnvironmentProblem
from services.local.process import free_port, is_free

_USUAL = 8080
_HELD: list[int] = []
"""Open descriptors of the reservations; they end with the process."""


@dataclass(frozen=True)
class Ports:
    """TCP ports on 127.0.0.1, by what listens there."""

    api: int
    postgres: int
    keys: int
    valkey: int
    identity: int
    mail: int
    sms: int
    digital_post: int
    receipts: int
    bounces: int


def choose(file: Path, wanted: int | None) -> Ports:
    """Pick free ports. Raises EnvironmentProblem when the api's was asked for by number and is taken.

    The providers' port is part of their issuer, by which the system knows professionals again: keeping it
    spares them a new acquaintance at each start.
    """
    try:
        last: dict[str, int] = json.loads(file.read_text())
    except (OSError, ValueError):
        last = {}
    chosen: set[int] = set()

    def pick(before: int | None) -> int:
        port = before if before and is_free(before) else free_port()
        while port in chosen or not _reserve(port):
            port = free_port()
        chosen.add(port)
        return port

    if wanted is not None:
        if not 0 < wanted < 65536:
            raise EnvironmentProblem(f"{wanted} is no TCP port.")
        if not is_free(wanted) or not _reserve(wanted):
            raise EnvironmentProblem(
                f"Port {wanted} is taken: name another with --port, or leave --port out to get a free one."
            )
        chosen.add(wanted)
    # One that an older start did not know is new; the others stay where they were.
    api = wanted or pick(last.get("api", _USUAL))
    others = [field.name for field in fields(Ports) if field.name != "api"]
    ports = Ports(api=api, **{name: pick(last.get(name)) for name in others})
    file.write_text(json.dumps(asdict(ports)))
    return ports


def _reserve(port: int) -> bool:
    """Keep a port for this process among systems that start at the same time, seconds before it listens there."""
    path = Path(tempfile.gettempdir()) / f"rundbord-port-{port}"
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        return True  # nowhere to say so; that the port is free now must do
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return False
    _HELD.append(descriptor)
    return True
