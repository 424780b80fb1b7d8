"""A guide's Markdown as HTML.

Why this is safe: HTML in the text is switched off and comes out as text, images are not read, and a link leads only
where `markdown-it` lets it (no `javascript:`, no `data:`). The page's own policy allows no script in any case.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_LOWEST: Final = 6


def written(markdown: str) -> Markup:
    """The text without its first heading, which is the page's; every other heading stands below that."""
    reader = _reader()
    tokens = _below(_without_title(reader.parse(markdown)))
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - rendered with HTML switched off


@cache
def _reader() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["image", "html_block", "html_inline"])
    )


def _without_title(tokens: Sequence[Token]) -> list[Token]:
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return list(tokens[3:])
    return list(tokens)


def _below(tokens: list[Token]) -> list[Token]:
    lift = any(token.tag == "h1" for token in tokens)
    for token in tokens:
        if lift and token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, _LOWEST)}"
    return tokens
