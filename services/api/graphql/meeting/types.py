"""``Meeting``."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.deadline.types import Deadline, deadlines_of
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import FAMILY, STAFF, computed, field, object_type
from services.api.graphql.guide.types import GuideLink, meeting_guide, methods_of
from services.api.graphql.meeting.agenda import AgendaItem, agenda_of
from services.api.graphql.meeting.agreement import Agreement, agreement_type
from services.api.graphql.meeting.chair_beside import ChairedMeeting
from services.api.graphql.meeting.co_authored import CoAuthoredMeeting
from services.api.graphql.meeting.companions import CompaniesMeeting
from services.api.graphql.meeting.form import Form, form_of
from services.api.graphql.meeting.outcome import Outcome, OutcomeOption, options_of, outcome_of
from services.api.graphql.meeting.outlasting import OutlastingMeeting
from services.api.graphql.meeting.participant import Answer, Participant, leads, participants_of, rows_of
from services.api.graphql.meeting.particulars import MeetingParticulars, details_of, particulars_of
from services.api.graphql.meeting.readers import ReaderChoice, is_closed, reader_choice_of
from services.api.graphql.meeting.time_proposal import FindsTime, is_preliminary
from services.api.graphql.meeting.video import OnlineMeeting
from services.api.graphql.meeting.voiced import VoicedMeeting
from services.api.graphql.model.kept_away import KeptAway, kept_away_of, kept_from_meeting
from services.api.graphql.model.loading import case_of, version_of
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff
from services.api.graphql.problem.types import Problem, problem_type
from services.api.graphql.undelivered.of_case import UndeliveredOfMeeting
from services.core.calendar.instants import local_day
from services.core.meeting import readers, store, together
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingDetails, MeetingRow
from services.core.person import reading
from services.core.problem import store as problems
from services.core.problem.coordinating import contact_of
from services.core.problem.store import ProblemRow
from services.core.tenancy.decision import Why

if TYPE_CHECKING:
    from services.api.graphql.child.types import Child


class MeetingStatus(Enum):
    """Where a meeting stands."""

    PLANNED = "planned"
    AGENDA_SENT = "agenda_sent"
    HELD = "held"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


enum_type(
    MeetingStatus,
    description="Where a meeting stands.",
    values={
        "PLANNED": "Called.",
        "AGENDA_SENT": "Called, and the agenda is sent.",
        "HELD": "Held, no outcome yet.",
        "CONCLUDED": "Held, with its outcome.",
        "CANCELLED": "Not held.",
    },
)


@object_type(description="A meeting about a child.")
class Meeting(
    ChairedMeeting,
    CompaniesMeeting,
    CoAuthoredMeeting,
    FindsTime,
    UndeliveredOfMeeting,
    VoicedMeeting,
    OnlineMeeting,
    OutlastingMeeting,
):
    """A meeting."""

    row: strawberry.Private[MeetingRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)
    type: str = field(description="Key of its type in the model.", personal=True)
    status: MeetingStatus = field(description="Where it stands.", personal=True)
    starts_at: datetime = field(description="When it begins.", personal=True)
    ends_at: datetime = field(description="When it ends.", personal=True)
    level: int | None = field(description="The level it is held on.", personal=True)

    @computed(description="Its type in words.", personal=True)
    async def type_name(self, info: Info) -> str:
        """From the model version the meeting was called under."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).name.in_language(info.context.language)

    @computed(description="Where it is held.", personal=True, sealed=True)
    async def place(self, info: Info) -> str | None:
        """Opened from the meeting's sealed column."""
        return (await self._details(info)).place or None

    @computed(
        description="What it is for: the model's purposes and the convener's own.", personal=True, sealed=True
    )
    async def purpose(self, info: Info) -> list[str]:
        """In the session's language; the convener's own words as written. Where some were chosen, those alone."""
        if self.row.veiled:
            return []
        model = await version_of(info, self.row.model_version_id)
        details = await self._details(info)
        chosen = details.particulars.purposes
        said = [
            one.text.in_language(info.context.language)
            for one in model.meeting(self.row.type).purposes
            if not chosen or one.key in chosen
        ]
        own = details.purpose
        return [own, *said] if own else said

    @computed(
        description="Why it was called in this way, or cancelled, where a reason was recorded.",
        personal=True,
        sealed=True,
        who=STAFF,
    )
    async def recorded_reason(self, info: Info) -> str | None:
        """The reason for a skip, or for the cancellation."""
        details = await self._details(info)
        return details.cancel_reason or details.reason or None

    @computed(description="The child it is about.", personal=True)
    async def child(
        self, info: Info
    ) -> Annotated["Child", strawberry.lazy("services.api.graphql.child.types")] | None:
        """None when the child can no longer be seen."""
        from services.api.graphql.child.types import child_type  # noqa: PLC0415 - a meeting names its child, a child its meetings

        found = await self._child(info)
        return None if found is None else child_type(found)

    async def _child(self, info: Info) -> reading.Child | None:
        return await info.context.once(
            f"child-of:{self.row.dossier_id}",
            lambda: reading.child_of_casework(info.context.tx, self.row.dossier_id),
        )

    @computed(
        description="Meetings of other children that it is held as one with, as far as the viewer may see them.",
        personal=True,
    )
    async def together(self, info: Info) -> list["Meeting"]:
        """Each has its own form, circle and consents (trap 19)."""
        return [meeting_type(row) for row in await together.others(info.context.tx, self.row)]

    @computed(
        description="Brothers and sisters for whom the viewer could call this meeting too.",
        personal=True,
        who=STAFF,
    )
    async def could_join(
        self, info: Info
    ) -> list[Annotated["Child", strawberry.lazy("services.api.graphql.child.types")]] | None:
        """While it is still to be held, to those who lead it."""
        from services.api.graphql.child.types import child_type  # noqa: PLC0415 - a meeting names its child, a child its meetings

        found = await self._child(info)
        if found is None or self.row.status not in COMING or not await leads(info, self.row):
            return []
        kind = (await version_of(info, self.row.model_version_id)).meeting(self.row.type)
        joining = await together.could_join(info.context.tx, self.row, kind, found)
        return [child_type(one) for one in joining]

    @computed(description="The problem it is about.", personal=True)
    async def problem(self, info: Info) -> Problem | None:
        """None for a meeting about no one problem; for who is asked to come, until they have said yes."""
        found = await self._problem(info)
        return None if found is None else problem_type(found)

    @computed(
        description="Whether the viewer is only asked to come: what belongs to it is theirs to read after a yes.",
        personal=True,
        who=STAFF,
    )
    def only_invited(self) -> bool | None:
        """ADR 0023."""
        return self.row.veiled

    @computed(
        description="Whether the viewer sees no more of the child than meetings they have a place in.",
        personal=True,
        who=STAFF,
    )
    def as_guest(self) -> bool | None:
        """ADR 0023."""
        return self.row.guest

    @computed(description="Who called it.", personal=True)
    async def convener(self, info: Info) -> Staff | None:
        """The convener."""
        return await one_staff(info, self.row.convener_id)

    @computed(description="Who leads it; null where that is still to be agreed.", personal=True)
    async def chair(self, info: Info) -> Staff | None:
        """The chair."""
        return await one_staff(info, self.row.chair_id)

    @computed(description="Whom to contact about it.", personal=True)
    async def contact(self, info: Info) -> Staff | None:
        """ALL-08: who holds the thread of its problem, else the convener."""
        problem = await self._problem(info)
        if problem is not None:
            model = await version_of(info, self.row.model_version_id)
            held = contact_of(model, await problems.coordinators_of(info.context.tx, problem))
            if held is not None:
                return await one_staff(info, held.person_id)
        return await one_staff(info, self.row.convener_id)

    @computed(description="Who takes part, in which role and why.", personal=True)
    async def participants(self, info: Info) -> list[Participant]:
        """The circle as the viewer may see it."""
        return await participants_of(info, self.row)

    @computed(description="The agenda in its order.", personal=True)
    async def agenda(self, info: Info) -> list[AgendaItem]:
        """Points of the model, the family and the professionals."""
        return await agenda_of(info, self.row)

    @computed(
        description="The guide that says to each invitee what the meeting asks of them.", personal=False
    )
    async def guide(self, info: Info) -> GuideLink | None:
        """RI-41."""
        return meeting_guide(info, await version_of(info, self.row.model_version_id), self.row.type)

    @computed(description="The methods it is held by.", personal=False)
    async def methods(self, info: Info) -> list[GuideLink]:
        """SL-13, SL-33."""
        return methods_of(info, await version_of(info, self.row.model_version_id), self.row.type)

    @computed(description="Its form, with the fields the viewer may read.", personal=True)
    async def form(self, info: Info) -> Form | None:
        """None where the type has none."""
        return await form_of(info, self.row)

    @computed(description="What was agreed.", personal=True)
    async def agreements(self, info: Info) -> list[Agreement]:
        """Who does what by when."""
        return [
            await agreement_type(info, row) for row in await store.agreements(info.context.tx, self.row.id)
        ]

    @computed(description="What it came to.", personal=True)
    async def outcome(self, info: Info) -> Outcome | None:
        """None before it is concluded."""
        return await outcome_of(info, self.row)

    @computed(description="What it can come to, and what is missing for it.", personal=True, who=STAFF)
    async def outcomes(self, info: Info) -> list[OutcomeOption] | None:
        """By the model's rules."""
        return await options_of(info, self.row)

    @computed(description="What must be done by when.", personal=True, who=STAFF)
    async def deadlines(self, info: Info) -> list[Deadline] | None:
        """Computed from the model when it was called."""
        return await deadlines_of(info, self.row)

    @computed(description="The meeting it follows up.", personal=True)
    async def previous(self, info: Info) -> "Meeting | None":
        """None for a first meeting."""
        if self.row.previous_id is None:
            return None
        # One that is kept from the viewer is no error: to them it is not there.
        row = await info.context.tx.one(store.FIND_MEETING, id=self.row.previous_id)
        return None if row is None else meeting_type(row)

    @computed(
        description="The viewer's own choice of who may read the record; null where the family does not choose.",
        personal=True,
        who=FAMILY,
    )
    async def reader_choice(self, info: Info) -> ReaderChoice | None:
        """Where the model lets the family choose."""
        return await reader_choice_of(info, self.row)

    @computed(
        description="Why the record is not the viewer's to read; null where it is.", personal=True, who=STAFF
    )
    async def record_closed(self, info: Info) -> Reason | None:
        """Form, perspectives, agreements and the reason of the outcome are then not there."""
        if not await is_closed(info, self.row):
            return None
        model = await version_of(info, self.row.model_version_id)
        found = readers.why_closed(info.context.tx, self.row, model)
        return None if found is None else reason(found, info.context.language)

    @computed(description="Who of the family must not learn of it; null: all may.", personal=True, who=STAFF)
    async def kept_away(self, info: Info) -> KeptAway | None:
        """By the model's shields over its problem, or over the case."""
        if self.row.guest:
            return await kept_from_meeting(info, self.row)
        case = await case_of(info, self.row.dossier_id)
        return kept_away_of(info, case, case.facts_of(self.row.problem_id))

    @computed(description="The meeting that follows it up.", personal=True)
    async def following(self, info: Info) -> "Meeting | None":
        """None until one is called."""
        row = await store.following(info.context.tx, self.row)
        return None if row is None else meeting_type(row)

    @computed(description="Why it is held: the model's reason, its rule and law.", personal=False)
    async def why(self, info: Info) -> list[Reason]:
        """For a family in the words written for it."""
        model = await version_of(info, self.row.model_version_id)
        rule = model.meeting(self.row.type)
        words = rule.family_text if info.context.actor.is_family and rule.family_text else rule.text
        found = Why(model, local_day(self.row.called_at)).of(rule, "meeting", f"meetings/{rule.key}", words)
        answer = reason(found, info.context.language)
        if info.context.actor.is_family and rule.family_text:
            answer.text = rule.family_text.in_language(info.context.language)
        return [answer]

    @computed(
        description="The viewer's own answer; null for one who is not invited, and while its time is being found.",
        personal=True,
    )
    async def my_answer(self, info: Info) -> Answer | None:
        """The viewer's own. Who is asked when it suits is not asked whether they come."""
        if await is_preliminary(info, self.row):
            return None
        for row in await rows_of(info, self.row):
            if row.person_id == info.context.actor.person and row.status == "invited":
                return Answer(row.answer)
        return None

    @computed(
        description="Whether the viewer leads it and may send, move, hold and conclude.", personal=False
    )
    async def leads(self, info: Info) -> bool:
        """Convener, chair, who acts for one of them, or leader of the unit."""
        return await leads(info, self.row)

    @computed(description="Whether its time has come: only then can it be held.", personal=True)
    def begun(self, info: Info) -> bool:
        """By business time."""
        return self.row.starts_at <= info.context.now

    @computed(
        description="What was said of it when it was called, and what is ready.", personal=True, who=STAFF
    )
    async def particulars(self, info: Info) -> MeetingParticulars | None:
        """Grounds, who answers for it, documents and preparation."""
        return await particulars_of(info, self.row, await self._details(info))

    @computed(
        description="What the invitation says to everybody invited; null: nothing of its own.", personal=False
    )
    async def invitation(self, info: Info) -> str | None:
        """RI-41."""
        model = await version_of(info, self.row.model_version_id)
        said = model.meeting(self.row.type).invitation
        return None if said is None else said.text.in_language(info.context.language)

    async def _problem(self, info: Info) -> ProblemRow | None:
        if self.row.problem_id is None:
            return None
        wanted = self.row.problem_id
        return await info.context.once(
            f"problem:{wanted}", lambda: info.context.tx.one(problems.FIND_PROBLEM, id=wanted)
        )

    async def _details(self, info: Info) -> MeetingDetails:
        return await details_of(info, self.row)


def meeting_type(row: MeetingRow) -> Meeting:
    """A stored meeting as the schema answers it."""
    return Meeting(
        row=row,
        id=strawberry.ID(str(row.id)),
        version=row.version,
        type=row.type,
        status=MeetingStatus(row.status),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        level=None if row.veiled else row.level,
    )
