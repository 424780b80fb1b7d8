"""Somebody more is invited to a meeting that is called, or an invitation is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec

from services.core.casework import store as caseworks
from services.core.casework.service import load_case_of
from services.core.consent.service import ask_givers
from services.core.db.tx import WriteTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.calling import plan_with, type_of, write_invitee
from services.core.meeting.events import ParticipantInvited, ParticipantWithdrawn
from services.core.meeting.following_up import same_circle
from services.core.meeting.invitees import Choice, fill_roles
from services.core.meeting.leading import coming_meeting
from services.core.meeting.store import MeetingRow, ParticipantRow
from services.core.meeting.supplying import Said, decided
from services.core.tenancy.refusal import refusal


@dataclass(frozen=True, slots=True)
class InviteParticipant:
    """A person for a role of the type's; ``agreed_by`` are the roles that said yes to it, where the model asks (RI-05)."""

    meeting: UUID
    choice: Choice
    expected_version: int
    agreed_by: tuple[str, ...] = ()


async def invite_participant(tx: WriteTx, command: InviteParticipant) -> MeetingRow:
    """Invite one more. Consents that the role rests on are asked for; until they stand the person sees nothing.

    Raises INVALID_INPUT for a role that the type does not have or a person who does not fit, RULE_BLOCKED where
    somebody must agree first, CONFLICT for an old version.
    """
    row = await coming_meeting(tx, command.meeting, command.expected_version)
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    details = await store.meeting_details(tx, row)
    mine = msgspec.structs.replace(
        details.particulars, agreed_by=tuple(sorted({*details.particulars.agreed_by, *command.agreed_by}))
    )
    wanted = Choice(command.choice.role, command.choice.person, command.choice.name)
    said = Said((*await same_circle(tx, row), wanted), mine, details.reason, convener=row.convener_id)
    supplied = await decided(tx, case, type_of(case, row.type), said)
    plan = await plan_with(
        tx, case, row.type, row.starts_at, supplied, problem=row.problem_id, previous=row.previous_id
    )
    planned = [one for one in plan.participants if one.role == wanted.role]
    if not planned:
        raise invalid("meeting.unknown_role", "input", "role", role=wanted.role)
    for role in planned[0].agreed_by:
        if role not in mine.agreed_by:
            raise refusal((planned[0].why,), (f"agreed:{role}",), "input", "agreedBy")
    found = await fill_roles(tx, case, replace(plan, participants=(planned[0],)), (wanted,))
    circle = await store.participants(tx, row.id)
    casework = await caseworks.casework(tx, row.dossier_id)
    for one in found:
        before = await _before(tx, circle, one.role, one.person, one.name)
        if before is not None and before.status == "invited":
            raise UserError(ErrorCode.CONFLICT, "meeting.invited_already")
        if before is not None:
            await tx.run(store.INVITE_AGAIN, id=before.id, role=one.role)
        else:
            await write_invitee(tx, casework, row.id, one, row.ends_at)
    for need in plan.consents:
        await ask_givers(tx, case, need.purpose, need.givers, need.text_version, row.id)
    await tx.run_versioned(
        store.SET_DETAILS,
        id=row.id,
        expected_version=command.expected_version,
        sealed=await tx.seal(
            SealLabel.MEETING, row.dossier_id, row.id, msgspec.structs.replace(details, particulars=mine)
        ),
    )
    known = {p.id for p in circle if p.status == "invited"}
    for p in await store.participants(tx, row.id):
        if p.status == "invited" and p.id not in known:
            tx.emit(ParticipantInvited(row.dossier_id, row.id, row.sequence, p.id))
    return await store.meeting(tx, row.id)


async def _before(
    tx: WriteTx, circle: Sequence[ParticipantRow], role: str, person: UUID | None, name: str
) -> ParticipantRow | None:
    """The place that somebody had before: by who they are, of the family's network by the name they were invited with."""
    if person is not None:
        return next((one for one in circle if one.person_id == person), None)
    for one in circle:
        lost = one.person_id is None and one.role == role and one.status in ("removed", "suspended")
        if lost and name and (await store.participant_details(tx, one)).name == name:
            return one
    return None


async def withdraw_invitation(
    tx: WriteTx, meeting_id: UUID, participant_id: UUID, reason: str, expected_version: int
) -> MeetingRow:
    """Take an invitation back, for a reason: that person's access to the meeting ends at once.

    Raises RULE_BLOCKED for the family, the convener and the chair.
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    circle = await store.participants(tx, row.id)
    one = next((p for p in circle if p.id == participant_id and p.status == "invited"), None)
    if one is None:
        raise invalid("meeting.unknown_participant", "input", "participantId")
    await withdraw(tx, row, one, reason)
    await tx.run_versioned(store.SET_DETAILS, id=row.id, expected_version=expected_version, sealed=row.sealed)
    return await store.meeting(tx, row.id)


async def withdraw(tx: WriteTx, meeting: MeetingRow, one: ParticipantRow, reason: str) -> None:
    """Take one out of the circle; the row stays with its reason."""
    if one.kind in ("child", "parent") or one.person_id in {meeting.convener_id, meeting.chair_id} - {None}:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.cannot_withdraw")
    details = await store.participant_details(tx, one)
    changed = msgspec.structs.replace(details, left_out_reason=reason.strip())
    await tx.run_versioned(
        store.WITHDRAW,
        id=one.id,
        expected_version=one.version,
        sealed=await tx.seal(SealLabel.PARTICIPANT, one.dossier_id, one.id, changed),
    )
    tx.emit(ParticipantWithdrawn(meeting.dossier_id, meeting.id, meeting.sequence, one.id, one.person_id))
