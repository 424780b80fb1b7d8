"""Meetings, from call to conclusion."""

from services.api.graphql.meeting.add_agenda_item import add_agenda_item
from services.api.graphql.meeting.agree_chair import agree_chair
from services.api.graphql.meeting.answer_invitation import answer_invitation
from services.api.graphql.meeting.bring_companion import bring_companion
from services.api.graphql.meeting.call_meeting import call_meeting
from services.api.graphql.meeting.cancel_meeting import cancel_meeting
from services.api.graphql.meeting.choose_readers import choose_readers
from services.api.graphql.meeting.close_agreement import close_agreement
from services.api.graphql.meeting.conclude_meeting import conclude_meeting
from services.api.graphql.meeting.fill_form import fill_form
from services.api.graphql.meeting.hold_meeting import hold_meeting
from services.api.graphql.meeting.invite_participant import invite_participant
from services.api.graphql.meeting.make_agreement import make_agreement
from services.api.graphql.meeting.move_meeting import move_meeting
from services.api.graphql.meeting.note_ready import note_ready
from services.api.graphql.meeting.option import meeting_types
from services.api.graphql.meeting.perspective_drawing import perspective_drawing
from services.api.graphql.meeting.plan import meeting_plan
from services.api.graphql.meeting.query import meeting, meetings
from services.api.graphql.meeting.record_heard import record_heard
from services.api.graphql.meeting.record_perspective import record_perspective
from services.api.graphql.meeting.restore_form import restore_form
from services.api.graphql.meeting.say_done import say_done
from services.api.graphql.meeting.say_heard import say_heard
from services.api.graphql.meeting.say_not_done import say_not_done
from services.api.graphql.meeting.send_agenda import send_agenda
from services.api.graphql.meeting.set_video_link import set_video_link
from services.api.graphql.meeting.settle_suggestion import settle_suggestion
from services.api.graphql.meeting.suggest_participant import suggest_participant
from services.api.graphql.meeting.take_back_agenda_item import take_back_agenda_item
from services.api.graphql.meeting.take_back_agreement import take_back_agreement
from services.api.graphql.meeting.take_back_perspective import take_back_perspective
from services.api.graphql.meeting.withdraw_companion import withdraw_companion
from services.api.graphql.meeting.withdraw_invitation import withdraw_invitation

QUERIES = (meetings, meeting, meeting_types, meeting_plan, perspective_drawing)
MUTATIONS = (
    call_meeting,
    answer_invitation,
    add_agenda_item,
    suggest_participant,
    settle_suggestion,
    say_heard,
    record_heard,
    invite_participant,
    withdraw_invitation,
    agree_chair,
    choose_readers,
    note_ready,
    send_agenda,
    move_meeting,
    cancel_meeting,
    hold_meeting,
    fill_form,
    record_perspective,
    take_back_perspective,
    set_video_link,
    make_agreement,
    close_agreement,
    bring_companion,
    withdraw_companion,
    say_done,
    say_not_done,
    restore_form,
    take_back_agreement,
    take_back_agenda_item,
    conclude_meeting,
)
