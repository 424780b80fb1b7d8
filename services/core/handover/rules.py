"""Whether knowledge may be handed over now: the case gives ground for it, and the consent it rests on stands (SL-31)."""

import datetime as dt

from services.core.casework.rules import knowledge_to_hand_over
from services.core.handover import wording
from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.facts import CaseFacts
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model
from services.core.tenancy.supports import KnowledgeHandover


def handover_of(model: Model, key: str) -> KnowledgeHandover | None:
    """The model's handover with this key, or None."""
    return next((one for one in model.handovers if one.key == key), None)


def may_hand_over(model: Model, key: str, case: CaseFacts, consented: bool, now: dt.datetime) -> Decision:
    """Whether it may be handed over. ``consented``: the consent that the model asks for stands; a no names it."""
    found = next(
        ((one, why) for one, why in knowledge_to_hand_over(model, case, now) if one.key == key), None
    )
    if found is None:
        return Decision(False, (Reason("no_ground", wording.NO_GROUND),))
    rule, why = found
    if not rule.consent or consented:
        return Decision(True, advice=(why,))
    purpose = model.purpose(rule.consent)
    text = Text(
        wording.CONSENT.da.format(purpose=purpose.name.in_language("da")),
        wording.CONSENT.en.format(purpose=purpose.name.in_language("en")),
    )
    missing = Reason("consent", text, why.rule, why.also, why.model_path, why.legal_basis)
    return Decision(False, (missing,), needs=(f"consent:{rule.consent}",))
