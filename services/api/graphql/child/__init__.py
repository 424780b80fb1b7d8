"""Children and young people."""

from services.api.graphql.child.case_changes import case_changes
from services.api.graphql.child.close_casework import close_casework
from services.api.graphql.child.confirm_case_facts import confirm_case_facts
from services.api.graphql.child.move_case_to_version import move_case_to_version
from services.api.graphql.child.query import child, children

QUERIES = (children, child, case_changes)
MUTATIONS = (close_casework, move_case_to_version, confirm_case_facts)
