"""`tenant explain`: a document that says everything of a model, with drawings that hold nothing but what is said."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import sync_playwright

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph, Table, as_html, as_markdown
from services.core.tenancy.explain import explain_dir, explain_html_dir
from services.core.tenancy.language import Part, Text
from services.core.tenancy.loader import load_model
from tests.mutations.clauses import all_rules

ROOT = Path(__file__).parents[2]
DIRECTORIES = [
    *sorted(path.parent for path in (ROOT / "tenants").glob("*/tenant.toml")),
    *sorted(path.parent for path in (ROOT / "tests" / "municipalities").glob("*/tenant.toml")),
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


def texts(part: Part) -> Iterator[Text]:
    """Every text in a part of a model."""
    for field in part.__struct_fields__:
        value = getattr(part, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield one
            elif isinstance(one, Part):
                yield from texts(one)


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_sentence_that_its_author_wrote_is_there(directory: Path, language: str) -> None:
    model = load_model(directory)
    told = explain_dir(directory, language)
    said = {one.in_language(language).removesuffix(".") for one in texts(model) if one}
    assert {one for one in said if one not in told} == set()


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
    assert "3 months after the start of the measure (RI-22) (follows the law)" in ringsted
    assert "(from outside), agreed at the latest 1 week before" in ringsted


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_key_for_programs_is_left_in_what_people_read(directory: Path, language: str) -> None:
    assert re.findall(r"\b[a-z]+_[a-z_]+\b", explain_dir(directory, language)) == []


def test_a_clause_is_told_with_its_terms() -> None:
    text = explain_dir(ROOT / "tests" / "municipalities" / "fjordby", "en")
    for said in (
        "leaves after “The concern is presented”",
        "14 days after “A report has been received”; responsible: Adviser; to: Parents and Professional",
        "20 minutes for each child (at least 15, at most 20)",
        "only when nobody has asked for it, by Leader",
        "this one when Adviser does not take part; otherwise Authority meeting",
        "chooses who may read the record",
        "the young person from 16 years, expires after 6 months, in writing",
        "Assessed within: 24 hours",
        "Parents and Network (Suspicion of abuse by close relations): The parents must not be informed",
        "**Leader** (The meeting is held, 1 day after the deadline): The leader is told.",
        "A → B: the leader is involved; by Leader or Adviser. Leaders and advisers move a case.",
    ):
        assert said in text, said
    danish = explain_dir(ROOT / "tenants" / "randers")
    assert "hvert halve år" in danish


def test_the_page_fits_a_phone_and_paper(tmp_path: Path) -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for directory in DIRECTORIES:
            path = tmp_path / f"{directory.name}.html"
            path.write_text(explain_html_dir(directory, "da"), encoding="utf-8")
            for media, width in (("screen", 320), ("screen", 1280), ("print", 700)):
                page = browser.new_page(viewport={"width": width, "height": 800})
                page.emulate_media(media=media)  # type: ignore[arg-type]
                page.goto(path.as_uri())
                assert page.evaluate("document.documentElement.scrollWidth") == width, (directory.name, media)
                page.close()
        browser.close()


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
    assert '<td role="cell" data-head="h">&lt;td&gt;</td>' in page
    assert "<title>&lt;title&gt;</title>" in page
    assert as_markdown(blocks) == "# <b>\n\na & **b** <i>\n\n- x\n  - y\n- z\n\n| h |\n| --- |\n| <td> |\n"
