"""Modules stay small, have a noun for a name, and keep to their layer."""

import ast
import logging
import re

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.tree import ROOT, syntax, text, under

LONGEST = 400
NINE_OF_TEN = 220

# A drawer is a place for what has no place. The thing in it has a noun: put it there.
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff", "lib", "tools"}


def test_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    # The linter configures logging for a process of its own: every other logger that is there falls silent.
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            monkeypatch.setattr(logger, "disabled", logger.disabled)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_module_is_longer_than_400_lines() -> None:
    long = {str(path): n for path in under(suffix=".py") if (n := len(text(path).splitlines())) > LONGEST}
    assert long == {}


def test_nine_of_ten_modules_are_shorter_than_220_lines() -> None:
    lengths = sorted(len(text(path).splitlines()) for path in under("services", suffix=".py"))
    assert lengths[int(len(lengths) * 0.9)] <= NINE_OF_TEN


def test_no_drawers() -> None:
    found = [str(p) for p in under(suffix=".py") if DRAWERS & {part.removesuffix(".py") for part in p.parts}]
    assert found == []


def test_no_municipality_is_named_in_code() -> None:
    """Behaviour is chosen by data (ADR 0008): outside services/local no code names a tenant."""
    tenants = {path.parts[1].lower() for path in under("tenants") if path.name == "tenant.toml"}
    assert tenants, "no tenant found: this test would hold nothing"
    naming = [
        f"{path}: {tenant}"
        for path in under("services", "infra")
        if not path.is_relative_to("services/local")
        for tenant in sorted(tenants)
        if tenant in text(path).lower()
    ]
    assert naming == []


# Handlers that catch everything and go on must be listed here with the reason why nothing is lost.
CATCH_ALL: dict[str, str] = {
    "services/api/graphql/engine.py": "the edge of the api: masked for the caller, told to the log",
}


def test_nothing_catches_everything_and_goes_on() -> None:
    swallowing = {
        f"{path}:{node.lineno}"
        for path in under("services", suffix=".py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ExceptHandler) and _catches_all(node) and not _reraises_or_logs(node)
    }
    assert {place.rsplit(":", 1)[0] for place in swallowing} == set(CATCH_ALL), sorted(swallowing)


def _catches_all(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in kinds)


def _reraises_or_logs(handler: ast.ExceptHandler) -> bool:
    """Raises again, or hands the error on to a log with its trace."""
    return any(
        isinstance(node, ast.Raise)
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "exception"
        )
        for node in ast.walk(handler)
    )


def test_every_module_says_what_it_is_for() -> None:
    """A module's docstring is the first thing a reader meets; ruff's D1 holds classes and functions."""
    mute = [
        str(path)
        for path in under("services", suffix=".py")
        if syntax(path).body and not ast.get_docstring(syntax(path))
    ]
    assert mute == []


def test_no_function_of_the_database_stands_in_two_nouns() -> None:
    """The later one would silently replace the other, and a wall with it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "services" / "core").glob("*/policies.sql")):
        if path.parent.name == "keys":  # an instance of its own
            continue
        for name in set(
            re.findall(r"create or replace (?:function|procedure) (rundbord\.\w+)", path.read_text("utf-8"))
        ):
            found.setdefault(name, []).append(path.parent.name)
    assert {name: nouns for name, nouns in found.items() if len(nouns) > 1} == {}
    assert len(found) > 20
