"""The portal's languages: Danish is what the templates say, every other language is a catalogue.

A new language is a file ``catalogues/<code>.po`` and, where it is written from right to left, its code in
``RIGHT_TO_LEFT``. A test holds that each catalogue says everything the templates say.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from babel.messages.pofile import read_po
from litestar import Request

from services.core.errors import DEFAULT_LANGUAGE

PortalRequest: TypeAlias = Request[Any, Any, Any]

COOKIE: Final = "rundbord_language"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
NAMES: Final[Mapping[str, str]] = {"da": "Dansk", "en": "English"}
"""The languages offered, each by its own name. The order is the order on the page."""

_CATALOGUES = Path(__file__).parent / "catalogues"


class Catalogue:
    """The texts of one language, looked up by the Danish text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._one: dict[str, str] = {}
        self._many: dict[str, tuple[str, ...]] = {}
        if language != DEFAULT_LANGUAGE:
            self._load(_CATALOGUES / f"{language}.po")

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def gettext(self, text: str) -> str:
        """The text in this language; Danish where the catalogue is silent."""
        return self._one.get(text) or text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The text for a number, in a language of two forms."""
        forms = self._many.get(one)
        if forms and all(forms):
            return forms[0 if number == 1 else -1]
        return one if number == 1 else many

    def _load(self, file: Path) -> None:
        with file.open("rb") as stream:
            for message in read_po(stream, locale=self.language):
                if isinstance(message.id, str):
                    self._one[message.id] = str(message.string)
                else:
                    self._many[message.id[0]] = tuple(message.string or ())


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language that is offered, else the Danish one."""
    return Catalogue(language if language in NAMES else DEFAULT_LANGUAGE)


def chosen_language(request: PortalRequest) -> str | None:
    """The language the reader chose on this machine, if any."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in NAMES else None


def language_of(request: PortalRequest, own: str = DEFAULT_LANGUAGE) -> str:
    """The language the reader chose on this machine, else their ``own``, else Danish."""
    return chosen_language(request) or (own if own in NAMES else DEFAULT_LANGUAGE)


def N_(text: str) -> str:
    """Mark a text for the catalogues where it stands; it is translated where it is shown."""
    return text
