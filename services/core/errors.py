"""The errors a user can meet: a closed list of codes, and texts in every language from catalogues.

A ``UserError`` carries a stable code for programs and a message key for people. The texts stand in
``messages.toml`` of ``services/core`` and of each noun, both languages side by side; a test holds that every
code and every key used in the code has both. No text may carry personal data: parameters are counts, dates,
limits and names from the model.
"""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

DEFAULT_LANGUAGE: Final = "da"
LANGUAGES: Final = ("da", "en")
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")

Param: TypeAlias = str | int | date | datetime
"""What a text may be filled with. Dates are written in the reader's language, times in Danish local time."""


class ErrorCode(StrEnum):
    """Every error a client can meet. The list is part of the contract."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    INVALID_INPUT = "INVALID_INPUT"
    RULE_BLOCKED = "RULE_BLOCKED"
    CONFLICT = "CONFLICT"
    STEP_UP_REQUIRED = "STEP_UP_REQUIRED"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    RATE_LIMITED = "RATE_LIMITED"
    UNAVAILABLE = "UNAVAILABLE"
    INTERNAL = "INTERNAL"

    @property
    def status(self) -> int:
        """The HTTP status of an answer that is nothing but this error."""
        return _STATUS[self]

    @property
    def message_key(self) -> str:
        """The text used when a ``UserError`` names none of its own."""
        return f"error.{self.value.lower()}"


_STATUS: Final[Mapping[ErrorCode, int]] = {
    ErrorCode.UNAUTHENTICATED: 401,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.INVALID_INPUT: 400,
    ErrorCode.RULE_BLOCKED: 422,
    ErrorCode.CONFLICT: 409,
    ErrorCode.STEP_UP_REQUIRED: 403,
    ErrorCode.LIMIT_EXCEEDED: 413,
    ErrorCode.RATE_LIMITED: 429,
    ErrorCode.UNAVAILABLE: 503,
    ErrorCode.INTERNAL: 500,
}


class UserError(Exception):
    """Something the user can be told: refused, absent, in conflict, or wrongly asked.

    ``field`` is the path into the input (``("input", "startsAt")``). ``rule_id`` and ``legal_basis`` go with
    ``RULE_BLOCKED``. ``texts`` (language → text) replaces the catalogue where the words come from a tenant's
    model.
    """

    def __init__(
        self,
        code: ErrorCode,
        message_key: str = "",
        *,
        params: Mapping[str, Param] | None = None,
        field: tuple[str, ...] = (),
        rule_id: str | None = None,
        legal_basis: str | None = None,
        texts: Mapping[str, str] | None = None,
    ) -> None:
        self.code = code
        self.message_key = message_key or code.message_key
        self.params = dict(params or {})
        self.field = field
        self.rule_id = rule_id
        self.legal_basis = legal_basis
        self.texts = dict(texts or {})
        # The exception's own text is what a log or a failed test shows: never the words meant for the user.
        super().__init__(f"{code.value} {self.message_key}")

    def text(self, language: str) -> str:
        """The words for the user, in ``language`` or else in Danish."""
        if self.texts:
            return self.texts.get(language) or self.texts[DEFAULT_LANGUAGE]
        return say(self.message_key, language, self.params)


def not_found() -> UserError:
    """The one answer for what is absent and for what is another's: the two can't be told apart."""
    return UserError(ErrorCode.NOT_FOUND)


def invalid(message_key: str, *field: str, **params: Param) -> UserError:
    """Input that can't be used, with the path of the field that is wrong."""
    return UserError(ErrorCode.INVALID_INPUT, message_key, params=params, field=field)


def conflict(message_key: str = "") -> UserError:
    """Someone else was first: ``expectedVersion`` is old, or the same request is still running."""
    return UserError(ErrorCode.CONFLICT, message_key)


def say(message_key: str, language: str, params: Mapping[str, Param] | None = None) -> str:
    """A catalogue text in ``language`` (else Danish), filled; raises ``KeyError`` for an unknown key."""
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    filled = {name: _written(value, chosen) for name, value in (params or {}).items()}
    return catalogue()[message_key][chosen].format_map(filled)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Every text: key → language → text. Keys are dotted: ``noun.what``."""
    found: dict[str, Mapping[str, str]] = {}
    here = Path(__file__).parent
    for file in sorted([here / "messages.toml", *here.glob("*/messages.toml")]):
        with file.open("rb") as stream:
            content = tomllib.load(stream)
        for noun, entries in content.items():
            for name, by_language in entries.items():
                key = f"{noun}.{name}"
                if key in found:
                    raise ValueError(f"the text {key} stands in two catalogues")
                found[key] = by_language
    return found


def placeholders(text: str) -> frozenset[str]:
    """The parameter names of a catalogue text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _written(value: Param, language: str) -> str:
    locale = "da_DK" if language == "da" else "en_GB"
    if isinstance(value, datetime):
        local = (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(_COPENHAGEN)
        pattern = "d. MMMM y 'kl.' HH.mm" if language == "da" else "d MMMM y HH:mm"
        return format_datetime(local, pattern, locale=locale)
    if isinstance(value, date):
        return format_date(value, "long", locale=locale)
    return str(value)
