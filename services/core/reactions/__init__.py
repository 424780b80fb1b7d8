"""The one table of what follows from what, across nouns, in the same transaction.

A noun's service says what happened; who must be told and what must be undone stands here and nowhere else.
A test holds that every event type is in the table (closed world).
"""

from typing import Final

from services.core.action_plan.events import ActionPlanSent
from services.core.casework.events import CaseworkClosed, CaseworkMoved
from services.core.consent.events import (
    ConsentAsked,
    ConsentDeclined,
    ConsentGiven,
    ConsentInvalidated,
    ConsentWithdrawn,
)
from services.core.consultation.events import (
    ConsultationCalled,
    ConsultationCancelled,
    ConsultationItemAdded,
    ConsultationMoved,
    ConsultationsAnswered,
    ConsultationsInvited,
    ConsultationsWithdrawn,
)
from services.core.contact.events import ContactChanged
from services.core.db.database import Reactions
from services.core.delegation.events import Delegated, DelegationEnded
from services.core.emergency_access.events import GlassBroken
from services.core.exchange.events import ExchangeRecorded
from services.core.handover.events import HandoverAccepted, KnowledgeHandedOver
from services.core.measure.events import MeasureDecided, MeasureEnded, MeasureStarted
from services.core.meeting.events import (
    AgendaItemAdded,
    AgendaSent,
    AgreementDone,
    AgreementMade,
    ChairAgreed,
    CircleSuggested,
    CompanionNamed,
    InvitationAnswered,
    MeetingCalled,
    MeetingCancelled,
    MeetingConcluded,
    MeetingHeld,
    MeetingMoved,
    ParticipantInvited,
    ParticipantWithdrawn,
    SuggestionSettled,
)
from services.core.network.events import NetworkChanged
from services.core.offer.events import OfferAnswered, OfferMade, PlanWritten
from services.core.person.events import PersonDeparted
from services.core.problem.events import (
    CoordinatorChanged,
    CoordinatorDeclined,
    CoordinatorOffered,
    DeadlineSettled,
    FactsConfirmed,
    LevelMoved,
    ProblemOpened,
)
from services.core.process.events import ProcessBegun, ProcessConcluded
from services.core.reactions import (
    action_plans,
    around,
    caseworks,
    consents,
    consultations,
    contacts,
    deadlines,
    indicators,
    measures,
    meetings,
    people,
    problems,
    scheduling,
    sharing,
    shields,
    silences,
    stand_ins,
    underretninger,
)
from services.core.scheduling.events import TimesAnswered, TimesProposed
from services.core.series.events import SeriesFixed, SlotCancelled
from services.core.sharing.events import RecordShared
from services.core.underretning.events import UnderretningRecorded

REACTIONS: Final[Reactions] = {
    MeetingCalled: (meetings.invite, meetings.remind, deadlines.settle_by_calling, silences.await_invited),
    MeetingMoved: (meetings.tell_moved, meetings.remind, silences.await_invited),
    MeetingCancelled: (
        meetings.tell_cancelled,
        deadlines.hand_back,
    ),
    AgendaSent: (meetings.tell_agenda,),
    AgendaItemAdded: (meetings.tell_item_added,),
    InvitationAnswered: (meetings.tell_answered,),
    MeetingHeld: (deadlines.settle_by_holding, measures.settle_by_holding),
    AgreementMade: (silences.await_deed,),
    AgreementDone: (meetings.tell_done,),
    ChairAgreed: (meetings.tell_chair,),
    ParticipantInvited: (meetings.invite_one, silences.await_one),
    ParticipantWithdrawn: (meetings.stop_telling,),
    CompanionNamed: (meetings.tell_companion,),
    CircleSuggested: (meetings.tell_suggested, silences.await_settling),
    SuggestionSettled: (meetings.tell_suggestion_settled,),
    MeetingConcluded: (meetings.tell_concluded, indicators.note_what_is_counted),
    TimesProposed: (scheduling.ask, silences.await_times),
    TimesAnswered: (scheduling.tell_answered,),
    ConsentAsked: (consents.tell_asked,),
    ConsentGiven: (consents.tell_answered, consents.invite_who_waited, silences.await_who_waited),
    # A no to a question asked before an earlier yes lapsed ends that yes.
    ConsentDeclined: (consents.tell_answered, consents.stop_what_rested),
    ConsentWithdrawn: (consents.stop_what_rested, consents.tell_withdrawn),
    ConsentInvalidated: (consents.stop_what_rested, consents.tell_invalidated),
    ProblemOpened: (shields.judge_again,),
    LevelMoved: (shields.judge_again, deadlines.follow_what_is_known),
    # First whom nothing may be told any more, then what is due.
    FactsConfirmed: (shields.judge_again, deadlines.follow_what_is_known),
    DeadlineSettled: (deadlines.follow_what_is_known,),
    CoordinatorOffered: (problems.tell_offered, silences.await_coordinator),
    CoordinatorChanged: (problems.tell_changed,),
    CoordinatorDeclined: (problems.tell_declined,),
    ProcessBegun: (measures.tell_process,),
    ProcessConcluded: (measures.follow_up_sooner, measures.tell_process),
    MeasureDecided: (measures.tell_measure,),
    MeasureStarted: (measures.plan_follow_ups, measures.tell_measure),
    MeasureEnded: (measures.tell_measure,),
    UnderretningRecorded: (underretninger.tell_recorded,),
    OfferMade: (around.tell_offered,),
    OfferAnswered: (around.tell_offer_answered,),
    PlanWritten: (around.tell_plan,),
    NetworkChanged: (around.tell_network,),
    KnowledgeHandedOver: (consents.keep_handover_ground, around.tell_handed_over, silences.await_acceptance),
    HandoverAccepted: (around.tell_accepted,),
    ExchangeRecorded: (consents.keep_exchange_ground, around.tell_exchanged),
    RecordShared: (sharing.tell_shared,),
    CaseworkMoved: (shields.judge_again, deadlines.follow_what_is_known),
    SeriesFixed: (consultations.open_at_each,),
    SlotCancelled: (consultations.give_up_with_slot,),
    ConsultationCalled: (consultations.invite, consultations.remind),
    ConsultationMoved: (consultations.tell_moved, consultations.remind),
    ConsultationCancelled: (consultations.tell_cancelled,),
    ConsultationItemAdded: (consultations.tell_asked,),
    ConsultationsInvited: (consultations.invite_to_all,),
    ConsultationsWithdrawn: (consultations.stop_telling,),
    ConsultationsAnswered: (consultations.tell_answered,),
    CaseworkClosed: (caseworks.begin_retention, deadlines.end_with_case),
    ActionPlanSent: (action_plans.tell_sent,),
    GlassBroken: (stand_ins.tell_glass_broken,),
    Delegated: (stand_ins.tell_delegated,),
    DelegationEnded: (stand_ins.tell_delegation_ended,),
    PersonDeparted: (people.settle_departure,),
    ContactChanged: (contacts.tell_changed,),
}
