"""A child's action plan on paper, as far as its reader may read it."""

from services.api.portal.execution import PageError
from services.api.portal.frame import FAMILY
from services.api.portal.language import N_
from services.api.portal.pdf import meeting as words
from services.api.portal.pdf.sheet import Sheet, Values, Words
from services.core.errors import ErrorCode


def plan(say: Words, data: Values, blank: bool, key: str) -> Sheet:
    """The plan with this key in the model; NOT_FOUND where nothing stands there, unless it is to be blank."""
    child, family = data["child"], data["viewer"]["capacity"] in FAMILY
    found = next((one for one in child["actionPlans"] if one["document"] == key), None)
    if found is None or (family and blank) or not (blank or found["writtenAt"]):
        raise PageError(ErrorCode.NOT_FOUND)
    problem = next((one["title"] for one in child["problems"] if one["id"] == found["problemId"]), None)
    sheet = Sheet(say, found["name"], below=(child["name"],))
    if blank:
        sheet.text(say(words.BLANK), "quiet")
    else:
        sheet.facts(
            (say(words.PROBLEM), problem),
            (say(N_("Skrevet")), say.written("moment", found["writtenAt"])),
            (say(N_("Skrevet af")), (found["writtenBy"] or {}).get("name")),
            (say(N_("Sendt")), say.written("moment", found["sentAt"])),
        )
    sheet.heading(say(N_("Planen")))
    if not blank and not found["completedAt"]:
        sheet.text(say(N_("Planen er ikke gjort færdig.")), "quiet")
    sheet.answers(found["fields"], blank=blank, unanswered=not family)
    if not family and any(one["value"] and not one["visibleToFamily"] for one in found["fields"]):
        sheet.text(say(words.FOR_STAFF), "note")
    return sheet
