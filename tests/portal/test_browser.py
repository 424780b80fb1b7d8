"""Pages in a real browser: no accessibility fault, no overflow on a phone, nothing that the CSP blocks.

Needs Chromium on the machine and axe-core from npm; without them the tests say so and are skipped.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import uvicorn
from litestar import Litestar
from litestar.datastructures import State
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from services.api.portal.routes import portal_routes
from services.api.static_files import STATIC, static_file
from services.core.settings import Settings
from services.local.process import free_port
from tests.portal.looking import (
    CONTRAST,
    ELEMENTS,
    EVERY_RULE,
    FAULTS,
    SETTLE,
    SPOKEN,
    UNFOLD,
    WIDTHS,
    axe_script,
)
from tests.portal.sample import SampleEngine
from tests.portal.sample_access import REQUEST
from tests.portal.sample_data import CHILD, LOOKER, MEETING, UNDERRETNING, meeting
from tests.portal.sample_glass import EMERGENCY
from tests.portal.sample_intake import IMPORT
from tests.portal.sample_model import OLDER, VERSION
from tests.portal.sample_upward import PERIOD, REPORT
from tests.portal.sample_views import SAID
from tests.portal.sample_without_names import CONSULTATION, UNIT
from tests.portal.test_catalogue import family_texts

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
FAMILY = [
    "/",
    f"/children/{CHILD}",
    "/guides",
    "/guides/handleguide",
    f"/meetings/{MEETING}",
    f"/meetings/{MEETING}/perspective/parent",
    f"/meetings/{MEETING}/perspective/child/{SAID}",
    "/consents",
    "/agreements",
    "/access-requests",
    f"/access-requests/{REQUEST}/copy",
    "/inbox",
    f"/meetings/{MEETING}/times",
    "/me/calendar",
    "/me/contact",
    f"/access-log/{CHILD}",
]
STAFF = [
    "/",
    "/children",
    *(f"/children/{CHILD}{at}" for at in ("", "/problems", "/work", "/family", "/history", "/underret")),
    f"/children/{CHILD}/around",
    f"/children/{CHILD}/consents",
    f"/children/{CHILD}/plans",
    "/handovers",
    "/guides",
    "/guides/handleguide",
    "/directory",
    f"/children/{CHILD}/call?problem=none",
    f"/children/{CHILD}/call?problem=none&together={MEETING}",
    f"/children/{CHILD}/version",
    f"/meetings/{MEETING}",
    f"/meetings/{MEETING}/invite",
    f"/meetings/{MEETING}/perspective/child",
    "/consultations",
    f"/consultations/{CONSULTATION}",
    "/consultations/invite",
    f"/consultations/invite?unit={UNIT}&type=konsultativt_moede",
    f"/consultations/new?unit={UNIT}&type=konsultativt_moede",
    "/series",
    f"/series/new?unit={UNIT}&type=konsultativt_moede",
    "/underretninger",
    f"/underretninger/{UNDERRETNING}",
    "/emergencies",
    f"/emergencies/{EMERGENCY}",
    "/delegations",
    "/undelivered",
    f"/meetings/{MEETING}/find-a-time",
    f"/children/{CHILD}/find-a-time?type=network_meeting",
    "/me/calendar",
    "/me/calendar/busy",
    "/me/contact",
    f"/access-log/{CHILD}?on=2026-11-20",
    "/reports",
    f"/reports/{REPORT}",
    "/indicators",
    f"/indicators/{PERIOD}",
    "/inbox",
]
DPO = [
    "/access-requests",
    f"/access-requests/{REQUEST}",
    "/oversight",
    f"/oversight/{CHILD}",
    "/who-sees",
    f"/emergencies/{EMERGENCY}",
    f"/access-log/{CHILD}",
]
AUDITOR = ["/audit", f"/audit/{LOOKER}"]
ADMINISTRATOR = [
    "/",
    "/models",
    f"/models/{VERSION}",
    f"/models/{VERSION}/since/{OLDER}",
    f"/models/{VERSION}/document",
    f"/models/{VERSION}/messages",
    "/administration/messages",
    "/undelivered",
    "/administration/operation",
    "/imports",
    f"/imports/{IMPORT}",
    f"/imports/{IMPORT}/errors",
    f"/imports/{IMPORT}/changes",
]
PUBLIC = ["/about/accessibility", "/about/privacy", "/nothing-here"]
EVERY = [
    *(("FAMILY", path) for path in FAMILY + PUBLIC),
    *(("LEADER", path) for path in STAFF),
    *(("DPO", path) for path in DPO),
    *(("ADMINISTRATOR", path) for path in ADMINISTRATOR),
    *(("AUDITOR", path) for path in AUDITOR),
]


@pytest.fixture(scope="module")
def axe() -> str:
    return axe_script()


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    if not (STATIC / "vendor" / "dkfds").is_dir():
        pytest.skip("Det Fælles Designsystem has not been fetched (build_assets.py)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Site:
    address: str
    engine: SampleEngine


@pytest.fixture
async def sites() -> AsyncIterator[dict[str, Site]]:
    """The portal for each capacity, on a port of its own."""
    running: dict[str, Site] = {}
    servers = []
    for capacity in ("FAMILY", "LEADER", "DPO", "ADMINISTRATOR", "AUDITOR"):
        engine, port = SampleEngine(capacity), free_port()
        app = Litestar(
            route_handlers=[*portal_routes, static_file],
            state=State(
                {"execute": engine.execute, "settings": Settings(public_url=f"http://{{host}}:{port}")}
            ),
            openapi_config=None,
            logging_config=None,
        )
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        servers.append((server, asyncio.create_task(server.serve())))
        running[capacity] = Site(f"http://eksempel.localhost:{port}", engine)
    while not all(server.started for server, _ in servers):  # noqa: ASYNC110  uvicorn tells it no other way
        await asyncio.sleep(0.02)
    yield running
    for server, _ in servers:
        server.should_exit = True
    await asyncio.gather(*(task for _, task in servers))


async def violations(page: Page, axe: str, rules: object = EVERY_RULE) -> list[str]:
    await page.evaluate(axe)
    return list(await page.evaluate(FAULTS, rules))


def console_of(page: Page) -> list[str]:
    """What the browser says of the page, as it says it: what the content security policy blocked, above all."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", hear)
    return said


async def test_no_page_has_an_accessibility_fault_or_is_wider_than_a_phone(
    chromium: Browser, sites: dict[str, Site], axe: str
) -> None:
    """In light and in dark, and in both directions; axe looks at pages with an element that none before held there."""
    wrong: dict[str, list[str]] = {}
    seen: set[int] = set()
    for capacity, site in sites.items():
        context = await chromium.new_context(viewport={"width": 320, "height": 640})
        page = await context.new_page()
        blocked = console_of(page)
        for path in [path for whose, path in EVERY if whose == capacity]:
            await page.goto(site.address + path)
            faults = [f"{width} px wide" for width in await page.evaluate(WIDTHS) if width > 320]
            await page.evaluate(UNFOLD)
            elements = set(await page.evaluate(ELEMENTS))
            if not elements <= seen:
                faults += await violations(page, axe)
                await page.emulate_media(color_scheme="dark")
                await page.evaluate(SETTLE)
                faults += [f"dark: {fault}" for fault in await page.evaluate(FAULTS, CONTRAST)]
                await page.emulate_media(color_scheme="light")
                await page.evaluate(SETTLE)
                seen |= elements
            faults += [text for text in blocked if "404" not in text]
            blocked.clear()
            if faults:
                wrong[f"{capacity} {path}"] = faults
        await context.close()
    assert wrong == {}


async def test_a_calendar_s_link_is_shown_in_the_answer_to_the_form_alone(
    chromium: Browser, sites: dict[str, Site], axe: str
) -> None:
    page = await chromium.new_page(viewport={"width": 320, "height": 640})
    await page.goto(f"{sites['FAMILY'].address}/me/calendar")
    assert await page.locator("#calendar-link").count() == 0
    await page.get_by_role("button", name="Lav et nyt link").click()
    link = await page.get_by_label("Kalenderens link").input_value()
    assert link == f"{sites['FAMILY'].address}/calendar/{'x' * 43}.ics"
    assert page.url.endswith("/me/calendar/make"), "it stands in no address"
    assert max(await page.evaluate(WIDTHS)) <= 320
    assert await violations(page, axe) == []
    await page.close()


@pytest.mark.parametrize("status", ["PLANNED", "HELD", "CONCLUDED"])
async def test_no_state_of_a_meeting_has_an_accessibility_fault(
    chromium: Browser, sites: dict[str, Site], axe: str, status: str
) -> None:
    for capacity in ("FAMILY", "LEADER"):
        sites[capacity].engine.data["meeting"] = meeting(status)
        page = await chromium.new_page()
        await page.goto(f"{sites[capacity].address}/meetings/{MEETING}")
        assert await violations(page, axe) == []
        await page.close()


async def test_a_family_answers_without_javascript_and_by_keyboard(
    chromium: Browser, sites: dict[str, Site]
) -> None:
    site = sites["FAMILY"]
    context = await chromium.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{site.address}/")
    await page.keyboard.press("Tab")
    assert await page.locator(":focus").inner_text() == "Gå til sidens indhold"
    await page.get_by_role("link", name="Tværfagligt netværksmøde").first.click()
    await page.get_by_label("Jeg kommer", exact=True).focus()
    await page.keyboard.press("Space")
    await page.get_by_role("button", name="Send svar").focus()
    await page.keyboard.press("Enter")
    await page.get_by_text("Tak. Dit svar er sendt.").wait_for()
    assert [v["input"]["answer"] for n, v in site.engine.asked if n == "AnswerInvitation"] == ["COMING"]
    await context.close()


async def test_a_refused_form_leads_to_its_fields(
    chromium: Browser, sites: dict[str, Site], axe: str
) -> None:
    site = sites["LEADER"]
    page = await chromium.new_page()
    await page.goto(f"{site.address}/children/{CHILD}/call")
    await page.get_by_role("button", name="Videre").click()
    await page.get_by_role("heading", name="Der er problemer").wait_for()
    assert await violations(page, axe) == []
    await page.get_by_role("alert").get_by_role("link").first.click()
    assert await page.locator(":focus").get_attribute("name") == "startsAt"
    await page.close()


def danish(own: set[str]) -> re.Pattern[str]:
    """Any of the catalogue's Danish texts but for a name, and those that the municipality says with the same words."""
    texts = [
        re.sub(r"%\\\((\w+)\\\)[sd]", ".+", re.escape(text))
        for text in family_texts() - own - {"Digital Post"}
    ]
    return re.compile("|".join(text for text in texts if len(re.findall("[a-zæøå]", text)) > 3))


def strings(data: object) -> set[str]:
    """Every text in what the api answered."""
    if isinstance(data, str):
        return {data}
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    return {text for one in inner for text in strings(one)}


async def test_a_mother_reads_and_answers_in_arabic(
    chromium: Browser, sites: dict[str, Site], axe: str
) -> None:
    """On a narrow phone, from right to left, none of our own words in Danish; she answers without scripts."""
    site = sites["FAMILY"]
    ours = danish(strings(site.engine.data))
    context = await chromium.new_context(viewport={"width": 320, "height": 640})
    await context.add_cookies([{"name": "rundbord_language", "value": "ar", "url": site.address}])
    page = await context.new_page()
    for path in ("/", "/consents", "/me/contact", f"/meetings/{MEETING}"):
        await page.goto(site.address + path)
        assert [await page.locator("html").get_attribute(name) for name in ("lang", "dir")] == ["ar", "rtl"]
        assert await page.locator('button[lang="ar"]').get_attribute("aria-current") == "true"
        assert max(await page.evaluate(WIDTHS)) <= 320
        assert [text for text in await page.evaluate(SPOKEN) if ours.fullmatch(text)] == [], path
        for when in await page.locator("main time").all_inner_texts():
            assert re.search("نوفمبر|ديسمبر|يناير", when)
            assert not re.search("[A-Za-z]", when)
        assert await violations(page, axe) == [], path
    assert await page.locator("h1 bdi").get_attribute("lang") == "da", "the model's own words"
    mirrored = "one => getComputedStyle(one).transform"
    assert await page.locator(".back-link svg").evaluate(mirrored) == "matrix(-1, 0, 0, 1, 0, 0)"
    await context.close()
    context = await chromium.new_context(java_script_enabled=False)
    await context.add_cookies([{"name": "rundbord_language", "value": "ar", "url": site.address}])
    page = await context.new_page()
    await page.goto(f"{site.address}/meetings/{MEETING}")
    await page.locator("#agenda-item-text").fill(" ")
    await page.get_by_role("button", name="ضع على جدول الأعمال").click()
    assert await page.locator("main [role=alert] a").inner_text() == "املأ الحقل."
    await context.close()
