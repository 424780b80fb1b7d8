"""Whether it all goes as it should: the figures of ``./rundbord status`` for the administrators of one municipality."""

from typing import Any, Final

from services.api.portal.execution import Data
from services.api.portal.frame import ADMINISTRATION, OVERSIGHT
from services.api.portal.language import N_
from services.api.portal.page import Page

WIDTH: Final = 300
"""Of a bar that is full, in the picture's own units."""
_FINDINGS: Final = {
    "messages_late": N_("Beskeder har ventet for længe på at blive sendt."),
    "dead_letters": N_("Nogle beskeder kom ikke frem og venter på, at nogen gør noget."),
    "sweep_late": N_("En gennemgang er ikke kørt, som den skal."),
    "sweep_failed": N_("En gennemgang lykkedes ikke, eller lagde noget til side."),
}


def span(seconds: int | None) -> dict[str, Any]:
    """A time in the largest unit that it fills twice, so that the words have one form: its number, and which unit."""
    if seconds is None:
        return {"number": None, "unit": ""}
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return {"number": seconds // length, "unit": unit}
    return {"number": seconds, "unit": "seconds"}


def _figures(data: Data) -> dict[str, Any]:
    """Bars as long as the oldest message has waited; the limit stands in the middle, and no bar passes the edge."""
    operation = data["operation"]
    limit = operation["lateAfterSeconds"]
    return {
        "bars": [
            {
                **one,
                "bar": min(WIDTH, (one["oldestSeconds"] or 0) * WIDTH // (2 * limit)),
                "waited": span(one["oldestSeconds"]),
            }
            for one in operation["channels"]
        ],
        "runs": [
            {**one, "ago": span(one["ageSeconds"]), "apart": span(one["everySeconds"])}
            for one in operation["sweeps"]
        ],
        "limit": span(limit),
        "wrong": [_FINDINGS[finding] for finding in operation["findings"]],
        "width": WIDTH,
    }


PAGE = Page(
    name="operation",
    path="/administration/operation",
    query="OperationPage",
    audience=ADMINISTRATION | OVERSIGHT,
    context=_figures,
)
