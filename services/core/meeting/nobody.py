"""Texts that must name nobody: asked about the children whom the writer knows, before anything is written.

Why this is safe: the names are opened for comparing alone, so the access event of what is written holds no child;
of what was found nothing leaves this module but the outcome, to the log and to the row.
"""

from collections.abc import Sequence

from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.logging import log
from services.core.meeting.anonymity import Anonymity, Outcome, check_anonymous
from services.core.person.reading import known_names

Written = tuple[tuple[str, ...], str]
"""A text with the path of its input."""
TEXT_LIMIT = 20_000
"""Characters in one text."""


async def require_nobody_named(
    tx: ReadTx, texts: Sequence[Written], *, keep: str = "", rule: str = ""
) -> Outcome:
    """Let texts pass that name nobody, or that keep a name for the reason ``keep``; answers which.

    INVALID_INPUT at the first field that holds something like a CPR number, or the name of a child whom the writer
    knows from work. ``rule`` is the id of the rule that wants it so.
    """
    written = [(path, text) for path, text in texts if text.strip()]
    for path, text in written:
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", *path, limit=TEXT_LIMIT)
    if not written:
        return Outcome.CLEAN
    names = await known_names(tx)
    # The reason for keeping a name is read by all who read the text: it names nobody either.
    reason = check_anonymous([keep], names)
    if reason.outcome is not Outcome.CLEAN:
        raise _refused(("input", "keepReason"), reason, rule)
    found = check_anonymous([text for _, text in written], names, keep)
    log().info("anonymity.checked", outcome=found.outcome.value)
    if not found.decision.allowed:
        raise _refused(written[found.places[0]][0], found, rule)
    return found.outcome


def _refused(path: tuple[str, ...], found: Anonymity, rule: str) -> UserError:
    (why,) = found.decision.reasons
    return UserError(
        ErrorCode.INVALID_INPUT,
        f"meeting.names_{found.outcome.value}",
        field=path,
        rule_id=rule or None,
        texts={language: why.text.in_language(language) for language in ("da", "en")},
    )
