"""``Reason``: why the system says so."""

from collections.abc import Iterable

from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.core.tenancy import decision
from services.core.tenancy.language import Strength

enum_type(
    Strength,
    description="How strongly a role belongs to a meeting, in the paper's own words.",
    values={
        "ALWAYS": "Always takes part.",
        "AS_A_RULE": "As a rule; leaving it out takes a recorded reason.",
        "AS_FAR_AS_POSSIBLE": "As far as possible.",
        "CONDITIONAL": "Where a condition holds.",
        "POSSIBLE": "Can take part.",
        "AD_HOC": "Invited when needed.",
        "NEVER": "Never takes part.",
    },
)


@object_type(description="Why: in words, with the rule, its place in the model, and the law.")
class Reason:
    """A reason in the viewer's language."""

    text: str = field(description="The reason in the session's language.", personal=False)
    rule: str | None = field(description="The id of the rule, for example `RA-11`.", personal=False)
    model_text: str | None = field(
        description="The clause's place in the municipality's model.", personal=False
    )
    legal_basis: str | None = field(
        description="The law as cited today, and as the municipality's paper cites it.", personal=False
    )
    strength: Strength | None = field(description="How strong the rule is.", personal=False)


def reason(found: decision.Reason, language: str) -> Reason:
    """A rule's reason as the schema answers it."""
    return Reason(
        text=found.text.in_language(language),
        rule=found.rule or None,
        model_text=found.model_path or None,
        legal_basis="; ".join(basis.words(language) for basis in found.legal_basis) or None,
        strength=found.strength,
    )


def reasons(found: Iterable[decision.Reason], language: str) -> list[Reason]:
    """Several of them, in their order."""
    return [reason(one, language) for one in found]
