"""``Meeting.timeProposal``: what the circle is being asked, and who has answered what, to whom that is told."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.meeting.participant import leads, rows_of, shown_name
from services.api.graphql.model.loading import version_of
from services.core.casework import store as caseworks
from services.core.meeting import store as meetings
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingRow, ParticipantRow
from services.core.scheduling import store
from services.core.scheduling.store import AnswerRow, ProposalRow, TimeRow


class TimeAnswer(Enum):
    """What somebody says of a proposed time."""

    FITS = "fits"
    RATHER_NOT = "rather_not"
    NOT = "not"


enum_type(
    TimeAnswer,
    description="What somebody says of a proposed time.",
    values={
        "FITS": "It suits.",
        "RATHER_NOT": "It can be done; another would be better.",
        "NOT": "It does not suit.",
    },
)


@object_type(description="One of the times that a circle is asked about.")
class ProposedTime:
    """A proposed time."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    starts_at: datetime = field(description="When the meeting would begin.", personal=True)
    ends_at: datetime = field(description="When it would end.", personal=True)
    my_answer: TimeAnswer | None = field(description="The viewer's own answer.", personal=True)
    fits: int | None = field(
        description="To how many it suits; for who leads the meeting.", personal=True, who=STAFF
    )
    rather_not: int | None = field(
        description="How many can and would rather not; for who leads the meeting.", personal=True, who=STAFF
    )
    does_not: int | None = field(
        description="To how many it does not suit; for who leads the meeting.", personal=True, who=STAFF
    )


@object_type(description="One who is asked, for who leads the meeting.")
class AskedPerson:
    """One of the circle."""

    name: str = field(description="Who.", personal=True, sealed=True)
    role_name: str = field(description="In which role.", personal=True)
    answers: list[TimeAnswer | None] = field(
        description="Their answers in the order of the times; null: none yet.", personal=True
    )


@object_type(
    description="The circle of a meeting is asked when it suits. Until that is settled the meeting's own time is preliminary."
)
class TimeProposal:
    """What is asked."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you settle it.", personal=False)
    answer_by: datetime = field(
        description="The first instant at which no answer is taken any more.", personal=True
    )
    may_answer: bool = field(description="Whether the viewer is asked, and can answer still.", personal=True)
    leads: bool = field(description="Whether the viewer settles it.", personal=True)
    times: list[ProposedTime] = field(description="The times, the first one first.", personal=True)
    people: list[AskedPerson] | None = field(
        description="Who is asked and what each answers; null for everyone but who leads the meeting.",
        personal=True,
        who=STAFF,
    )


@object_type(description="What of a meeting is about finding its time.")
class FindsTime:
    """The field that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="Whether its time is being found, so that the one it has does not stand.", personal=True
    )
    async def preliminary(self, info: Info) -> bool:
        """As long as its circle is being asked."""
        return await is_preliminary(info, self.row)

    @computed(
        description="What its circle is being asked; null where its time stands, or the viewer is not of those asked.",
        personal=True,
    )
    async def time_proposal(self, info: Info) -> TimeProposal | None:
        """Of the circle each sees their own answers; who leads the meeting sees them all."""
        proposal = await store.open_proposal(info.context.tx, self.row.id)
        return None if proposal is None else await proposal_type(info, self.row, proposal)


async def is_preliminary(info: Info, meeting: MeetingRow) -> bool:
    """Whether the time of a meeting is being found, asked once an operation."""
    if meeting.status not in COMING:
        return False

    async def read() -> bool:
        tx = info.context.tx
        return await store.is_finding(tx, meeting.id) or await store.open_proposal(tx, meeting.id) is not None

    return await info.context.once(f"preliminary:{meeting.id}", read)


async def proposal_type(info: Info, meeting: MeetingRow, proposal: ProposalRow) -> TimeProposal:
    """A stored proposal as the schema answers it."""
    tx = info.context.tx
    times = await store.times(tx, proposal.id)
    answers = await store.answers(tx, proposal.id)
    circle = [
        row for row in await rows_of(info, meeting) if row.status == "invited" and row.person_id is not None
    ]
    me = next((row for row in circle if row.person_id == info.context.actor.person), None)
    leading = await leads(info, meeting)
    # Whose place has gone, or waits for a consent, is asked nothing and counts for nothing.
    asked = [row for row in circle if leading and await _is_asked(info, meeting, row)]
    counted = [one for one in answers if one.participant_id in {row.id for row in asked}]
    own = [one for one in answers if me is not None and one.participant_id == me.id]
    length = meeting.ends_at - meeting.starts_at
    return TimeProposal(
        id=strawberry.ID(str(proposal.id)),
        version=proposal.version,
        answer_by=proposal.answer_by,
        may_answer=me is not None
        and me.person_id != meeting.convener_id
        and info.context.now < proposal.answer_by,
        leads=leading,
        times=[
            ProposedTime(
                id=strawberry.ID(str(time.id)),
                starts_at=time.starts_at,
                ends_at=time.starts_at + length,
                my_answer=_answer(own, time),
                fits=_count(counted, time, "fits") if leading else None,
                rather_not=_count(counted, time, "rather_not") if leading else None,
                does_not=_count(counted, time, "not") if leading else None,
            )
            for time in times
        ],
        people=[await _person(info, meeting, row, times, counted) for row in asked] if leading else None,
    )


async def _is_asked(info: Info, meeting: MeetingRow, row: ParticipantRow) -> bool:
    tx = info.context.tx
    if row.person_id == meeting.convener_id:
        return False
    if row.kind == "child":
        since = (await caseworks.casework(tx, meeting.dossier_id)).self_access_from
        return since is not None and since <= info.context.now
    return row.consent_purpose is None or await meetings.stands(tx, row.dossier_id, row.consent_purpose)


async def _person(
    info: Info, meeting: MeetingRow, row: ParticipantRow, times: list[TimeRow], answers: list[AnswerRow]
) -> AskedPerson:
    model = await version_of(info, meeting.model_version_id)
    role = model.role(row.role).name.in_language(info.context.language)
    details = await meetings.participant_details(info.context.tx, row)
    own = [one for one in answers if one.participant_id == row.id]
    return AskedPerson(
        name=await shown_name(info, row, details, role),
        role_name=role,
        answers=[_answer(own, time) for time in times],
    )


def _answer(answers: list[AnswerRow], time: TimeRow) -> TimeAnswer | None:
    return next((TimeAnswer(one.answer) for one in answers if one.proposed_id == time.id), None)


def _count(answers: list[AnswerRow], time: TimeRow, answer: str) -> int:
    return sum(one.proposed_id == time.id and one.answer == answer for one in answers)
