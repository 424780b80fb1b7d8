"""The closed lists of the outbox: what is told, through which channel, in which state, and why not.

The words stand in the notifier's catalogues; a test holds that each kind has its words in each language and
that the database's own checks carry the same lists.
"""

from enum import StrEnum
from typing import Final


class MessageKind(StrEnum):
    """What a message tells. None of them names a child, a meeting type or a place."""

    INVITATION = "invitation"
    MEETING_MOVED = "meeting_moved"
    TIME_ASKED = "time_asked"
    TIME_FIXED = "time_fixed"
    MEETING_CANCELLED = "meeting_cancelled"
    AGENDA_SENT = "agenda_sent"
    AGENDA_ADDED = "agenda_added"
    ANSWER_RECEIVED = "answer_received"
    MEETING_REMINDER = "meeting_reminder"
    MEETING_CONCLUDED = "meeting_concluded"
    DEADLINE_REMINDER = "deadline_reminder"
    DEADLINE_MISSED = "deadline_missed"
    DEADLINE_ESCALATED = "deadline_escalated"
    ANSWER_MISSING = "answer_missing"
    CONSENT_ASKED = "consent_asked"
    CONSENT_ANSWERED = "consent_answered"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_REMINDER = "consent_reminder"
    CONSENT_UNANSWERED = "consent_unanswered"
    CONSENT_LAPSING = "consent_lapsing"
    CONSENT_ENDED = "consent_ended"
    INVITATION_PAUSED = "invitation_paused"
    COORDINATOR_OFFERED = "coordinator_offered"
    COORDINATOR_CHANGED = "coordinator_changed"
    ACCESS_ENDED = "access_ended"
    CASE_NEWS = "case_news"
    CIRCLE_SUGGESTED = "circle_suggested"
    CIRCLE_ANSWERED = "circle_answered"
    CHAIR_AGREED = "chair_agreed"
    ACTION_PLAN_SENT = "action_plan_sent"
    EMERGENCY_ACCESS = "emergency_access"
    CONTACT_CHANGED = "contact_changed"
    DELEGATED = "delegated"
    MODEL_PROPOSED = "model_proposed"
    REPORT_RECEIVED = "report_received"
    SERIES_SHORT = "series_short"
    UNDELIVERED = "undelivered"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    ACCESS_REQUEST_RECEIVED = "access_request_received"
    ACCESS_REQUEST_DUE = "access_request_due"
    ACCESS_REQUEST_ANSWERED = "access_request_answered"


class Channel(StrEnum):
    """A way out of the system. ``INBOX`` is the logged-in page itself."""

    MAIL = "mail"
    SMS = "sms"
    DIGITAL_POST = "digital_post"
    INBOX = "inbox"


class MessageState(StrEnum):
    """``planned`` and ``sending`` may still be sent; the others are final."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"
    DEAD = "dead"


class Reason(StrEnum):
    """Why a message was settled without being sent."""

    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_MOVED = "meeting_moved"
    MEETING_OVER = "meeting_over"
    NOT_INVITED = "not_invited"
    NOT_ACCEPTED = "not_accepted"
    ACCESS_ENDED = "access_ended"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_SETTLED = "consent_settled"
    DEADLINE_SETTLED = "deadline_settled"
    RECIPIENT_GONE = "recipient_gone"
    SUPERSEDED = "superseded"
    NO_ADDRESS = "no_address"
    REFUSED = "refused"
    OUT_OF_PATIENCE = "out_of_patience"
    KEPT_AWAY = "kept_away"
    BOUNCED = "bounced"
    CHANNEL_OFF = "channel_off"
    TOLD_TOGETHER = "told_together"


MUST_REACH: Final = frozenset(
    {
        MessageKind.INVITATION,
        MessageKind.MEETING_MOVED,
        MessageKind.TIME_ASKED,
        MessageKind.TIME_FIXED,
        MessageKind.MEETING_CANCELLED,
        MessageKind.CONSENT_ASKED,
        MessageKind.COORDINATOR_OFFERED,
        MessageKind.DEADLINE_MISSED,
        MessageKind.DEADLINE_ESCALATED,
        MessageKind.ANSWER_MISSING,
        MessageKind.EMERGENCY_ACCESS,
    }
)
"""Kinds that somebody must hear of: where no way leads to the recipient, people are told. Of the rest the inbox is enough."""

URGENT: Final = frozenset({MessageKind.EMERGENCY_ACCESS, MessageKind.CONTACT_CHANGED})
"""Kinds that wait for no quiet hour to end: whoever changed an address in another's name may have chosen the hours too."""

FIRST: Final = frozenset({MessageKind.EMERGENCY_ACCESS})
"""Kinds that leave before all others where a municipality's rate holds messages back: the claim and its index name them."""

TOGETHER: Final = frozenset(
    {
        MessageKind.AGENDA_ADDED,
        MessageKind.ANSWER_RECEIVED,
        MessageKind.CASE_NEWS,
        MessageKind.CIRCLE_SUGGESTED,
        MessageKind.CONSENT_ANSWERED,
        MessageKind.CONSENT_ASKED,
        MessageKind.CONSENT_ENDED,
        MessageKind.CONSENT_LAPSING,
        MessageKind.CONSENT_REMINDER,
        MessageKind.CONSENT_UNANSWERED,
        MessageKind.CONSENT_WITHDRAWN,
    }
)
"""Kinds of which one message is enough, however many wait for the same recipient: it says that there is something to see
where all of it is seen. Its words hold for one and for many (ADR 0040)."""
