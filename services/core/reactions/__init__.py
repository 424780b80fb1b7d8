"""The one table of what follows from what, across nouns, in the same transaction.

A noun's service says what happened; who must be told and what must be undone stands here and nowhere else.
A test holds that every event type is in the table (closed world).
"""

from typing import Final

from services.core.casework.events import CaseworkClosed
from services.core.consent.events import ConsentAsked, ConsentDeclined, ConsentGiven, ConsentWithdrawn
from services.core.db.database import Reactions
from services.core.meeting.events import (
    AgendaItemAdded,
    AgendaSent,
    InvitationAnswered,
    MeetingCalled,
    MeetingCancelled,
    MeetingConcluded,
    MeetingHeld,
    MeetingMoved,
)
from services.core.problem.events import (
    CoordinatorChanged,
    CoordinatorOffered,
    FactsConfirmed,
    LevelMoved,
)
from services.core.reactions import caseworks, consents, meetings, problems, underretninger
from services.core.underretning.events import UnderretningRecorded

REACTIONS: Final[Reactions] = {
    MeetingCalled: (meetings.invite, meetings.remind),
    MeetingMoved: (meetings.tell_moved, meetings.remind),
    MeetingCancelled: (meetings.tell_cancelled,),
    AgendaSent: (meetings.tell_agenda,),
    AgendaItemAdded: (meetings.tell_item_added,),
    InvitationAnswered: (meetings.tell_answered,),
    MeetingHeld: (),
    MeetingConcluded: (meetings.tell_concluded,),
    ConsentAsked: (consents.tell_asked,),
    ConsentGiven: (consents.tell_answered, consents.invite_who_waited),
    ConsentDeclined: (consents.tell_answered,),
    ConsentWithdrawn: (consents.stop_what_rested, consents.tell_withdrawn),
    LevelMoved: (problems.reassess_in_time,),
    FactsConfirmed: (problems.reassess_in_time,),
    CoordinatorOffered: (problems.tell_offered,),
    CoordinatorChanged: (problems.tell_changed,),
    UnderretningRecorded: (underretninger.tell_recorded,),
    CaseworkClosed: (caseworks.begin_retention,),
}
