"""Ids as they come in: opaque strings. One that cannot be an id is as absent as one of nothing."""

import re
from typing import Final
from uuid import UUID

from services.core.errors import not_found

_WRITTEN: Final = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)


def ids_in(text: str) -> set[UUID]:
    """Every id that is written somewhere in a text."""
    return {UUID(found.group()) for found in _WRITTEN.finditer(text)}


def read_id(value: str) -> UUID:
    """The id; NOT_FOUND for anything that is none, so that form tells no more than absence."""
    # Python reads braces, line ends and digits of other scripts too: such an id would stand in addresses as sent.
    if not _WRITTEN.fullmatch(value):
        raise not_found()
    return UUID(value)


def read_optional_id(value: str | None) -> UUID | None:
    """The id, or None where none was given."""
    return None if value is None else read_id(value)
