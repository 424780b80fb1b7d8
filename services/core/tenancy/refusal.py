"""From a rule's no to an error that people understand and programs can read."""

from services.core.errors import ErrorCode, UserError
from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.language import Text


def require(decision: Decision, *field: str) -> None:
    """Let a yes pass; raise RULE_BLOCKED with the first reason, its rule id and its legal basis, for a no."""
    if not decision.allowed:
        raise refusal(decision.reasons, decision.needs, *field)


def require_all(decision: Decision, intro: Text, *field: str) -> None:
    """Let a yes pass; raise RULE_BLOCKED with everything that is missing in one sentence, begun by ``intro``."""
    if decision.allowed:
        return
    said = refusal(decision.reasons, decision.needs, *field)
    texts = {}
    for language in ("da", "en"):
        words = (reason.text.in_language(language).strip().rstrip(".") for reason in decision.reasons)
        texts[language] = f"{intro.in_language(language)} {'; '.join(dict.fromkeys(words))}."
    raise UserError(
        said.code,
        field=said.field,
        rule_id=said.rule_id,
        legal_basis=said.legal_basis,
        texts=texts,
    )


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
