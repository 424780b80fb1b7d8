"""Who holds the thread where there are several places for it, and who supports them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from services.core.calendar import local_day
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.ladder import CoordinatorPlace, Coordinators
from services.core.tenancy.model import Model


@dataclass(frozen=True)
class CoordinatorFacts:
    """One who holds the thread. `kind` is the kind of role (e.g. leader), `place` the model's place if one was named."""

    person: str
    kind: str = "professional"
    profession: str = ""
    place: str = ""


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
    for place in sorted(rule.places, key=lambda one: not (one.kinds or one.professions)):
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


def supporting(model: Model, case: CaseFacts, problem: ProblemFacts | None = None) -> tuple[str, ...]:
    """The professions that co-coordinate beside the coordinator in this case."""
    rule: Coordinators | None = model.coordinators
    if rule is None:
        return ()
    return tuple(
        profession for one in rule.beside if holds(one.when, case, problem) for profession in one.professions
    )
