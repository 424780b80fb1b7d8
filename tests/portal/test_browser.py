"""Pages in a real browser: no accessibility fault, no overflow on a phone, nothing that the CSP blocks.

Needs Chromium on the machine and axe-core from npm; without them the tests say so and are skipped.
"""

import re

from playwright.async_api import Browser, ConsoleMessage, Page

from tests.portal.looking import (
    CONTRAST,
    ELEMENTS,
    EVERY_RULE,
    FAULTS,
    SETTLE,
    SPOKEN,
    UNFOLD,
    WIDTHS,
)
from tests.portal.sample_access import REQUEST
from tests.portal.sample_data import CHILD, LOOKER, MEETING, UNDERRETNING, meeting
from tests.portal.sample_glass import EMERGENCY
from tests.portal.sample_intake import IMPORT
from tests.portal.sample_model import OLDER, VERSION
from tests.portal.sample_upward import PERIOD, REPORT
from tests.portal.sample_views import SAID
from tests.portal.sample_without_names import CONSULTATION, UNIT
from tests.portal.sites import Site
from tests.portal.test_catalogue import family_texts

# States that synthetic cases do not reach, or not at once. What they do reach (`REACHED`) is looked at there alone.
FAMILY = [
    "/",
    f"/children/{CHILD}",
    "/guides/handleguide",
    f"/meetings/{MEETING}",
    f"/meetings/{MEETING}/perspective/parent",
    f"/meetings/{MEETING}/perspective/child/{SAID}",
    "/consents",
    f"/access-requests/{REQUEST}/copy",
    f"/meetings/{MEETING}/times",
    "/me/contact",
    f"/access-log/{CHILD}",
]
STAFF = [
    "/",
    *(f"/children/{CHILD}{at}" for at in ("", "/problems", "/work", "/family", "/history", "/underret")),
    f"/children/{CHILD}/around",
    f"/children/{CHILD}/consents",
    f"/children/{CHILD}/plans",
    f"/children/{CHILD}/call?problem=none",
    f"/children/{CHILD}/call?problem=none&together={MEETING}",
    f"/children/{CHILD}/version",
    f"/meetings/{MEETING}",
    f"/meetings/{MEETING}/invite",
    f"/meetings/{MEETING}/perspective/child",
    f"/consultations/{CONSULTATION}",
    f"/consultations/invite?unit={UNIT}&type=konsultativt_moede",
    f"/consultations/new?unit={UNIT}&type=konsultativt_moede",
    f"/underretninger/{UNDERRETNING}",
    f"/emergencies/{EMERGENCY}",
    "/undelivered",
    f"/meetings/{MEETING}/find-a-time",
    f"/children/{CHILD}/find-a-time?type=network_meeting",
    f"/reports/{REPORT}",
    f"/indicators/{PERIOD}",
]
DPO = [
    f"/access-requests/{REQUEST}",
    "/oversight",
    f"/oversight/{CHILD}",
    f"/emergencies/{EMERGENCY}",
    f"/access-log/{CHILD}",
]
AUDITOR = [f"/audit/{LOOKER}"]
ADMINISTRATOR = [
    f"/models/{VERSION}",
    f"/models/{VERSION}/since/{OLDER}",
    f"/models/{VERSION}/document",
    f"/models/{VERSION}/messages",
    "/undelivered",
    f"/imports/{IMPORT}",
    f"/imports/{IMPORT}/errors",
    f"/imports/{IMPORT}/changes",
]
PUBLIC = ["/nothing-here"]
EVERY = [
    *(("FAMILY", path) for path in FAMILY + PUBLIC),
    *(("LEADER", path) for path in STAFF),
    *(("DPO", path) for path in DPO),
    *(("ADMINISTRATOR", path) for path in ADMINISTRATOR),
    *(("AUDITOR", path) for path in AUDITOR),
]


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


async def test_no_state_of_a_meeting_has_an_accessibility_fault(
    chromium: Browser, sites: dict[str, Site], axe: str
) -> None:
    for capacity in ("FAMILY", "LEADER"):
        page = await chromium.new_page()
        for status in ("PLANNED", "HELD", "CONCLUDED"):
            sites[capacity].engine.data["meeting"] = meeting(status)
            await page.goto(f"{sites[capacity].address}/meetings/{MEETING}")
            assert await violations(page, axe) == [], (capacity, status)
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
    assert await page.locator(":focus").get_attribute("name") == "slot"
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
