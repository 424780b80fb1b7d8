"""`tenant explain`: a document that says everything of a model, with drawings that hold nothing but what is said."""

import re
from pathlib import Path

import html5lib  # type: ignore[import-untyped]
import pytest

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph, Table, as_html, as_markdown
from services.core.tenancy.explain import explain_dir, explain_html_dir
from services.core.tenancy.loader import load_model
from tests.mutations.clauses import all_rules

ROOT = Path(__file__).parents[2]
DIRECTORIES = [
    *sorted(path.parent for path in (ROOT / "tenants").glob("*/tenant.toml")),
    ROOT / "tests" / "municipalities" / "fjordby",
]


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_names_every_meeting_form_level_and_rule(directory: Path, language: str) -> None:
    model = load_model(directory)
    text = explain_dir(directory, language)
    names = [one.name for one in model.meetings] + [one.name for one in model.processes]
    names += [one.name for one in model.forms] + [one.name for one in model.levels]
    names += [one.name for one in model.offers] + [one.name for one in model.checklists]
    assert [name for name in names if name.in_language(language) not in text] == []
    said = set(re.findall(r"(?:ALL|SL|RI|RA)-\d\d", text))
    assert all_rules(model) - said == set()


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda path: path.name)
def test_the_page_is_valid_html_with_drawings_that_are_described(directory: Path) -> None:
    page = explain_html_dir(directory, "da")
    parser = html5lib.HTMLParser(strict=True)
    tree = parser.parse(page)
    namespace = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
    drawings = tree.findall(".//s:svg", namespace)
    assert len(drawings) == (2 if load_model(directory).levels else 1)
    assert all(drawing.get("aria-label") and drawing.get("role") == "img" for drawing in drawings)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "").replace("https://www.", "")


def test_the_ladder_draws_each_level_and_each_way() -> None:
    page = explain_html_dir(ROOT / "tenants" / "randers", "en")
    ladder = page[page.index("<svg") : page.index("</svg>")]
    model = load_model(ROOT / "tenants" / "randers")
    assert ladder.count("<rect") == len(model.levels)
    assert ladder.count("marker-end") == len(model.transitions)


def test_people_read_words_and_not_keys() -> None:
    text = explain_dir(ROOT / "tests" / "municipalities" / "fjordby", "en")
    assert "from 12 years" in text
    assert "below 12 years, after birth" in text
    assert "School 10-12 a year; Day care 6 a year; Health visitors 8-12 a year" in text
    ringsted = explain_dir(ROOT / "tenants" / "ringsted", "en")
    assert "Leader together with" in ringsted or "Local leader together with" in ringsted
    assert "3 months after (RI-22) (follows the law)" in ringsted
    assert "(from outside), agreed at the latest 1 week before" in ringsted


def test_what_an_author_writes_is_never_markup() -> None:
    blocks: list[Block] = [
        Heading(1, "<b>"),
        Paragraph("a & **b** <i>"),
        Bullets(("x", "  y", "z")),
        Table((("h",), ("<td>",))),
    ]
    page = as_html(blocks, "da", "<title>")
    assert "<h1>&lt;b&gt;</h1>" in page
    assert "<p>a &amp; <strong>b</strong> &lt;i&gt;</p>" in page
    assert "<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul>" in page
    assert "<td>&lt;td&gt;</td>" in page
    assert "<title>&lt;title&gt;</title>" in page
    assert as_markdown(blocks) == "# <b>\n\na & **b** <i>\n\n- x\n  - y\n- z\n\n| h |\n| --- |\n| <td> |\n"
