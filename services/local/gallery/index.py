"""The gallery's own page: every picture with what it shows, to be read with any browser, also by ear."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from services.local.gallery.plan import LOOKS
from services.local.gallery.shots import Picture

_STYLE: Final = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 84rem; padding: 1rem;
  color: #1a1a1a; background: #fff; }
ul { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 2rem; padding: 0; }
figure { margin: 0; }
img { width: 100%; height: 24rem; object-fit: cover; object-position: top; border: 1px solid #767676; border-radius: 4px; }
figcaption { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #16191d; } a { color: #9ecbff; } }
"""


def write_index(pictures: Sequence[Picture], into: Path) -> Path:
    """Write `index.html` beside the pictures; its path."""
    parts = []
    for (tenant, whose), group in groupby(pictures, key=lambda one: (one.tenant, one.whose)):
        items = "\n".join(_item(one) for one in group)
        parts.append(
            f"<section><h2>{escape(tenant.title())}: {escape(whose)}</h2>\n<ul>\n{items}\n</ul></section>"
        )
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Rundbord: what people see</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style></head>\n<body><main><h1>Rundbord: what people see</h1>\n"
        "<p>Every page and state of the portal, taken from a seeded system by <code>./rundbord gallery</code>. "
        "All persons, cases and addresses are made up. Each picture leads to itself in full size.</p>\n"
        f"{''.join(parts)}\n</main></body></html>\n"
    )
    file = into / "index.html"
    file.write_text(page, encoding="utf-8")
    return file


def _item(one: Picture) -> str:
    width, _ = one.size
    said = f"{one.title}, {LOOKS[one.look]}, {width} pixels wide"
    return (
        f'<li><figure><a href="{escape(one.file)}"><img src="{escape(one.file)}" loading="lazy" alt="{escape(said)}"></a>'
        f"<figcaption>{escape(one.title)} <code>{escape(one.path)}</code>"
        f"{'' if one.look == 'light' else ', ' + escape(LOOKS[one.look])}</figcaption></figure></li>"
    )
