"""The preview is what is sent: the same words by the same way, for the version in force and for one that is proposed."""

from datetime import UTC, datetime

import msgspec
import pytest

from services.core.message.kinds import MessageKind
from services.core.message.preview import previews
from services.core.tenancy.loader import load_model
from services.core.tenancy.wordings import TIMED, CommonWords, Worded, Wordings
from tests.wording.test_own_words import FJORDBY

NOW = datetime(2026, 3, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_is_shown_whole(language: str) -> None:
    shown = previews(load_model(FJORDBY), language, NOW)
    assert [one.kind for one in shown] == list(MessageKind)
    own = {one.kind.value for one in shown if one.own}
    assert own == {"da": {"invitation", "meeting_reminder", "consent_asked"}, "en": {"invitation"}}[language]
    for one in shown:
        assert one.name
        assert one.words.subject.startswith("Fjordby Kommune: ")
        assert 1 <= one.segments <= 2
        # A week on, the clocks have gone forward: ten is ten.
        assert ("10" in one.words.text) == (one.kind.value in TIMED)


def test_the_approver_is_told_of_words_that_may_tell_too_much() -> None:
    fjordby = load_model(FJORDBY)
    own = (
        Wordings(
            language="da",
            words=CommonWords(closing="Din rådgiver"),
            invitation=Worded(line="Det er om din søn"),
        ),
    )
    shown = {
        one.kind.value: one.doubts
        for one in previews(msgspec.structs.replace(fjordby, messages=own), "da", NOW)
    }
    assert shown["invitation"] == ("rådgiver", "søn")
    assert shown["case_news"] == ("rådgiver",)
    assert {one.doubts for one in previews(fjordby, "da", NOW)} == {()}


def test_an_unknown_language_is_shown_in_danish() -> None:
    (one,) = previews(load_model(FJORDBY), "tlh", NOW, [MessageKind.INVITATION])
    assert one.words.language == "da"
    assert one.own
