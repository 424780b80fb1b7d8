"""A guide's text as a page: headings below the page's own, HTML as text, no link that could do anything."""

import re

import pytest

from services.api.portal.guides.markdown import written


def test_its_first_heading_is_the_page_s_and_the_others_stand_below() -> None:
    html = written("# Mødeguide\n\nI taler *sammen*.\n\n## Før\n\n- Læs\n- Spørg\n\n### Mere\n")
    assert "<h1" not in html
    assert [re.sub(r"<[^>]+>", "", tag) for tag in re.findall(r"<h\d>.*?</h\d>", html)] == ["Før", "Mere"]
    assert "<em>sammen</em>" in html
    assert "<h2>Endnu en</h2>" in written("# Titel\n\n# Endnu en\n")


def test_a_table_is_a_table() -> None:
    assert "<table>" in written("| a | b |\n|---|---|\n| 1 | 2 |\n")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Hej <img src=x onerror=alert(1)>",
        "<b>fed</b>",
        "<!-- skjult -->",
        "<a href='javascript:alert(1)'>her</a>",
    ],
)
def test_html_is_text(text: str) -> None:
    html = written(text)
    assert "&lt;" in html
    assert not re.findall(r"<(?!/?p>)", html)


@pytest.mark.parametrize(
    "where", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_a_link_leads_only_somewhere(where: str) -> None:
    assert "href" not in written(f"[her]({where})")
    assert 'href="https://eksempel.test/"' in written("[her](https://eksempel.test/)")


def test_an_image_is_not_fetched() -> None:
    assert "<img" not in written("![billede](https://eksempel.test/sporing.png)")
