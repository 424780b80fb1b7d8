"""What the structure offers, asks for and keeps in mind around a case, beside levels and meetings.

Values in, answers with their reasons out. Nothing here stands in the way of a meeting or of an underretning.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from services.core.calendar import local_day
from services.core.calendar.periods import unrounded
from services.core.casework import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.forms import Audience
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model
from services.core.tenancy.supports import (
    Cooperation,
    DirectoryEntry,
    Handbook,
    KnowledgeHandover,
    Local,
    Offer,
)


@dataclass(frozen=True)
class OfferDue:
    """Something to be offered. `answered` True: accepted, False: declined and not pressed, None: still to be asked."""

    key: str
    name: Text
    goals_with: tuple[str, ...]
    held_by: tuple[str, ...]
    answered: bool | None
    why: Reason


def offers_due(model: Model, case: CaseFacts, now: dt.datetime) -> tuple[OfferDue, ...]:
    """The offers that the case gives ground for, each with what the family has answered."""
    said = {answer.key: answer.accepted for answer in case.offers}
    why = Why(model, local_day(now))
    return tuple(
        OfferDue(
            offer.key,
            offer.name,
            offer.goals_with,
            offer.held_by,
            said.get(offer.key),
            why.of(offer, "offer", f"offers/{offer.key}", offer.text or offer.name),
        )
        for offer in model.offers
        if _grounds(offer, case)
    )


def _grounds(offer: Offer, case: CaseFacts) -> bool:
    enough = offer.departments_at_least
    if enough is not None and len(case.departments) >= enough:
        return True
    asks = offer.when != type(offer.when)()
    return (asks or enough is None) and holds(offer.when, case)


CASE_OPENED: Final = "case_opened"
"""The event that every case that is worked on has had."""


def has_happened(case: CaseFacts, event: str) -> bool:
    """Whether the event that a checklist waits for has happened in the case."""
    return event == CASE_OPENED or any(one.fact == event for one in case.events)


def checklist_open(
    model: Model, event: str, case: CaseFacts, done: Iterable[str], now: dt.datetime
) -> tuple[Reason, ...]:
    """The items not done yet when `event` has happened, in the model's order: the first comes first."""
    ticked, why = frozenset(done), Why(model, local_day(now))
    return tuple(
        why.of(item, item.key, f"checklists/{checklist.key}/{item.key}", item.text)
        for checklist in model.checklists
        if checklist.event == event and holds(checklist.when, case)
        for item in checklist.items
        if item.key not in ticked
    )


def may_tick(
    model: Model, event: str, case: CaseFacts, done: Iterable[str], item: str, now: dt.datetime
) -> Decision:
    """Whether an item may be ticked: those before it come first."""
    left = checklist_open(model, event, case, done, now)
    if not any(reason.key == item for reason in left):
        return Decision(False, (Reason("no_such_item", wording.NO_ITEM),))
    first = left[0]
    if first.key == item:
        return Decision(True)
    return Decision(False, (first,), needs=(first.key,))


def whom_to_reach(
    model: Model, case: CaseFacts, problem: ProblemFacts | None = None
) -> tuple[DirectoryEntry, ...]:
    """The entries of the directory for emergencies whose situation the case is in; the file's order."""
    return tuple(entry for entry in model.directory if holds(entry.when, case, problem))


def handbooks_for(model: Model, audience: Audience) -> tuple[Handbook, ...]:
    """The guides written for these readers."""
    return tuple(handbook for handbook in model.handbooks if audience in handbook.audience)


def cooperations_for(model: Model, case: CaseFacts) -> tuple[Cooperation, ...]:
    """The services that stand together around this case."""
    return tuple(one for one in model.cooperations if holds(one.when, case))


def services_for(model: Model, age: int | None) -> tuple[str, ...]:
    """The services that work with children of this age; None: before birth."""
    years = -1 if age is None else age
    return tuple(
        service.key
        for service in model.services
        if (service.from_age is None or years >= service.from_age)
        and (service.to_age is None or years <= service.to_age)
    )


def instruments_for(model: Model, profession: str) -> tuple[str, ...]:
    """The instruments of a profession and of its service, each once."""
    known = model.profession(profession)
    own = next((service.instruments for service in model.services if service.key == known.service), ())
    return tuple(dict.fromkeys((*known.instruments, *own)))


def attached_roles(model: Model, unit_kind: str) -> tuple[str, ...]:
    """The roles attached to units of this kind to support their staff."""
    return tuple(role.key for role in model.roles if unit_kind in role.attached_to)


@dataclass(frozen=True)
class NetworkFacts:
    """A network about one family as it stands. `evaluated_on` is the last local day of an evaluation."""

    bearing_force: str = ""
    competences: frozenset[str] = frozenset()
    contact_person: str = ""
    began_on: dt.date | None = None
    evaluated_on: dt.date | None = None


def network_complete(
    model: Model, key: str, case: CaseFacts, network: NetworkFacts, now: dt.datetime
) -> Decision:
    """What a network still lacks: bearing_force, competences, contact_person, evaluation; outside its scope it is no.

    Where the model does not enforce, all of it is advice.
    """
    rule = next(one for one in model.networks if one.key == key)
    why = Why(model, local_day(now)).of(rule, "network", f"networks/{key}", rule.name)
    if not holds(rule.when, case):
        return Decision(False, (why,))
    lacks = [
        code
        for code, wanted, there in (
            ("bearing_force", rule.bearing_force, network.bearing_force),
            ("competences", rule.competences, network.competences),
            ("contact_person", rule.contact_person, network.contact_person),
        )
        if wanted and not there
    ]
    if network_evaluation_due(model, key, network, local_day(now)):
        lacks.append("evaluation")
    found = tuple(Reason(code, why.text, why.rule, why.also, why.model_path) for code in lacks)
    if rule.enforced:
        return Decision(not lacks, found, needs=tuple(lacks))
    return Decision(True, advice=found, needs=())


def network_evaluation_due(model: Model, key: str, network: NetworkFacts, today: dt.date) -> bool:
    """Whether status and adjustment are due: counted from the last evaluation, or from the network's beginning."""
    rule = next(one for one in model.networks if one.key == key)
    since = network.evaluated_on or network.began_on
    if rule.evaluate_every is None or since is None:
        return False
    return today >= unrounded(since, rule.evaluate_every)


def knowledge_to_hand_over(
    model: Model, case: CaseFacts, now: dt.datetime
) -> tuple[tuple[KnowledgeHandover, Reason], ...]:
    """What goes to the next setting, in forms that every profession uses the same way, with why."""
    why = Why(model, local_day(now))
    return tuple(
        (one, why.of(one, "handover", f"handovers/{one.key}", one.name))
        for one in model.handovers
        if holds(one.when, case)
    )


def may_report(
    model: Model, key: str, *, professional: bool, names_child: bool, now: dt.datetime
) -> Decision:
    """Whether something may be told upwards: by any professional, and never about a child."""
    report = next((one for one in model.reports if one.key == key), None)
    if report is None:
        return Decision(False, (Reason("no_such_report", wording.NO_REPORT),))
    why = Why(model, local_day(now)).of(report, "report", f"reports/{key}", report.name)
    return Decision(professional and not names_child, (why,))


def may_exchange(
    model: Model, key: str, case: CaseFacts, used: int, now: dt.datetime, special_reason: str = ""
) -> Decision:
    """Whether information may be exchanged without consent on this basis, having been so `used` times for the child."""
    rule = next(one for one in model.exchanges if one.key == key)
    why = Why(model, local_day(now)).of(rule, "exchange", f"exchanges/{key}", rule.name)
    if not holds(rule.when, case):
        return Decision(False, (why,))
    if used < rule.at_most:
        return Decision(True, advice=(why,))
    if used < rule.at_most + rule.more_in_special_cases:
        given = bool(special_reason.strip())
        return Decision(given, () if given else (why,), (why,) if given else (), () if given else ("reason",))
    return Decision(False, (why,))


def not_told(model: Model, case: CaseFacts, problem: ProblemFacts | None = None) -> frozenset[str]:
    """The roles that are not told, invited or asked as things stand, e.g. parents at suspicion against themselves."""
    return frozenset(
        role for shield in model.shields if holds(shield.when, case, problem) for role in shield.roles
    )


def shield_reasons(
    model: Model, case: CaseFacts, now: dt.datetime, problem: ProblemFacts | None = None
) -> tuple[Reason, ...]:
    """Why some roles are not told."""
    why = Why(model, local_day(now))
    return tuple(
        why.of(shield, "not_told", f"shields/{shield.key}", wording.NOT_TOLD)
        for shield in model.shields
        if holds(shield.when, case, problem)
    )


def may_vary(model: Model, what: Local, now: dt.datetime, type_key: str = "") -> Decision:
    """Whether a place or district may settle `what` by itself, for one meeting type or for all."""
    meeting = model.meeting(type_key) if type_key else None
    if meeting is not None and what in meeting.local:
        return Decision(True)
    if model.local is None:
        return Decision(True)
    why = Why(model, local_day(now)).of(model.local, "local", "local", wording.UNIFORM)
    return Decision(what in model.local.may_vary, () if what in model.local.may_vary else (why,))


def variant_of(model: Model, case: CaseFacts) -> str:
    """The variant that the child belongs to; '' where the model has none, or none that fits."""
    return next((one.key for one in model.variants if holds(one.when, case)), "")
