"""What is written for a meeting about nobody named: no number, and no name without a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.meeting.anonymity import Outcome, check_anonymous

CHILDREN = ("Asta Bøgh Lind", "Liam Møller-Juhl", "Bo Ek")


@pytest.mark.parametrize(
    "text",
    [
        "Barnet 710214-1234 har det svært",
        "7102141234",
        "71 02 14 1234",
        "71.02.14-1234",
        "født 14/02/11 1234",
        "(140211-1234)",
        "٧١٠٢١٤-١٢٣٤",
    ],
)
def test_a_number_like_a_cpr_number_stops_it_whatever_the_reason(text: str) -> None:
    found = check_anonymous(["En rolig gruppe", text], (), "en god grund")
    assert (found.outcome, found.places) == (Outcome.NUMBER, (1,))
    assert (found.decision.allowed, found.decision.needs) == (False, ())
    assert not any(
        sign.isdigit() for reason in found.decision.reasons for sign in reason.text.da + reason.text.en
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ring 12 34 56 78",
        "3. klasse, 24 børn i 2026",
        "991399-1234 er ingen dato",
        "Sag 71021412345",
        "",
        "14-02-2011",
    ],
)
def test_other_numbers_may_stand(text: str) -> None:
    assert check_anonymous([text], ()).outcome is Outcome.CLEAN


@pytest.mark.parametrize(
    "text", ["Asta har det svært", "hos asta", "Astas mor", "MØLLER-JUHL", "Liam’s gruppe"]
)
def test_a_name_of_ones_own_children_is_warned_of_and_kept_only_with_a_reason(text: str) -> None:
    found = check_anonymous([text], CHILDREN)
    assert (found.outcome, found.decision.allowed, found.decision.needs) == (Outcome.NAME, False, ("reason",))
    kept = check_anonymous([text], CHILDREN, "Det er navnet på en skole")
    assert (kept.outcome, kept.decision.allowed) == (Outcome.NAME_KEPT, True)
    for answer in (found, kept):
        told = repr(answer).casefold()
        assert not any(part in told for part in ("asta", "liam", "juhl"))


@pytest.mark.parametrize("text", ["En astronaut", "Gruppen bor her", "Lindormen", "Alle trives"])
def test_words_that_only_look_like_a_name_may_stand(text: str) -> None:
    assert check_anonymous([text], CHILDREN).outcome is Outcome.CLEAN


@given(
    st.lists(st.text(max_size=80), max_size=4),
    st.lists(st.text(max_size=20), max_size=3),
    st.text(max_size=5),
)
def test_any_text_is_judged_and_a_reason_never_makes_it_worse(
    texts: list[str], names: list[str], reason: str
) -> None:
    without, given_one = check_anonymous(texts, names), check_anonymous(texts, names, reason)
    assert without.decision.allowed <= given_one.decision.allowed
    assert (without.outcome is Outcome.NUMBER) is (given_one.outcome is Outcome.NUMBER)
