"""Imports from the municipality's own systems, for administrators."""

from services.api.graphql.intake.apply_intake import apply_intake
from services.api.graphql.intake.begin_intake import begin_intake
from services.api.graphql.intake.cancel_intake import cancel_intake
from services.api.graphql.intake.check_intake import check_intake
from services.api.graphql.intake.import_file import import_file
from services.api.graphql.intake.query import intake, intake_columns, intakes
from services.api.graphql.intake.tell_intake import tell_intake

QUERIES = (intakes, intake, intake_columns)
MUTATIONS = (import_file, begin_intake, tell_intake, check_intake, apply_intake, cancel_intake)
