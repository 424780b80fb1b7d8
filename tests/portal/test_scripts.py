"""What the portal's scripts improve, each in a real browser, and that the keyboard alone leads through a page."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, Dialog, FilePayload, Page, Route, expect

from services.api.portal.security import QUICK_EXIT
from tests.portal.looking import UNFOLD
from tests.portal.sample_data import CHILD, MEETING
from tests.portal.sample_views import SAID
from tests.portal.sites import Site

TABBED = """() => {
    const all = [...document.querySelectorAll('a[href], button, select, textarea, summary, input:not([type=hidden])')]
        .filter(one => !one.disabled && one.checkVisibility());
    // Of a group of radio buttons one alone is reached by Tab, the others by arrows.
    const groups = new Set();
    return all.filter(one => {
        if (one.type !== 'radio') return true;
        const name = (one.form ? one.form.id : '') + '/' + one.name;
        const checked = all.find(other => other.type === 'radio' && other.name === one.name
            && other.form === one.form && other.checked);
        if (checked) return one === checked;
        if (groups.has(name)) return false;
        groups.add(name);
        return true;
    });
}"""


@pytest.fixture
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(viewport={"width": 390, "height": 800})
    yield context
    await context.close()


async def at(context: BrowserContext, site: Site, path: str) -> Page:
    page = await context.new_page()
    await page.goto(site.address + path)
    return page


async def test_a_form_is_sent_once_however_often_it_is_clicked(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    page = await at(context, sites["FAMILY"], f"/meetings/{MEETING}")
    await page.get_by_label("Jeg kommer", exact=True).check()
    await page.get_by_role("button", name="Send svar").dblclick()
    await page.get_by_text("Tak. Dit svar er sendt.").wait_for()
    assert [name for name, _ in sites["FAMILY"].engine.asked].count("AnswerInvitation") == 1
    assert await page.locator(":focus").get_attribute("data-attention") is not None


async def test_written_words_are_asked_about_but_never_by_the_quick_exit(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    page = await at(context, sites["FAMILY"], f"/meetings/{MEETING}")
    asked: list[str] = []

    async def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        await dialog.dismiss()

    async def away(route: Route) -> None:
        await route.fulfill(body="<!doctype html><title>Vejret</title>", content_type="text/html")

    page.on("dialog", hear)
    await page.route(f"{QUICK_EXIT}**", away)
    await page.evaluate(UNFOLD)
    await page.locator("main textarea:visible").first.press_sequentially("Noget")
    async with page.expect_event("dialog"):
        await page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    left = page.url
    for _ in range(3):
        await page.keyboard.press("Escape")
    await page.wait_for_url(QUICK_EXIT)
    assert asked == ["beforeunload"]
    await page.go_back()
    assert page.url != left, "the page that was left stands in the history"


async def test_who_will_soon_be_logged_out_is_told_and_stays_by_one_press(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    page = await context.new_page()
    await page.clock.install(time="2026-11-24T09:00:00Z")
    ends = ["2026-11-24T09:04:00Z", "2026-11-24T09:30:00Z", None]

    async def answer(route: Route) -> None:
        at = ends[0]
        await route.fulfill(status=200 if at else 401, json={"expires_at": at} if at else {})

    async def stay(route: Route) -> None:
        ends.pop(0)
        await route.fulfill(body="")

    await page.route("**/auth/me", answer)
    await page.route("**/stay", stay)
    await page.goto(sites["FAMILY"].address + f"/meetings/{MEETING}")
    await page.evaluate(UNFOLD)
    field = page.locator("main textarea:visible").first
    await field.press_sequentially("Noget")
    told = page.get_by_role("dialog", name="Er du her stadig?")
    await page.clock.run_for(61_000)
    await expect(told.get_by_text("klokken 10.04")).to_be_visible()
    assert await page.locator(":focus").inner_text() == "Bliv logget ind"
    await page.keyboard.press("Enter")
    await expect(told).to_be_hidden()
    assert await page.locator(":focus").input_value() == "Noget"
    ends.pop(0)
    await page.clock.run_for(26 * 60_000)
    over = page.get_by_role("dialog", name="Du er logget ud")
    await expect(over.get_by_text("Det, du har skrevet, står her på siden endnu.")).to_be_visible()
    assert await over.get_by_role("link").get_attribute("href") == "/login?next=/stay"


async def test_a_link_is_copied_and_a_menu_folds_again(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = await at(context, sites["LEADER"], "/me/calendar")
    await page.get_by_role("button", name="Lav et nyt link").click()
    await page.get_by_role("button", name="Kopiér linket").click()
    await expect(page.get_by_text("Linket er kopieret.")).to_be_visible()
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(rf"{sites['LEADER'].address}/calendar/\w+\.ics", copied)
    menu = page.locator("nav details")
    await menu.locator("summary").focus()
    await page.keyboard.press("Enter")
    await expect(menu.get_by_role("link").first).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Escape")
    await expect(menu.get_by_role("link").first).to_be_hidden()
    assert await page.locator(":focus").inner_text() == "Mere"


async def test_tab_leads_through_the_whole_page_in_its_order(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    for capacity, path in (
        ("FAMILY", "/"),
        ("FAMILY", f"/meetings/{MEETING}"),
        ("LEADER", f"/meetings/{MEETING}"),
        ("LEADER", f"/children/{CHILD}"),
    ):
        page = await at(context, sites[capacity], path)
        await page.evaluate(f"window.tabbed = ({TABBED})(); window.reached = []")
        await page.evaluate("addEventListener('focusin', e => reached.push(tabbed.indexOf(e.target)), true)")
        wanted = await page.evaluate("tabbed.length")
        assert wanted > 10
        reached: list[int] = []
        # A date takes a Tab for its day, its month and its year; a table that scrolls takes one too.
        for pressed in range(3 * wanted):
            await page.keyboard.press("Tab")
            if pressed + 1 < wanted:
                continue
            reached = [one for one in await page.evaluate("reached") if one >= 0]
            if len(reached) >= wanted:
                break
        assert reached == list(range(wanted)), (capacity, path, reached)
        await page.close()


async def test_who_wants_no_motion_or_colours_of_their_own_gets_that(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    page = await at(context, sites["LEADER"], f"/meetings/{MEETING}")
    await page.emulate_media(reduced_motion="reduce", forced_colors="active")
    moving = """() => [...document.querySelectorAll('*')].filter(one => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== 'none';
    }).map(one => one.outerHTML.slice(0, 80))"""
    assert await page.evaluate(moving) == []
    edgeless = """() => [...document.querySelectorAll('.button, .badge, .alert')].filter(one => one.checkVisibility()
        && getComputedStyle(one).borderBlockStartStyle === 'none').map(one => one.outerHTML.slice(0, 80))"""
    assert await page.evaluate(edgeless) == []


async def test_a_file_that_is_too_large_is_told_of_before_anything_is_sent(
    context: BrowserContext,
    sites: dict[str, Site],
) -> None:
    page = await at(context, sites["FAMILY"], f"/meetings/{MEETING}/perspective/parent/{SAID}")
    field, told = page.locator("#told-drawing"), page.get_by_text("Billedet er for stort.")
    words = page.locator("main textarea").first
    await words.fill("Det, jeg har skrevet")
    await field.evaluate("one => { one.dataset.most = 10; }")
    await field.set_input_files(FilePayload(name="a.png", mimeType="image/png", buffer=b"x" * 11))
    await expect(told).to_be_visible()
    await page.locator("form#told button[type=submit]").last.click()
    assert page.url.endswith(SAID)
    await expect(field).to_be_focused()
    await expect(words).to_have_value("Det, jeg har skrevet")
    assert "TellPerspective" not in [name for name, _ in sites["FAMILY"].engine.asked]
    await field.set_input_files([])
    await expect(told).to_be_hidden()
