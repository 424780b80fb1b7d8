"""The portal's languages: Danish is what the templates say, every other language is a catalogue.

A new language is a file ``catalogues/<code>.po``, its name in ``NAMES`` and, where it is written from right to left,
its code in ``RIGHT_TO_LEFT``. A language in ``FOR_FAMILIES`` has the pages that families read and no others. A test
holds that each catalogue says everything that its readers' templates say.
"""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Final, TypeAlias

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from litestar import Request

from services.core.errors import DEFAULT_LANGUAGE

PortalRequest: TypeAlias = Request[Any, Any, Any]

COOKIE: Final = "rundbord_language"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
NAMES: Final[Mapping[str, str]] = {"da": "Dansk", "en": "English", "ar": "العربية"}
"""The languages offered, each by its own name. The order is the order on the page."""
FOR_FAMILIES: Final = frozenset({"ar"})
"""Languages of the pages that families read, and of those before a login."""

_CATALOGUES = Path(__file__).parent / "catalogues"


class Catalogue:
    """The texts of one language, looked up by the Danish text; Danish where the catalogue is silent."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = None if language == DEFAULT_LANGUAGE else _load(_CATALOGUES / f"{language}.po")

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def gettext(self, text: str) -> str:
        """The text in this language. The empty text is itself: to gettext it is the catalogue's heading."""
        return self._texts.gettext(text) if self._texts and text else text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The text for a number, by the language's own plural forms: Arabic has six."""
        if self._texts is None:
            return one if number == 1 else many
        return self._texts.ngettext(one, many, number)


def _load(file: Path) -> GNUTranslations:
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.stem)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language that is offered, else the Danish one."""
    return Catalogue(language if language in NAMES else DEFAULT_LANGUAGE)


def languages_for(*, family: bool) -> Mapping[str, str]:
    """The languages to choose from, each by its own name: all for families and before a login, else those of every page."""
    return {code: name for code, name in NAMES.items() if family or code not in FOR_FAMILIES}


def chosen_language(request: PortalRequest) -> str | None:
    """The language the reader chose on this machine, if any."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in NAMES else None


def language_of(request: PortalRequest, own: str = DEFAULT_LANGUAGE, *, family: bool = True) -> str:
    """The language the reader chose on this machine, else their ``own``, else Danish; one that has these pages."""
    offered = languages_for(family=family)
    chosen = chosen_language(request)
    return next((code for code in (chosen, own) if code is not None and code in offered), DEFAULT_LANGUAGE)


def N_(text: str) -> str:
    """Mark a text for the catalogues where it stands; it is translated where it is shown."""
    return text
