"""Somebody who has no mouse: Tab goes on, Enter and Space do, and where they are is always seen."""

from datetime import datetime
from typing import Final

from playwright.sync_api import Locator, Page

_FARTHEST: Final = 120
"""So many stops are between any two parts of a page at the most."""
_HERE: Final = "one => one === document.activeElement"
_SEEN: Final = """one => {
    const drawn = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = one.getBoundingClientRect(), beside = one.nextElementSibling;
    return box.bottom > 0 && box.top < innerHeight
        && (drawn(getComputedStyle(one)) || (beside !== null && drawn(getComputedStyle(beside, "::before"))));
}"""
"""A ring is drawn around it, or around the circle or square that its label draws, on what the screen shows."""


def reach(page: Page, target: Locator) -> None:
    """Go on to ``target``, which must be reached and be seen to be."""
    wanted = target.first.element_handle()
    for _ in range(_FARTHEST):
        page.keyboard.press("Tab")
        if wanted.evaluate(_HERE):
            assert wanted.evaluate(_SEEN), f"nobody sees that {target} has the focus on {page.url}"
            return
    raise AssertionError(f"{target} is not reached with Tab on {page.url}")


def go(page: Page, target: Locator) -> None:
    """Follow a link or press a button; the next page is there."""
    reach(page, target)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tick(page: Page, target: Locator) -> None:
    """Tick a box, or choose among the circles of a group: Tab enters such a group at the one that is chosen already."""
    name = target.first.get_attribute("name")
    group = page.locator(f"input[name='{name}']")
    if target.first.get_attribute("type") == "radio":
        chosen = group.and_(page.locator(":checked"))
        reach(page, chosen if chosen.count() else group)
        page.keyboard.press("Space")
        for _ in range(group.count()):
            if target.first.is_checked():
                return
            page.keyboard.press("ArrowDown")
    else:
        reach(page, target)
        page.keyboard.press("Space")
    assert target.first.is_checked()


def write(page: Page, target: Locator, words: str) -> None:
    """Write in a field."""
    reach(page, target)
    page.keyboard.type(words)
    assert target.input_value() == words


def write_moment(page: Page, day: Locator, clock: Locator, when: datetime) -> None:
    """Write a day and a time of the morning as the browser's own fields want it, whatever language they stand in."""
    reach(page, day)
    page.keyboard.type(f"{when:%d%m%Y}")
    if day.input_value() != f"{when:%Y-%m-%d}":
        # Its parts are stops of their own.
        while day.evaluate(_HERE):
            page.keyboard.press("Shift+Tab")
        reach(page, day)
        page.keyboard.type(f"{when:%m%d%Y}")
    assert day.input_value() == f"{when:%Y-%m-%d}"
    reach(page, clock)
    page.keyboard.type(f"{when:%H%M}A")
    assert clock.input_value() == f"{when:%H:%M}"
