"""`check`: what can be known without running the system: format, lint, types, import contracts."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from services.local.home import CHECKOUT
from services.local.options import add_json

_BIN = Path(sys.executable).parent
CHECKS = {
    "format": [str(_BIN / "ruff"), "format", "--check", "--quiet", "."],
    "lint": [str(_BIN / "ruff"), "check", "--quiet", "."],
    "types": [str(_BIN / "mypy")],
    "imports": [str(_BIN / "lint-imports")],
    "architecture": [sys.executable, "-P", "-m", "pytest", "-q", "tests/architecture"],
}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the checks side by side; 0 when all hold, 1 with what the failing ones said."""
    started = time.monotonic()
    running = {
        name: subprocess.Popen(
            command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name, command in CHECKS.items()
    }
    said = {name: process.communicate()[0] for name, process in running.items()}
    failed = [name for name, process in running.items() if process.returncode != 0]
    seconds = round(time.monotonic() - started, 1)
    if arguments.json:
        found = [{"check": name, "output": said[name]} for name in failed]
        print(json.dumps({"ok": not failed, "seconds": seconds, "findings": found}))
    else:
        for name in failed:
            print(f"--- {name}\n{said[name].rstrip()}")
        for name in CHECKS:
            print(f"{name:14}{'failed' if name in failed else 'ok'}")
        print(f"{seconds} s")
    return 1 if failed else 0
