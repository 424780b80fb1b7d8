"""Professionals, and the units they work in."""

from services.api.graphql.people.query import staff

QUERIES = (staff,)
MUTATIONS = ()
