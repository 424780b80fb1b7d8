"""A browser without JavaScript for each person of a journey."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_FLAGS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1280, "height": 900}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium of this machine; skips, saying so, where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_FLAGS))
        yield browser
        browser.close()


def someone(browser: Browser, viewport: dict[str, int]) -> Page:
    """A person at a browser of their own, with scripts switched off."""
    context = browser.new_context(java_script_enabled=False, viewport=viewport, locale="da-DK")  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    return context.new_page()


def heading(page: Page) -> str:
    """The page's main heading."""
    return page.locator("h1").inner_text()


def press(page: Page, name: str) -> None:
    """Press a button by its words."""
    page.get_by_role("button", name=name, exact=True).click()


def unfold(page: Page, words: str) -> None:
    """Open a part of the page that is folded away."""
    page.locator("summary", has_text=words).first.click()
