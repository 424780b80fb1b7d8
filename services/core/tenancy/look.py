"""How a municipality looks on paper and on its pages: a colour that can be read, and a logo that is only a drawing.

Why this is safe: the logo is drawn into documents and shown on every page. It is taken only where each of its elements
and attributes is on the closed lists below: nothing runs, nothing is fetched, nothing refers to anything. A document
type, and with it every entity, is refused before it is read.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.frame import Look

LOGO_FILE: Final = "logo.svg"
LEAST_CONTRAST: Final = 4.5
"""What text needs against its ground (WCAG 2.1, 1.4.3)."""
WHITE: Final = "#ffffff"
_MOST_CHARACTERS: Final = 40_000
_MIDDLE: Final = 0.179
"""The light of a ground on which black and white can be read equally well."""
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_ELEMENTS: Final = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_WORDS: Final = frozenset({"title", "desc"})
_ATTRIBUTES: Final = frozenset({
    "xmlns", "viewBox", "width", "height", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "opacity", "transform", "d", "x", "y", "x1", "y1", "x2", "y2",
    "cx", "cy", "r", "rx", "ry", "points", "role",
})  # fmt: skip
_VALUE: Final = re.compile(r"[A-Za-z0-9#.,+() /:_\n\r\t-]*")
_NAMESPACE: Final = "http://www.w3.org/2000/svg"

_BAD_COLOUR = Mistake(
    "bad_colour",
    "en farve skrives som #rrggbb med små bogstaver",
    "a colour is written as #rrggbb in lower case",
)
_TOO_PALE = Mistake(
    "bad_colour",
    "farven kan ikke læses på hvidt: kontrasten er {found}, og den skal være mindst {least}; {better} kan læses",
    "the colour cannot be read on white: its contrast is {found} and must be {least} at least; {better} can be read",
)
_BAD_LOGO = Mistake(
    "bad_logo",
    "logoet må kun være en tegning (svg, g, path, rect, circle …) uden henvisninger, og det er det ikke: {what}",
    "the logo must be a mere drawing (svg, g, path, rect, circle …) without references, and it is not: {what}",
)


class _NotADrawing(Exception):
    """What stands in the logo that no drawing needs."""


def contrast(colour: str, ground: str = WHITE) -> float:
    """The contrast of one ``#rrggbb`` against another as WCAG counts it, from 1 to 21."""
    darker, lighter = sorted((_light(colour), _light(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str = WHITE) -> str:
    """The colour itself where it can be read on the ground, else the nearest of its hue: darker on a light ground,
    lighter on a dark one."""
    towards = 0 if _light(ground) > _MIDDLE else 255
    for step in range(101):
        parts = (round(part + (towards - part) * step / 100) for part in _parts(colour))
        nearer = "#" + "".join(f"{part:02x}" for part in parts)
        if contrast(nearer, ground) >= LEAST_CONTRAST:
            return nearer
    raise AssertionError(f"neither black nor white can be read on {ground}")


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _light(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def of_colour(look: Look) -> Iterator[Remark]:
    """What is wrong with the colour, if anything."""
    if not _COLOUR.fullmatch(look.colour):
        yield _BAD_COLOUR.at("tenant", "look", "colour")
        return
    found = contrast(look.colour)
    if found < LEAST_CONTRAST:
        # Rounded down: 4.49 told as 4.5 would be a riddle.
        yield _TOO_PALE.at(
            *("tenant", "look", "colour"),
            found=f"{int(found * 100) / 100:.2f}",
            least=LEAST_CONTRAST,
            better=readable(look.colour),
        )


def of_logo(svg: str) -> Iterator[Remark]:
    """What is wrong with a logo, if anything: the first thing that does not belong in a drawing."""
    try:
        _read(svg)
    except (_NotADrawing, expat.ExpatError) as problem:
        yield _BAD_LOGO.at(what=str(problem))


def _read(svg: str) -> None:
    if len(svg) > _MOST_CHARACTERS:
        raise _NotADrawing(f"{len(svg)} > {_MOST_CHARACTERS}")
    parser = expat.ParserCreate()
    open_ones: list[str] = []

    def begun(name: str, attributes: dict[str, str]) -> None:
        if name not in _ELEMENTS | _WORDS or (not open_ones and name != "svg"):
            raise _NotADrawing(f"<{name}>")
        if not open_ones and not {"viewBox", "xmlns"} <= attributes.keys():
            raise _NotADrawing("<svg> viewBox, xmlns")
        for attribute, value in attributes.items():
            fits = value == _NAMESPACE if attribute == "xmlns" else _VALUE.fullmatch(value)
            if attribute not in _ATTRIBUTES or not fits or "url" in value.lower():
                raise _NotADrawing(f"{attribute}=")
        open_ones.append(name)

    def written(text: str) -> None:
        if text.strip() and open_ones[-1] not in _WORDS:
            raise _NotADrawing(f"<{open_ones[-1]}> …")

    def refused(*_: object) -> None:
        raise _NotADrawing("<! … >, <? … ?>")

    parser.StartElementHandler = begun
    parser.EndElementHandler = lambda _: open_ones.pop()
    parser.CharacterDataHandler = written
    parser.StartDoctypeDeclHandler = refused
    parser.ProcessingInstructionHandler = refused
    parser.Parse(svg, True)
