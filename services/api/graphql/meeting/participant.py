"""``Participant``: who comes, in which role, and why. Nothing here tells one parent about the other."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import EMPLOYED, field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.consent import store as consents
from services.core.identity import PersonId
from services.core.meeting import leading, store
from services.core.meeting.store import MeetingRow, ParticipantDetails, ParticipantRow
from services.core.person import reading
from services.core.person.protection import protected_now
from services.core.tenancy.decision import Why
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model


class Answer(Enum):
    """An answer to an invitation."""

    NONE = "none"
    COMING = "coming"
    ANOTHER_TIME = "another_time"
    NOT_COMING = "not_coming"


enum_type(
    Answer,
    description="An answer to an invitation.",
    values={
        "NONE": "Not answered.",
        "COMING": "Comes.",
        "ANOTHER_TIME": "Asks for another time.",
        "NOT_COMING": "Does not come.",
    },
)


@object_type(description="Someone of a meeting's circle.")
class Participant:
    """A participant."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    name: str = field(
        description="The name; the role where the name is protected.", personal=True, sealed=True
    )
    role: str = field(description="Key of the role.", personal=True)
    role_name: str = field(description="The role in words.", personal=True)
    kind: str = field(description="`child`, `parent`, `network` or `professional`.", personal=True)
    strength: Strength | None = field(
        description="How strongly the role belongs to the meeting.", personal=False
    )
    why: Reason | None = field(description="Why the role is there.", personal=False)
    external: bool = field(description="From outside the convening unit.", personal=True)
    left_out: bool = field(
        description="Recorded as left out, or taken out again, with a reason.", personal=True
    )
    leaves_after: str | None = field(
        description="The point of the agenda after which the role leaves; null: stays.", personal=False
    )
    heard_at: datetime | None = field(
        description="When someone of the family had their say on agenda and circle; to a family its own alone.",
        personal=True,
    )
    suspended: bool = field(
        description="Whether a shield has taken the place away; only a person gives it back.", personal=True
    )
    awaits_consent: bool = field(
        description="Invited only when the consent it rests on is given; to a family: by the viewer.",
        personal=True,
    )
    access_ended: bool | None = field(
        description="A parent whose custody has ended, at the child's 18th birthday or before: sees the meeting no more.",
        personal=True,
        who=EMPLOYED,
    )
    answer: Answer = field(
        description="The answer; a family sees its own and the professionals' alone.", personal=True
    )
    answered_at: datetime | None = field(description="When it was answered.", personal=True)
    attended: bool | None = field(description="Whether they were there; null before.", personal=True)
    note: str | None = field(
        description="The participant's own note, for themselves and whoever leads the meeting.",
        personal=True,
        sealed=True,
    )
    proposed_time: datetime | None = field(
        description="The time they propose instead, for themselves and whoever leads the meeting.",
        personal=True,
        sealed=True,
    )
    left_out_reason: str | None = field(
        description="Why the role was left out.", personal=True, sealed=True, who=EMPLOYED
    )
    viewer_is: bool = field(description="Whether this is the viewer.", personal=True)
    staff_id: strawberry.ID | None = field(
        description="The professional; null for the family and its network.", personal=True, who=EMPLOYED
    )


async def participants_of(info: Info, meeting: MeetingRow) -> list[Participant]:
    """The circle as this viewer may see it. A family does not see who was left out."""
    rows = await rows_of(info, meeting)
    model = await version_of(info, meeting.model_version_id)
    found = []
    for row in rows:
        if info.context.actor.is_family and row.status != "invited":
            continue
        details = await store.participant_details(info.context.tx, row)
        found.append(await _participant(info, meeting, model, row, details))
    return found


async def rows_of(info: Info, meeting: MeetingRow) -> list[ParticipantRow]:
    """The circle's rows, read once an operation."""
    return await info.context.once(
        f"circle:{meeting.id}", lambda: store.participants(info.context.tx, meeting.id)
    )


async def shown_name(info: Info, row: ParticipantRow, details: ParticipantDetails, role_name: str) -> str:
    """The name as this viewer may see it: one that is protected now is its role to the rest of the family (trap 6).

    Not the child's own: who of the family sees its meeting sees the child.
    """
    person, actor = row.person_id, info.context.actor
    if (
        person is not None
        and actor.is_family
        and person != actor.person
        and row.kind not in ("professional", "child")
    ):
        known = await info.context.once(
            f"protected:{person}", lambda: protected_now(info.context.tx, [person])
        )
        if person in known:
            return role_name
    return details.name or role_name


async def leads(info: Info, meeting: MeetingRow) -> bool:
    """Whether the viewer leads it, asked once an operation."""
    return await info.context.once(f"leads:{meeting.id}", lambda: leading.leads(info.context.tx, meeting))


async def _participant(
    info: Info, meeting: MeetingRow, model: Model, row: ParticipantRow, details: ParticipantDetails
) -> Participant:
    language = info.context.language
    mine = row.person_id is not None and row.person_id == info.context.actor.person
    role_name = model.role(row.role).name.in_language(language)
    # What one of a family answers is for the professionals, not for the other parent.
    private = info.context.actor.is_family and not mine and row.kind != "professional"
    # What is between one of the circle and who leads the meeting is for nobody else of the circle.
    between = mine or await leads(info, meeting)
    awaits = (
        row.consent_purpose is not None
        and not meeting.guest
        and await _awaited(info, row, row.consent_purpose)
    )
    return Participant(
        id=strawberry.ID(str(row.id)),
        name=await shown_name(info, row, details, role_name),
        role=row.role,
        role_name=role_name,
        kind=row.kind,
        strength=Strength(row.strength),
        why=_why(info, meeting, model, row),
        external=row.external,
        left_out=row.status != "invited",
        suspended=row.status == "suspended",
        access_ended=not info.context.actor.is_family
        and row.kind == "parent"
        and row.person_id not in await _holders(info, meeting),
        awaits_consent=awaits,
        answer=Answer.NONE if private else Answer(row.answer),
        answered_at=None if private else row.answered_at,
        attended=None if private else row.attended,
        leaves_after=_leaves_after(model, meeting, row.role, language),
        heard_at=None if private else row.heard_at,
        note=details.note or None if between else None,
        proposed_time=details.proposed_time if between else None,
        left_out_reason=details.left_out_reason or None if not meeting.guest else None,
        viewer_is=mine,
        staff_id=strawberry.ID(str(row.person_id)) if row.kind == "professional" and row.person_id else None,
    )


async def _holders(info: Info, meeting: MeetingRow) -> frozenset[PersonId]:
    """Who has custody at this moment, read once an operation."""

    async def read() -> frozenset[PersonId]:
        child = await reading.child_of_casework(info.context.tx, meeting.dossier_id)
        holders = [] if child is None else await reading.holders(info.context.tx, child.id)
        return frozenset(one.person_id for one in holders)

    return await info.context.once(f"holders:{meeting.dossier_id}", read)


def _leaves_after(model: Model, meeting: MeetingRow, role: str, language: str) -> str | None:
    kind = model.meeting(meeting.type)
    point = next((rule.leaves_after for rule in kind.participants if rule.role == role), "")
    return next((one.text.in_language(language) for one in kind.agenda if one.key == point), None)


async def _awaited(info: Info, row: ParticipantRow, purpose: str) -> bool:
    if not info.context.actor.is_family:
        return not await store.stands(info.context.tx, row.dossier_id, purpose)
    # To one of a family it waits for their own answer alone: whether all have said yes would tell the other's.
    own = await info.context.once(
        f"consents:{row.dossier_id}", lambda: consents.consents_of(info.context.tx, row.dossier_id)
    )
    latest = next((one for one in own if one.purpose == purpose), None)
    return latest is not None and latest.state_at(info.context.now) != "given"


def _why(info: Info, meeting: MeetingRow, model: Model, row: ParticipantRow) -> Reason | None:
    for rule in model.meeting(meeting.type).participants:
        if rule.role == row.role:
            why = Why(model, local_day(meeting.called_at))
            path = f"meetings/{meeting.type}/participants/{row.role}"
            found = why.of(rule, "participant", path, model.role(row.role).name, rule.strength)
            return reason(found, info.context.language)
    return None
