"""``meetingPlan``: what the model brings along for a meeting, each with its why."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.option import ChildId, ProblemId
from services.api.graphql.meeting.particulars import ParticularsInput, read_particulars
from services.api.graphql.model.loading import case_of, case_of_child
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, staff_of
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case
from services.core.meeting import plan
from services.core.meeting.calling import plan_for
from services.core.meeting.candidates import Candidates, candidates
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingRow
from services.core.meeting.supplying import Said
from services.core.person import reading
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import Anchor, MeetingType
from services.core.tenancy.model import Model


@object_type(description="Something to choose, with its key.")
class Choosable:
    """A key and its words."""

    key: str = field(description="Give it to `callMeeting`.", personal=False)
    text: str = field(description="In words.", personal=False)
    shown: bool = field(
        description="Whether what is confirmed of the case points to it already.",
        personal=True,
        default=False,
    )


@object_type(description="Who answers for the meeting, or leads it.")
class PlannedDuty:
    """A duty."""

    roles: list[Choosable] = field(description="Any of these roles.", personal=False)
    beside: list[Choosable] = field(
        description="Roles that answer for it beside the viewer's own: give those that do as `answeredBy`.",
        personal=False,
    )
    external: bool = field(description="From outside the convening unit.", personal=False)
    agreed_on: date | None = field(description="The last day on which it is agreed in time.", personal=True)
    otherwise_by: date | None = field(
        description="The last day on which another division is agreed in time; null: none can be.",
        personal=True,
    )
    why: Reason = field(description="Why.", personal=False)


@object_type(description="What those invited prepare.")
class PlannedPreparation:
    """A preparation."""

    key: str = field(description="Give it as `agreedPreparation`.", personal=False)
    text: str = field(description="In words.", personal=False)
    if_agreed: bool = field(description="Only where it is agreed; else always.", personal=False)
    ways: list[str] = field(description="Ways in which it can be done.", personal=False)


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
    agreed_by: list["Choosable"] = field(
        description="The roles that must say yes before it is brought in; give them as `agreedBy`.",
        personal=False,
    )
    leaves_after: str | None = field(
        description="The point of the agenda after which it leaves; null: stays.", personal=False
    )
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
    purposes: list[Choosable] = field(
        description="The same to choose from, where the model wants a purpose stated; else none.",
        personal=False,
    )
    grounds: list[Choosable] = field(description="The grounds to choose from.", personal=False)
    ground_required: bool = field(description="Whether one of them must be named.", personal=False)
    documents: list[Choosable] = field(
        description="Documents that must be there first; give those that are as `documents`.", personal=False
    )
    preparation: list[PlannedPreparation] = field(description="What those invited prepare.", personal=False)
    convener: PlannedDuty | None = field(description="Who answers for it; null: anybody.", personal=False)
    chair: PlannedDuty | None = field(description="Who may lead it; null: anybody.", personal=False)
    visit: Reason | None = field(description="How it steps into a home; null: it does not.", personal=False)
    visit_agreed_with: list[Choosable] = field(
        description="Who must have said yes to a visit at home first.", personal=False
    )
    measure_wanted: bool = field(
        description="Whether its times count from a measure: give `measureStartedOn`.", personal=False
    )
    invitation: str | None = field(description="What the invitation says to everybody.", personal=False)
    methods: list[str] = field(description="The methods it is held by.", personal=False)
    not_told: list[str] = field(description="Roles that are not told as things stand.", personal=True)
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
    particulars: Annotated[
        ParticularsInput | None, strawberry.argument(description="What has been said of it so far.")
    ] = None,
    reason: Annotated[
        str | None, strawberry.argument(description="The reason, where the model asks for one.")
    ] = None,
) -> MeetingPlan:
    """Nothing is written by asking. What has not been said yet is not judged yet."""
    case = await case_of_child(info, read_id(child_id))
    planned = await plan_for(
        info.context.tx,
        case,
        type,
        starts_at,
        problem=read_optional_id(problem_id),
        previous=read_optional_id(previous_meeting_id),
        said=Said(particulars=read_particulars(particulars), reason=reason or ""),
    )
    return await _plan_type(info, case, planned)


async def _plan_type(info: Info, case: Case, planned: plan.MeetingPlan) -> MeetingPlan:
    language = info.context.language
    names = {
        RoleKind.CHILD: [case.child.name],
        RoleKind.CUSTODY_HOLDER: [one.name for one in await reading.holders(info.context.tx, case.child.id)],
    }
    form = case.model.form(planned.form) if planned.form else None
    kind = case.model.meeting(planned.type_key)
    own = await roles_of_actor(info.context.tx, case)
    return MeetingPlan(
        type_name=planned.name.in_language(language),
        minutes=planned.minutes,
        participants=[
            _role_type(case, kind, one, names.get(one.kind, []), language) for one in planned.participants
        ],
        agenda=[one.text.in_language(language) for one in planned.agenda],
        purpose=[one.text.in_language(language) for one in planned.purposes],
        purposes=_items(planned.purposes if planned.purposes_required else (), language),
        grounds=_items(planned.grounds, language, planned.grounds_shown),
        ground_required=planned.grounds_required,
        documents=_items(planned.documents, language),
        preparation=[
            PlannedPreparation(
                key=one.key,
                text=one.text.in_language(language),
                if_agreed=one.agreed,
                ways=[way.in_language(language) for way in one.ways],
            )
            for one in kind.preparation
        ],
        convener=_duty(case.model, planned.convener, own, language),
        chair=_duty(case.model, planned.chair, own, language),
        visit=reason(planned.visit.why, language) if planned.visit is not None else None,
        visit_agreed_with=_roles(
            case.model,
            kind.visit.agreed_with
            if kind.visit and planned.visit is not None and planned.visit.key == "visit"
            else (),
            language,
        ),
        measure_wanted=any(one.anchor is Anchor.MEASURE_STARTED for one in kind.deadlines),
        invitation=planned.invitation.text.in_language(language) if planned.invitation else None,
        methods=[one.text.in_language(language) for one in planned.methods],
        not_told=[case.model.role(key).name.in_language(language) for key in planned.not_told],
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


def _items(
    items: Iterable[plan.PlannedItem], language: str, shown: frozenset[str] = frozenset()
) -> list[Choosable]:
    return [
        Choosable(key=one.key, text=one.text.in_language(language), shown=one.key in shown) for one in items
    ]


def _roles(model: Model, keys: Iterable[str], language: str) -> list[Choosable]:
    return [Choosable(key=key, text=model.role(key).name.in_language(language)) for key in keys]


def _duty(
    model: Model, duty: plan.PlannedDuty | None, own: frozenset[str], language: str
) -> PlannedDuty | None:
    if duty is None:
        return None
    beside = (*duty.must_include, *duty.and_one_of, *(duty.roles if duty.together else ()))
    return PlannedDuty(
        roles=_roles(model, duty.roles, language),
        beside=_roles(model, [key for key in dict.fromkeys(beside) if key not in own], language),
        external=duty.external,
        agreed_on=duty.agreed_on,
        otherwise_by=duty.otherwise_by,
        why=reason(duty.why, language),
    )


def _point(meeting: MeetingType, key: str, language: str) -> str | None:
    return next((one.text.in_language(language) for one in meeting.agenda if one.key == key), None)


def _role_type(
    case: Case, meeting: MeetingType, one: plan.PlannedParticipant, names: list[str], language: str
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
        agreed_by=_roles(case.model, one.agreed_by, language),
        leaves_after=_point(meeting, one.leaves_after, language),
        professions=list(role.professions) or service,
        why=reason(one.why, language),
    )


async def invitable_to(info: Info, meeting: MeetingRow) -> list[PlannedParticipant]:
    """The roles that somebody more could be invited to a called meeting in; the family comes of itself."""
    if meeting.status not in COMING or meeting.guest:
        return []
    case = await case_of(info, meeting.dossier_id, meeting.model_version_id)
    planned = await plan_for(
        info.context.tx,
        case,
        meeting.type,
        meeting.starts_at,
        problem=meeting.problem_id,
        previous=meeting.previous_id,
    )
    kind = case.model.meeting(meeting.type)
    return [
        _role_type(case, kind, one, [], info.context.language)
        for one in planned.participants
        if one.kind not in (RoleKind.CHILD, RoleKind.CUSTODY_HOLDER)
    ]
