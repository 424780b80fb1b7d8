"""Who holds the thread where there are several places for it, and who supports them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar
from uuid import UUID

from services.core.calendar import local_day
from services.core.problem import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.ladder import CoordinatorDefault, CoordinatorPlace
from services.core.tenancy.model import Model


class Held(Protocol):
    """A place and who holds it; nobody, or somebody who works here no more, is nobody to contact."""

    @property
    def place(self) -> str:
        """Key of the place."""
        ...

    @property
    def person_id(self) -> UUID | None:
        """Who holds it."""
        ...

    @property
    def employed(self) -> bool:
        """Whether they work here still."""
        ...


H = TypeVar("H", bound=Held)


@dataclass(frozen=True)
class CoordinatorFacts:
    """One who holds the thread. `kind` is the kind of role (e.g. leader), `place` the model's place if one was named."""

    person: str
    kind: str = "professional"
    profession: str = ""
    place: str = ""


def places_of(model: Model) -> tuple[CoordinatorPlace, ...]:
    """The places to fill, as many as the model has, the named ones first; one without a name where it names none."""
    rule = model.coordinators
    if rule is None:
        return (CoordinatorPlace(key="", name=wording.COORDINATOR),)
    named, wanted = rule.places, max(rule.how_many, 1)
    more = range(len(named) + 1, wanted + 1)
    return (*named, *(CoordinatorPlace(key="" if n == 1 else str(n), name=rule.name) for n in more))


def contact_of(model: Model, held: Iterable[H]) -> H | None:
    """Whom to contact of those who hold the thread: who is closest before whom the place asks to be a leader (ALL-08)."""
    ranks = {place.key: (bool(place.kinds), rank) for rank, place in enumerate(places_of(model))}
    here = [one for one in held if one.person_id is not None and one.employed]
    # A place that the model no longer has comes last: what people hold does not vanish with a new version.
    return min(here, key=lambda one: (*ranks.get(one.place, (True, len(ranks))), one.place), default=None)


def place_of_opener(model: Model, one: CoordinatorFacts) -> str | None:
    """The place that the one who opens a problem holds at first: the choosiest that they fit; None where none does."""
    fitting = [place for place in _choosiest(places_of(model)) if _fits(place, one)]
    return fitting[0].key if fitting else None


def may_hold(
    model: Model, one: CoordinatorFacts, others: Iterable[CoordinatorFacts], now: dt.datetime
) -> Decision:
    """Whether `one` may hold the place that they name, beside the holders of the other places.

    Several places are for several people. Where the model only supports it (a trial) the same is advice.
    """
    rule = model.coordinators
    if rule is None:
        return Decision(True)
    # One that the model no longer has asks for nothing of its own.
    nameless = CoordinatorPlace(key=one.place, name=rule.name)
    place = next((place for place in places_of(model) if place.key == one.place), nameless)
    path, why = f"coordinators/places/{place.key}", Why(model, local_day(now))
    reasons = []
    if not _fits(place, one):
        because = why.of(place, "place", path, wording.OTHER_KIND)
        reasons.append(replace(because, rule=because.rule or rule.rule))
    if any(other.person == one.person for other in others):
        reasons.append(Reason("holds_another", wording.HOLDS_ANOTHER, rule.rule, rule.also, path))
    if not rule.enforced:
        return Decision(True, advice=tuple(reasons))
    return Decision(not reasons, tuple(reasons))


def coordinators_complete(model: Model, held: Iterable[CoordinatorFacts], now: dt.datetime) -> Decision:
    """Whether the thread is held as the model asks. `needs`: coordinator, or place:<key> for each that is empty.

    Where the model only supports it (a trial) the same is advice.
    """
    rule = model.coordinators
    if rule is None:
        return Decision(True)
    people = list(held)
    why = Why(model, local_day(now))
    lacking: list[tuple[str, Reason]] = []
    if len({one.person for one in people}) < rule.how_many:
        lacking.append(("coordinator", why.of(rule, "coordinator", "coordinators", rule.name)))
    left = list(people)
    # The choosiest place first, so that a leader is not used up where anybody would do.
    for place in _choosiest(rule.places):
        found = next((one for one in left if _fits(place, one)), None)
        if found is None:
            because = why.of(place, "place", f"coordinators/places/{place.key}", place.name)
            lacking.append((f"place:{place.key}", because))
        else:
            left.remove(found)
    reasons = tuple(reason for _, reason in lacking)
    if not rule.enforced:
        return Decision(True, advice=reasons)
    return Decision(not lacking, reasons, needs=tuple(code for code, _ in lacking))


def _fits(place: CoordinatorPlace, one: CoordinatorFacts) -> bool:
    if one.place and one.place != place.key:
        return False
    if place.kinds and one.kind not in place.kinds:
        return False
    return not place.professions or one.profession in place.professions


def _choosiest(places: Iterable[CoordinatorPlace]) -> list[CoordinatorPlace]:
    return sorted(places, key=lambda one: not (one.kinds or one.professions))


def supporting(model: Model, case: CaseFacts, problem: ProblemFacts | None = None) -> tuple[str, ...]:
    """The professions that co-coordinate beside the coordinator in this case."""
    return tuple(profession for one in _beside(model, case, problem) for profession in one.professions)


def support_reasons(
    model: Model, case: CaseFacts, problem: ProblemFacts | None, now: dt.datetime
) -> tuple[Reason, ...]:
    """Why these professions co-coordinate (SL-28): advice, which never stands in the way."""
    why = Why(model, local_day(now))
    return tuple(
        why.of(one, "beside", "coordinators/beside", wording.BESIDE) for one in _beside(model, case, problem)
    )


def _beside(model: Model, case: CaseFacts, problem: ProblemFacts | None) -> Iterator[CoordinatorDefault]:
    for one in model.coordinators.beside if model.coordinators else ():
        if holds(one.when, case, problem):
            yield one
