"""LIX, the Danish measure of how hard a text is to read: below 35 is what most adults read with ease."""

import re
from xml.etree.ElementTree import Element

from tests.portal.inspect_page import NAMESPACE, text_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words longer than six letters."""
    sentences = max(1, len([part for part in re.split(r"[.!?:]+(?:\s|$)", text) if _WORD.search(part)]))
    words = _WORD.findall(text)
    long = [word for word in words if len(word) > 6]
    return len(words) / sentences + 100 * len(long) / max(1, len(words))


def running_text(main: Element) -> str:
    """The whole sentences of a page: not its names, dates, fields and buttons, which would flatter the measure."""
    found = []
    for tag in ("p", "li"):
        for element in main.iter(NAMESPACE + tag):
            text = text_of(element)
            nested = any(
                e.tag in {NAMESPACE + "p", NAMESPACE + "li"} for e in element.iter() if e is not element
            )
            if not nested and text[-1:] in {".", "!", "?"} and len(_WORD.findall(text)) > 3:
                found.append(text)
    return " ".join(found)
