"""Whether a clause's condition holds for a case."""

from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.language import Condition


def holds(condition: Condition, case: CaseFacts, problem: ProblemFacts | None = None) -> bool:
    """True when all that is asked for is so. What is asked of a problem fails where there is none."""
    return (
        _of_child(condition, case) and _of_problem(condition, problem) and _of_facts(condition, case, problem)
    )


def _of_child(asked: Condition, case: CaseFacts) -> bool:
    if asked.unborn is not None and asked.unborn != (case.age is None):
        return False
    if asked.age_from is not None and (case.age is None or case.age < asked.age_from):
        return False
    if asked.age_below is not None and case.age is not None and case.age >= asked.age_below:
        return False
    if asked.active_case is not None and asked.active_case != case.active_case:
        return False
    return _of_place(asked, case) and _of_pregnancy(asked, case)


def _of_place(asked: Condition, case: CaseFacts) -> bool:
    if asked.stages and case.stage not in asked.stages:
        return False
    if asked.unit_kinds and case.unit_kind not in asked.unit_kinds:
        return False
    if asked.private is not None and asked.private != case.private:
        return False
    if asked.districts and case.district not in asked.districts:
        return False
    return case.stage not in asked.not_stages


def _of_pregnancy(asked: Condition, case: CaseFacts) -> bool:
    first, last, week = asked.pregnancy_from, asked.pregnancy_to, case.pregnancy_week
    if first is None and last is None:
        return True
    return week is not None and (first or 0) <= week and (last is None or week <= last)


def _of_problem(asked: Condition, problem: ProblemFacts | None) -> bool:
    if asked.tracks and (problem is None or problem.track not in asked.tracks):
        return False
    if asked.levels and (problem is None or problem.level not in asked.levels):
        return False
    return asked.family_related is None or (
        problem is not None and problem.family_related == asked.family_related
    )


def _of_facts(asked: Condition, case: CaseFacts, problem: ProblemFacts | None) -> bool:
    known = case.facts | (problem.facts if problem else frozenset())
    if not known.issuperset(asked.facts):
        return False
    if asked.facts_any and known.isdisjoint(asked.facts_any):
        return False
    # What must not be so of anything: where no one problem is asked about, all of them are.
    everywhere = known if problem else known.union(*(one.facts for one in case.problems))
    return everywhere.isdisjoint(asked.facts_none)
