"""The pages that synthetic cases reach, and that are therefore looked at on the real system alone.

`tests/acceptance/test_every_page.py` holds that each was; `tests/portal/test_browser.py` makes up the others.
"""

from typing import Final

REACHED: Final = frozenset({
    "/about/accessibility", "/about/privacy", "/access-requests", "/administration/messages",
    "/administration/operation", "/agreements", "/audit", "/children", "/consultations", "/consultations/invite",
    "/delegations", "/directory", "/emergencies", "/guides", "/handovers", "/imports", "/inbox", "/indicators",
    "/me/calendar", "/me/calendar/busy", "/models", "/reports", "/series",
    "/series/new", "/stay", "/underretninger", "/who-sees",
})  # fmt: skip
"""By route; an asterisk for an id."""
