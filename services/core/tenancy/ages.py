"""Rules about age that contradict each other: nobody is older than 12 and younger than 10."""

from collections.abc import Iterator

from services.core.tenancy.frame import ConsentPurpose, Population, Stage
from services.core.tenancy.language import Condition, Strength
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

_FIXED = {Strength.ALWAYS, Strength.NEVER}


def contradiction(model: Model, part: object) -> str:
    """What is wrong with the ages of this part of the model, in a sentence; '' where nothing is."""
    if isinstance(part, Condition):
        return _of_condition(part, model.population)
    if isinstance(part, Population):
        return _of_population(part)
    if isinstance(part, Stage):
        return _of_stage(part)
    if isinstance(part, ConsentPurpose):
        return _of_purpose(part, model.population)
    return ""


def _of_condition(asked: Condition, people: Population) -> str:
    return next(_impossible(asked, people), "")


def _impossible(asked: Condition, people: Population) -> Iterator[str]:
    low, high = asked.age_from, asked.age_below
    if low is not None and high is not None and low >= high:
        yield f"nobody is {low} or older and still below {high}"
    if low is not None and low > people.to_age:
        yield f"nobody is {low}: the population ends at {people.to_age}"
    if high is not None and high <= people.from_age and not people.unborn:
        yield f"nobody is below {high}: the population begins at {people.from_age}"
    if asked.unborn and low is not None:
        yield f"an unborn child is never {low} years old"
    if asked.unborn and not people.unborn:
        yield "the population has no unborn children"
    first, last = asked.pregnancy_from, asked.pregnancy_to
    if (first is not None or last is not None) and asked.unborn is False:
        yield "weeks of pregnancy are asked of a child that is born"
    if first is not None and last is not None and first > last:
        yield f"week {first} comes after week {last}"


def _of_population(people: Population) -> str:
    if people.from_age > people.to_age:
        return f"the population begins at {people.from_age} and ends at {people.to_age}"
    return ""


def _of_stage(stage: Stage) -> str:
    if stage.from_age is not None and stage.below_age is not None and stage.from_age >= stage.below_age:
        return f"nobody is {stage.from_age} or older and still below {stage.below_age}"
    return ""


def _of_purpose(purpose: ConsentPurpose, people: Population) -> str:
    if purpose.own_from_age > people.majority_age:
        return f"from {people.majority_age} one is of age: own consent cannot begin at {purpose.own_from_age}"
    return ""


def clashes(model: Model, meeting: MeetingType) -> Iterator[tuple[int, str]]:
    """Participants of one role that are fixed and kept away at the same age: the place of the second, and a sentence."""
    for index, rule in enumerate(meeting.participants):
        for earlier in meeting.participants[:index]:
            opposed = {rule.strength, earlier.strength} == _FIXED and rule.role == earlier.role
            if opposed and (age := _shared_age(model, earlier.when, rule.when)) is not None:
                yield index, f"at {age} the role '{rule.role}' is both always there and never there"


def _shared_age(model: Model, one: Condition, other: Condition) -> int | None:
    if not _only_age(one) or not _only_age(other):
        return None
    for age in range(model.population.from_age, model.population.to_age + 1):
        if all(
            (c.age_from or 0) <= age < (age + 1 if c.age_below is None else c.age_below) for c in (one, other)
        ):
            return age
    return None


def _only_age(condition: Condition) -> bool:
    """Whether nothing but age (and being born) is asked, so that the ages alone decide."""
    rest = Condition(
        text=condition.text,
        age_from=condition.age_from,
        age_below=condition.age_below,
        unborn=condition.unborn if condition.unborn is False else None,
    )
    return condition == rest


def uncovered_ages(model: Model) -> list[int]:
    """The ages of the population that belong to no variant, where the model has several side by side."""
    if not model.variants:
        return []
    plain = [one.when for one in model.variants if _only_age(one.when)]
    return [
        age
        for age in range(model.population.from_age, model.population.to_age + 1)
        if not any(
            (c.age_from or 0) <= age < (age + 1 if c.age_below is None else c.age_below) for c in plain
        )
    ]
