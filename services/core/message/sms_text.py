"""What stands in an SMS: whose system, that there is news, and where to read it, in at most two segments.

A telephone lies on a table and shows what comes: no name, no kind of meeting, no time and no place (ADR 0013).
"""

from typing import Final

from services.core.message.wording import Words, catalogue

MOST_SEGMENTS: Final = 2

_GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of GSM 03.38, seven bits a letter; Danish has all of its letters in it."""
_GSM_ESCAPED: Final = frozenset("\f^{}\\[~]|€")
"""Its extension: two places each."""


def segments(text: str) -> int:
    """As how many SMS a text is sent and paid for. One letter outside GSM's alphabet makes all of it UCS-2."""
    if all(letter in _GSM or letter in _GSM_ESCAPED for letter in text):
        places = sum(2 if letter in _GSM_ESCAPED else 1 for letter in text)
        alone, joined = 160, 153
    else:
        places = len(text.encode("utf-16-be")) // 2
        alone, joined = 70, 67
    return 1 if places <= alone else -(-places // joined)


def compose(words: Words, url: str) -> str:
    """The short text of a message. Where it would be too long, the words give way and never the link."""
    end = f" {catalogue(words.language)['words']['open']} {url}"
    said = words.short or words.subject
    said = said if said.endswith(("?", "!")) else said.rstrip(".") + "."
    while segments(said + end) > MOST_SEGMENTS and " " in said:
        said = said.rpartition(" ")[0].rstrip(".,:;") + "..."
    return said + end
