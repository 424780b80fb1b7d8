"""Takes the pictures: a browser for each of the cast, every kind of page within reach of their links once."""

import base64
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page

from services.local.errors import EnvironmentProblem
from services.local.gallery.plan import EXTRAS, README, SITTINGS, Extra, Shown, Sitting

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NO_PAGE: Final = ("/auth/", "/static/")
_FILE: Final = re.compile(r"\.(csv|ics|pdf|svg|png)(\?|$)")
_QUALITY: Final = 82
_SMALL: Final = 60_000
"""The most bytes of a committed picture."""
_QUALITIES: Final = (80, 60, 40, 25)


@dataclass(frozen=True)
class Picture:
    """A picture that was taken: of whom, which page, in which state; ``file`` lies in the gallery."""

    file: str
    tenant: str
    whose: str
    title: str
    path: str
    look: str
    size: tuple[int, int]


class Cast:
    """A running system as its ready line tells it."""

    def __init__(self, line: Mapping[str, Any]) -> None:
        self._line = line

    def login(self, tenant: str, key: str) -> tuple[str, str]:
        """The address of a tenant, and the path that logs one of the cast in."""
        urls = [str(one["url"]) for one in self._line["tenants"] if one["id"] == tenant]
        hints = [str(one["login_hint"]) for one in self._line["persons"] if one["tenant"] == tenant]
        fitting = [hint for hint in hints if hint.rsplit("-", 1)[0] == f"{tenant}-{key}"]
        if not urls or not fitting:
            raise EnvironmentProblem(f"This system has no {key} in {tenant}.")
        return urls[0], f"/auth/login?login_hint={fitting[0]}"


def take_all(
    browser: Browser, line: Mapping[str, Any], into: Path, say: Callable[[str], None]
) -> list[Picture]:
    """Every picture of the plan, in its order."""
    cast = Cast(line)
    taken: list[Picture] = []
    for sitting in SITTINGS:
        say(f"{sitting.words} ({sitting.tenant})")
        taken += _take_sitting(browser, cast, sitting, into)
    say("dark, printed, right to left")
    taken += [picture for extra in EXTRAS for picture in _take_extra(browser, cast, extra, into)]
    return taken


def take_for_readme(browser: Browser, line: Mapping[str, Any], into: Path) -> list[str]:
    """The README's pictures as small WebP files; their names. Raises EnvironmentProblem for one that stays too large."""
    cast = Cast(line)
    into.mkdir(parents=True, exist_ok=True)
    return [_take_shown(browser, cast, shown, into) for shown in README]


def _take_sitting(browser: Browser, cast: Cast, sitting: Sitting, into: Path) -> Iterator[Picture]:
    with _someone(browser, cast, sitting.tenant, sitting.key, sitting.size) as (page, url):
        names = Counter[str]()
        for path in _within_reach(page, url):
            name = _ID.sub("x", path).strip("/").replace("/", "-") or "front"
            name = re.sub(r"[^a-z0-9_-]+", "_", name.lower())[:60]
            names[name] += 1
            again = f"-{names[name]}" if names[name] > 1 else ""
            file = f"{sitting.tenant}-{sitting.key}-{name}{again}.webp"
            (into / file).write_bytes(_webp(page, _QUALITY, whole=True))
            yield Picture(
                file, sitting.tenant, sitting.words, page.title(), _ID.sub("…", path), "light", sitting.size
            )


def _within_reach(page: Page, url: str) -> Iterator[str]:
    """Each kind of page that links lead to, opened; of meetings two, since one may be over and the other to come."""
    waiting, asked, kinds = ["/"], {"/"}, Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = _ID.sub("x", path.partition("?")[0])
        kinds[kind] += 1
        if kinds[kind] > (2 if kind == "/meetings/x" else 1):
            continue
        answer = page.goto(url + path)
        if answer is None or answer.status != 200:
            continue
        yield path
        found = [one for one in dict.fromkeys(_links(page)) if one not in asked]
        asked.update(found)
        waiting += found


def _links(page: Page, part: str = "") -> Sequence[str]:
    """Where the page leads to, without the parts; ``part``: only to that one."""
    found: list[str] = page.eval_on_selector_all(
        f"a[href^='/'][href$='#{part}']" if part else "a[href^='/']",
        "all => all.map(a => a.getAttribute('href').split('#')[0])",
    )
    return [one for one in found if one and not one.startswith(_NO_PAGE) and not _FILE.search(one)]


def _take_extra(browser: Browser, cast: Cast, extra: Extra, into: Path) -> Iterator[Picture]:
    with _someone(browser, cast, extra.tenant, extra.key, extra.size) as (page, url):
        if extra.look == "rtl":
            page.context.add_cookies([{"name": "rundbord_language", "value": "ar", "url": url}])
        path = _open(page, url, extra.path)
        if extra.look == "dark":
            page.emulate_media(color_scheme="dark")
        elif extra.look == "print":
            page.emulate_media(media="print")
        file = f"{extra.tenant}-{extra.key}-{extra.path.strip('/') or 'front'}-{extra.look}.webp"
        (into / file).write_bytes(_webp(page, _QUALITY, whole=True))
        yield Picture(file, extra.tenant, extra.key, page.title(), _ID.sub("…", path), extra.look, extra.size)


def _take_shown(browser: Browser, cast: Cast, shown: Shown, into: Path) -> str:
    with _someone(browser, cast, shown.tenant, shown.key, shown.size) as (page, url):
        _open(page, url, shown.path)
        _load_all(page)
        if shown.part:
            page.locator(shown.part).evaluate("one => one.scrollIntoView()")
        for quality in _QUALITIES:
            made = _webp(page, quality, whole=False)
            if len(made) <= _SMALL:
                (into / f"{shown.name}.webp").write_bytes(made)
                return f"{shown.name}.webp"
    raise EnvironmentProblem(f"The picture {shown.name} does not become smaller than {_SMALL} bytes.")


def _open(page: Page, url: str, path: str) -> str:
    """Open the page, or the first one right below ``path`` that a link of the front page leads to.

    ``path`` with a part (``#agenda``): the first that is linked to for that part of it.
    """
    page.goto(f"{url}/")
    if path != "/":
        links = _right_below(page, path)
        if not links:
            page.goto(f"{url}{path.partition('#')[0].rstrip('/')}")
            links = _right_below(page, path)
        if not links:
            raise EnvironmentProblem(f"No link leads to {path}: is this system seeded?")
        path = links[0]
        page.goto(url + path)
    return path


def _right_below(page: Page, path: str) -> list[str]:
    above, _, part = path.partition("#")
    return [
        one for one in _links(page, part) if one.startswith(above) and _ID.fullmatch(one.removeprefix(above))
    ]


def _load_all(page: Page) -> None:
    """Wait for what is only loaded once somebody scrolls to it."""
    page.evaluate(
        """() => Promise.all([...document.images].map(one => { one.loading = "eager"; return one.decode(); }))"""
    )


@contextmanager
def _someone(
    browser: Browser, cast: Cast, tenant: str, key: str, size: tuple[int, int]
) -> Iterator[tuple[Page, str]]:
    url, login = cast.login(tenant, key)
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="da-DK")
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.goto(url + login)
    try:
        yield page, url
    finally:
        context.close()


def _webp(page: Page, quality: int, *, whole: bool) -> bytes:
    """The page as WebP, which playwright itself does not make."""
    session = page.context.new_cdp_session(page)
    asked = {"format": "webp", "quality": quality, "captureBeyondViewport": whole}
    if whole:
        _load_all(page)
        width, height = page.evaluate(
            "() => [document.documentElement.clientWidth, document.documentElement.scrollHeight]"
        )
        # A WebP holds 16383 pixels a side.
        asked["clip"] = {"x": 0, "y": 0, "width": width, "height": min(height, 16_000), "scale": 1}
    answer = session.send("Page.captureScreenshot", asked)
    session.detach()
    return base64.b64decode(answer["data"])
