"""A readable document as blocks, written as Markdown or as one HTML file that needs nothing from elsewhere."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_STYLE = """
body{font:17px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff;
overflow-wrap:break-word;hyphens:auto}
h1,h2,h3{line-height:1.25;hyphens:manual}h2{margin-top:2.5rem;border-bottom:1px solid #bbb}h3{margin-top:2rem}
td{overflow-wrap:anywhere}nav ol{columns:2 18rem}table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{border:1px solid #999;padding:.35rem .5rem;text-align:left;vertical-align:top}th{background:#eee}
figure{margin:1rem 0}figure svg{max-width:100%;height:auto}figcaption{font-size:.9rem}
@media(max-width:40rem){table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;
clip-path:inset(50%)}
tr{border:1px solid #999;margin-bottom:.75rem}td{border:0}td:empty{display:none}
td::before{content:attr(data-head) ": ";font-weight:bold}}
@media print{body{font-size:11pt;margin:0;max-width:none}nav{display:none}h1,h2,h3{break-after:avoid}
figure,tr,li{break-inside:avoid}}
"""


@dataclass(frozen=True)
class Heading:
    """A heading; 1 is the document's own."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list; an item that begins with two spaces stands below the one before it."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table; its first row is the head."""

    rows: tuple[tuple[str, ...], ...]

    def without_empty_columns(self) -> "Table":
        """The table without columns in which only the head says something."""
        told = (
            [any(row[column] for row in self.rows[1:]) for column in range(len(self.rows[0]))]
            if self.rows
            else []
        )
        return Table(
            tuple(tuple(cell for cell, keep in zip(row, told, strict=True) if keep) for row in self.rows)
        )


@dataclass(frozen=True)
class Picture:
    """An SVG drawing. What it shows stands beside it in words too: `caption` says what it is."""

    svg: str
    caption: str


Block = Heading | Paragraph | Bullets | Table | Picture


def telling(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that say something: no empty paragraph, list or table."""
    for block in blocks:
        empty = (Paragraph(""), Bullets(()), Table(()))
        if block not in empty:
            yield block


def as_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown. A picture is its caption only: what it shows stands in words beside it."""
    lines: list[str] = []
    for block in telling(blocks):
        match block:
            case Heading(level, text):
                lines += [f"{'#' * level} {text}", ""]
            case Paragraph(text):
                lines += [text, ""]
            case Bullets(items):
                lines += [f"{'  ' if item.startswith('  ') else ''}- {item.strip()}" for item in items]
                lines.append("")
            case Table(rows):
                head, *rest = [[cell.replace("|", "\\|") or " " for cell in row] for row in rows]
                lines += [_row(head), _row(["---"] * len(head)), *map(_row, rest), ""]
            case Picture(_, caption):
                lines += [f"*{caption}*", ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_html(blocks: Iterable[Block], language: str, title: str) -> str:
    """The blocks as one HTML page with its pictures inside; every text is escaped."""
    parts = [
        "<!doctype html>",
        f'<html lang="{html.escape(language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head><body><main>",
    ]
    told = list(telling(blocks))
    parts.append(_contents(told, language))
    for block in told:
        match block:
            case Heading(2, text):
                parts.append(f'<h2 id="{_anchor(text)}">{_inline(text)}</h2>')
            case Heading(level, text):
                parts.append(f"<h{level}>{_inline(text)}</h{level}>")
            case Paragraph(text):
                parts.append(f"<p>{_inline(text)}</p>")
            case Bullets(items):
                parts.append(_bullets(items))
            case Table(rows):
                parts.append(_table(rows))
            case Picture(svg, caption):
                parts.append(f"<figure>{svg}<figcaption>{_inline(caption)}</figcaption></figure>")
    return "\n".join([*parts, "</main></body></html>", ""])


def _bullets(items: tuple[str, ...]) -> str:
    text, inner = "<ul>", False
    for index, item in enumerate(items):
        below = item.startswith("  ")
        if below and not inner:
            text += "<ul>"
        elif not below and inner:
            text += "</li></ul></li>"
        elif index:
            text += "</li>"
        text += f"<li>{_inline(item.strip())}"
        inner = below
    if inner:
        text += "</li></ul>"
    return f"{text}</li></ul>" if items else ""


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """The roles keep it a table for those who hear it where a narrow screen shows its rows as blocks."""
    head, *rest = rows
    top = "".join(f'<th scope="col" role="columnheader">{_inline(cell)}</th>' for cell in head)
    body = "".join(
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-head="{html.escape(title)}">{_inline(cell)}</td>'
            for title, cell in zip(head, row, strict=True)
        )
        + "</tr>"
        for row in rest
    )
    return (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{top}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _contents(blocks: Iterable[Block], language: str) -> str:
    """The headings of the second rank, to go to."""
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    if not heads:
        return ""
    items = "".join(f'<li><a href="#{_anchor(text)}">{_inline(text)}</a></li>' for text in heads)
    label = "Indhold" if language == "da" else "Contents"
    return f'<nav aria-label="{label}"><ol>{items}</ol></nav>'


def _anchor(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _inline(text: str) -> str:
    """Escaped, with **strong** as the only mark."""
    pieces = html.escape(text).split("**")
    if len(pieces) % 2 == 0:
        return "**".join(pieces)
    return "".join(f"<strong>{piece}</strong>" if index % 2 else piece for index, piece in enumerate(pieces))
