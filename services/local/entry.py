"""What the processes of the local system have in common: they alone say `Mode.LOCAL`, and when they are ready."""

import argparse
from collections.abc import Callable
from pathlib import Path

from services.local.mark import mark_ready


def readiness(name: str) -> Callable[[], None]:
    """Read the command line of a local process; give the function by which it says that it is ready."""
    parser = argparse.ArgumentParser(prog=f"services.local.{name}")
    parser.add_argument("--ready-file", type=Path, required=True)
    file: Path = parser.parse_args().ready_file
    return lambda: mark_ready(file)
