"""LIX, the Danish measure of how hard a text is to read: below 35 is what most adults read with ease."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tests.portal.inspect_page import NAMESPACE

EASY: Final = 35
FEW_WORDS: Final = 40
"""A text shorter than this is not measured by itself: one long name would decide. Such texts are measured together."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PIECES: Final = frozenset(
    NAMESPACE + tag for tag in ("p", "li", "dd", "legend", "label", "summary", "blockquote", "figcaption")
)
_HEADS: Final = frozenset(
    NAMESPACE + tag for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "button", "select", "svg")
)
_LEAST: Final = 4
"""What is shorter is a name, a day or a word to press."""


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words longer than six letters."""
    sentences = max(1, len([part for part in re.split(r"[.!?:]+(?:\s|$)", text) if _WORD.search(part)]))
    words = words_of(text)
    long = [word for word in words if len(word) > 6]
    return len(words) / sentences + 100 * len(long) / max(1, len(words))


def words_of(text: str) -> list[str]:
    """The words as LIX counts them."""
    return _WORD.findall(text)


def running_text(main: Element) -> str:
    """What is read on a page, each piece at least a sentence, whether or not a full stop ends it.

    Without its headings, buttons, names and dates, which would flatter the measure, and without the citations of laws
    that stand beside a reason (``rb-law``), which nobody can put in easier words.
    """
    return " ".join(
        piece if piece[-1] in ".!?:" else f"{piece}."
        for piece in _pieces(main)
        if len(words_of(piece)) >= _LEAST
    )


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in _HEADS:
        return
    if element.tag in _PIECES and not any(one.tag in _PIECES for one in element.iter() if one is not element):
        yield re.sub(r"\s+", " ", "".join(_said(element))).strip()
        return
    for inner in element:
        yield from _pieces(inner)


def _said(element: Element) -> Iterator[str]:
    if "rb-law" in (element.get("class") or "").split():
        return
    yield element.text or ""
    for inner in element:
        yield from _said(inner)
        yield inner.tail or ""
