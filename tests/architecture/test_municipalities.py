"""No municipality is named in the code: what one decides is data, and the next one comes in without a line of it.

All 98 are looked for, in any spelling that code uses, in every file of `services` outside `services/local`.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files

NAMES = (ROOT / "tests/architecture/municipalities.txt").read_text(encoding="utf-8").split()
# These are Danish words too (the way, a slice, a count, an otter, a cairn): as names only where nothing else is meant.
WORDS = {"Vejen", "Skive", "Greve", "Odder", "Varde"}
BORROWED = ("dkfds", "vendor", "fonts")


def spellings(name: str) -> set[str]:
    """As people write it, and as a label, a module or a key would."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return {
        name.lower(),
        plain,
        plain.replace("oe", "o"),
        plain.replace("-", "_"),
        name.lower().replace("-", " "),
    }


def pattern() -> re.Pattern[str]:
    usual = sorted(
        {one for name in NAMES if name not in WORDS for one in spellings(name)}, key=len, reverse=True
    )
    words = [f"{word} kommune|(?<=[\"']){word}(?=[\"'])" for word in map(str.lower, WORDS)]
    return re.compile(
        rf"(?<![a-zæøå])(?:(?:{'|'.join(map(re.escape, usual))})s?|{'|'.join(words)})(?![a-zæøå])", re.I
    )


def named(paths: Iterable[Path], root: Path) -> Iterator[str]:
    """Where a municipality is named: file, line and name."""
    wanted = pattern()
    for path in paths:
        try:
            text = f"{path.as_posix()}\n{(root / path).read_text(encoding='utf-8')}"
        except UnicodeDecodeError:
            continue  # a picture or a font
        for number, line in enumerate(text.splitlines()):
            for found in wanted.finditer(line):
                yield f"{path}:{number}: {found[0]}"


def ours() -> list[Path]:
    inside = (path for path in files() if path.parts[0] == "services" and path.parts[1:2] != ("local",))
    return [path for path in inside if not set(path.parts) & set(BORROWED)]


def test_no_municipality_is_named_in_the_code() -> None:
    assert list(named(ours(), ROOT)) == []


def test_all_98_are_looked_for_and_enough_is_looked_at() -> None:
    assert len(set(NAMES)) == 98
    assert {path.parent.name for path in (ROOT / "tenants").glob("*/tenant.toml")} <= {
        one.lower() for one in NAMES
    }
    kinds = {path.suffix for path in ours()}
    assert {".py", ".sql", ".toml", ".html", ".graphql", ".po"} <= kinds


@pytest.mark.parametrize("name", NAMES)
def test_each_of_them_would_be_found(name: str, tmp_path: Path) -> None:
    plain = spellings(name)
    texts = {
        "rules.py": f'if tenant == "{name.lower()}":\n',
        "queries.sql": f"-- as in {name} Kommune\n",
        "page.html": f"<p>{name} Kommune</p>",
    }
    if name not in WORDS:
        texts |= {f"{key}.py": f"def {key}_rule(): ...\n" for key in plain if key.isidentifier()}
        texts["wording.toml"] = f'da = "{name}s model"\n'
    for file, text in texts.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    found = {line.split(":")[0] for line in named([Path(file) for file in texts], tmp_path)}
    assert found == set(texts)


def test_the_way_is_no_municipality(tmp_path: Path) -> None:
    (tmp_path / "wording.py").write_text('"Vejen til mødet er lang."\n# brandersen\n', encoding="utf-8")
    assert list(named([Path("wording.py")], tmp_path)) == []
