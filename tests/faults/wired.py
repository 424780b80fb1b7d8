"""`up` with a wire between each process and each server, and processes whose clock may be wrong.

    python -m tests.faults.wired --wires FILE …flags of up

Nothing in the services knows of it: they are told other addresses. FILE is JSON, a port by name; where each wire
leads is written beside it into ``wires.book``, since the servers' ports are chosen here.
"""

import argparse
import dataclasses
import json
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from services.local import processes
from services.local.__main__ import log_to_stderr
from services.local.commands import up
from services.local.home import Home, write_private
from services.local.options import add_up
from services.local.processes import Addresses
from services.local.supervisor import Spec

SERVERS: Final = {
    "RUNDBORD_DATABASE_URL": "main",
    "RUNDBORD_KEYS_URL": "keys",
    "RUNDBORD_REDIS_URL": "valkey",
    "RUNDBORD_SMTP_URL": "smtp",
}
CHANNELS: Final = "RUNDBORD_CHANNELS_FILE"
CONNECTIONS: Final = (
    *("api→main", "api→keys", "api→valkey"),
    *("worker→main", "worker→keys", "worker→valkey", "beat→valkey"),
    *("notifier→main", "notifier→keys", "notifier→smtp", "notifier→sms", "notifier→digital_post"),
)
_DISPLACED: Final = Path(__file__).with_name("displaced.py")


def book_of(wires: Path) -> Path:
    """Where it stands where each wire leads."""
    return wires.with_suffix(".book")


def clock_of(run: Path, name: str) -> Path:
    """The file that says by how many seconds a process's clock is wrong."""
    return run / f"{name}.clock"


def through(wires: Path) -> Callable[[Home, Addresses], list[Spec]]:
    """The services as ever, but dialling the wires."""
    ports: Mapping[str, int] = json.loads(wires.read_text())

    def services(home: Home, at: Addresses) -> list[Spec]:
        book: dict[str, tuple[str, int]] = {}
        wired = [_wired(spec, home, ports, book) for spec in processes.services(home, at)]
        write_private(book_of(wires), json.dumps(book))
        return wired

    return services


def _wired(spec: Spec, home: Home, ports: Mapping[str, int], book: dict[str, tuple[str, int]]) -> Spec:
    told = dict(spec.env)
    for variable, server in SERVERS.items():
        name = f"{spec.name}→{server}"
        if name in ports and (url := told.get(variable)):
            parts = urlsplit(url)
            book[name] = (parts.hostname or "", parts.port or 0)
            there = f"127.0.0.1:{ports[name]}"
            user = parts.netloc.rpartition("@")[0]
            told[variable] = parts._replace(netloc=f"{user}@{there}" if user else there).geturl()
    if channels := told.get(CHANNELS):
        told[CHANNELS] = str(_channels(Path(channels), spec.name, ports, book))
    python, isolated, _, module, *rest = spec.argv
    clock = clock_of(home.run, spec.name)
    return dataclasses.replace(
        spec, env=told, argv=[python, isolated, str(_DISPLACED), str(clock), module, *rest]
    )


def _channels(file: Path, process: str, ports: Mapping[str, int], book: dict[str, tuple[str, int]]) -> Path:
    """A copy of the file of channels in which each leads through its wire."""
    text = file.read_text()
    for channel, (described, *_) in tomllib.loads(text).items():
        if (name := f"{process}→{channel}") in ports:
            at = urlsplit(described["url"])
            book[name] = (at.hostname or "", at.port or 0)
            text = text.replace(f"//{at.netloc}", f"//127.0.0.1:{ports[name]}")
    copy = file.with_stem(f"{file.stem}-{process}")
    write_private(copy, text)
    return copy


def main() -> int:
    """As `./rundbord up`."""
    log_to_stderr()
    parser = argparse.ArgumentParser(prog="python -m tests.faults.wired", description=__doc__)
    add_up(parser)
    parser.add_argument("--wires", type=Path, required=True)
    arguments = parser.parse_args()
    return up.run(arguments, through(arguments.wires))


if __name__ == "__main__":
    sys.exit(main())
