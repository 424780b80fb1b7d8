"""Every page that someone can reach by its links, as each of the cast, in a real browser on the real system.

Each is held to what every page must be: valid HTML and labels (`inspect_page`), nothing wider than a phone in either
direction, and no link that leads nowhere. axe-core, with all that is folded away unfolded, looks at a page, in light
and in dark, when it holds an element that no page before it held in such a place: what axe says of an element rests
on the element, on what it stands in and on the style, and those were looked at.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.acceptance.browser import chromium
from tests.acceptance.conftest import System
from tests.portal.inspect_page import inspect_page
from tests.portal.looking import CONTRAST, ELEMENTS, EVERY_RULE, FAULTS, SETTLE, UNFOLD, WIDTHS, axe_script

CAST = (
    *(("randers", key) for key in ("leder", "laerer", "raadgiver", "psykolog", "sundhedsplejerske")),
    *(
        ("randers", key)
        for key in ("mor", "mor-beskyttet", "far-uden", "unge-15", "administrator", "dpo", "revisor")
    ),
    *(("ringsted", key) for key in ("leder", "mor")),
    *(("slagelse", key) for key in ("leder", "far")),
)
OF_A_KIND = 2
"""How many pages that differ by their ids alone are looked at."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SMALL: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def seen() -> set[int]:
    """The elements that axe has looked at so far."""
    return set()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize(("tenant", "key"), CAST, ids=[f"{tenant}-{key}" for tenant, key in CAST])
def test_every_page_within_reach(
    system: System, browser: Browser, seen: set[int], tenant: str, key: str
) -> None:
    url = system.url(tenant)
    context = browser.new_context(viewport=SMALL, locale="da-DK")
    page = context.new_page()
    page.goto(f"{url}/auth/login?login_hint={system.hint(tenant, key)}")
    wrong: dict[str, list[str]] = {}
    kinds: Counter[str] = Counter()
    waiting = ["/"]
    asked = set(waiting)
    while waiting:
        path = waiting.pop(0)
        kind = _ID.sub("*", path.split("?after=")[0])
        kinds[kind] += 1
        if kinds[kind] > OF_A_KIND:
            continue
        faults, links = look_at(page, url + path, seen)
        if faults:
            wrong[path] = faults
        for link in links:
            if link not in asked:
                asked.add(link)
                waiting.append(link)
    context.close()
    assert len(kinds) >= 5, kinds
    assert wrong == {}


def look_at(page: Page, address: str, seen: set[int]) -> tuple[list[str], list[str]]:
    """What is wrong with a page, and where it leads on this site."""
    answer = page.goto(address)
    assert answer is not None
    if answer.status != 200:
        return [f"answers {answer.status}"], []
    faults = []
    try:
        inspect_page(answer.status, answer.headers, answer.text())
    except AssertionError as broken:
        faults.append(str(broken))
    faults += [f"is {width} px wide" for width in page.evaluate(WIDTHS) if width > SMALL["width"]]
    page.evaluate(UNFOLD)
    elements = set(page.evaluate(ELEMENTS))
    if not elements <= seen:
        page.evaluate(axe_script())
        faults += page.evaluate(FAULTS, EVERY_RULE)
        page.emulate_media(color_scheme="dark")
        page.evaluate(SETTLE)
        faults += [f"dark: {fault}" for fault in page.evaluate(FAULTS, CONTRAST)]
        page.emulate_media(color_scheme="light")
        page.evaluate(SETTLE)
        seen |= elements
    links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
    return faults, [
        link
        for link in links
        if not link.startswith(("/auth/", "/static/")) and not link.endswith((".csv", ".ics"))
    ]
