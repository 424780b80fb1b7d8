"""Children and young people."""

from services.api.graphql.child.case_changes import case_changes
from services.api.graphql.child.caseload import caseload
from services.api.graphql.child.close_casework import close_casework
from services.api.graphql.child.confirm_case_facts import confirm_case_facts
from services.api.graphql.child.end_family_relation import end_family_relation
from services.api.graphql.child.ladder import model_ladder
from services.api.graphql.child.move_case_to_version import move_case_to_version
from services.api.graphql.child.place_warnings import place_warnings
from services.api.graphql.child.query import child, children
from services.api.graphql.child.record_birth import record_birth
from services.api.graphql.child.record_death import record_death
from services.api.graphql.child.record_family_relation import record_family_relation
from services.api.graphql.child.record_information_given import record_information_given
from services.api.graphql.child.record_move_out import record_move_out
from services.api.graphql.child.record_protection import record_protection
from services.api.graphql.child.take_back_departure import take_back_departure

QUERIES = (children, child, caseload, model_ladder, case_changes, place_warnings)
MUTATIONS = (
    close_casework,
    move_case_to_version,
    confirm_case_facts,
    record_family_relation,
    end_family_relation,
    record_information_given,
    record_protection,
    record_birth,
    record_death,
    record_move_out,
    take_back_departure,
)
