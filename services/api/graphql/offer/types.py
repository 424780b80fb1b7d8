"""``Offer`` and ``SharedPlan``."""

from datetime import datetime
from enum import Enum
from uuid import UUID

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.form_field import FormField, form_fields
from services.api.graphql.model.loading import case_of_child, version_of
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.rules import offers_due
from services.core.identity import DossierId, PersonId
from services.core.offer import store
from services.core.offer.rules import offer_of
from services.core.offer.store import OfferRow
from services.core.tenancy.decision import Why
from services.core.tenancy.model import Model
from services.core.tenancy.phrases import Phrases
from services.core.tenancy.supports import Offer as Offered
from services.core.tenancy.supports import Sessions


class OfferState(Enum):
    """Where an offer stands."""

    DUE = "due"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


enum_type(
    OfferState,
    description="Where an offer stands.",
    values={
        "DUE": "The case gives ground for it; the family has not been offered it yet.",
        "OFFERED": "The family has not answered.",
        "ACCEPTED": "The family has said yes.",
        "DECLINED": "The family has said no; it is not offered again, and the family can still say yes.",
    },
)


@object_type(description="The plan of an accepted offer: goals and decisions made with the family.")
class SharedPlan:
    """A plan."""

    name: str = field(description="Its name.", personal=False)
    text: str | None = field(description="What the form says of itself.", personal=False)
    version: int = field(
        description="Give it as `expectedVersion` when you write; 0 where nothing stands there.",
        personal=False,
    )
    written_at: datetime | None = field(description="When it was last written in.", personal=True)
    fields: list[FormField] = field(description="Its fields; a family gets those it may read.", personal=True)


@object_type(description="Something that a family is offered and may accept or decline.")
class Offer:
    """An offer."""

    row: strawberry.Private[OfferRow | None]
    child: strawberry.Private[PersonId]
    id: strawberry.ID | None = field(
        description="Its id; null where it has not been offered yet.", personal=False
    )
    key: str = field(description="Key of the offer in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    text: str | None = field(description="What it is.", personal=False)
    state: OfferState = field(description="Where it stands.", personal=True)
    version: int | None = field(description="Give it as `expectedVersion` when you answer.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)
    goals_with: list[str] = field(description="With whom goals are made, in words.", personal=False)
    held_by: list[str] = field(description="The professions that hold it, in words.", personal=False)
    sessions: list[str] = field(description="How often and when, in words.", personal=False)
    answer_recorded: bool = field(description="Whether the answer is written down.", personal=False)
    problem_id: strawberry.ID | None = field(
        description="The problem it belongs to; null: the case as a whole.", personal=True
    )
    offered_at: datetime | None = field(description="When it was offered.", personal=True)
    answered_at: datetime | None = field(description="When the standing answer was given.", personal=True)

    @computed(description="Who offered it.", personal=True)
    async def offered_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.offered_by if self.row else None)

    @computed(
        description="Who noted an answer that was told; null where one of the family answered here.",
        personal=True,
    )
    async def recorded_by(self, info: Info) -> Staff | None:
        """A professional. Which of the family answered is told to nobody of it: one parent's answer is not the other's."""
        return await one_staff(info, self.row.recorded_by if self.row else None)

    @computed(description="How an answer was told.", personal=True, sealed=True, who=STAFF)
    async def how_told(self, info: Info) -> str | None:
        """SL-25: by whom, and how."""
        return (await store.how_told(info.context.tx, self.row) or None) if self.row else None

    @computed(
        description="Its plan; null until the family has accepted, and where none belongs to it.",
        personal=True,
    )
    async def plan(self, info: Info) -> SharedPlan | None:
        """SL-11."""
        if self.row is None or self.row.state != "accepted":
            return None
        return await _plan(info, self.row, self.child)


async def offers_of_child(info: Info, child: PersonId, dossier: DossierId | None) -> list[Offer]:
    """What was offered, and for professionals what the case gives ground for.

    A family is shown what it was offered and no more: what is due follows from what is confirmed of it, which it is
    told by people and not by a list.
    """
    tx = info.context.tx
    rows = await store.offers_of(tx, dossier) if dossier else []
    found = [await _recorded(info, row, child) for row in rows]
    if info.context.actor.is_family:
        return found
    case = await case_of_child(info, child)
    made = {row.offer_key for row in rows}
    for due in offers_due(case.model, case.facts, info.context.now):
        rule = offer_of(case.model, due.key)
        if due.key not in made and rule is not None:
            found.append(_offer(info, case.model, rule, None, child))
    return found


async def offer_type(info: Info, row: OfferRow) -> Offer:
    """One that was recorded, as the schema answers it."""
    child = (await caseworks.casework(info.context.tx, row.dossier_id)).child_id
    return await _recorded(info, row, child)


async def _recorded(info: Info, row: OfferRow, child: PersonId) -> Offer:
    model = await version_of(info, row.model_version_id)
    rule = offer_of(model, row.offer_key)
    if rule is None:
        raise LookupError(f"offer {row.id} names an offer that its own model version has not")
    return _offer(info, model, rule, row, child)


def _offer(info: Info, model: Model, rule: Offered, row: OfferRow | None, child: PersonId) -> Offer:
    language = info.context.language
    why = Why(model, local_day(info.context.now))
    professions = {one.key: one.name.in_language(language) for one in model.professions}
    return Offer(
        row=row,
        child=child,
        id=strawberry.ID(str(row.id)) if row else None,
        key=rule.key,
        name=rule.name.in_language(language),
        text=rule.text.in_language(language) or None,
        state=OfferState(row.state) if row else OfferState.DUE,
        version=row.version if row else None,
        problem_id=strawberry.ID(str(row.problem_id)) if row and row.problem_id else None,
        why=reason(why.of(rule, "offer", f"offers/{rule.key}", rule.text or rule.name), language),
        goals_with=[model.role(role).name.in_language(language) for role in rule.goals_with],
        held_by=[professions[key] for key in rule.held_by],
        sessions=[_session(one, model, language) for one in rule.sessions],
        answer_recorded=rule.answer_recorded,
        offered_at=row.offered_at if row else None,
        answered_at=row.answered_at if row else None,
    )


def _session(one: Sessions, model: Model, language: str) -> str:
    say = Phrases(model, language)
    named = {fact.key: fact.name.in_language(language) for fact in model.facts}
    birth = say.both(("fødslen", "birth"))
    event = birth if one.event == "birth" else named.get(one.event, one.event)
    times = f"{one.count} {say.both(('gang', 'time') if one.count == 1 else ('gange', 'times'))}"
    side = say.both(("før", "before") if one.before else ("efter", "after"))
    distance = f" {say.both(('cirka', 'about'))} {say.period(one.around)}" if one.around else ""
    return f"{times}{distance} {side} {event}"


async def _plan(info: Info, row: OfferRow, child: UUID) -> SharedPlan | None:
    model = await version_of(info, row.model_version_id)
    rule = offer_of(model, row.offer_key)
    if rule is None or not rule.form:
        return None
    written = await store.plan_of(info.context.tx, row.id)
    form = (await version_of(info, written.model_version_id) if written else model).form(rule.form)
    values = await store.plan_values(info.context.tx, written) if written else {}
    known = {"offer.answer": row.state}
    return SharedPlan(
        name=form.name.in_language(info.context.language),
        text=form.text.in_language(info.context.language) or None,
        version=written.version if written else 0,
        written_at=written.written_at if written else None,
        fields=form_fields(info, form, values, known, child),
    )
