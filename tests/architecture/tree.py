"""What the convention tests look at: every file that git tracks or would track, and code as syntax trees."""

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Only for a copy without git: what .gitignore would keep out.
UNTRACKED = {".git", ".venv", ".rundbord", "node_modules", "vendor", "__pycache__", "build", "dist"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that git tracks or would track (without git: every file), relative to the root, sorted."""
    listed = _listed_by_git() if shutil.which("git") and (ROOT / ".git").exists() else _walked()
    return tuple(sorted(path for path in listed if (ROOT / path).is_file()))


def _listed_by_git() -> set[Path]:
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-c", "-o", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {Path(name) for name in listed.split("\0") if name}


def _walked() -> set[Path]:
    found = set()
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in UNTRACKED and not name.endswith("_cache")]
        found |= {Path(folder, name).relative_to(ROOT) for name in names if not name.endswith(".pyc")}
    return found


def under(*folders: str, suffix: str = "") -> list[Path]:
    """The files in these folders (everywhere when none is named), of one suffix."""
    return [
        path
        for path in files()
        if path.name.endswith(suffix)
        and (not folders or any(path.is_relative_to(folder) for folder in folders))
    ]


def text(path: Path) -> str:
    """A file's text; bytes that are no UTF-8 are replaced."""
    return (ROOT / path).read_text("utf-8", errors="replace")


@cache
def syntax(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(text(path), filename=str(path))


def dotted(node: ast.expr) -> str:
    """``a.b.c`` of a name or attribute chain, ``""`` for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (base := dotted(node.value)):
        return f"{base}.{node.attr}"
    return ""


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every call in a module."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Call) and (name := dotted(node.func)):
            yield node.lineno, name
