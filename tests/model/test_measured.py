"""What a check tells of indicators that nobody could count, or that would tell of a child."""

import pytest
from msgspec.structs import replace

from services.core.tenancy.frame import Indicator
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.measured import mistaken
from services.core.tenancy.model import Model
from tests.rules.cases import model_of

QUARTER = Period(3, Unit.MONTHS)


@pytest.fixture
def slagelse() -> Model:
    return model_of("slagelse")


def codes(model: Model, *changed: Indicator) -> set[str]:
    return {remark.code for remark in mistaken(replace(model, indicators=changed or model.indicators))}


def test_the_municipality_s_own_are_sound(slagelse: Model) -> None:
    assert codes(slagelse) == set()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"measure": "happiness"}, "unknown_measure"),
        ({"besides": ("placement",)}, "unknown_measure"),
        ({"measure": "field:se_ske.see_happen"}, "unknown_measure"),
        ({"measure": "field:se_ske"}, "unknown_measure"),
        ({"besides": ("perspectives",)}, "measured_twice"),
        ({"besides": ("meetings_by_type", "meetings_by_level")}, "measured_twice"),
        ({"every": Period(5, Unit.MONTHS)}, "off_the_grid"),
        ({"every": Period(13, Unit.WEEKS)}, "off_the_grid"),
        ({"every": Period(2, Unit.YEARS)}, "off_the_grid"),
        ({"smallest_group": 2}, "too_small_a_group"),
        ({"besides": ("first_meeting",)}, "missing_field"),
        ({"besides": ("first_meeting",), "within": Period(2, Unit.MONTHS)}, "missing_field"),
        ({"keepers": ()}, "nobody_answers"),
    ],
)
def test_ALL_09_what_could_not_be_counted_or_would_tell_of_a_child_is_refused(
    slagelse: Model, given: dict[str, object], code: str
) -> None:
    sound = Indicator(key="a", name=slagelse.indicators[0].name, every=QUARTER, measure="perspectives")
    assert codes(slagelse, sound) == set()
    assert codes(slagelse, replace(sound, **given)) == {code}


def test_two_indicators_may_be_entered_alike_but_not_counted_alike(slagelse: Model) -> None:
    entered, counted = (
        Indicator(key=key, name=slagelse.indicators[0].name, every=QUARTER, measure=key)
        for key in ("reported", "family_heard")
    )
    assert codes(slagelse, entered, replace(entered, key="b")) == set()
    assert codes(slagelse, counted, replace(counted, key="b")) == {"measured_twice"}
