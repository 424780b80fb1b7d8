"""What the processes of the local system have in common: they alone say `Mode.LOCAL`, and when they are ready."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from services.local.mark import mark_ready


def readiness(name: str) -> Callable[[], None]:
    """Read the command line of a local process; give the function by which it says that it is ready.

    Called when its code is loaded: waits until the supervisor opens the gate, by closing our standard input.
    """
    parser = argparse.ArgumentParser(prog=f"services.local.{name}")
    parser.add_argument("--ready-file", type=Path, required=True)
    parser.add_argument("--gated", action="store_true", help="begin when standard input ends")
    arguments = parser.parse_args()
    file: Path = arguments.ready_file
    if arguments.gated:
        os.read(0, 1)
    return lambda: mark_ready(file)
