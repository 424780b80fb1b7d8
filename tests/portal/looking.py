"""What a browser is asked of a page: axe-core's judgement, what stands in it, and how wide it is."""

import subprocess
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.contract.node import node_and_npm

_AXE: Final = Path(__file__).with_name("axe")
FAULTS: Final = """async (only) => (await axe.run(document, {runOnly: only})).violations
    .map(v => v.id + ': ' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160)
      + ' [' + ((n.any[0] || {}).message || '').slice(0, 160) + ']').join(' | '))"""
"""What is wrong, by axe-core, whose script must run first."""
EVERY_RULE: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
CONTRAST: Final = {"type": "rule", "values": ["color-contrast"]}
"""The one rule whose answer depends on light and dark."""
UNFOLD: Final = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
SETTLE: Final = "() => document.getAnimations().forEach(one => one.finish())"
"""After a change between light and dark: colours that are still on their way are judged by where they arrive."""
WIDTHS: Final = """() => ['ltr', 'rtl'].map(direction => {
    const page = document.documentElement, was = page.dir;
    page.dir = direction;
    // The designsystem hides what sticks out; here it shall show.
    document.body.style.overflowX = 'visible';
    const width = page.scrollWidth;
    page.dir = was;
    document.body.style.overflowX = '';
    return width;
})"""
ELEMENTS: Final = """() => {
    // Each element as axe sees it, but for its words: its tag, its attributes, and the same of all it stands in.
    const valued = new Set(['class', 'role', 'type', 'lang', 'dir', 'tabindex', 'scope', 'aria-hidden',
        'aria-current', 'aria-live', 'aria-expanded', 'aria-invalid', 'autocomplete', 'inputmode']);
    const found = new Set();
    const walk = (element, above) => {
        const attributes = [...element.attributes]
            .map(a => valued.has(a.name) ? a.name + '=' + a.value : a.name).sort().join(' ');
        const words = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        let place = above;
        for (const letter of '<' + element.tagName + ' ' + attributes + (words ? '>…' : '>'))
            place = (Math.imul(place, 16777619) ^ letter.codePointAt(0)) >>> 0;
        found.add(place);
        for (const inner of element.children) walk(inner, place);
    };
    walk(document.documentElement, 2166136261);
    return [...found];
}"""
"""Every element of the page with its place, as numbers: pages that differ by their words alone have the same ones."""


@cache
def axe_script() -> str:
    """axe-core's script, fetched once by its lock; skips, saying so, where there is no Node or no network."""
    script = _AXE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        commands = node_and_npm()
        if commands is None:
            pytest.skip("there is no Node here to fetch axe-core with")
        done = subprocess.run(
            [*commands[1], "ci", "--no-progress"], cwd=_AXE, capture_output=True, timeout=300, check=False
        )
        if done.returncode or not script.exists():
            pytest.skip("npm cannot fetch axe-core here")
    return script.read_text()
