"""What is done for a child beside the meetings: processes with a clock, measures, conversations with the child alone."""

from services.api.portal.child.page import ask_consent, part_of_case
from services.api.portal.drafts.keeping import Keeping
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _begin_process(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "process": fields.text("process"),
        "problemId": fields.text("problemId", required=False),
        "knownOn": fields.day("knownOn", required=False),
        "reason": fields.text("reason", required=False),
        "familyTold": fields.flag("familyTold"),
    }


def _record_process(_: Ids, fields: Fields) -> Input:
    return {
        "processId": fields.text("processId"),
        "covered": [int(number) for number in fields.many("covered") if number.isdecimal()],
        "findings": fields.text("findings", required=False) or "",
        "preliminary": fields.text("preliminary", required=False),
        "knownOn": fields.day("knownOn", required=False),
        "familyTold": True if fields.flag("familyTold") else None,
        "conclude": fields.flag("conclude"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _decide_measure(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "measure": fields.text("measure"),
        "what": fields.text("what"),
        "problemId": fields.text("problemId", required=False),
        "decidedOn": fields.day("decidedOn", required=False),
        "withFamily": fields.flag("withFamily"),
    }


def _start_measure(_: Ids, fields: Fields) -> Input:
    said = fields.many("said")
    return {
        "measureId": fields.text("measureId"),
        "cooperates": "cooperates" in said,
        "withFamily": "with_family" in said,
        "startedOn": fields.day("startedOn", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _end_measure(_: Ids, fields: Fields) -> Input:
    return {
        "measureId": fields.text("measureId"),
        "reason": fields.text("reason", required=False),
        "endedOn": fields.day("endedOn", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _record_conversation(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "problemId": fields.text("problemId", required=False),
        "heldAt": fields.moment("heldAt"),
        "text": fields.text("text"),
        "present": fields.text("present", required=False),
        "supportPersonOffered": fields.flag("supportPersonOffered"),
    }


def _pass_on_conversation(_: Ids, fields: Fields) -> Input:
    return {
        "conversationId": fields.text("conversationId"),
        "text": fields.text("text"),
        "expectedVersion": fields.number("expectedVersion"),
    }


PAGE = Page(
    name="child_work",
    path="/children/{id:str}/work",
    query="ChildWork",
    audience=STAFF,
    keeps=Keeping("CHILD"),
    context=part_of_case,
    actions=(
        Action("begin-process", "BeginProcess", _begin_process, done="process-begun"),
        Action("record-process", "RecordProcess", _record_process, done="process-recorded"),
        Action("decide-measure", "DecideMeasure", _decide_measure, done="measure-decided"),
        Action("start-measure", "StartMeasure", _start_measure, done="measure-started"),
        Action("end-measure", "EndMeasure", _end_measure, done="measure-ended"),
        Action("ask-consent", "AskConsent", ask_consent, done="consent-asked"),
        Action(
            "record-conversation", "RecordConversation", _record_conversation, done="conversation-recorded"
        ),
        Action(
            "pass-on-conversation",
            "PassOnConversation",
            _pass_on_conversation,
            done="conversation-passed-on",
        ),
    ),
)
