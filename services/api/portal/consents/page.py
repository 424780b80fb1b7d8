"""Consents: what the family is asked, what each answer means, and what was answered."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.page import Ids, Page


def _answer(_: Ids, fields: Fields) -> Input:
    return {"consentId": fields.text("consentId"), "expectedVersion": fields.number("expectedVersion")}


def _give(ids: Ids, fields: Fields) -> Input:
    # The version of the text that was read, not of the one that is current when the answer arrives.
    return {**_answer(ids, fields), "textVersion": fields.number("textVersion")}


PAGE = Page(
    name="consents",
    path="/consents",
    query="Consents",
    audience=FAMILY,
    actions=(
        Action("give", "GiveConsent", _give, done="consent-given"),
        Action("decline", "DeclineConsent", _answer, done="consent-declined"),
        Action("withdraw", "WithdrawConsent", _answer, done="consent-withdrawn"),
    ),
)
