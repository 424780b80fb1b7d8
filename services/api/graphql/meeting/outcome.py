"""``Outcome`` that a meeting had, and ``OutcomeOption`` that it can have."""

from datetime import date, datetime

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type
from services.api.graphql.meeting.readers import is_closed
from services.api.graphql.model.loading import case_of, version_of
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.casework.service import Case
from services.core.errors import ErrorCode, UserError
from services.core.meeting import closing
from services.core.meeting.concluding import meeting_facts, outcome_options
from services.core.meeting.next_meeting import proposed_times
from services.core.meeting.readers import reason_of
from services.core.meeting.store import MeetingRow
from services.core.series.rules import series_key
from services.core.series.store import slots_ahead
from services.core.tenancy.decision import Why
from services.core.tenancy.meetings import Effect


@object_type(description="What a meeting came to.")
class Outcome:
    """An outcome."""

    key: str = field(description="Key of the outcome in the model.", personal=True)
    text: str = field(description="In words; for a family in the words written for it.", personal=True)
    moves_to: int | None = field(description="The level it moved the problem to.", personal=True)
    follow_up_by: date | None = field(description="The last day for the follow-up.", personal=True)
    reason: str | None = field(description="The recorded reason.", personal=True, sealed=True, who=STAFF)
    proposed: list[datetime] = field(
        description="When the meeting that it leads to can be, as the model has it, at most three.",
        personal=True,
        who=STAFF,
    )
    next_type: str | None = field(
        description="Key of the meeting type that it leads to; null: to none.", personal=True, who=STAFF
    )
    reasons: list[Reason] = field(description="The model's own reason.", personal=False)


@object_type(description="An outcome that the meeting can have, and what it leads to.")
class OutcomeOption:
    """A possible outcome."""

    key: str = field(description="Give it as `outcome`.", personal=False)
    text: str = field(description="In words.", personal=False)
    moves_to: int | None = field(description="The level it moves the problem to.", personal=True)
    follow_up: bool = field(description="Whether a follow-up can be called with it.", personal=False)
    follow_up_by: date | None = field(description="The last day for the follow-up.", personal=True)
    proposed: list[datetime] = field(
        description="When the follow-up can be, as the model has it, at most three: give one as `followUpStartsAt`.",
        personal=True,
    )
    reason_needed: bool = field(description="Whether it takes a reason.", personal=False)
    allowed: bool = field(description="Whether everything it takes is there now.", personal=True)
    needs: list[str] = field(
        description="Codes of what is missing, for example `perspective:child`.", personal=True
    )
    reasons: list[Reason] = field(description="Why it leads there, and what is missing.", personal=True)


async def outcome_of(info: Info, meeting: MeetingRow) -> Outcome | None:
    """What the meeting came to."""
    if meeting.outcome is None or meeting.veiled or await is_closed(info, meeting):
        return None
    model = await version_of(info, meeting.model_version_id)
    language = info.context.language
    for outcome in model.meeting(meeting.type).outcomes:
        if outcome.key == meeting.outcome:
            words = (
                outcome.family_text if info.context.actor.is_family and outcome.family_text else outcome.text
            )
            path = f"meetings/{meeting.type}/outcomes/{outcome.key}"
            why = Why(model, local_day(meeting.starts_at)).of(outcome, "outcome", path, outcome.text)
            return Outcome(
                key=outcome.key,
                text=words.in_language(language),
                moves_to=meeting.outcome_level,
                follow_up_by=meeting.follow_up_by,
                reason=await reason_of(info.context.tx, meeting) or None,
                proposed=await _proposed(
                    info,
                    await case_of(info, meeting.dossier_id, meeting.model_version_id),
                    meeting,
                    outcome.leads_to.meeting or meeting.type,
                    meeting.follow_up_by,
                )
                if not info.context.actor.is_family
                else [],
                next_type=outcome.leads_to.meeting
                or (meeting.type if outcome.leads_to.effect is Effect.FOLLOW_UP else None),
                reasons=[reason(why, language)],
            )
    raise UserError(ErrorCode.INTERNAL)


async def options_of(info: Info, meeting: MeetingRow) -> list[OutcomeOption]:
    """What the meeting can come to, with what is missing for each."""
    if meeting.status in {"concluded", "cancelled"} or meeting.guest:
        return []
    case = await case_of(info, meeting.dossier_id, meeting.model_version_id)
    facts = await meeting_facts(info.context.tx, case, meeting)
    found = []
    for option in outcome_options(case, facts, info.context.now):
        if not option.open:
            continue
        decision = closing.may_conclude(case.model, facts, option.key, info.context.now)
        found.append(
            OutcomeOption(
                key=option.key,
                text=option.text.in_language(info.context.language),
                moves_to=option.moves_to,
                follow_up=option.follow_up_possible,
                follow_up_by=option.follow_up_by,
                proposed=await _proposed(info, case, meeting, option.meeting, option.follow_up_by)
                if option.follow_up_possible
                else [],
                reason_needed=option.reason_needed,
                allowed=decision.allowed,
                needs=list(decision.needs),
                reasons=[reason(one, info.context.language) for one in (option.why, *decision.reasons)],
            )
        )
    return found


async def _proposed(
    info: Info, case: Case, meeting: MeetingRow, type_key: str, by: date | None
) -> list[datetime]:
    """Of a type with fixed times those that stand at the child's place and above it."""
    if by is None:
        return []
    kind = case.model.meeting(type_key)
    unit = case.child.unit_id
    standing = await slots_ahead(info.context.tx, unit, series_key(kind)) if unit else []
    fixed = [slot.starts_at for slot in standing if slot.status == "open"]
    return list(proposed_times(case.model, kind, meeting.starts_at, by, fixed, info.context.now))
