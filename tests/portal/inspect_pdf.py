"""What every document must be, read by a reader that did not write it: tagged, titled, in a language, whole and nameless."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pikepdf

_CHAR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Printed:
    """A document that held every rule."""

    text: str
    title: str
    language: str
    direction: str
    pages: int
    tags: tuple[str, ...]
    raw: str
    """Everything in it that is no page: what a file's properties show."""


def inspect_pdf(content: bytes) -> Printed:
    """Hold a document to PDF/UA-1 as far as its structure shows it; the assertion says what is missing."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == [], "no sound PDF"
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert not bool(root.MarkInfo.get("/Suspects", False))
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        metadata = bytes(root.Metadata.read_bytes()).decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        title = str(pdf.docinfo.get("/Title", ""))
        assert title
        assert title in metadata
        for name in ("/JavaScript", "/EmbeddedFiles"):
            assert name not in root.get("/Names", {})
        assert "/OpenAction" not in root or "/JS" not in str(root.OpenAction)
        tags = tuple(_tags(root.StructTreeRoot.K))
        _headings([int(tag[1:]) for tag in tags if re.fullmatch(r"H[1-6]", tag)])
        _tables(root.StructTreeRoot.K)
        assert str(root.Lang)
        for page in pdf.pages:
            assert page.obj.get("/Tabs", "/S") == "/S"
            _fonts(page)
            _all_is_read(page, root.StructTreeRoot.K)
        text = " ".join(_text(page) for page in pdf.pages)
        return Printed(
            " ".join(text.split()),
            title,
            str(root.Lang),
            str(root.ViewerPreferences.Direction),
            len(pdf.pages),
            tags,
            f"{metadata} {pdf.docinfo}",
        )


def _nodes(node: Any) -> Iterator[Any]:
    """Each element of the structure in reading order."""
    for one in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from _nodes(one.get("/K", pikepdf.Array()))


def _tags(node: Any) -> Iterator[str]:
    for one in _nodes(node):
        tag = str(one.S).removeprefix("/")
        if tag == "Figure":
            assert str(one.get("/Alt", "")), "a picture without words"
        yield tag


def _headings(levels: list[int]) -> None:
    assert levels, "no heading"
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), f"a level is left out: {levels}"


def _tables(node: Any) -> None:
    for table in _nodes(node):
        if table.S != "/Table":
            continue
        heads = [one for one in _nodes(table.K) if one.S == "/TH"]
        assert heads, "a table without a head"
        assert all(any("/Scope" in part for part in one.A) for one in heads)
        for cell in _nodes(table.K):
            assert cell.S != "/TD" or any("/Headers" in part for part in cell.A), "a cell of no head"


_PAINTS: Final = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"])
"""What puts something on the paper."""


def _all_is_read(page: Any, structure: Any) -> None:
    """Whatever is painted is either of the document's structure or, like a line, said to be none of it.

    PDF/UA-1, 7.1: nothing that is seen can be missed by who hears it. What has its place in the structure is heard in
    the structure's order, and on a page that is the order in which it is painted.
    """
    standing: list[int | None] = []
    painted: list[int] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in {"BDC", "BMC"}:
            own = operands[1].get("/MCID") if operator == "BDC" and hasattr(operands[1], "get") else None
            artifact = str(operands[0]) == "/Artifact"
            held = any(one is not None for one in standing)
            standing.append(int(own) if own is not None else -1 if artifact or held else None)
            if own is not None:
                painted.append(int(own))
        elif operator == "EMC":
            standing.pop()
        elif operator in _PAINTS:
            assert any(one is not None for one in standing), f"{operator} is on the paper and in no structure"
    heard = [one for one, of in _marks(structure, None) if of is None or of == page.obj.objgen]
    assert sorted(heard) == sorted(painted), "what is painted and what is heard differ"
    assert heard == sorted(heard), f"heard in another order than it is painted: {heard}"


def _marks(node: Any, on: Any) -> Iterator[tuple[int, Any]]:
    """The marked pieces in the order in which they are heard, each with the page it stands on."""
    for one in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(one, pikepdf.Dictionary):
            where = one.Pg.objgen if "/Pg" in one else on
            if "/MCID" in one:
                yield int(one.MCID), where
            else:
                yield from _marks(one.get("/K", pikepdf.Array()), where)
        else:
            yield int(one), on


def _fonts(page: Any) -> None:
    for font in page.Resources.get("/Font", {}).values():
        for one in font.DescendantFonts:
            described = one.FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(described.keys()), f"{font.BaseFont} is not in the file"
            assert re.search("IBMPlex|Noto", str(font.BaseFont)), f"{font.BaseFont} is none of ours"
        assert "/ToUnicode" in font


def _text(page: Any) -> str:
    """What is read on a page, as it is copied out of it."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    current: dict[int, str] = {}
    found: list[str] = []
    said: list[bool] = []  # whether what is open says itself in words of its own
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            current = fonts[str(operands[0])]
        elif operator in {"BDC", "BMC"}:
            said.append(len(operands) > 1 and "/ActualText" in operands[1])
            if said[-1]:
                found.append(str(operands[1].ActualText))
        elif operator == "EMC":
            said.pop()
        elif operator in {"Tj", "TJ"} and not any(said):
            parts = operands[0] if operator == "TJ" else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    found += [
                        current.get(int.from_bytes(raw[at : at + 2], "big"), "")
                        for at in range(0, len(raw), 2)
                    ]
        elif operator == "ET":
            found.append(" ")
    return "".join(found)


def _unicode(font: Any) -> dict[int, str]:
    """The font's own table from glyphs to characters."""
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found: dict[int, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        found |= {int(code, 16): _utf16(said) for code, said in _CHAR.findall(section)}
    for section in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, said in _RANGE.findall(section):
            start = int(said, 16)
            found |= {
                code: chr(start + at) for at, code in enumerate(range(int(first, 16), int(last, 16) + 1))
            }
    return found


def _utf16(said: str) -> str:
    return bytes.fromhex(said).decode("utf-16-be")
