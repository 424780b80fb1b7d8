"""What holds for every process: queues carry ids and no time, pages carry no script of their own, logs no text."""

import ast
import re

from tests.architecture.tree import ROOT, dotted, syntax, text, under

WAITING = {"eta", "countdown"}
# Mail programs know only inline style; pages must have none.
TEMPLATES = under("services/api", suffix=".html") + under("services/api", suffix=".jinja")
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[^>]*\s(on[a-z]+|style)\s*=\s*[\"']", re.IGNORECASE)


def test_nothing_waits_in_the_queue() -> None:
    """What is to happen later is a row with a time (ADR 0002); a worker's memory may vanish."""
    waiting = [
        f"{path}:{node.lineno}: {keyword.arg}"
        for path in under("services", suffix=".py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and dotted(node.func).rsplit(".", 1)[-1]
        in {"apply_async", "send_task", "signature", "retry", "s", "si"}
        for keyword in node.keywords
        if keyword.arg in WAITING
    ]
    assert waiting == []


def test_valkey_keeps_nothing() -> None:
    compose = (ROOT / "infra/compose.yaml").read_text()
    assert '--save "" --appendonly no' in compose


def test_templates_hold_no_script_and_no_style_of_their_own() -> None:
    """The content security policy would block them; here they are found before a browser does (ADR 0010)."""
    assert TEMPLATES, "no template found: this test would hold nothing"
    found = [
        f"{path}: {match.group()[:60]}"
        for path in TEMPLATES
        for pattern in (INLINE_SCRIPT, INLINE_HANDLER)
        for match in pattern.finditer(text(path))
    ]
    assert found == []


def test_the_search_finds_what_it_looks_for() -> None:
    assert INLINE_SCRIPT.search("<script>alert(1)</script>")
    assert INLINE_HANDLER.search("<a href='x' onclick='go()'>")
    assert not INLINE_SCRIPT.search('<script src="/static/a.js" defer></script>')
    assert not INLINE_HANDLER.search('<p class="on">')
