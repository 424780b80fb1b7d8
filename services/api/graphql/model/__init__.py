"""The municipality's model: its versions for administrators, and what of it stands in answers."""

from services.api.graphql.model.approve_version import approve_version
from services.api.graphql.model.propose_model import propose_model
from services.api.graphql.model.query import (
    model_changes,
    model_document,
    model_version,
    model_versions,
)
from services.api.graphql.model.reject_version import reject_version
from services.api.graphql.model.withdraw_version import withdraw_version

QUERIES = (model_versions, model_version, model_changes, model_document)
MUTATIONS = (propose_model, approve_version, reject_version, withdraw_version)
