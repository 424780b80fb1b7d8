"""The language of parts (WCAG 3.1.2) of a page whose own words are in another script.

On an Arabic page the catalogue's words are Arabic; what stands in Latin letters is what the municipality's model says or
what somebody wrote, and that is Danish or a name. Each such part is told as Danish to what reads the page aloud, and kept
apart (``bdi``), so that a name, a mail address or a number keeps its own direction and moves nothing beside it. It is
done with the finished page: no template must remember it.
"""

import re
from html import unescape
from typing import Final

from markupsafe import escape

from services.core.errors import DEFAULT_LANGUAGE

_OTHER: Final = "\u0590-\u07bf\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters and commas of the scripts that are written from right to left."""
_LATIN: Final = "[A-Za-z\u00c0-\u024f]"
_TAG: Final = re.compile(r"""<(?:!--.*?--|(?:"[^"]*"|'[^']*'|[^'"<>])*)>""", re.DOTALL)
_NAME: Final = re.compile(r"</?([a-z0-9]+)")
_OPTION: Final = re.compile(r"<option\b([^>]*)>([^<]*)")
_RIGHT_TO_LEFT: Final = re.compile(f"[{_OTHER}]")
_AROUND: Final = re.compile(r"([\s.,:;·–-]*)(.*?)(\s*)", re.DOTALL)
_BRACKETS: Final = rf"\([^{_OTHER}()]*\)"
_PART: Final = re.compile(
    rf"(?P<number>\+?\d[ \d]{{6,}}\d)|(?P<words>{_LATIN}(?:(?:[^{_OTHER}()]|{_BRACKETS})*(?:{_LATIN}\d*|{_BRACKETS}))?)"
)
"""A telephone number; or words from their first letter to their last: a numeral after them is the sentence's."""
_AS_THEY_ARE: Final = frozenset({"title", "script", "style", "textarea", "option", "svg", "bdi"})
"""Elements whose text holds no markup, or needs none."""


def told_apart(page: str) -> str:
    """A page of a right-to-left language with its Danish parts and its telephone numbers told apart."""
    page = _OPTION.sub(_option, page)
    done: list[str] = []
    at, within, depth = 0, "", 0
    for tag in _TAG.finditer(page):
        text, at = page[at : tag.start()], tag.end()
        done += (text if depth else _parts(text), tag[0])
        named = _NAME.match(tag[0])
        if named is None:
            continue
        name, closes = named[1], tag[0].startswith("</")
        if depth:
            depth += 0 if name != within else -1 if closes else 1
        elif not closes and (name in _AS_THEY_ARE or (" lang=" in tag[0] and name != "html")):
            within, depth = name, 1
    return "".join([*done, page[at:]])


def _option(found: re.Match[str]) -> str:
    foreign = not _RIGHT_TO_LEFT.search(found[2]) and re.search(_LATIN, unescape(found[2]))
    return f'<option{found[1]} lang="{DEFAULT_LANGUAGE}">{found[2]}' if foreign else found[0]


def _parts(text: str) -> str:
    plain = unescape(text)
    if not _PART.search(plain):
        return text
    if not _RIGHT_TO_LEFT.search(plain) and re.search(_LATIN, plain):
        around = _AROUND.fullmatch(plain)
        assert around is not None
        return f"{escape(around[1])}{_apart(around[2])}{around[3]}"
    done, at = "", 0
    for part in _PART.finditer(plain):
        done += f"{escape(plain[at : part.start()])}{_apart(part[0], number=part['number'] is not None)}"
        at = part.end()
    return f"{done}{escape(plain[at:])}"


def _apart(text: str, *, number: bool = False) -> str:
    kept = 'dir="ltr"' if number else f'lang="{DEFAULT_LANGUAGE}"'
    return f"<bdi {kept}>{escape(text)}</bdi>"
