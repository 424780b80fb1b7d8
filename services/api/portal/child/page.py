"""A child as a professional sees it: levels per track, problems and next steps, meetings, agreements, access."""

from services.api.portal.child.people import ACTIONS as PEOPLE
from services.api.portal.child.work import ACTIONS as WORK
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


def settle_deadline(_: Ids, fields: Fields) -> Input:
    """Which deadline was met and when; no day: today."""
    return {
        "deadlineId": fields.text("deadlineId"),
        "expectedVersion": fields.number("expectedVersion"),
        "doneOn": fields.day("doneOn", required=False),
    }


def _confirm_facts(_: Ids, fields: Fields) -> Input:
    return {
        **_problem(fields),
        **_facts(fields),
        "discussed": [int(level) for level in fields.many("discussed") if level.isdecimal()],
        "familyRelated": fields.flag("familyRelated"),
    }


def _record_underretning(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "text": fields.text("text"),
        "problemId": fields.text("problemId", required=False),
        "bypass": fields.text("bypass", required=False),
        "readerId": fields.text("readerId", required=False),
        "send": fields.flag("send"),
    }


def _close_problem(_: Ids, fields: Fields) -> Input:
    return _problem(fields)


def close_agreement(_: Ids, fields: Fields) -> Input:
    """Which agreement ends, and whether it was done or dropped: the button that was pressed."""
    return {
        "agreementId": fields.text("agreementId"),
        "status": fields.text("status"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _ask_consent(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "purpose": fields.text("purpose")}


def _close(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "expectedVersion": fields.number("expectedVersion")}


PAGE = Page(
    name="child",
    path="/children/{id:str}",
    query="ChildPage",
    audience=STAFF,
    actions=(
        Action("open-problem", "OpenProblem", _open_problem, done="problem-opened"),
        Action("move-level", "MoveLevel", _move_level, done="level-moved"),
        Action("confirm-facts", "ConfirmFacts", _confirm_facts, done="facts-confirmed"),
        Action("confirm-case-facts", "ConfirmCaseFacts", _confirm_case_facts, done="facts-confirmed"),
        Action("settle-deadline", "SettleDeadline", settle_deadline, done="deadline-settled"),
        Action(
            "record-underretning", "RecordUnderretning", _record_underretning, done="underretning-recorded"
        ),
        *WORK,
        *PEOPLE,
        Action("close-problem", "CloseProblem", _close_problem, done="problem-closed"),
        Action("close-agreement", "CloseAgreement", close_agreement, done="agreement-closed"),
        Action("ask-consent", "AskConsent", _ask_consent, done="consent-asked"),
        Action("close", "CloseCasework", _close, done="casework-closed"),
    ),
)
