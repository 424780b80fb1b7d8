"""The municipality's words in what is sent: theirs where they gave any, the system's everywhere else, never half of one."""

from datetime import UTC, datetime

import pytest

from services.core.message.kinds import MessageKind
from services.core.message.sms_text import MOST_SEGMENTS, compose, segments
from services.core.message.wording import MailFacts, catalogue, render
from services.core.tenancy.wordings import CommonWords, Worded, Wordings

WHEN = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02.30 in Copenhagen, for the first of two times that night
FACTS = MailFacts("Fjordby Kommune", "https://fjordby.example/meetings/1", WHEN)
OWN = (
    Wordings(
        language="da",
        words=CommonWords(closing="Venlig hilsen\nBørneafdelingen i {municipality}"),
        invitation=Worded(subject="Vil du mødes {when}?", short="Vi ses {when}?"),
        case_news=Worded(subject="Nyt {when}", line="Der er nyt hos {municipality}."),
    ),
)


def test_what_is_given_replaces_and_what_is_not_stays() -> None:
    words = render(MessageKind.INVITATION, "da", FACTS, OWN)
    assert words.subject == "Fjordby Kommune: Vil du mødes søndag den 25. oktober 2026 kl. 02.30?"
    assert words.line == catalogue("da")["invitation"]["line"]
    assert words.text.splitlines()[0] == catalogue("da")["words"]["greeting"]
    assert words.text.rstrip().splitlines()[-2:] == ["Venlig hilsen", "Børneafdelingen i Fjordby Kommune"]
    assert "Venlig hilsen<br>Børneafdelingen i Fjordby Kommune" in words.html


def test_a_place_that_nothing_fills_gives_way_to_the_systems_words() -> None:
    words = render(MessageKind.CASE_NEWS, "da", MailFacts("Fjordby Kommune", FACTS.url), OWN)
    assert words.subject == f"Fjordby Kommune: {catalogue('da')['case_news']['subject']}"
    assert words.line == "Der er nyt hos Fjordby Kommune."


@pytest.mark.parametrize("kind", MessageKind)
def test_another_language_has_none_of_it(kind: MessageKind) -> None:
    assert render(kind, "en", FACTS, OWN) == render(kind, "en", FACTS)


def test_words_with_marks_stay_text() -> None:
    own = (Wordings(language="da", invitation=Worded(line="Du & jeg <b>nu</b>")),)
    words = render(MessageKind.INVITATION, "da", FACTS, own)
    assert "Du &amp; jeg &lt;b&gt;nu&lt;/b&gt;" in words.html
    assert "Du & jeg <b>nu</b>" in words.text


def test_an_sms_says_the_short_words_and_whose_system() -> None:
    text = compose(render(MessageKind.INVITATION, "da", FACTS, OWN), FACTS.url)
    assert text.startswith("Fjordby Kommune: Vi ses søndag den 25. oktober 2026 kl. 02.30? Log ind")
    assert text.endswith(FACTS.url)
    assert segments(text) <= MOST_SEGMENTS
