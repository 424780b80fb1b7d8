"""A real `up` for tests: started in a directory of its own, spoken to as a person or a tool would."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]


@dataclass
class Up:
    """A started `up`; `line` is its ready line."""

    process: subprocess.Popen[str]
    data: Path
    line: dict[str, Any]
    seconds: float
    said: list[str] = field(default_factory=list)

    @classmethod
    def start(
        cls, data: Path, *flags: str, seconds: float = 150, program: Sequence[str] | None = None
    ) -> Self:
        """Start and wait for the ready line; fails with what was said on stderr when none comes.

        ``program``: what takes the flags of `up` instead of it.
        """
        begun = time.monotonic()
        process = subprocess.Popen(
            [*(program or command("up")), "--data", str(data), "--json", *flags],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        said: list[str] = []
        threading.Thread(target=_collect, args=(process, said), daemon=True).start()
        killer = threading.Timer(seconds, process.kill)
        killer.start()
        assert process.stdout is not None
        text = process.stdout.readline()
        killer.cancel()
        if not text:
            process.wait(30)
            raise AssertionError("no ready line; stderr:\n" + "".join(said))
        return cls(process, data, json.loads(text), time.monotonic() - begun, said)

    def stop(self, how: int = signal.SIGINT, seconds: float = 90) -> int:
        """Ask it to stop; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(seconds)

    def running(self) -> dict[str, Any]:
        """What the data directory says of the running system now."""
        found: dict[str, Any] = json.loads((self.data / "running.json").read_text())
        return found


def command(*words: str) -> list[str]:
    """The command line that `./rundbord` hands over to."""
    return [sys.executable, "-P", "-m", "services.local", *words]


def run(*words: str, seconds: float = 150) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(*words), capture_output=True, text=True, timeout=seconds, check=False, env=environment()
    )


def environment() -> dict[str, str]:
    """The shell of someone who happens to have settings of another Rundbord: they must not matter."""
    return {**os.environ, "RUNDBORD_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}


def processes_of(data: Path) -> list[str]:
    """Every process of the machine that belongs to a data directory: by argument, directory or variable."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and int(place.name) != os.getpid():
            try:
                line = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                traces = [line, os.readlink(place / "cwd")]
            except OSError:
                continue  # gone meanwhile
            if any(str(data) in trace for trace in traces):
                found.append(f"{place.name} {line}")
    return found


def wait_until(what: str, true: Any, seconds: float = 60) -> None:
    """Wait for something to become true; fails naming it."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"in {seconds} s it did not happen: {what}"
        time.sleep(0.05)


def _collect(process: subprocess.Popen[str], said: list[str]) -> None:
    assert process.stderr is not None
    said.extend(process.stderr)
