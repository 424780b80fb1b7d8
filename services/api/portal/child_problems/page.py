"""A child's problems: level, thread and what is confirmed of each, and what can come next with its reasons."""

from services.api.portal.child.page import part_of_case
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _open_problem(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "track": fields.text("track"),
        "title": fields.text("title"),
        "description": fields.text("description", required=False),
        "level": fields.number("level", required=False),
        "reason": fields.text("reason", required=False),
    }


def _problem(fields: Fields) -> Input:
    return {"problemId": fields.text("problemId"), "expectedVersion": fields.number("expectedVersion")}


def _move_level(_: Ids, fields: Fields) -> Input:
    return {
        **_problem(fields),
        "toLevel": fields.number("toLevel"),
        "reason": fields.text("reason", required=False),
        "leaderInvolved": "leader" in fields.many("involved"),
        "parentsInvolved": "parents" in fields.many("involved"),
        "nextCoordinatorId": fields.text("nextCoordinatorId", required=False),
        "nextCoordinatorPlace": fields.text("nextCoordinatorPlace", required=False),
    }


def _facts(fields: Fields) -> Input:
    """What is ticked, the day of what is ticked anew, and the days of what was confirmed before."""
    facts = fields.many("facts")
    days = {fact: fields.day(f"day-{fact}", required=False) for fact in facts}
    return {
        "facts": facts,
        "days": [{"fact": fact, "on": day} for fact, day in days.items() if day],
        "on": fields.day("on", required=False),
    }


def _confirm_case_facts(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "expectedVersion": fields.number("expectedVersion"),
        **_facts(fields),
    }


def _confirm_facts(_: Ids, fields: Fields) -> Input:
    return {
        **_problem(fields),
        **_facts(fields),
        "discussed": [int(level) for level in fields.many("discussed") if level.isdecimal()],
        "familyRelated": fields.flag("familyRelated"),
    }


def _close_problem(_: Ids, fields: Fields) -> Input:
    return _problem(fields)


def _thread(fields: Fields) -> Input:
    return {
        "problemId": fields.text("problemId"),
        "place": fields.values.get("place", [""])[-1],
        "expectedVersion": fields.number("expectedVersion"),
    }


def _offer_coordinator(_: Ids, fields: Fields) -> Input:
    return {**_thread(fields), "personId": fields.text("personId")}


def _answer_coordinator(_: Ids, fields: Fields) -> Input:
    return _thread(fields)


PAGE = Page(
    name="child_problems",
    path="/children/{id:str}/problems",
    query="ChildProblems",
    audience=STAFF,
    context=part_of_case,
    actions=(
        Action("open-problem", "OpenProblem", _open_problem, done="problem-opened"),
        Action("move-level", "MoveLevel", _move_level, done="level-moved"),
        Action("confirm-facts", "ConfirmFacts", _confirm_facts, done="facts-confirmed"),
        Action("confirm-case-facts", "ConfirmCaseFacts", _confirm_case_facts, done="facts-confirmed"),
        Action("offer-coordinator", "OfferCoordinator", _offer_coordinator, done="coordinator-offered"),
        Action("accept-coordinator", "AcceptCoordinator", _answer_coordinator, done="coordinator-accepted"),
        Action(
            "decline-coordinator",
            "DeclineCoordinator",
            _answer_coordinator,
            done="coordinator-declined",
            then="/",
        ),
        Action("close-problem", "CloseProblem", _close_problem, done="problem-closed"),
    ),
)
