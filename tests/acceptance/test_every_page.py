"""Every page that someone can reach by its links, as each of the cast, in a real browser on the real system.

Each is held to what every page must be: valid HTML and labels (`inspect_page`), no accessibility fault (axe-core,
with all that is folded away unfolded), nothing wider than a phone, and no link that leads nowhere.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.acceptance.browser import PHONE, chromium
from tests.acceptance.conftest import System
from tests.portal.inspect_page import inspect_page
from tests.portal.test_browser import axe  # noqa: F401  the fixture

CAST = (
    *(("randers", key) for key in ("leder", "laerer", "raadgiver", "psykolog", "sundhedsplejerske")),
    *(("randers", key) for key in ("mor", "mor-beskyttet", "far-uden", "unge-15", "administrator", "dpo", "revisor")),
    *(("ringsted", key) for key in ("leder", "mor")),
    *(("slagelse", key) for key in ("leder", "far")),
)
OF_A_KIND = 2
"""How many pages that differ by their ids alone are looked at."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FAULTS = """async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})).violations
    .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize(("tenant", "key"), CAST, ids=[f"{tenant}-{key}" for tenant, key in CAST])
def test_every_page_within_reach(
    system: System,
    browser: Browser,
    axe: str,  # noqa: F811
    tenant: str,
    key: str,
) -> None:
    url = system.url(tenant)
    context = browser.new_context(viewport=PHONE, locale="da-DK")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{url}/auth/login?login_hint={system.hint(tenant, key)}")
    wrong: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    waiting = ["/"]
    asked = set(waiting)
    while waiting:
        path = waiting.pop(0)
        kind = _ID.sub("*", path.split("?after=")[0])
        seen[kind] += 1
        if seen[kind] > OF_A_KIND:
            continue
        faults, links = look_at(page, url + path, axe)
        if faults:
            wrong[path] = faults
        for link in links:
            if link not in asked:
                asked.add(link)
                waiting.append(link)
    context.close()
    assert len(seen) >= 5, seen
    assert wrong == {}


def look_at(page: Page, address: str, script: str) -> tuple[list[str], list[str]]:
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
    for summary in page.query_selector_all("summary"):
        summary.click()
    page.evaluate(script)
    faults += page.evaluate(_FAULTS)
    # The designsystem hides what sticks out; here it shall show.
    width = page.evaluate(
        "() => { document.body.style.overflowX = 'visible'; return document.documentElement.scrollWidth }"
    )
    if width > PHONE["width"]:
        faults.append(f"is {width} px wide on a phone of {PHONE['width']}")
    links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
    return faults, [
        link for link in links if not link.startswith(("/auth/", "/static/")) and not link.endswith(".csv")
    ]
