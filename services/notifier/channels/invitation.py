"""The part of a mail that a calendar reads: the meeting's entry, its new time, or its end.

It stands as the last of the alternatives, which is where Outlook, Gmail and Apple Mail look for it. Whether the mail may go
at all was decided before it was written (``rules.may_send``): there is no entry for whoever may not be told.
"""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from services.core.calendar.events import Entry, Publisher, Sending, invitation
from services.core.message.kinds import MessageKind
from services.core.message.store import SendFactsRow
from services.notifier.channels import Parcel

_COMES: Final = frozenset({MessageKind.INVITATION, MessageKind.MEETING_MOVED, MessageKind.TIME_FIXED})
_GOES: Final = frozenset(
    {MessageKind.MEETING_CANCELLED, MessageKind.INVITATION_PAUSED, MessageKind.INVITATION_WITHDRAWN}
)
"""A place that waits for a consent is none to keep an hour for; whoever is to come after all is invited again."""
_AHEAD: Final = ("planned", "agenda_sent")


@dataclass(frozen=True, slots=True)
class _Meeting:
    id: UUID
    status: str
    starts_at: datetime
    ends_at: datetime
    sequence: int
    path: str
    timed: bool = True


def add_calendar(mail: EmailMessage, parcel: Parcel, organizer: str) -> None:
    """Give a mail its entry, where it tells of one. ``organizer`` is the address that it comes from: no person's."""
    meeting = _meeting_of(parcel.facts)
    if meeting is None or parcel.kind not in _COMES | _GOES:
        return
    goes = parcel.kind in _GOES
    if not goes and meeting.status not in _AHEAD:
        return
    page, address = meeting.path and f"{meeting.path}{meeting.id}", urlsplit(parcel.url)
    method, text = invitation(
        Entry(meeting.id, meeting.starts_at, meeting.ends_at, meeting.sequence, goes, page, meeting.timed),
        Publisher(parcel.facts.municipality, f"{address.scheme}://{address.netloc}", parcel.words.language),
        Sending(organizer, mail["To"].addresses[0].addr_spec, parcel.at),
    )
    # base64, so that no server on the way breaks a line of it.
    mail.add_alternative(text, subtype="calendar", charset="utf-8", cte="base64", params={"method": method})


def _meeting_of(facts: SendFactsRow) -> _Meeting | None:
    """The meeting that a message tells of, about a child or about nobody named."""
    if facts.meeting_id and facts.meeting_status and facts.starts_at and facts.ends_at:
        if facts.kind == MessageKind.INVITATION_WITHDRAWN:
            # The entry as they had it.
            had = facts.meeting_sequence or 0
            same = had == facts.meeting_sequence_now
            return _Meeting(facts.meeting_id, "removed", facts.starts_at, facts.ends_at, had, "", timed=same)
        sequence = facts.meeting_sequence_now or 0
        return _Meeting(
            facts.meeting_id, facts.meeting_status, facts.starts_at, facts.ends_at, sequence, "/meetings/"
        )
    return _nobody_named(facts)


def _nobody_named(facts: SendFactsRow) -> _Meeting | None:
    if facts.consultation_id is None or facts.consultation_status is None:
        return None
    starts_at, ends_at = facts.consultation_starts_at, facts.consultation_ends_at
    if starts_at is None or ends_at is None:
        return None
    sequence = facts.consultation_sequence or 0
    if facts.kind == MessageKind.INVITATION_WITHDRAWN:
        had = sequence if facts.meeting_sequence is None else facts.meeting_sequence
        return _Meeting(facts.consultation_id, "removed", starts_at, ends_at, had, "", timed=had == sequence)
    status = facts.consultation_status
    return _Meeting(facts.consultation_id, status, starts_at, ends_at, sequence, "/consultations/")
