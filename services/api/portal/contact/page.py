"""How one is reached and wants to be told: by which ways, in which hours, how early, in which language."""

from typing import Any

from litestar import Response
from litestar.response import Redirect

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.language import COOKIE, PortalRequest
from services.api.portal.page import Ids, Page, act
from services.core.contact.rules import MOST_DAYS


def _choice(_: Ids, fields: Fields) -> Input:
    return {
        "channels": fields.many("channels"),
        "quietFrom": fields.clock("quietFrom"),
        "quietUntil": fields.clock("quietUntil"),
        "remindDays": fields.number("remindDays", required=False),
        "language": fields.text("language"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _details(_: Ids, fields: Fields) -> Input:
    return {
        "email": fields.text("email", required=False),
        "telephone": fields.text("telephone", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


_CHOOSE = Action("choose", "ChooseContact", _choice, done="contact-chosen")

PAGE = Page(
    name="contact",
    path="/me/contact",
    query="Contact",
    context=lambda _: {"most_days": MOST_DAYS},
    actions=(Action("details", "ChangeContactDetails", _details, done="contact-changed"),),
)


async def choose(request: PortalRequest) -> Response[Any]:
    """Record the choice. What was once chosen on this machine gives way to the language that the person wants everywhere."""
    answer = await act(request, PAGE, _CHOOSE)
    if isinstance(answer, Redirect):
        answer.delete_cookie(COOKIE)
    return answer
