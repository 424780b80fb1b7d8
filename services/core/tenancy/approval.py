"""When a new version of the model may apply: somebody other than its author has approved it."""

from collections.abc import Iterable

from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model

_TWO = Text(
    "En ny version gælder først, når en anden end den, der har skrevet den, har godkendt den.",
    "A new version applies only once somebody other than its author has approved it.",
)


def may_take_effect(current: Model, author: str, approved_by: Iterable[str]) -> Decision:
    """Whether a version may apply. The rule is that of the version in force, so that no version loosens its own."""
    rule = current.versions
    if rule is None:
        return Decision(True)
    if len(set(approved_by) - {author}) >= rule.approvals:
        return Decision(True)
    return Decision(
        False, (Reason("approval", rule.why or _TWO, rule.rule, rule.also, "versions"),), needs=("approval",)
    )
