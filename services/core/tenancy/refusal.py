"""From a rule's no to an error that people understand and programs can read."""

from services.core.errors import ErrorCode, UserError
from services.core.tenancy.decision import Decision, Reason


def require(decision: Decision, *field: str) -> None:
    """Let a yes pass; raise RULE_BLOCKED with the first reason, its rule id and its legal basis, for a no."""
    if not decision.allowed:
        raise refusal(decision.reasons, decision.needs, *field)


def refusal(reasons: tuple[Reason, ...], needs: tuple[str, ...] = (), *field: str) -> UserError:
    """The error that tells why: in the model's own words where it has them.

    ``field`` names the input that would have helped; where the rule needs a reason, the input's ``reason``.
    """
    if not reasons:
        return UserError(ErrorCode.RULE_BLOCKED, field=field)
    first = reasons[0]
    return UserError(
        ErrorCode.RULE_BLOCKED,
        params={},
        field=("input", "reason") if "reason" in needs and not field else field,
        rule_id=first.rule or None,
        legal_basis="; ".join(basis.words("da") for basis in first.legal_basis) or None,
        texts={language: first.text.in_language(language) for language in ("da", "en")},
    )
