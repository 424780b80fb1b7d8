"""What an SMS says: short, neutral, with its link whole, whatever it is about and whoever sends it."""

from uuid import uuid4

import pytest

from services.core.errors import LANGUAGES
from services.core.message.kinds import MessageKind
from services.core.message.sms_text import MOST_SEGMENTS, compose, segments
from services.core.message.wording import MailFacts, Words, render

URL = f"https://ringkoebing-skjern.rundbord.example.dk/meetings/{uuid4()}"
LONGEST = "Ringkøbing-Skjern Kommune"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_each_kind_fits_as_it_is(kind: MessageKind, language: str) -> None:
    words = render(kind, language, MailFacts(LONGEST, URL))
    text = compose(words, URL)
    assert segments(text) <= MOST_SEGMENTS
    assert text.startswith(words.subject), "nothing had to give way"
    assert text.endswith(f" {URL}")
    assert len(text.encode("utf-16-be")) // 2 == len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", 1),
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("æøåÆØÅ" * 26 + "abcd", 1),
        ("x" * 306, 2),
        ("x" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("x" * 69 + "ł", 1),
        ("x" * 70 + "ł", 2),
        ("x" * 133 + "ł", 2),
        ("x" * 134 + "ł", 3),
        ("x" * 68 + "🙂", 1),
        ("x" * 69 + "🙂", 2),
    ],
)
def test_segments_are_counted_as_they_are_paid(text: str, wanted: int) -> None:
    assert segments(text) == wanted


@pytest.mark.parametrize("letter", ["a", "ł"])
def test_long_words_give_way_and_the_link_does_not(letter: str) -> None:
    words = Words("da", "Kommunen: " + f"{letter * 9} " * 60, "", "")
    text = compose(words, URL)
    assert segments(text) <= MOST_SEGMENTS
    assert text.startswith("Kommunen: ") or letter == "ł"
    assert "..." in text
    assert text.endswith(f" {URL}")
