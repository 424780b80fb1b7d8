"""From a kind of message to words: the system's own catalogue, one a language, and the municipality's words before it.

The facts that may enter a message are the fields of ``MailFacts`` and no others: the municipality's name, a
time and a link. What is not there can't leak.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from services.core.db.tx import ReadTx
from services.core.errors import DEFAULT_LANGUAGE, LANGUAGES, UserError
from services.core.message.kinds import MessageKind
from services.core.tenancy.in_force import current_model
from services.core.tenancy.wordings import Wordings

_TEMPLATES: Final = Path(__file__).parent / "templates"
_COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
_LOCALES: Final = {"da": "da_DK", "en": "en_GB"}


@dataclass(frozen=True)
class MailFacts:
    """All that a message may say: whose system, when (UTC), and where to read more."""

    municipality: str
    url: str
    when: datetime | None = None


@dataclass(frozen=True)
class Words:
    """A rendered message, and the language it was rendered in."""

    language: str
    subject: str
    text: str
    html: str
    line: str = ""
    """The one neutral sentence of it."""
    short: str = ""
    """What an SMS says before its link; '' where nobody wrote it shorter than the subject."""


async def own_words(tx: ReadTx) -> Sequence[Wordings]:
    """The municipality's words by the model in force; none while it has no model that this code can read."""
    try:
        return (await current_model(tx)).model.messages
    except UserError:
        # What must be told is told in the system's words rather than not at all.
        return ()


def render(kind: MessageKind, language: str, facts: MailFacts, own: Sequence[Wordings] = ()) -> Words:
    """The message in ``language``, or in Danish when there is no catalogue for it.

    ``own``: the municipality's words. What it does not give, or what can't be filled, comes from the catalogue.
    """
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    words, message = catalogue(chosen)["words"], catalogue(chosen)[kind.value]
    theirs = next((one for one in own if one.language == chosen), Wordings(language=chosen))
    worded = theirs.of(kind.value)
    when = _local(facts.when, words["date"], chosen) if facts.when else None

    def said(own: str, ours: str) -> str:
        return _filled(own, facts.municipality, when) or ours

    subject = f"{facts.municipality}: {said(worded.subject, message['subject'])}"
    line = said(worded.line, message["line"])
    short = said(worded.short, "")
    if short and facts.municipality not in short:
        short = f"{facts.municipality}: {short}"
    context: dict[str, Any] = {
        "language": chosen,
        "words": words,
        "greeting": said(theirs.words.greeting, words["greeting"]),
        "closing": said(theirs.words.closing, facts.municipality).splitlines(),
        "line": line,
        "subject": subject,
        "url": facts.url,
        "when": when,
    }
    environment = _environment()
    return Words(
        language=chosen,
        subject=subject,
        text=environment.get_template("mail.txt.jinja").render(context),
        html=environment.get_template("mail.html.jinja").render(context),
        line=line,
        short=short,
    )


@cache
def catalogue(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words of one language: ``words`` for all messages, and a table for each kind."""
    with (_TEMPLATES / f"{language}.toml").open("rb") as stream:
        return tomllib.load(stream)


def _filled(text: str, municipality: str, when: str | None) -> str:
    """The text with its places filled; '' where there is nothing to fill one with."""
    if "{when}" in text and when is None:
        return ""
    return text.replace("{municipality}", municipality).replace("{when}", when or "")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.jinja",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _local(at: datetime, pattern: str, language: str) -> str:
    return format_datetime(at.astimezone(_COPENHAGEN), pattern, locale=_LOCALES[language])
