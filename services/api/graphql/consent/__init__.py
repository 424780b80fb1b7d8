"""Consents: asked for, given, declined, withdrawn."""

from services.api.graphql.consent.ask_consent import ask_consent
from services.api.graphql.consent.decline_consent import decline_consent
from services.api.graphql.consent.give_consent import give_consent
from services.api.graphql.consent.query import consents
from services.api.graphql.consent.withdraw_consent import withdraw_consent

QUERIES = (consents,)
MUTATIONS = (ask_consent, give_consent, decline_consent, withdraw_consent)
