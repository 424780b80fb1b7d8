"""How a process of the local system tells the supervisor that it does its work."""

import os
from pathlib import Path


def mark_ready(file: Path) -> None:
    """Say `this process is ready` (called in the process itself)."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_text(str(os.getpid()))
    draft.replace(file)


def is_marked(file: Path, pid: int) -> bool:
    """Tell whether exactly the process `pid` has said so; an earlier one's mark does not count."""
    try:
        return file.read_text() == str(pid)
    except OSError:
        return False
