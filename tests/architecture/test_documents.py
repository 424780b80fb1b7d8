"""Documents name what exists: paths, checks, commands. A document that lies is worse than none."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files, syntax, text, under

# What looks like a path of ours in a document: a known top folder, then no blanks.
OUR_PATH = re.compile(r"`((?:services|tests|tenants|infra|docs|bench|\.ci)/[^\s`]*)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s]+)\)")
PARTS_OF_AN_ADR = ["## Context", "## Decision", "## Consequences", "## Check"]
CHECK = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`|`import-linter: ([\w-]+)`")
PLACEHOLDER = re.compile(r"[<>*{}…]")

documents = under(suffix=".md")
decisions = [path for path in under("docs/adr") if re.match(r"\d{4}-", path.name)]


@pytest.mark.parametrize("document", documents, ids=str)
def test_every_path_in_a_document_exists(document: Path) -> None:
    present = set(files()) | {parent for path in files() for parent in path.parents}
    named = [name.split("::")[0].rstrip("/") for name in OUR_PATH.findall(text(document))]
    missing = [name for name in named if not PLACEHOLDER.search(name) and Path(name) not in present]
    assert missing == []


@pytest.mark.parametrize("document", documents, ids=str)
def test_every_link_in_a_document_leads_somewhere(document: Path) -> None:
    targets = [target.split("#")[0] for target in LINK.findall(text(document))]
    assert [t for t in targets if t and not (ROOT / document.parent / t).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))


@pytest.mark.parametrize("decision", decisions, ids=lambda path: path.stem)
def test_a_decision_is_one_page_and_names_the_check_that_holds_it(decision: Path) -> None:
    page = text(decision)
    assert [part for part in PARTS_OF_AN_ADR if f"\n{part}\n" not in page] == []
    assert len(page.splitlines()) <= 70, "an ADR is a page"
    checks = CHECK.findall(page.split("\n## Check\n")[1])
    assert checks, "names no check"
    for file, function, contract in checks:
        if contract:
            assert f'id = "{contract}"' in text(Path("pyproject.toml")), contract
            continue
        assert Path(file) in files(), file
        if function:
            names = {getattr(node, "name", "") for node in syntax(Path(file)).body}
            assert function in names, f"{file}::{function}"


def test_every_decision_stands_in_the_index() -> None:
    index = text(Path("docs/adr/README.md"))
    assert [path.name for path in decisions if f"({path.name})" not in index] == []
