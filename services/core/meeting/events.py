"""What happens to a meeting that others react to. Ids and codes only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class MeetingEvent(Event):
    """Something happened to one meeting. ``sequence`` is the meeting's after it."""

    dossier: DossierId
    meeting: UUID
    sequence: int


@dataclass(frozen=True, slots=True)
class MeetingCalled(MeetingEvent):
    """A meeting was called; everyone of its circle is invited."""


@dataclass(frozen=True, slots=True)
class MeetingMoved(MeetingEvent):
    """It has another time; answers are asked for again. ``fixed``: the circle was asked when it suits, and this is the time."""

    fixed: bool = False


@dataclass(frozen=True, slots=True)
class MeetingCancelled(MeetingEvent):
    """It is not held."""


@dataclass(frozen=True, slots=True)
class AgendaSent(MeetingEvent):
    """The agenda went out to the circle (RA-11)."""


@dataclass(frozen=True, slots=True)
class AgendaItemAdded(MeetingEvent):
    """Someone added a point."""

    item: UUID
    added_by: PersonId


@dataclass(frozen=True, slots=True)
class InvitationAnswered(MeetingEvent):
    """Someone answered the invitation."""

    participant: UUID
    answered_by: PersonId
    version: int


@dataclass(frozen=True, slots=True)
class MeetingHeld(MeetingEvent):
    """It took place."""


@dataclass(frozen=True, slots=True)
class MeetingConcluded(MeetingEvent):
    """Its outcome is recorded: the circle is told that there is something to read."""


@dataclass(frozen=True, slots=True)
class AgreementMade(MeetingEvent):
    """It was agreed who does what."""

    agreement: UUID


@dataclass(frozen=True, slots=True)
class AgreementDone(MeetingEvent):
    """Who was to do something says that it is done. ``version`` is the agreement's after it."""

    agreement: UUID
    version: int


@dataclass(frozen=True, slots=True)
class CompanionNamed(MeetingEvent):
    """One of the family said who comes with them."""

    relation: UUID


@dataclass(frozen=True, slots=True)
class ChairAgreed(MeetingEvent):
    """Who leads it has been agreed; the one who does is told (RI-25)."""

    chair: PersonId


@dataclass(frozen=True, slots=True)
class ParticipantInvited(MeetingEvent):
    """One more is invited to a meeting that was called before."""

    participant: UUID


@dataclass(frozen=True, slots=True)
class ParticipantWithdrawn(MeetingEvent):
    """An invitation was taken back; what was planned for that person is not sent."""

    participant: UUID
    person: PersonId | None


@dataclass(frozen=True, slots=True)
class CircleSuggested(MeetingEvent):
    """Someone of the family wishes for somebody to come or to stay away (SL-06)."""

    suggestion: UUID


@dataclass(frozen=True, slots=True)
class SuggestionSettled(MeetingEvent):
    """The wish is answered; the one who made it is told."""

    suggestion: UUID
    suggested_by: PersonId
