"""Meetings of professionals about nobody named, a group or all children of a place."""

from services.api.graphql.consultation.add_consultation_item import add_consultation_item
from services.api.graphql.consultation.agree_at_consultation import agree_at_consultation
from services.api.graphql.consultation.answer_consultations import answer_consultations
from services.api.graphql.consultation.ask_for_time import ask_for_time
from services.api.graphql.consultation.call_consultation import call_consultation
from services.api.graphql.consultation.cancel_consultation import cancel_consultation
from services.api.graphql.consultation.conclude_consultation import conclude_consultation
from services.api.graphql.consultation.fill_consultation_form import fill_consultation_form
from services.api.graphql.consultation.hold_consultation import hold_consultation
from services.api.graphql.consultation.invite_to_consultations import invite_to_consultations
from services.api.graphql.consultation.move_consultation import move_consultation
from services.api.graphql.consultation.plan import consultation_plan, consultation_types
from services.api.graphql.consultation.query import consultation, consultations, consultations_ahead
from services.api.graphql.consultation.several import consultation_invitations, consultations_led
from services.api.graphql.consultation.withdraw_from_consultations import withdraw_from_consultations

QUERIES = (
    consultations,
    consultations_ahead,
    consultations_led,
    consultation_invitations,
    consultation,
    consultation_types,
    consultation_plan,
)
MUTATIONS = (
    call_consultation,
    add_consultation_item,
    ask_for_time,
    move_consultation,
    cancel_consultation,
    hold_consultation,
    fill_consultation_form,
    agree_at_consultation,
    conclude_consultation,
    invite_to_consultations,
    withdraw_from_consultations,
    answer_consultations,
)
