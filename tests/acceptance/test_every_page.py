"""Every page that someone can reach by its links, as each of the cast, in a real browser on the real system.

Each page, and each file that a page offers, is held to what every answer must be (`inspect_answer`): valid HTML,
labels, headings, headers, a title of its own that names nobody, and no word of another family or municipality. Then
the browser: nothing wider than a phone in either direction, nothing in its console, few bytes, easy words.

What rests on the elements of a page and on the style, and not on its words, is looked at when a page holds an element
that no page before it held in such a place: axe-core with all unfolded, in light and in dark; the keyboard; text twice
as large; the spacing a reader may choose; paper. What families read is judged in forced colours and from right to left
too, where the one rule that can then answer otherwise is contrast.
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

from services.local.seed.cast import ADULTS, CHILDREN
from services.local.seed.names import FAMILIES
from tests.acceptance.browser import chromium
from tests.acceptance.conftest import System
from tests.portal import looking
from tests.portal.inspect_page import Inspected, inspect_answer, text_of
from tests.portal.reached import REACHED
from tests.portal.readability import EASY, FEW_WORDS, lix, running_text, words_of

CAST = (
    *(("randers", key) for key in ("leder", "laerer", "raadgiver", "psykolog")),
    *(
        ("randers", key)
        for key in ("mor", "mor-beskyttet", "far-uden", "unge-15", "administrator", "dpo", "revisor")
    ),
    *(("ringsted", key) for key in ("leder", "mor")),
    *(("slagelse", key) for key in ("leder", "far")),
)
FAMILY: Final = ("mor", "far", "unge")
OF_A_KIND: Final = 2
"""How many pages that differ by their ids alone are looked at of those that families read; of all others, one."""
MEETING: Final = "/meetings/*"
"""Of these two as well: one may be over, and the other to come."""
FIRST_BYTES: Final = 100_000
LATER_BYTES: Final = 15_000
TOWNS: Final = ("Randers", "Ringsted", "Slagelse")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d")
SMALL: ViewportSize = {"width": 320, "height": 640}
HALF: ViewportSize = {"width": 640, "height": 640}
"""A desk's 1280 pixels with everything twice as large."""
FAMILY_OF: Final = {one.key: one.family for one in (*ADULTS, *CHILDREN)}
SAME: Final = {"/audit": "/", "/login?next=/stay": "/stay"}
"""The auditor's front page by its other name; and a provider that knows one still leads straight back."""
FILES: Final = (".csv", ".ics", ".json", ".pdf", "/drawing")


@pytest.fixture(scope="module")
def seen() -> set[int]:
    """The elements that were looked at so far."""
    return set()


@pytest.fixture(scope="module")
def walked() -> dict[str, set[str]]:
    """The kinds of pages that each of the cast came to."""
    return {}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize(("tenant", "key"), CAST, ids=[f"{tenant}-{key}" for tenant, key in CAST])
def test_every_page_within_reach(
    system: System,
    browser: Browser,
    seen: set[int],
    walked: dict[str, set[str]],
    tenant: str,
    key: str,
) -> None:
    context = browser.new_context(viewport=SMALL, locale="da-DK")
    walk = Walk(context.new_page(), system.url(tenant), strange_to(tenant, key), key in FAMILY_OF, seen)
    walk.page.goto(f"{walk.url}/auth/login?login_hint={system.hint(tenant, key)}")
    walk.expect_few_bytes("the first page", FIRST_BYTES)
    kinds: Counter[str] = Counter()
    waiting = ["/"]
    asked = set(waiting)
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        kinds[kind] += 1
        many = kind == MEETING or (key.startswith(FAMILY) and not a_file(path))
        if kinds[kind] > (OF_A_KIND if many else 1):
            continue
        for link in walk.look_at(path, kind):
            if link not in asked:
                asked.add(link)
                waiting.append(link)
    context.close()
    walked[f"{tenant}-{key}"] = {kind.partition("?")[0] for kind in kinds}
    walk.read_together()
    assert len(kinds) >= 5, kinds
    assert walk.wrong == {}


def test_what_is_made_up_for_no_test_was_reached(walked: dict[str, set[str]]) -> None:
    if len(walked) < len(CAST):
        pytest.skip("not everyone of the cast walked")
    assert set().union(*walked.values()) >= REACHED


def kind_of(path: str) -> str:
    """An address without its ids and days; where a list is narrowed in several ways at once, with the names of the ways alone.

    Each way by itself is looked at with each of its values; all of them together are hundreds of pages of one kind.
    """
    place, _, question = _ID.sub("*", path).partition("?")
    asked = [(name, value) for name, value in parse_qsl(question) if name != "after"]
    words = [name if len(asked) > 1 else f"{name}={value}" for name, value in asked]
    return f"{place}?{'&'.join(sorted(words))}" if words else place


def a_file(path: str) -> bool:
    """Whether an address gives a file, which is fetched and not gone to; a drawing is one that a page shows."""
    return path.partition("?")[0].endswith(FILES)


def strange_to(tenant: str, key: str) -> Collection[str]:
    """Words that nobody of this town may read, and for one of a family those of every other family."""
    words = [f"{town} Kommune" for town in TOWNS if town.lower() != tenant]
    if key in FAMILY_OF:
        words += [name for number, name in enumerate(FAMILIES) if number != FAMILY_OF[key]]
    return words


@dataclass
class Walk:
    """One person's way through the pages, and what was wrong on it, by path."""

    page: Page
    url: str
    strange: Collection[str]
    family: bool
    seen: set[int]
    wrong: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        def hear(message: ConsoleMessage) -> None:
            self.said.append(f"the browser says: {message.text}")

        self.page.on("console", hear)
        self.page.on("pageerror", lambda error: self.said.append(f"a script fails: {error}"))

    def tell(self, path: str, *faults: str) -> None:
        if faults:
            self.wrong.setdefault(path, []).extend(faults)

    def look_at(self, path: str, kind: str) -> list[str]:
        """Look at a page or a file; where it leads on this site."""
        if a_file(path):
            status, headers, body = self.page.evaluate(looking.FETCH, path)
            self._inspect(path, status, headers, b64decode(body))
            return []
        answer = self.page.goto(self.url + path)
        assert answer is not None
        if answer.status != 200:
            self.tell(path, f"answers {answer.status}")
            return []
        inspected = self._inspect(path, answer.status, answer.headers, answer.body())
        if inspected is not None:
            page = kind.partition("?")[0]
            self._read(path, SAME.get(page, page), inspected)
        if not answer.headers["content-type"].startswith("text/html"):
            return []
        self.expect_few_bytes(path, LATER_BYTES)
        widths = self.page.evaluate(looking.WIDTHS)
        self.tell(path, *(f"is {width} px wide" for width in widths if width > SMALL["width"]))
        self.page.evaluate(looking.UNFOLD)
        elements = set(self.page.evaluate(looking.ELEMENTS))
        if not elements <= self.seen:
            self._look_closely(path)
            self.seen |= elements
        self.tell(path, *self.said)
        self.said.clear()
        links = self.page.eval_on_selector_all(
            "a[href^='/']", "all => all.map(a => a.getAttribute('href').split('#')[0])"
        )
        return [link for link in links if link and not link.startswith(("/auth/", "/static/"))]

    def expect_few_bytes(self, path: str, most: int) -> None:
        """The page just shown came with fewer bytes than ``most``, fonts aside."""
        came = self.page.evaluate(looking.TRANSFERRED)
        if came >= most:
            self.tell(path, f"took {came} bytes")

    def _inspect(self, path: str, status: int, headers: dict[str, str], body: bytes) -> Inspected | None:
        try:
            return inspect_answer(status, headers, body, self.strange)
        except AssertionError as broken:
            self.tell(path, str(broken))
            return None

    def _read(self, path: str, kind: str, inspected: Inspected) -> None:
        title = text_of(inspected.all("title")[0])
        other = self.titles.setdefault(title, kind)
        if other != kind:
            self.tell(path, f"has the title of {other}: {title}")
        if self.family:
            text = running_text(inspected.main)
            if len(words_of(text)) < FEW_WORDS:
                self.short.append(text)
            elif lix(text) >= EASY:
                self.tell(path, f"has a LIX of {lix(text):.0f}")

    def read_together(self) -> None:
        """Measure what is too short to be measured by itself."""
        text = " ".join(self.short)
        if lix(text) >= EASY:
            self.tell("the short texts", f"have a LIX of {lix(text):.0f} together: {text}")

    def _look_closely(self, path: str) -> None:
        page = self.page
        page.evaluate(looking.axe_script())
        self.tell(path, *page.evaluate(looking.FAULTS, looking.EVERY_RULE))
        self.tell(path, *page.evaluate(looking.KEYBOARD))
        page.emulate_media(color_scheme="dark")
        page.evaluate(looking.SETTLE)
        dark = page.evaluate(looking.FAULTS, looking.CONTRAST)
        self.tell(path, *(f"dark: {fault}" for fault in dark))
        if self.family:
            page.emulate_media(color_scheme="light", forced_colors="active")
            page.evaluate(looking.SETTLE)
            forced = page.evaluate(looking.FAULTS, looking.CONTRAST)
            self.tell(path, *(f"in forced colours: {fault}" for fault in forced))
            page.emulate_media(forced_colors="none")
            page.evaluate(looking.TURNED)
            page.evaluate(looking.SETTLE)
            turned = page.evaluate(looking.FAULTS, looking.CONTRAST)
            self.tell(path, *(f"from right to left: {fault}" for fault in turned))
            page.evaluate(looking.TURNED)
        page.emulate_media(color_scheme="light", media="print")
        self.tell(path, *page.evaluate(looking.ON_PAPER))
        page.emulate_media(media="screen")
        page.evaluate(looking.SETTLE)
        page.evaluate(looking.SPACED_TEXT)
        crowded = page.evaluate(looking.CROWDED, SMALL["width"])
        self.tell(path, *(f"spaced: {fault}" for fault in crowded))
        page.evaluate(looking.OWN_TEXT)
        page.set_viewport_size(HALF)
        page.evaluate(looking.LARGER_TEXT)
        crowded = page.evaluate(looking.CROWDED, HALF["width"])
        self.tell(path, *(f"at 200 %: {fault}" for fault in crowded))
        page.evaluate(looking.OWN_TEXT)
        page.set_viewport_size(SMALL)
