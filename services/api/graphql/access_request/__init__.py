"""Requests for access and for correction."""

from services.api.graphql.access_request.answer_access_request import answer_access_request
from services.api.graphql.access_request.ask_for_access import ask_for_access
from services.api.graphql.access_request.extend_access_request import extend_access_request
from services.api.graphql.access_request.query import access_request, access_requests

QUERIES = (access_requests, access_request)
MUTATIONS = (ask_for_access, extend_access_request, answer_access_request)
