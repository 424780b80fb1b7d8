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
TURNED: Final = (
    "() => { const page = document.documentElement; page.dir = page.dir === 'rtl' ? 'ltr' : 'rtl' }"
)
"""The page the other way round."""
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


FETCH: Final = """async path => {
    const answer = await fetch(path), bytes = new Uint8Array(await answer.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return [answer.status, Object.fromEntries(answer.headers), btoa(text)];
}"""
"""A file as the browser gets it, its bytes in base64."""
TRANSFERRED: Final = """() => performance.getEntries()
    .filter(one => 'transferSize' in one && !/\\.woff2?(\\?|$)/.test(one.name))
    .reduce((sum, one) => sum + one.transferSize, 0)"""
"""The bytes that this page took over the wire, with their headers, without fonts."""
SPOKEN: Final = """() => [...document.querySelectorAll('body, body *')].flatMap(one =>
    [one.textContent, ...[...one.attributes].filter(a => /^(aria-label|title|alt|placeholder|data-.*)$/.test(a.name))
      .map(a => a.value)]).map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean)"""
"""What each element says, with all that stands in it, and what its attributes say."""
LARGER_TEXT: Final = "() => { document.documentElement.style.fontSize = '125%' }"
"""Text at 200 %: the designsystem's own is 62.5 %."""
SPACED_TEXT: Final = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""The spacing that WCAG 1.4.12 lets a reader choose."""
OWN_TEXT: Final = """() => {
    document.documentElement.style.fontSize = '';
    document.adoptedStyleSheets = [];
}"""
CROWDED: Final = """(most) => {
    // What no longer fits: the page itself, a text cut off by its box, two controls on top of each other.
    const faults = [], root = document.documentElement;
    if (root.scrollWidth > most) faults.push(`${root.scrollWidth} px wide`);
    const shown = all => [...all].filter(one => one.checkVisibility());
    for (const one of shown(document.querySelectorAll('body *'))) {
        const style = getComputedStyle(one);
        if (!/hidden|clip/.test(style.overflowX + style.overflowY) || one.clientWidth < 2) continue;
        if (one.matches('input')) continue;  // scrolls by itself
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
            faults.push('cut off: ' + one.outerHTML.slice(0, 120));
    }
    const controls = shown(document.querySelectorAll(
        'a[href], button, select, textarea, summary, input:not([type=radio]):not([type=checkbox])'));
    const rects = controls.map(one => [...one.getClientRects()]);
    for (let i = 0; i < controls.length; i++) for (let j = i + 1; j < controls.length; j++) {
        if (controls[i].contains(controls[j]) || controls[j].contains(controls[i])) continue;
        for (const a of rects[i]) for (const b of rects[j]) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            // Lines of a text may touch by the height of their letters' air.
            if (across > 4 && down > 8) {
                faults.push('on top of each other: ' + controls[i].outerHTML.slice(0, 80) + ' / '
                    + controls[j].outerHTML.slice(0, 80));
            }
        }
    }
    return faults.slice(0, 6);
}"""
KEYBOARD: Final = """() => {
    // Each control can be reached in the order of the page, and shows it when it is.
    const faults = [];
    const look = one => {
        const of = (element, part) => {
            const c = getComputedStyle(element, part);
            return [c.outlineStyle, c.outlineWidth, c.outlineColor, c.boxShadow, c.borderColor].join();
        };
        const label = one.labels && one.labels[0];
        return of(one) + (label ? of(label) + of(label, '::before') : '');
    };
    for (const one of document.querySelectorAll(
            'a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex]')) {
        if (one.disabled || !one.checkVisibility()) continue;
        if (one.tabIndex > 0) faults.push('out of order: ' + one.outerHTML.slice(0, 120));
        if (one.tabIndex < 0) {
            if (!one.hasAttribute('tabindex') || one.matches('a, button, select, textarea, summary, input'))
                faults.push('out of reach: ' + one.outerHTML.slice(0, 120));
            continue;
        }
        const before = look(one);
        one.focus({preventScroll: true, focusVisible: true});
        if (document.activeElement !== one) faults.push('takes no focus: ' + one.outerHTML.slice(0, 120));
        else if (look(one) === before) faults.push('hides the focus: ' + one.outerHTML.slice(0, 120));
    }
    document.activeElement?.blur();
    return faults.slice(0, 6);
}"""
ON_PAPER: Final = """() => {
    // Under print: what is read is there, what is pressed is not.
    // On narrow paper a table's heads stand before each of its cells, as on a phone.
    const faults = [], apart = 'form, nav, .back-link, a.button, [hidden], .sr-only, .rb-menu, thead, svg, '
        + 'details:has(> .details-text > form:only-child)';
    if (document.querySelector('.rb-nav')?.checkVisibility()) faults.push('the menu is printed');
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const one = node.parentElement;
        if (node.data.trim() && !one.closest(apart) && !one.checkVisibility({visibilityProperty: true}))
            faults.push('not on paper: ' + one.outerHTML.slice(0, 120));
    }
    return faults.slice(0, 6);
}"""


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
