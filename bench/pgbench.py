"""Runs PostgreSQL's own pgbench, from the same package as the server, and reads its numbers."""

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.recording import Script

_LATENCY = re.compile(r"latency average = ([\d.]+) ms")
_TPS = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)
_FAILED = re.compile(r"number of failed transactions: (\d+)")


class PgbenchError(Exception):
    """pgbench did not run, or some of its transactions failed; the text is what it said."""


@dataclass(frozen=True)
class Numbers:
    """Mean latency in milliseconds and transactions a second."""

    ms: float
    per_second: float


def run(program: Path, dsn: str, script: Script, folder: Path, connections: int, seconds: int) -> Numbers:
    """Run the script for a while as the same login role, over prepared statements."""
    file = folder / "script.sql"
    file.write_text(script.text)
    variables = [f"--define={name}={value}" for name, value in script.variables.items()]
    command = [
        *(str(program), "--no-vacuum", "--protocol=prepared", f"--client={connections}", "--jobs=1"),
        *(f"--time={seconds}", f"--file={file}", *variables, dsn),
    ]
    surroundings = {"PATH": os.environ["PATH"], "PGOPTIONS": "-c search_path=rundbord -c timezone=UTC"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=surroundings)
    return read(done.stdout, done.returncode, done.stderr)


def read(said: str, code: int = 0, complaint: str = "") -> Numbers:
    """The numbers of a report; raises ``PgbenchError`` when a transaction failed."""
    latency, tps, failed = _LATENCY.search(said), _TPS.search(said), _FAILED.search(said)
    if code != 0 or latency is None or tps is None or (failed and int(failed.group(1))):
        raise PgbenchError(f"pgbench ended with {code}\n{said[-1000:]}\n{_first(complaint.splitlines())}")
    return Numbers(float(latency.group(1)), float(tps.group(1)))


def _first(lines: Sequence[str]) -> str:
    return "\n".join(lines[:10])
