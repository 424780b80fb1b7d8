"""`gallery`: start a seeded system of its own, log in as the cast, take pictures of every page, write an index."""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import sync_playwright

from services.local.errors import EnvironmentProblem
from services.local.gallery.index import write_index
from services.local.gallery.shots import take_all, take_for_readme
from services.local.home import CHECKOUT
from services.local.options import add_json

PICTURES: Final = CHECKOUT / "docs" / "pictures"
_FLAGS: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument(
        "--into", type=Path, default=Path("gallery"), metavar="DIR", help="where the pictures go"
    )
    parser.add_argument(
        "--ready", type=Path, metavar="FILE", help="the ready line of a system that runs already"
    )
    parser.add_argument(
        "--readme", action="store_true", help="only the README's pictures, into docs/pictures"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the pictures; 0 when all are there. Raises EnvironmentProblem without a browser or a system."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise EnvironmentProblem("The gallery needs a Chromium, and there is none on this machine.")
    begun = time.monotonic()

    def say(words: str) -> None:
        print(f"{time.monotonic() - begun:6.1f} s  {words}", file=sys.stderr, flush=True)

    into: Path = PICTURES if arguments.readme else arguments.into.absolute()
    into.mkdir(parents=True, exist_ok=True)
    say("starting a seeded system")
    with _system(arguments.ready) as line, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        if arguments.readme:
            made = [str(into / name) for name in take_for_readme(browser, line, into)]
            index = None
        else:
            pictures = take_all(browser, line, into, say)
            made = [str(into / one.file) for one in pictures]
            index = str(write_index(pictures, into))
        browser.close()
    if arguments.json:
        print(json.dumps({"v": 1, "index": index, "pictures": made}))
    else:
        print(f"{len(made)} pictures in {into}" + (f": open {index}" if index else ""))
    return 0


@contextmanager
def _system(ready: Path | None) -> Iterator[Mapping[str, Any]]:
    """The ready line of a system: one that runs, or one of our own that ends with the block."""
    if ready is not None:
        yield _line(ready.read_text(encoding="utf-8"))
        return
    with tempfile.TemporaryDirectory(prefix="rb-gallery-", dir="/var/tmp") as home:
        # The databases' own user walks through it.
        Path(home).chmod(0o711)
        command = [sys.executable, "-P", "-m", "services.local", "up", "--data", f"{home}/data", "--json"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as up:
            try:
                yield _line(up.stdout.readline() if up.stdout else "")
            finally:
                up.send_signal(signal.SIGINT)
                up.wait(90)


def _line(text: str) -> Mapping[str, Any]:
    try:
        line: Mapping[str, Any] = json.loads(text.partition("\n")[0])
    except ValueError:
        raise EnvironmentProblem("The system did not start; what it said stands above.") from None
    return line
