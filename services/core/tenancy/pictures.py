"""Drawings of a model: the ladder of levels with its ways, and the meetings with where their outcomes lead."""

import html
import textwrap

from services.core.tenancy.model import Model

_WIDE, _HIGH, _GAP = 244, 66, 40
_INK, _LINE, _FILL = "#1a1a1a", "#444", "#eef3f8"


def ladder(model: Model, language: str, title: str) -> str:
    """The levels as steps, the lowest at the bottom, with an arrow for each way between two of them."""
    levels = sorted(model.levels, key=lambda one: -one.number)
    top = {one.number: index * (_HIGH + _GAP) + 10 for index, one in enumerate(levels)}
    parts = []
    for one in levels:
        y = top[one.number]
        parts.append(_box(20, y, _WIDE, _HIGH, f"{one.label}. {one.name.in_language(language)}"))
    # The longest bows lie outermost.
    ways = sorted(model.transitions, key=lambda way: abs(way.to_level - way.from_level))
    ups = [way for way in ways if way.to_level > way.from_level]
    downs = [way for way in ways if way.to_level < way.from_level]
    for lane, way in enumerate(ups):
        x = _WIDE + 20
        parts.append(_bow(x, top[way.from_level] + 20, top[way.to_level] + _HIGH - 20, 26 + lane * 9))
    for lane, way in enumerate(downs):
        x = _WIDE + 20
        start, end = top[way.from_level] + _HIGH - 12, top[way.to_level] + 12
        parts.append(_bow(x, start, end, 34 + (len(ups) + lane) * 9, dashed=True))
    width = _WIDE + 64 + (len(ups) + len(downs)) * 9
    return _svg(width, len(levels) * (_HIGH + _GAP), title, "".join(parts))


def flow(model: Model, language: str, title: str) -> str:
    """The meeting types from light to heavy, with an arrow for each outcome that calls another type."""
    types = sorted(model.meetings, key=lambda one: (one.weight, one.key))
    top = {one.key: index * (_HIGH + 24) + 10 for index, one in enumerate(types)}
    parts = [_box(20, top[one.key], _WIDE, _HIGH, one.name.in_language(language)) for one in types]
    ways = sorted(
        {
            (one.key, outcome.leads_to.meeting)
            for one in types
            for outcome in one.outcomes
            if outcome.leads_to.meeting in top and outcome.leads_to.meeting != one.key
        },
        key=lambda ends: (abs(top[ends[1]] - top[ends[0]]), ends),
    )
    for lane, (start, end) in enumerate(ways):
        parts.append(
            _bow(
                _WIDE + 20,
                top[start] + _HIGH / 2 + 8,
                top[end] + _HIGH / 2 - 8,
                26 + lane * 9,
                dashed=top[end] < top[start],
            )
        )
    return _svg(_WIDE + 56 + len(ways) * 9, len(types) * (_HIGH + 24) + 10, title, "".join(parts))


def _svg(width: float, height: float, title: str, content: str) -> str:
    said = html.escape(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" aria-label="{said}"><title>{said}</title>'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{_LINE}"/></marker></defs>{content}</svg>'
    )


def _box(x: float, y: float, width: float, height: float, text: str) -> str:
    lines = textwrap.wrap(text, 27, max_lines=3, placeholder=" …") or [""]
    first = y + height / 2 + 5 - (len(lines) - 1) * 9
    words = "".join(
        f'<text x="{x + 14:.0f}" y="{first + index * 18:.0f}" font-size="15" fill="{_INK}">{html.escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="6" fill="{_FILL}" '
        f'stroke="{_LINE}"/>{words}'
    )


def _bow(x: float, start: float, end: float, out: float, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<path d="M{x:.0f} {start:.0f}C{x + out:.0f} {start:.0f} {x + out:.0f} {end:.0f} {x + 3:.0f} {end:.0f}" '
        f'fill="none" stroke="{_LINE}" stroke-width="1.5" marker-end="url(#tip)"{dash}/>'
    )
