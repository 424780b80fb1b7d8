"""What people write, in characters that can be printed: a document with a sign that has no glyph is not accessible.

Beside the two families that documents are set in stand those of the scripts that people in Denmark also write, and of
emoji; a document that needs none of them is set without. A character that no font has, Chinese say, is replaced by the
sign for that, and the document says so; what is invisible and could turn
the order of what stands around it is left out. A word without an end is given places to break: setting it would take the
square of its length.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from fontTools.ttLib import TTFont

FAMILIES: Final = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_sans_arabic")
OTHER_SCRIPTS: Final = "manimgx_fonts"
"""One file a script, each with all its weights in it."""
UNKNOWN: Final = "\ufffd"
_BREAK: Final = "\u200b"
_LATIN: Final = 0x7F
_UNKNOWNS: Final = re.compile(f"{UNKNOWN}+")
_MARKS: Final = frozenset({"Mn", "Me"})
_UNBROKEN: Final = re.compile(r"\S{60}(?=\w)")
_KEPT_UNSEEN: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u00ad\u061c")
"""Breaks, joiners and marks of direction: Persian cannot be written without, and none reaches past its place."""


def font_directories(shown: str) -> tuple[str, ...]:
    """Where the fonts stand that this text needs, all of them installed with us; no other is used."""
    own, others = _directories()
    return own if all(_is_own(one) for one in set(shown)) else (*own, others)


@cache
def _directories() -> tuple[tuple[str, ...], str]:
    return tuple(str(files(family) / "files") for family in FAMILIES), str(files(OTHER_SCRIPTS))


@lru_cache(maxsize=4096)
def _is_own(one: str) -> bool:
    return ord(one) < _LATIN or any(ord(one) in covered for covered in _covered())


@cache
def _of_other_scripts() -> frozenset[int]:
    here = [one for one in files(OTHER_SCRIPTS).iterdir() if one.name.endswith(".ttf")]
    return frozenset().union(*(_characters(str(one)) for one in here))


@cache
def _covered() -> tuple[frozenset[int], ...]:
    """The characters that each family has in every weight."""
    found = []
    for family in FAMILIES:
        here = [one for one in (files(family) / "files").iterdir() if one.name.endswith(".ttf")]
        found.append(frozenset.intersection(*(_characters(str(one)) for one in here)))
    return tuple(found)


def _characters(path: str) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def printable(text: str, *, plain: bool = False) -> str:
    """The text with a sign for what has no glyph. ``plain``: also without marks set upon letters."""
    shown = _plain if plain else _shown
    signs = "".join(map(shown, unicodedata.normalize("NFC", text.replace("\r\n", "\n"))))
    return _UNBROKEN.sub(_broken, _UNKNOWNS.sub(UNKNOWN, signs))


def _broken(found: re.Match[str]) -> str:
    return found[0] + _BREAK


@lru_cache(maxsize=4096)
def _shown(one: str) -> str:
    """What stands for a character: itself, a space, a break, the sign for what has no glyph, or nothing."""
    kind = unicodedata.category(one)
    if kind in {"Zl", "Zp"} or one in "\n\r\x85":
        return "\n"
    if kind == "Zs" or one == "\t":
        return " "
    if one in _KEPT_UNSEEN:
        return one
    if kind in {"Cc", "Cf", "Cs"} or "\ufe00" <= one <= "\ufe0f":
        return ""
    if kind != "Co" and (
        any(ord(one) in covered for covered in _covered()) or ord(one) in _of_other_scripts()
    ):
        return one
    return "" if kind in _MARKS else UNKNOWN


def _plain(one: str) -> str:
    return "" if one in _KEPT_UNSEEN or unicodedata.category(one) in _MARKS else _shown(one)


def everywhere(value: Any, *, plain: bool = False) -> Any:
    """The same for every text in what is made of lists and dictionaries."""
    if isinstance(value, str):
        return printable(value, plain=plain)
    if isinstance(value, list | tuple):
        return [everywhere(one, plain=plain) for one in value]
    if isinstance(value, dict):
        return {name: everywhere(one, plain=plain) for name, one in value.items()}
    return value
