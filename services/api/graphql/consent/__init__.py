"""Consents: asked for, given, declined, withdrawn, recorded, found invalid; and what rests on them."""

from services.api.graphql.consent.ask_consent import ask_consent
from services.api.graphql.consent.decline_consent import decline_consent
from services.api.graphql.consent.give_consent import give_consent
from services.api.graphql.consent.inform import inform
from services.api.graphql.consent.invalidate_consent import invalidate_consent
from services.api.graphql.consent.query import consent_document, consents
from services.api.graphql.consent.record_consent import record_consent
from services.api.graphql.consent.withdraw_consent import withdraw_consent

QUERIES = (consents, consent_document)
MUTATIONS = (
    ask_consent,
    give_consent,
    decline_consent,
    withdraw_consent,
    record_consent,
    invalidate_consent,
    inform,
)
