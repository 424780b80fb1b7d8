"""`docs/glossary.md` and the code hold each other: one name per concept, in both directions."""

import ast
import re
from pathlib import Path

from tests.architecture.tree import syntax, text, under

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
TABLE = re.compile(r"^create table rundbord\.(\w+)", re.MULTILINE | re.IGNORECASE)
ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")

rows = [row for row in ROW.findall(text(Path("docs/glossary.md"))) if row[2] != "identifier"]
identifiers = {name for row in rows for name in re.findall(r"`(\w+)`", row[2])}


def _names() -> dict[str, Path]:
    """Every name that our code gives to something, with one place where it stands."""
    found: dict[str, Path] = {}
    for path in under("services", suffix=".py"):
        for node in ast.walk(syntax(path)):
            for attribute in ("id", "attr", "name", "arg"):
                if isinstance(name := getattr(node, attribute, None), str):
                    found.setdefault(name, path)
    return found


def test_the_glossary_is_read_at_all() -> None:
    assert len(rows) > 40
    assert all(re.search(r"`\w+`", row[2]) for row in rows), "a row without an identifier"


def test_every_identifier_of_the_glossary_exists() -> None:
    words = set(_names())
    for path in under("services", suffix=".sql"):
        words |= set(re.findall(r"\w+", text(path)))
    assert identifiers - words == set()


def test_every_table_stands_in_the_glossary() -> None:
    tables = {table for path in under("services", suffix=".sql") for table in TABLE.findall(text(path))}
    assert len(tables) > 20
    assert tables - identifiers == set()


def test_a_concept_has_no_second_danish_name_in_code() -> None:
    """Where the glossary gives `coordinator_id`, nothing is called tovholder_id."""
    danish = {
        word.translate(ASCII)
        for row in rows
        for term in row[0].split(",")
        if len(word := term.strip().lower()) > 4 and word.isalpha()
    }
    english = {part.lower() for name in identifiers for part in WORD.findall(name)}
    second = {
        f"{path}: {name}"
        for name, path in _names().items()
        for part in WORD.findall(name)
        if part.lower() in danish - english
    }
    assert second == set()


def test_the_search_for_names_sees_through_writing_styles() -> None:
    assert WORD.findall("tovholder_id") == ["tovholder", "id"]
    assert WORD.findall("TovholderSkift") == ["Tovholder", "Skift"]
