"""From a kind of message to words: templates as files, one catalogue a language.

The facts that may enter a message are the fields of ``MailFacts`` and no others: the municipality's name, a
time and a link. What is not there can't leak.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from services.core.errors import DEFAULT_LANGUAGE, LANGUAGES
from services.core.message.kinds import MessageKind

TEMPLATES: Final = Path(__file__).parent / "templates"
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


def render(kind: MessageKind, language: str, facts: MailFacts) -> Words:
    """The message in ``language``, or in Danish when there is no catalogue for it."""
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    words, message = catalogue(chosen)["words"], catalogue(chosen)[kind.value]
    subject = f"{facts.municipality}: {message['subject']}"
    context: dict[str, Any] = {
        "language": chosen,
        "words": words,
        "message": message,
        "subject": subject,
        "municipality": facts.municipality,
        "url": facts.url,
        "when": _local(facts.when, words["date"], chosen) if facts.when else None,
    }
    environment = _environment()
    return Words(
        language=chosen,
        subject=subject,
        text=environment.get_template("mail.txt.jinja").render(context),
        html=environment.get_template("mail.html.jinja").render(context),
    )


@cache
def catalogue(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words of one language: ``words`` for all messages, and a table for each kind."""
    with (TEMPLATES / f"{language}.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.jinja",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _local(at: datetime, pattern: str, language: str) -> str:
    return format_datetime(at.astimezone(_COPENHAGEN), pattern, locale=_LOCALES[language])
