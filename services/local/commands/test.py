"""`test`: the whole test suite, on as many cores as help; further words go to pytest."""

import argparse
import os
import subprocess
import sys

from services.local.home import CHECKOUT

_WHOLE = ["-n", str(min((os.cpu_count() or 1) + 1, 4)), "--dist", "loadfile", "--no-loadscope-reorder"]
"""A file's tests stay together: what they stand on is made once for each file. One more than there are cores,
since a test often waits for a process it started; above four, databases wait for the disk.
Files begin in the order of `tests/conftest.py`: the long ones first."""


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments: none of ours."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Run pytest on all of `tests/`; 0 all passed, 1 some failed, 2 used wrongly."""
    words: list[str] = arguments.rest or _WHOLE
    # The pages are tested as they look: with the design system's files. Without a network the tests say so and skip.
    assets = [sys.executable, "-P", str(CHECKOUT / "build_assets.py")]
    subprocess.run(assets, cwd=CHECKOUT, stdout=subprocess.DEVNULL, check=False)
    command = [sys.executable, "-P", "-m", "pytest", *words]
    code = subprocess.run(command, cwd=CHECKOUT, env=_environment(), check=False).returncode
    # pytest: 0 passed, 1 failed, 2 interrupted, 3 internal, 4 usage, 5 nothing collected
    return {0: 0, 1: 1, 4: 2}.get(code, 1)


def _environment() -> dict[str, str]:
    # The suite knows its own settings; what the person's shell says of a Rundbord is another one's.
    return {key: value for key, value in os.environ.items() if not key.startswith("RUNDBORD_")}
