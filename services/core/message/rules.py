"""Whether a planned message may still be sent. Pure: facts as they are now in, the reason against it out.

The plan was right when it was made. Between then and now a meeting can have moved, a consent been withdrawn, a
parent have lost custody or the child have turned 18 (trap 4, 5), or a shield have begun: what no longer holds is not told.
"""

from datetime import datetime, time, timedelta
from typing import Final

from services.core.calendar.instants import COPENHAGEN, local_day, local_instant
from services.core.message.kinds import URGENT, Channel, MessageKind, Reason
from services.core.message.store import SendFactsRow

_AHEAD: Final = frozenset(
    {
        MessageKind.INVITATION,
        MessageKind.MEETING_MOVED,
        MessageKind.TIME_ASKED,
        MessageKind.TIME_FIXED,
        MessageKind.AGENDA_SENT,
        MessageKind.AGENDA_ADDED,
        MessageKind.ANSWER_RECEIVED,
        MessageKind.MEETING_REMINDER,
        MessageKind.CIRCLE_SUGGESTED,
        MessageKind.CHAIR_AGREED,
        MessageKind.INVITATION_PAUSED,
    }
)
"""Kinds that make sense only before their meeting."""

_TOLD_BEFORE_A_YES: Final = frozenset(
    {
        MessageKind.INVITATION,
        MessageKind.MEETING_MOVED,
        MessageKind.TIME_ASKED,
        MessageKind.TIME_FIXED,
        MessageKind.MEETING_REMINDER,
    }
)
"""Kinds that say no more than that one is asked to come, and lead to no more than that (ADR 0023)."""

TELLS_THE_TIME: Final = frozenset(
    {MessageKind.INVITATION, MessageKind.MEETING_MOVED, MessageKind.MEETING_REMINDER}
)
"""Kinds that are not sent while the circle is asked when it suits: nobody is told a time that does not stand (ADR 0032)."""

_OF_NO_CASE: Final = frozenset(
    {
        MessageKind.ACCESS_ENDED,
        MessageKind.ACCESS_REQUEST_ANSWERED,
        MessageKind.ACCESS_REQUEST_DUE,
        MessageKind.ACCESS_REQUEST_RECEIVED,
        MessageKind.CONTACT_CHANGED,
        MessageKind.DELEGATED,
        MessageKind.MODEL_PROPOSED,
        MessageKind.REPORT_RECEIVED,
        MessageKind.SERIES_SHORT,
    }
)
"""Kinds that tell of nothing in a case: whoever they were planned for may be told."""
_STATUS: Final = {
    MessageKind.MEETING_CANCELLED: ("cancelled",),
    MessageKind.MEETING_CONCLUDED: ("concluded",),
}
_CONSENT_STATE: Final = {
    MessageKind.CONSENT_ASKED: ("asked",),
    MessageKind.CONSENT_ANSWERED: ("given", "declined"),
    MessageKind.CONSENT_WITHDRAWN: ("withdrawn",),
    MessageKind.CONSENT_REMINDER: ("asked",),
    MessageKind.CONSENT_UNANSWERED: ("asked",),
    MessageKind.CONSENT_LAPSING: ("given",),
    MessageKind.CONSENT_ENDED: ("given", "withdrawn", "invalidated"),
}
_DEADLINE_STATE: Final = {
    MessageKind.DEADLINE_REMINDER: "open",
    MessageKind.DEADLINE_MISSED: "missed",
    MessageKind.DEADLINE_ESCALATED: "missed",
    MessageKind.ANSWER_MISSING: "missed",
}


def may_send(facts: SendFactsRow, now: datetime) -> Reason | None:
    """None when the message may go at ``now`` (business time), else why it must not."""
    kind = MessageKind(facts.kind)
    if facts.recipient_merged or facts.silenced:
        return Reason.RECIPIENT_GONE
    if facts.kept_away:
        return Reason.KEPT_AWAY
    if kind is MessageKind.INVITATION_WITHDRAWN:
        return _against_taking_back(facts, now)
    return (
        _against_meeting(kind, facts, now)
        or _against_preliminary_time(kind, facts)
        or _against_consultation(kind, facts, now)
        or _against_consent(kind, facts, now)
        or _against_deadline(kind, facts)
        or _against_access(kind, facts)
    )


def quiet_until(facts: SendFactsRow, now: datetime) -> datetime | None:
    """When the recipient's quiet hour that it is ``now`` (business time) ends, as UTC; None: it may go at once.

    By the clock on the wall in Copenhagen, also in the nights in which it changes. What is urgent waits for nobody's
    sleep, nor does what runs by the clock day and night, nor what is about a meeting that begins before the hour is over;
    the inbox makes no noise.
    """
    if facts.quiet_from is None or facts.quiet_until is None or facts.channel == Channel.INBOX:
        return None
    if MessageKind(facts.kind) in URGENT or facts.by_the_clock:
        return None
    end = _end_of_quiet(facts.quiet_from, facts.quiet_until, now)
    starts_at = facts.starts_at or facts.consultation_starts_at
    too_late = end is not None and starts_at is not None and now < starts_at <= end
    return None if too_late else end


def _end_of_quiet(begin: time, until: time, now: datetime) -> datetime | None:
    clock, day = now.astimezone(COPENHAGEN).time(), local_day(now)
    overnight = begin > until
    if overnight and clock >= begin:
        return local_instant(day + timedelta(days=1), until)
    if clock < until and (overnight or clock >= begin):
        end = local_instant(day, until)
        # In the hour that comes twice it has ended once already.
        return end if end > now else None
    return None


def _against_meeting(kind: MessageKind, facts: SendFactsRow, now: datetime) -> Reason | None:
    if facts.meeting_id is None:
        return None
    if facts.meeting_sequence != facts.meeting_sequence_now:
        cancelled = facts.meeting_status == "cancelled"
        return Reason.MEETING_CANCELLED if cancelled else Reason.MEETING_MOVED
    if kind in _STATUS:
        return None if facts.meeting_status in _STATUS[kind] else Reason.SUPERSEDED
    if facts.meeting_status == "cancelled":
        return Reason.MEETING_CANCELLED
    if kind in _AHEAD and (
        facts.meeting_status not in ("planned", "agenda_sent")
        or facts.starts_at is None
        or facts.starts_at <= now
    ):
        return Reason.MEETING_OVER
    return None


def _against_taking_back(facts: SendFactsRow, now: datetime) -> Reason | None:
    """Whoever was told to come is told not to, whatever became of the meeting since: they have no access that could end.

    Not who was never told, nor who is to come again, nor whose place a shield took: from them the meeting is kept. Of those
    about nobody named, who has a place is told of it by the series: there each who loses it is told.
    """
    if facts.meeting_id is None:
        if facts.seat_status != "withdrawn":
            return Reason.SUPERSEDED
        begun = facts.consultation_starts_at is None or facts.consultation_starts_at <= now
        return Reason.MEETING_OVER if begun else None
    if not facts.was_invited or facts.participant_status != "removed":
        return Reason.SUPERSEDED
    over = facts.starts_at is None or facts.starts_at <= now
    return Reason.MEETING_OVER if over else None


def _against_consultation(kind: MessageKind, facts: SendFactsRow, now: datetime) -> Reason | None:
    """A meeting about nobody named is over like any other: a mail server that was away until then reminds nobody of it."""
    if facts.consultation_id is None or kind not in _AHEAD:
        return None
    if facts.consultation_status == "cancelled":
        return Reason.MEETING_CANCELLED
    over = facts.consultation_starts_at is None or facts.consultation_starts_at <= now
    return Reason.MEETING_OVER if over or facts.consultation_status != "planned" else None


def _against_preliminary_time(kind: MessageKind, facts: SendFactsRow) -> Reason | None:
    asked = kind is MessageKind.TIME_ASKED
    return (
        Reason.SUPERSEDED
        if (kind in TELLS_THE_TIME and facts.time_open) or (asked and not facts.time_open)
        else None
    )


def _against_consent(kind: MessageKind, facts: SendFactsRow, now: datetime) -> Reason | None:
    if facts.consent_id is None:
        return None
    if kind in _CONSENT_STATE:
        return None if facts.consent_state in _CONSENT_STATE[kind] else Reason.CONSENT_SETTLED
    # Any other message with a consent rests on it.
    expired = facts.consent_expires_at is not None and facts.consent_expires_at <= now
    return None if facts.consent_state == "given" and not expired else Reason.CONSENT_WITHDRAWN


def _against_deadline(kind: MessageKind, facts: SendFactsRow) -> Reason | None:
    if facts.deadline_id is None or kind not in _DEADLINE_STATE:
        return None
    return None if facts.deadline_state == _DEADLINE_STATE[kind] else Reason.DEADLINE_SETTLED


def _against_access(kind: MessageKind, facts: SendFactsRow) -> Reason | None:
    if kind in _OF_NO_CASE:
        return None
    if facts.delegation_over:
        return Reason.ACCESS_ENDED
    if kind is MessageKind.INVITATION_PAUSED:
        # They have no access any more: that is what it says. Once the consent stands again there is nothing to say.
        waits = facts.participant_status == "invited" and facts.participation_lapsed
        return None if waits else Reason.SUPERSEDED
    sees = facts.has_grant or facts.leads_unit
    if facts.meeting_id is None:
        # Who is asked to read something first is told of it, whether or not they see the rest of the case.
        sees = sees or (kind in (MessageKind.CASE_NEWS, MessageKind.EMERGENCY_ACCESS) and facts.asked_to_read)
        # What they are to do that was agreed at a meeting is theirs to read.
        sees = sees or (facts.deadline_id is not None and facts.place is not None)
        return None if sees else Reason.ACCESS_ENDED
    if facts.runs_meeting:
        return None if sees or facts.recipient_kind == "staff" else Reason.ACCESS_ENDED
    # The family's own people are asked by the family and have no page here: the invitation is all they get.
    asked = facts.participant_kind == "network" and kind in _AHEAD | {MessageKind.MEETING_CANCELLED}
    # Who was to come sees nothing of a meeting that is called off, and must hear of it.
    asked = asked or (facts.participant_kind == "professional" and kind is MessageKind.MEETING_CANCELLED)
    return _against_participation(facts) or (None if sees or asked else _against_place(kind, facts))


def _against_place(kind: MessageKind, facts: SendFactsRow) -> Reason | None:
    if facts.place is None:
        return Reason.ACCESS_ENDED
    return None if facts.place == "accepted" or kind in _TOLD_BEFORE_A_YES else Reason.NOT_ACCEPTED


def _against_participation(facts: SendFactsRow) -> Reason | None:
    if facts.participant_status is not None and facts.participant_status != "invited":
        return Reason.NOT_INVITED
    return Reason.CONSENT_WITHDRAWN if facts.participation_lapsed else None
