"""The statutory notification of concern."""

from services.api.graphql.underretning.query import underretning, underretninger
from services.api.graphql.underretning.read_underretning import read_underretning
from services.api.graphql.underretning.record_underretning import record_underretning
from services.api.graphql.underretning.send_underretning import send_underretning
from services.api.graphql.underretning.settle_underretning import settle_underretning

QUERIES = (underretning, underretninger)
MUTATIONS = (record_underretning, read_underretning, send_underretning, settle_underretning)
