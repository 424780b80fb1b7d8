"""Networks about a family."""

from services.api.graphql.network.adjust_network import adjust_network
from services.api.graphql.network.evaluate_network import evaluate_network
from services.api.graphql.network.form_network import form_network

QUERIES = ()
MUTATIONS = (form_network, adjust_network, evaluate_network)
