"""Stored versions of a model outlive the language they were written in: upcasters bring them up to today's.

A `model_version` row is never rewritten, for cases, forms and consents name it. When the language changes so that an old
document would no longer be read, or would mean something else, `LANGUAGE` goes up by one and a pure function here
turns a document of the old language into the new one, working on plain JSON values. A field that is added with a
default is no change of language, unless what is stored would then mean something it did not say.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import msgspec

from services.core.tenancy.language import LANGUAGE

Document: TypeAlias = dict[str, Any]
Upcaster: TypeAlias = Callable[[Document], Document]

FIRST: Final = 1
"""What is stored without a word of its language is of language 1, for ever: that language left the word out."""

UPCASTERS: Final[Mapping[int, Upcaster]] = {}
"""From each language to the next one, by the language it begins with. A test holds that none is missing."""


class LanguageError(Exception):
    """A stored model is of a language that this code does not know: newer code has written it."""

    def __init__(self, language: int, newest: int) -> None:
        super().__init__(
            f"the model is written in language {language}; this code reads up to language {newest}"
        )
        self.language = language


class _Said(msgspec.Struct):
    language: int = FIRST


def up_to_date(
    content: bytes | str, upcasters: Mapping[int, Upcaster] = UPCASTERS, newest: int = LANGUAGE
) -> bytes | str:
    """The stored document in language `newest`, the same bytes if it is that already. Raises LanguageError."""
    language = msgspec.json.decode(content, type=_Said).language
    if not FIRST <= language <= newest:
        raise LanguageError(language, newest)
    if language == newest:
        return content
    document: Document = msgspec.json.decode(content)
    for step in range(language, newest):
        document = {**upcasters[step](document), "language": step + 1}
    return msgspec.json.encode(document)
