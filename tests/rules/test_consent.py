"""Consent: each giver alone, expiry by basis, and what several answers come to."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.consent.rules import (
    CHILD,
    Answer,
    AnswerState,
    StandingState,
    expiry,
    givers,
    standing,
    text_in_force,
    yes,
)
from services.core.tenancy.model import Model
from tests.rules.cases import NOW, case, model_of

GIVEN, DECLINED, WITHDRAWN = AnswerState.GIVEN, AnswerState.DECLINED, AnswerState.WITHDRAWN


def answer(giver: str, state: AnswerState, days_ago: float = 1) -> Answer:
    return Answer(giver, state, NOW - dt.timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (None, ("mother", "father")),
        (14, ("mother", "father")),
        (15, ("mother", "father", CHILD)),
        (17, ("mother", "father", CHILD)),
        (18, (CHILD,)),
        (29, (CHILD,)),
    ],
)
def test_each_custody_holder_answers_and_from_15_the_young_person_and_from_18_alone(
    slagelse: Model, age: int | None, expected: tuple[str, ...]
) -> None:
    assert givers(slagelse, slagelse.purpose("exchange"), case(age=age)) == expected


def test_RA_25_one_holders_yes_is_not_enough(randers: Model) -> None:
    found = standing(randers, "exchange", case(), [answer("mother", GIVEN)], NOW)
    assert (found.state, found.allowed, found.missing) == (StandingState.ASKED, False, ("father",))
    both = [answer("mother", GIVEN), answer("father", GIVEN)]
    assert standing(randers, "exchange", case(), both, NOW).allowed


def test_RA_25_one_yes_and_one_no_is_a_conflict(randers: Model) -> None:
    answers = [answer("mother", GIVEN), answer("father", DECLINED)]
    found = standing(randers, "exchange", case(), answers, NOW)
    assert (found.state, found.allowed) == (StandingState.CONFLICT, False)


def test_a_withdrawal_counts_from_its_moment_and_a_new_yes_after_it(randers: Model) -> None:
    both = [answer("mother", GIVEN, 5), answer("father", GIVEN, 5)]
    withdrawn = [*both, answer("father", WITHDRAWN, 2)]
    assert standing(randers, "exchange", case(), withdrawn, NOW).state is StandingState.WITHDRAWN
    assert standing(randers, "exchange", case(), withdrawn, NOW - dt.timedelta(days=3)).allowed
    again = [*withdrawn, answer("father", GIVEN, 1)]
    assert standing(randers, "exchange", case(), again, NOW).allowed


def test_asked_again_before_it_lapses_a_yes_stands_and_a_no_to_that_ends_it(randers: Model) -> None:
    both = [answer("mother", GIVEN, 5), answer("father", GIVEN, 5)]
    asked = [*both, answer("mother", AnswerState.ASKED, 2)]
    assert standing(randers, "exchange", case(), asked, NOW).allowed
    refused = [*asked, answer("mother", DECLINED, 1)]
    assert standing(randers, "exchange", case(), refused, NOW).state is StandingState.CONFLICT


def test_what_was_never_valid_was_never_said_and_what_was_taken_back_was(randers: Model) -> None:
    father = answer("father", GIVEN, 9)
    invalid = answer("mother", AnswerState.INVALIDATED, 1)
    found = standing(randers, "exchange", case(), [father, invalid], NOW)
    assert (found.state, found.missing) == (StandingState.INVALIDATED, ("mother",))
    # A second paper that was not hers takes nothing from what she said herself.
    assert standing(randers, "exchange", case(), [father, answer("mother", GIVEN, 5), invalid], NOW).allowed
    taken = [father, answer("mother", GIVEN, 5), answer("mother", WITHDRAWN, 1)]
    assert standing(randers, "exchange", case(), taken, NOW).state is StandingState.WITHDRAWN


def test_nobody_to_ask_is_never_a_yes(randers: Model) -> None:
    nobody = case(custody_holders=())
    assert not standing(randers, "exchange", nobody, [answer("stranger", GIVEN)], NOW).allowed


def test_consent_between_authorities_has_no_expiry_and_health_consent_lapses_after_a_year(
    randers: Model,
) -> None:
    assert expiry(randers, "administrative", NOW) is None
    given_at = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
    assert expiry(randers, "health", given_at) == dt.datetime(2027, 11, 20, 9, 0, tzinfo=dt.UTC)


def test_a_health_consent_stands_to_its_last_instant_and_not_beyond(randers: Model) -> None:
    answers = [yes(randers, "exchange_health", who, NOW) for who in ("mother", "father")]
    end = expiry(randers, "health", NOW)
    assert end is not None
    just_before = end - dt.timedelta(microseconds=1)
    assert standing(randers, "exchange_health", case(), answers, just_before).allowed
    found = standing(randers, "exchange_health", case(), answers, end)
    assert (found.state, found.allowed) == (StandingState.EXPIRED, False)


def test_at_18_the_parents_yes_no_longer_counts(randers: Model) -> None:
    both = [answer("mother", GIVEN), answer("father", GIVEN)]
    assert standing(randers, "exchange", case(age=14), both, NOW).allowed
    found = standing(randers, "exchange", case(age=18), both, NOW)
    assert (found.allowed, found.missing) == (False, (CHILD,))


def test_the_words_shown_are_those_of_the_day(randers: Model) -> None:
    assert text_in_force(randers, "exchange", dt.date(2024, 1, 1)).version == 1
    with pytest.raises(LookupError):
        text_in_force(randers, "exchange", dt.date(2023, 12, 31))


_states = st.sampled_from(list(AnswerState))
_answers = st.lists(
    st.builds(
        Answer,
        st.sampled_from(["mother", "father", CHILD, "stranger"]),
        _states,
        st.timedeltas(dt.timedelta(days=-600), dt.timedelta(days=200)).map(lambda ago: NOW + ago),
    ),
    max_size=8,
)


@given(_answers, st.sampled_from([None, 3, 14, 15, 17, 18]), st.sampled_from(["exchange", "exchange_health"]))
def test_it_stands_only_if_everyone_asked_has_last_said_yes(
    answers: list[Answer], age: int | None, purpose: str
) -> None:
    model = model_of("randers")
    of = case(age=age)
    answers = [
        yes(model, purpose, one.giver, one.answered_at) if one.state is GIVEN else one for one in answers
    ]
    found = standing(model, purpose, of, answers, NOW)
    # An open question is no word, and what was never valid was never said.
    words = [one for one in answers if one.state not in {AnswerState.ASKED, AnswerState.INVALIDATED}]
    last = {}
    for one in sorted(words, key=lambda one: (one.answered_at, one.state is not GIVEN)):
        if one.answered_at <= NOW:
            last[one.giver] = one
    asked = givers(model, model.purpose(purpose), of)
    if found.allowed:
        assert all(who in last and last[who].state is GIVEN for who in asked)
    elif all(who in last and last[who].state is GIVEN for who in asked):
        assert found.state is StandingState.EXPIRED
    assert found.allowed is (found.missing == ())
