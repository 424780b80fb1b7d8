"""Rules about age that contradict each other: nobody is older than 12 and younger than 10."""

from collections.abc import Iterator

from msgspec.structs import replace

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.frame import AgeRight, ConsentPurpose, Population, Stage
from services.core.tenancy.language import Condition, Strength
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

_CODE = "age_contradiction"
_NOBODY = Mistake(
    _CODE,
    "ingen er {low} år eller ældre og stadig under {high}",
    "nobody is {low} or older and still below {high}",
)
_TOO_OLD = Mistake(
    _CODE,
    "ingen er {low} år: modellen gælder til og med {last}",
    "nobody is {low}: the population ends at {last}",
)
_TOO_YOUNG = Mistake(
    _CODE,
    "ingen er under {high} år: modellen gælder fra {first}",
    "nobody is below {high}: the population begins at {first}",
)
_UNBORN_AGED = Mistake(_CODE, "et ufødt barn er aldrig {low} år", "an unborn child is never {low} years old")
_NO_UNBORN = Mistake(
    _CODE,
    "modellen gælder ikke ufødte børn (population.unborn)",
    "the population has no unborn children (population.unborn)",
)
_BORN_PREGNANCY = Mistake(
    _CODE,
    "der spørges om graviditetsuger hos et barn, der er født",
    "weeks of pregnancy are asked of a child that is born",
)
_WEEKS = Mistake(_CODE, "uge {first} kommer efter uge {last}", "week {first} comes after week {last}")
_POPULATION = Mistake(
    _CODE,
    "modellen begynder ved {first} år og slutter ved {last}",
    "the population begins at {first} and ends at {last}",
)
_OF_AGE = Mistake(
    _CODE,
    "fra {majority} år er man myndig: eget samtykke kan ikke begynde ved {own}",
    "from {majority} one is of age: own consent cannot begin at {own}",
)
_CLASH = Mistake(
    _CODE,
    "ved {age} år er rollen '{role}' både altid med og aldrig med",
    "at {age} the role '{role}' is both always there and never there",
)
_NO_VARIANT = Mistake(
    _CODE, "ved {ages} år hører et barn til ingen variant", "at {ages} a child belongs to no variant"
)
_RIGHT = Mistake(
    _CODE,
    "en rettighed efter alder begynder mellem 0 og {majority} år, ikke ved {own}",
    "a right of age begins between 0 and {majority} years, not at {own}",
)


def contradictions(model: Model, part: object, *path: str | int) -> Iterator[Remark]:
    """What is wrong with the ages of this part of the model."""
    if isinstance(part, Condition):
        yield from _of_condition(part, model.population, path)
    elif isinstance(part, Population) and part.from_age > part.to_age:
        yield _POPULATION.at(*path, first=part.from_age, last=part.to_age)
    elif isinstance(part, AgeRight) and not 0 <= part.from_age <= model.population.majority_age:
        yield _RIGHT.at(*path, majority=model.population.majority_age, own=part.from_age)
    elif isinstance(part, Stage):
        low, high = part.from_age, part.below_age
        if low is not None and high is not None and low >= high:
            yield _NOBODY.at(*path, low=low, high=high)
    elif isinstance(part, ConsentPurpose) and part.own_from_age > model.population.majority_age:
        yield _OF_AGE.at(*path, majority=model.population.majority_age, own=part.own_from_age)


def _of_condition(asked: Condition, people: Population, path: tuple[str | int, ...]) -> Iterator[Remark]:
    """The first contradiction: the others would say the same in other words."""
    yield from list(_impossible(asked, people, path))[:1]


def _impossible(asked: Condition, people: Population, path: tuple[str | int, ...]) -> Iterator[Remark]:
    low, high = asked.age_from, asked.age_below
    if low is not None and high is not None and low >= high:
        yield _NOBODY.at(*path, low=low, high=high)
    if low is not None and low > people.to_age:
        yield _TOO_OLD.at(*path, low=low, last=people.to_age)
    if high is not None and high <= people.from_age and not people.unborn:
        yield _TOO_YOUNG.at(*path, high=high, first=people.from_age)
    if asked.unborn and low is not None:
        yield _UNBORN_AGED.at(*path, low=low)
    if asked.unborn and not people.unborn:
        yield _NO_UNBORN.at(*path)
    first, last = asked.pregnancy_from, asked.pregnancy_to
    if (first is not None or last is not None) and asked.unborn is False:
        yield _BORN_PREGNANCY.at(*path)
    if first is not None and last is not None and first > last:
        yield _WEEKS.at(*path, first=first, last=last)


def clashes(model: Model, meeting: MeetingType) -> Iterator[Remark]:
    """Participants of one role that are fixed and kept away at the same age, at the place of the second."""
    for index, rule in enumerate(meeting.participants):
        for earlier in meeting.participants[:index]:
            opposed = {rule.strength, earlier.strength} == {Strength.ALWAYS, Strength.NEVER}
            if not opposed or rule.role != earlier.role:
                continue
            if (age := _shared_age(model, earlier.when, rule.when)) is not None:
                yield _CLASH.at("participants", index, age=age, role=rule.role)


def _shared_age(model: Model, one: Condition, other: Condition) -> int | None:
    if not _only_age(one) or not _only_age(other):
        return None
    return next((age for age in _ages(model) if _at(one, age) and _at(other, age)), None)


def _ages(model: Model) -> range:
    return range(model.population.from_age, model.population.to_age + 1)


def _at(condition: Condition, age: int) -> bool:
    return (condition.age_from or 0) <= age and (condition.age_below is None or age < condition.age_below)


def _only_age(condition: Condition) -> bool:
    """Whether nothing but age (and being born) is asked, so that the ages alone decide."""
    rest = Condition(
        text=condition.text,
        age_from=condition.age_from,
        age_below=condition.age_below,
        unborn=condition.unborn if condition.unborn is False else None,
    )
    return condition == rest


def uncovered_ages(model: Model) -> Iterator[Remark]:
    """Where several variants stand side by side: the ages of the population that belong to none of them.

    A variant for a district is one beside those for everybody; where stages or facts decide, ages say nothing.
    """
    elsewhere = (replace(one.when, districts=()) for one in model.variants)
    if not all(_only_age(when) for when in elsewhere):
        return
    plain = [one.when for one in model.variants if _only_age(one.when)]
    ages = [str(age) for age in _ages(model) if not any(_at(when, age) for when in plain)]
    if model.variants and ages:
        yield _NO_VARIANT.at("variants", ages=", ".join(ages))
