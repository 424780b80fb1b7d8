"""A municipality's own words for the messages that leave the system, one file a language.

Whatever is not given comes from the system's own catalogue, so a municipality writes only what it wants to be
otherwise. What a message tells, to whom and when is no part of it: only how it is said.
"""

from collections.abc import Iterator
from typing import Final

from services.core.tenancy.language import Part, Text, fields_of


class CommonWords(Part, frozen=True, kw_only=True):
    """How every message begins and ends. `closing` may have several lines."""

    greeting: str = ""
    closing: str = ""


class Worded(Part, frozen=True, kw_only=True):
    """One kind of message in the municipality's words: in a mail `subject` and `line`, in an SMS `short`.

    The municipality's name stands before the subject by itself. In all three {municipality} and {when} may stand.
    """

    subject: str = ""
    line: str = ""
    short: str = ""


class MessagesFile(Part, frozen=True, kw_only=True):
    """`messages/<language>.toml`: what messages say in one language. Plain text, neutral, without links."""

    words: CommonWords = CommonWords()
    invitation: Worded = Worded()
    meeting_moved: Worded = Worded()
    time_asked: Worded = Worded()
    time_fixed: Worded = Worded()
    meeting_cancelled: Worded = Worded()
    agenda_sent: Worded = Worded()
    agenda_added: Worded = Worded()
    answer_received: Worded = Worded()
    meeting_reminder: Worded = Worded()
    meeting_concluded: Worded = Worded()
    deadline_reminder: Worded = Worded()
    deadline_missed: Worded = Worded()
    deadline_escalated: Worded = Worded()
    answer_missing: Worded = Worded()
    consent_asked: Worded = Worded()
    consent_answered: Worded = Worded()
    consent_withdrawn: Worded = Worded()
    consent_reminder: Worded = Worded()
    consent_unanswered: Worded = Worded()
    consent_lapsing: Worded = Worded()
    consent_ended: Worded = Worded()
    invitation_paused: Worded = Worded()
    invitation_withdrawn: Worded = Worded()
    coordinator_offered: Worded = Worded()
    coordinator_changed: Worded = Worded()
    access_ended: Worded = Worded()
    case_news: Worded = Worded()
    circle_suggested: Worded = Worded()
    circle_answered: Worded = Worded()
    chair_agreed: Worded = Worded()
    action_plan_sent: Worded = Worded()
    emergency_access: Worded = Worded()
    delegated: Worded = Worded()
    model_proposed: Worded = Worded()
    report_received: Worded = Worded()
    series_short: Worded = Worded()
    undelivered: Worded = Worded()
    contact_changed: Worded = Worded()
    access_request_received: Worded = Worded()
    access_request_due: Worded = Worded()
    access_request_answered: Worded = Worded()

    def of(self, kind: str) -> Worded:
        """The municipality's words for a kind; empty where it has none."""
        found = getattr(self, kind, None)
        return found if isinstance(found, Worded) else Worded()

    def given(self) -> Iterator[tuple[str, Worded]]:
        """Each kind that the municipality has words of its own for."""
        for field in fields_of(type(self)):
            value = getattr(self, field.name)
            if isinstance(value, Worded) and value != Worded():
                yield field.name, value


class Wordings(MessagesFile, frozen=True, kw_only=True):
    """The same as a part of the model; `language` is the file's name."""

    language: str


KINDS: Final = tuple(field.name for field in fields_of(MessagesFile) if field.type is Worded)
"""The kinds of message that can be worded: a test holds them to the outbox's own list."""

NAMES: Final = {
    "invitation": Text("Indkaldelse til et møde", "Invitation to a meeting"),
    "meeting_moved": Text("Mødet er flyttet", "A meeting is moved"),
    "time_asked": Text("Hvornår passer det?", "When does it suit?"),
    "time_fixed": Text("Tiden er fast", "The time is fixed"),
    "meeting_cancelled": Text("Mødet er aflyst", "A meeting is cancelled"),
    "agenda_sent": Text("Dagsordenen er klar", "The agenda is ready"),
    "agenda_added": Text("Nyt punkt på dagsordenen", "A new point on the agenda"),
    "answer_received": Text("Nogen har svaret på indkaldelsen", "Somebody answered the invitation"),
    "meeting_reminder": Text("Påmindelse om et møde", "Reminder of a meeting"),
    "meeting_concluded": Text("Mødet er afsluttet", "A meeting is concluded"),
    "deadline_reminder": Text("En frist nærmer sig", "A deadline is near"),
    "deadline_missed": Text("En frist er overskredet", "A deadline has passed"),
    "deadline_escalated": Text("En andens frist er overskredet", "Somebody else's deadline has passed"),
    "answer_missing": Text("Nogen har ikke svaret", "Somebody has not answered"),
    "consent_asked": Text("Spørgsmål om samtykke", "A question about consent"),
    "consent_answered": Text("Svar på et samtykke", "An answer about consent"),
    "consent_withdrawn": Text("Samtykke trukket tilbage", "Consent withdrawn"),
    "consent_reminder": Text("Påmindelse om et samtykke", "Reminder of a consent"),
    "consent_unanswered": Text("Samtykke ikke besvaret", "Consent not answered"),
    "consent_lapsing": Text("Samtykke udløber snart", "Consent lapses soon"),
    "consent_ended": Text("Samtykke gælder ikke længere", "Consent stands no longer"),
    "invitation_paused": Text("Indkaldelsen er sat på pause", "The invitation is on hold"),
    "invitation_withdrawn": Text("Indkaldelsen er taget tilbage", "The invitation is taken back"),
    "coordinator_offered": Text("Foreslået som tovholder", "Proposed as coordinator"),
    "coordinator_changed": Text("Ny tovholder", "A new coordinator"),
    "access_ended": Text("Adgangen er ændret", "Access has changed"),
    "case_news": Text("Nyt i et forløb", "News in a case"),
    "circle_suggested": Text("Ønske om mødets deltagere", "A wish about who takes part"),
    "circle_answered": Text("Svar på et ønske om deltagere", "An answer to a wish about who takes part"),
    "chair_agreed": Text("Du leder et møde", "You lead a meeting"),
    "action_plan_sent": Text("En plan at læse", "A plan to read"),
    "emergency_access": Text("Nødadgang er brugt", "Emergency access was used"),
    "delegated": Text("Stedfortræder", "Standing in for somebody"),
    "model_proposed": Text("Ny version af modellen", "A new version of the model"),
    "report_received": Text("Melding opad", "Something told upwards"),
    "series_short": Text("Der mangler faste møder", "Fixed meetings run out"),
    "undelivered": Text("En besked kom ikke frem", "A message did not arrive"),
    "contact_changed": Text("Kontaktoplysninger er ændret", "Contact details were changed"),
    "access_request_received": Text("Anmodning om data", "A request about data"),
    "access_request_due": Text("Fristen for en anmodning om data", "The deadline of a request about data"),
    "access_request_answered": Text("Svar på en anmodning om data", "An answer to a request about data"),
}
"""What each kind is called where models are written, read and previewed."""

TIMED: Final = frozenset(
    {
        "invitation",
        "meeting_moved",
        "time_fixed",
        "meeting_cancelled",
        "agenda_sent",
        "agenda_added",
        "answer_received",
        "meeting_reminder",
        "meeting_concluded",
        "deadline_reminder",
        "deadline_missed",
        "deadline_escalated",
        "answer_missing",
        "circle_suggested",
        "chair_agreed",
        "invitation_paused",
    }
)
"""Kinds that always have a time to tell, of a meeting or of a deadline."""
