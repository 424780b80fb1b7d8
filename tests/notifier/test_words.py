"""The words that leave the system: complete in each language, and neutral."""

from datetime import UTC, datetime

import pytest

from services.core.errors import LANGUAGES
from services.core.message.kinds import MessageKind
from services.core.message.wording import MailFacts, catalogue, render

FACTS = MailFacts(
    "Randers Kommune", "https://randers.invalid/meetings/1", datetime(2026, 3, 29, 1, tzinfo=UTC)
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_has_words_and_no_words_are_left_over(language: str) -> None:
    assert set(catalogue(language)) == {"words"} | {kind.value for kind in MessageKind}
    assert set(catalogue(language)["words"]) == set(catalogue("da")["words"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_both_forms_hold_the_link_and_the_local_time(kind: MessageKind, language: str) -> None:
    words = render(kind, language, FACTS)
    for body in (words.text, words.html):
        assert FACTS.url in body
        # 01:00 UTC on the night of the clock change is 03:00 in Denmark.
        assert ("03.00" if language == "da" else "03:00") in body
    assert words.subject.startswith("Randers Kommune: ")
    assert f'lang="{language}"' in words.html


def test_an_unknown_language_gets_danish() -> None:
    assert render(MessageKind.INVITATION, "tlh", FACTS).language == "da"


def test_a_name_with_markup_stays_text() -> None:
    words = render(MessageKind.INVITATION, "da", MailFacts("<b>By</b>", "https://x.invalid/"))
    assert "<b>By</b>" not in words.html
    assert "&lt;b&gt;By&lt;/b&gt;" in words.html
