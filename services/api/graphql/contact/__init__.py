"""How the viewer is reached and wants to be told."""

from services.api.graphql.contact.change_contact_details import change_contact_details
from services.api.graphql.contact.choose_contact import choose_contact
from services.api.graphql.contact.query import contact_choice

QUERIES = (contact_choice,)
MUTATIONS = (choose_contact, change_contact_details)
