"""``consultationTypes`` and ``consultationPlan``: what can be called at a unit, and what the model brings along."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.consultation.parts import ConsultationSubject
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type, query
from services.api.graphql.ids import read_id
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, staff_of
from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_in
from services.core.consultation import rules
from services.core.consultation.calling import plan_for
from services.core.consultation.circle import candidates
from services.core.errors import not_found
from services.core.identity import UnitId
from services.core.meeting.plan import MeetingPlan, PlannedParticipant
from services.core.series.store import works_at
from services.core.tenancy.decision import Why
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model

UnitArgument = Annotated[
    strawberry.ID, strawberry.argument(description="A unit where the viewer works or leads.")
]


@object_type(description="A type of meeting that can be held without naming a child.")
class ConsultationType:
    """A type."""

    type: str = field(description="Give it as `type`.", personal=False)
    type_name: str = field(description="In words.", personal=False)
    subjects: list[ConsultationSubject] = field(description="What it can be about.", personal=False)
    may_convene: bool = field(description="Whether the viewer is one of those who convene it.", personal=True)
    convened_by: list[str] = field(description="Who does, in words.", personal=False)
    why: Reason = field(description="What it is, in the model's words.", personal=False)


@object_type(description="A role of the plan, and who is known to fill it.")
class ConsultationRole:
    """A role."""

    unit: strawberry.Private[UnitId]
    planned: strawberry.Private[PlannedParticipant]
    role: str = field(description="Key of the role.", personal=False)
    role_name: str = field(description="In words.", personal=False)
    strength: Strength = field(description="How strongly the role belongs to the meeting.", personal=False)
    invited: bool = field(description="Invited unless left out; otherwise only when chosen.", personal=False)
    is_own: bool = field(description="Whether the viewer can have it: who calls takes it.", personal=True)
    leave_out_reason: bool = field(description="Leaving it out takes a recorded reason.", personal=False)
    why: Reason = field(description="Why.", personal=False)

    @computed(description="Who of the professionals can fill it, at most 50.", personal=True)
    async def candidates(self, info: Info) -> list[Staff]:
        """Those of the unit first."""
        ids = await candidates(info.context.tx, await model_in_force(info), self.unit, self.planned)
        known = await staff_of(info, ids)
        return [known[person] for person in ids if person in known]


@object_type(description="A district of the municipality.")
class District:
    """A district."""

    key: str = field(description="Give it as `district`.", personal=False)
    name: str = field(description="In words.", personal=False)


def districts_of(model: Model, language: str) -> list[District]:
    """The model's districts."""
    return [District(key=one.key, name=one.name.in_language(language)) for one in model.districts]


@object_type(description="What the model brings along. People decide.")
class ConsultationPlan:
    """A plan."""

    type_name: str = field(description="The type in words.", personal=False)
    minutes: int = field(description="The model's own length.", personal=False)
    subjects: list[ConsultationSubject] = field(description="What it can be about.", personal=False)
    roles: list[ConsultationRole] = field(description="The circle: professionals alone.", personal=True)
    agenda: list[str] = field(description="The model's points.", personal=False)
    purpose: list[str] = field(description="What it is for.", personal=False)
    facts: list["PlanFact"] = field(description="What its agenda, form and outcomes turn on.", personal=False)
    districts: list[District] = field(description="The districts that it can be for.", personal=False)
    form: str | None = field(description="The name of its form.", personal=False)
    blocks: list[Reason] = field(description="What stops it.", personal=True)
    needs: list[str] = field(description="Codes of what must be supplied.", personal=True)
    missing: list[Reason] = field(description="The same in words.", personal=True)
    advice: list[Reason] = field(description="What to consider; never blocks.", personal=True)


@object_type(description="Something that can be said of the meeting.")
class PlanFact:
    """A fact of the model."""

    key: str = field(description="Give it in `facts`.", personal=False)
    name: str = field(description="In words.", personal=False)


@query(
    description="The types of meeting that can be held without naming a child, at a unit of the viewer's.",
    personal=True,
    who=STAFF,
)
async def consultation_types(info: Info, unit_id: UnitArgument) -> list[ConsultationType]:
    """NOT_FOUND for a unit where the viewer neither works nor leads."""
    await _own_unit(info, unit_id)
    model, language = await model_in_force(info), info.context.language
    mine = await roles_in(info.context.tx, model)
    found = []
    for meeting in rules.callable_types(model):
        roles = next((duty.roles for duty in meeting.convener), ())
        because = Why(model, local_day(info.context.now)).of(
            meeting, "meeting", f"meetings/{meeting.key}", meeting.text
        )
        found.append(
            ConsultationType(
                type=meeting.key,
                type_name=meeting.name.in_language(language),
                subjects=[ConsultationSubject(one.value) for one in rules.subjects_of(meeting)],
                may_convene=not roles or bool(mine & set(roles)),
                convened_by=[model.role(key).name.in_language(language) for key in roles],
                why=reason(because, language),
            )
        )
    return found


@query(description="What the model brings along for a meeting about nobody named.", personal=True, who=STAFF)
async def consultation_plan(
    info: Info,
    unit_id: UnitArgument,
    type: Annotated[str, strawberry.argument(description="Key of the meeting type.")],
    starts_at: Annotated[
        datetime | None, strawberry.argument(description="When it would begin; null: in a week.")
    ] = None,
) -> ConsultationPlan:
    """Nothing is written by asking."""
    unit = await _own_unit(info, unit_id)
    model = await model_in_force(info)
    planned = await plan_for(info.context.tx, model, unit, type, starts_at or info.context.now)
    return await _plan_type(info, unit, planned)


async def _plan_type(info: Info, unit: UnitId, planned: MeetingPlan) -> ConsultationPlan:
    model, language = await model_in_force(info), info.context.language
    meeting = model.meeting(planned.type_key)
    return ConsultationPlan(
        type_name=planned.name.in_language(language),
        minutes=planned.minutes,
        subjects=[ConsultationSubject(one.value) for one in rules.subjects_of(meeting)],
        roles=await roles_of(info, unit, planned),
        agenda=[one.text.in_language(language) for one in planned.agenda],
        purpose=[one.text.in_language(language) for one in planned.purposes],
        facts=[
            PlanFact(key=one.key, name=one.name.in_language(language))
            for one in rules.facts_asked(model, meeting)
        ],
        districts=districts_of(model, language),
        form=model.form(planned.form).name.in_language(language) if planned.form else None,
        blocks=reasons(planned.blocks, language),
        needs=list(planned.needs),
        missing=reasons(planned.missing, language),
        advice=reasons(planned.advice, language),
    )


async def roles_of(info: Info, unit: UnitId, planned: MeetingPlan) -> list[ConsultationRole]:
    """The plan's roles, and which are the viewer's own."""
    mine = await roles_in(info.context.tx, await model_in_force(info))
    language = info.context.language
    return [
        ConsultationRole(
            unit=unit,
            planned=one,
            role=one.role,
            role_name=one.name.in_language(language),
            strength=one.strength,
            invited=one.invited,
            is_own=one.role in mine,
            leave_out_reason=one.leave_out_reason,
            why=reason(one.why, language),
        )
        for one in planned.participants
    ]


async def _own_unit(info: Info, unit_id: strawberry.ID) -> UnitId:
    unit = read_id(unit_id)
    if not await works_at(info.context.tx, unit):
        raise not_found()
    return UnitId(unit)
