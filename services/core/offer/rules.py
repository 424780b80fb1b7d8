"""Whether something may be offered now. What was declined is not pressed: only the family takes it up again (SL-25)."""

import datetime as dt

from services.core.casework.rules import offers_due
from services.core.offer import wording
from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.facts import CaseFacts
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model
from services.core.tenancy.supports import Offer


def offer_of(model: Model, key: str) -> Offer | None:
    """The model's offer with this key, or None."""
    return next((one for one in model.offers if one.key == key), None)


def may_offer(model: Model, key: str, case: CaseFacts, now: dt.datetime) -> Decision:
    """Whether the family may be offered this now: the case gives ground for it, and it has not been answered."""
    due = next((one for one in offers_due(model, case, now) if one.key == key), None)
    if due is None:
        return Decision(False, (Reason("no_ground", wording.NO_GROUND),))
    if due.answered is None:
        return Decision(True, advice=(due.why,))
    said = wording.ACCEPTED if due.answered else wording.DECLINED
    return Decision(False, (_said(due.why, said),))


def _said(why: Reason, text: Text) -> Reason:
    return Reason("answered", text, why.rule, why.also, why.model_path, why.legal_basis)
