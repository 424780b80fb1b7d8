"""The outbox's queries and their row types."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from services.core.db.queries import Queries

_queries = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Planned:
    """Whether planning made new messages: 1, or 0."""

    planned: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """How many messages were taken back."""

    cancelled: int


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A message in the actor's inbox; business time."""

    id: UUID
    dossier_id: UUID
    kind: str
    meeting_id: UUID | None
    consent_id: UUID | None
    about_id: UUID | None
    arrived_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class IsDue:
    """Whether a claim would find anything."""

    due: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A message under this process's lease; ``attempt`` is the fence, the times are machine time."""

    id: UUID
    attempt: int
    kind: str
    channel: str
    first_attempt_at: datetime
    claimed_at: datetime


@dataclass(frozen=True, slots=True)
class Room:
    """How many may leave the system at this moment."""

    room: int


@dataclass(frozen=True, slots=True)
class SendFactsRow:
    """What decides whether a claimed message may still be sent. Fields of what it is not about are None."""

    dossier_id: UUID
    kind: str
    about_id: UUID | None
    kept_away: bool
    silenced: bool
    meeting_sequence: int | None
    meeting_id: UUID | None
    consent_id: UUID | None
    deadline_id: UUID | None
    recipient_id: UUID
    recipient_kind: str
    recipient_dossier: UUID
    channel: str
    quiet_from: time | None
    """From this time of the Copenhagen day the recipient wants nothing but what is urgent; until ``quiet_until``."""
    quiet_until: time | None
    by_the_clock: bool
    """Whether it is about a deadline that runs by the clock, day and night."""
    language: str
    recipient_merged: bool
    meeting_status: str | None
    meeting_sequence_now: int | None
    starts_at: datetime | None
    ends_at: datetime | None
    time_open: bool
    runs_meeting: bool | None
    participant_status: str | None
    participant_kind: str | None
    participation_lapsed: bool | None
    consent_state: str | None
    consent_expires_at: datetime | None
    gives_consent: bool | None
    deadline_state: str | None
    due_at: datetime | None
    was_invited: bool
    """Of an invitation that is taken back: whether anything went out that told of it."""
    has_grant: bool
    """Whether they see the case by more than a place in a meeting."""
    place: str | None
    """Their place in the meeting that it is about: ``invited`` or ``accepted``."""
    leads_unit: bool
    asked_to_read: bool
    delegation_over: bool
    consultation_id: UUID | None
    """The meeting about nobody named that it is about, and when that is: for the recipient's calendar."""
    consultation_status: str | None
    consultation_starts_at: datetime | None
    consultation_ends_at: datetime | None
    consultation_sequence: int | None
    seat_status: str | None
    """The recipient's own place in it: ``invited`` or ``withdrawn``."""
    municipality: str
    host: str
    slug: str
    cvr: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Where a person is reached: a professional at work, anybody else by what is sealed in their own dossier."""

    id: UUID
    dossier_id: UUID
    kind: str
    sealed: bytes
    work_email: str | None
    work_phone: str | None


@dataclass(frozen=True, slots=True)
class Way:
    """The next way for a message: a channel, ``other`` (another way has it) or ``none``."""

    way: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The message that was settled; no row when the claim was lost."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Backlog:
    """Due and unsent messages of a tenant, since when (business time), and its dead letters."""

    due: int
    oldest_due_at: datetime | None
    dead: int


PLAN = _queries.rows("plan_message", Planned)
CANCEL = _queries.rows("cancel_messages", Cancelled)
INBOX = _queries.rows("list_inbox", InboxRow)
MARK_READ = _queries.command("mark_read")
IS_DUE = _queries.rows("is_due", IsDue)
ROOM = _queries.rows("room_to_send", Room)
TAKE_ROOM = _queries.command("take_room")
CLAIM = _queries.rows("claim_messages", ClaimRow)
SEND_FACTS = _queries.rows("read_send_facts", SendFactsRow)
CONTACT = _queries.rows("read_contact", ContactRow)
DEFER = _queries.rows("defer_message", Settled)
FALL_BACK = _queries.rows("fall_back", Way)
ARRIVED = _queries.command("message_arrived")
ON_ITS_WAY = _queries.rows("is_on_its_way", IsDue)
LOCK_RETURNED = _queries.rows("lock_returned", Settled)
SETTLE_RETURNED = _queries.command("settle_returned")
KEEP_CLAIM = _queries.command("keep_claim")
SETTLE = _queries.rows("settle_message", Settled)
POSTPONE = _queries.rows("postpone_message", Settled)
BACKLOG = _queries.rows("measure_backlog", Backlog)
DELETE_SETTLED = _queries.command("delete_settled")
