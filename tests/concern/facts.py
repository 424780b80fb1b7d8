"""What is known of a problem that is there."""

from uuid import UUID

from services.core.casework.service import Case
from services.core.tenancy.facts import ProblemFacts


def known_of(case: Case, problem: UUID) -> ProblemFacts:
    """The facts of one of the case's problems."""
    found = case.facts_of(problem)
    assert found is not None
    return found
