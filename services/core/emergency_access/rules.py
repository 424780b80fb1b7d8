"""What an emergency is, how long it lasts at the most, and what must be said. Pure.

GDPR art. 5(1)(b), (c) and 32: access without a standing reason is the exception, with a purpose, a time and a review.
"""

from collections.abc import Mapping
from typing import Final

from services.core.errors import ErrorCode, UserError, invalid

HOURS: Final[Mapping[str, int]] = {
    "life_or_health": 8,
    "violence": 8,
    "missing_child": 8,
    "acute_care": 4,
    "nobody_reached": 4,
}
"""Why a child may be opened in an emergency, each with the hours it lasts unless fewer or more are asked for."""

MOST_HOURS: Final = 24
"""No longer by one reason; the database refuses more."""

FEWEST_LETTERS: Final = 15
"""A reason in fewer letters is none."""


def hours_of(category: str, asked: int | None) -> int:
    """How many hours it lasts. INVALID_INPUT for an unknown category, and for hours outside 1 to 24."""
    if category not in HOURS:
        raise invalid("emergency_access.unknown_category", "input", "category")
    hours = HOURS[category] if asked is None else asked
    if not 1 <= hours <= MOST_HOURS:
        raise invalid("emergency_access.hours", "input", "hours", most=MOST_HOURS)
    return hours


def said(words: str, field: str) -> str:
    """A reason in words; INVALID_INPUT where hardly anything is said."""
    trimmed = words.strip()
    if len(trimmed) < FEWEST_LETTERS:
        raise invalid("emergency_access.say_more", "input", field, fewest=FEWEST_LETTERS)
    return trimmed


def named_alike(one: str, other: str) -> bool:
    """Whether two names are the same but for spaces and capitals: exact, never the beginning of one."""
    return one.casefold().split() == other.casefold().split() != []


def require_reviewer(capacity: str, reviewer: object, opened_by: object) -> None:
    """A leader of the unit or the data protection officer judges, and nobody their own. FORBIDDEN for others."""
    if capacity not in ("leader", "dpo"):
        raise UserError(ErrorCode.FORBIDDEN)
    if reviewer == opened_by:
        raise UserError(ErrorCode.FORBIDDEN, "emergency_access.own")
