"""Ids as they come in: opaque strings. One that cannot be an id is as absent as one of nothing."""

from uuid import UUID

from services.core.errors import not_found


def read_id(value: str) -> UUID:
    """The id; NOT_FOUND for anything that is none, so that form tells no more than absence."""
    try:
        return UUID(value)
    except ValueError:
        raise not_found() from None


def read_optional_id(value: str | None) -> UUID | None:
    """The id, or None where none was given."""
    return None if value is None else read_id(value)
