"""``meetingPlan``: what the model brings along for a meeting, each with its why."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.option import ChildId, ProblemId
from services.api.graphql.model.loading import case_of_child
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, staff_of
from services.core.casework.service import Case
from services.core.meeting import plan
from services.core.meeting.calling import plan_for
from services.core.meeting.candidates import Candidates, candidates
from services.core.person import reading
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength


@object_type(description="A role of the plan, and who is known to fill it.")
class PlannedParticipant:
    """A role of the plan."""

    case: strawberry.Private[Case]
    planned: strawberry.Private[plan.PlannedParticipant]
    role: str = field(description="Key of the role.", personal=False)
    role_name: str = field(description="In words.", personal=False)
    kind: str = field(
        description="`child`, `custody_holder`, `network`, `professional`, `leader` or `adviser`.",
        personal=False,
    )
    names: list[str] = field(
        description="Who comes of themselves: the child, the custody holders.", personal=True
    )
    strength: Strength = field(description="How strongly the role belongs to the meeting.", personal=False)
    external: bool = field(description="From outside the convening unit.", personal=False)
    invited: bool = field(description="Invited unless left out; otherwise only when chosen.", personal=False)
    may_leave_out: bool = field(description="May be left out.", personal=False)
    leave_out_reason: bool = field(description="Leaving it out takes a recorded reason.", personal=False)
    consent: str | None = field(description="Key of the consent that the role waits for.", personal=False)
    professions: list[str] = field(
        description="Keys of the professions that can fill it; empty: any.", personal=False
    )
    why: Reason = field(description="Why.", personal=False)

    @computed(
        description="Who of the professionals can fill it, at most 50 beside those of `proposed`.",
        personal=True,
    )
    async def candidates(self, info: Info) -> list[Staff]:
        """Those around the child first."""
        found = await self._candidates(info)
        ids = (*found.near, *found.others)
        known = await staff_of(info, ids)
        return [known[person] for person in ids if person in known]

    @computed(
        description="Those of `candidates` whom the model points to: around the child, or of the circle before.",
        personal=True,
    )
    async def proposed(self, info: Info) -> list[Staff]:
        """Nobody for a role that is invited only when needed."""
        if not self.planned.invited:
            return []
        found = await self._candidates(info)
        known = await staff_of(info, found.near)
        return [known[person] for person in found.near if person in known]

    async def _candidates(self, info: Info) -> Candidates:
        return await info.context.once(
            f"candidates:{self.case.child.id}:{self.role}",
            lambda: candidates(info.context.tx, self.case, self.planned),
        )


@object_type(description="A form of the plan.")
class PlannedForm:
    """A form."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="Its name.", personal=False)


@object_type(description="A deadline of the plan.")
class PlannedDeadline:
    """A deadline."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    due_at: datetime = field(description="The first moment that is too late.", personal=True)
    already_late: bool = field(description="Too late already for this time of the meeting.", personal=True)
    why: Reason = field(description="The rule behind it.", personal=False)


@object_type(description="A consent that the plan asks for.")
class PlannedConsent:
    """A consent."""

    purpose: str = field(description="Key of the purpose.", personal=False)
    purpose_name: str = field(description="What the purpose is called.", personal=False)
    purpose_text: str = field(description="The words that are said yes or no to.", personal=False)
    blocks: bool = field(description="Without it the meeting is not held at all.", personal=False)
    why: Reason = field(description="Why it is asked for.", personal=False)


@object_type(description="What the model brings along for a meeting. People decide.")
class MeetingPlan:
    """A plan."""

    type_name: str = field(description="The type in words.", personal=False)
    minutes: int = field(description="The model's own length.", personal=False)
    participants: list[PlannedParticipant] = field(description="The circle.", personal=True)
    agenda: list[str] = field(description="The model's points.", personal=False)
    purpose: list[str] = field(description="What it is for.", personal=False)
    form: PlannedForm | None = field(description="Its form.", personal=False)
    deadlines: list[PlannedDeadline] = field(description="What must be done by when.", personal=True)
    consents: list[PlannedConsent] = field(description="What is asked for.", personal=True)
    blocks: list[Reason] = field(description="What stops it.", personal=True)
    needs: list[str] = field(description="Codes of what must be supplied.", personal=True)
    missing: list[Reason] = field(description="The same in words.", personal=True)
    advice: list[Reason] = field(description="What to consider; never blocks.", personal=True)
    why: list[Reason] = field(description="Why this type.", personal=False)


@query(description="What the model brings along for a meeting at this time.", personal=True, who=STAFF)
async def meeting_plan(
    info: Info,
    child_id: ChildId,
    type: Annotated[str, strawberry.argument(description="Key of the meeting type.")],
    starts_at: Annotated[datetime, strawberry.argument(description="When it would begin.")],
    problem_id: ProblemId = None,
    previous_meeting_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="The meeting it would follow up.")
    ] = None,
) -> MeetingPlan:
    """Nothing is written by asking."""
    case = await case_of_child(info, read_id(child_id))
    planned = await plan_for(
        info.context.tx,
        case,
        type,
        starts_at,
        problem=read_optional_id(problem_id),
        previous=read_optional_id(previous_meeting_id),
    )
    return await _plan_type(info, case, planned)


async def _plan_type(info: Info, case: Case, planned: plan.MeetingPlan) -> MeetingPlan:
    language = info.context.language
    names = {
        RoleKind.CHILD: [case.child.name],
        RoleKind.CUSTODY_HOLDER: [one.name for one in await reading.holders(info.context.tx, case.child.id)],
    }
    form = case.model.form(planned.form) if planned.form else None
    return MeetingPlan(
        type_name=planned.name.in_language(language),
        minutes=planned.minutes,
        participants=[
            _role_type(case, one, names.get(one.kind, []), language) for one in planned.participants
        ],
        agenda=[one.text.in_language(language) for one in planned.agenda],
        purpose=[one.text.in_language(language) for one in planned.purposes],
        form=PlannedForm(key=form.key, name=form.name.in_language(language)) if form else None,
        deadlines=[
            PlannedDeadline(
                key=one.key,
                name=one.name.in_language(language),
                due_at=one.due_at,
                already_late=one.already_late,
                why=reason(one.why, language),
            )
            for one in planned.deadlines
        ],
        consents=[
            PlannedConsent(
                purpose=one.purpose,
                purpose_name=case.model.purpose(one.purpose).name.in_language(language),
                purpose_text=one.text.in_language(language),
                blocks=one.blocks,
                why=reason(one.why, language),
            )
            for one in planned.consents
        ],
        blocks=reasons(planned.blocks, language),
        needs=list(planned.needs),
        missing=reasons(planned.missing, language),
        advice=reasons(planned.advice, language),
        why=reasons(planned.why, language),
    )


def _role_type(
    case: Case, one: plan.PlannedParticipant, names: list[str], language: str
) -> PlannedParticipant:
    role = case.model.role(one.role)
    service = [
        known.key for known in case.model.professions if role.service and known.service == role.service
    ]
    return PlannedParticipant(
        case=case,
        planned=one,
        role=one.role,
        role_name=one.name.in_language(language),
        kind=one.kind.value,
        names=names,
        strength=one.strength,
        external=one.external,
        invited=one.invited,
        may_leave_out=one.may_leave_out,
        leave_out_reason=one.leave_out_reason,
        consent=one.consent or None,
        professions=list(role.professions) or service,
        why=reason(one.why, language),
    )
