"""Running a meeting from one page: answers, agenda, held, form, perspectives, agreements, outcome."""

from collections.abc import Sequence
from typing import Final

from services.api.portal.child.page import close_agreement, settle_deadline
from services.api.portal.child_family.page import end_relation, relation, where
from services.api.portal.drafts.keeping import Keeping
from services.api.portal.family_meeting.page import answer
from services.api.portal.forms import REQUIRED, Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page
from services.api.portal.staff_meeting import ending

VALUE: Final = "value-"
"""What the fields of a meeting's form begin with; the rest is the key of the model's form field."""


def _meeting(ids: Ids, fields: Fields) -> Input:
    return {"meetingId": ids["id"], "expectedVersion": fields.number("expectedVersion")}


def _agenda_item(ids: Ids, fields: Fields) -> Input:
    return {"meetingId": ids["id"], "text": fields.text("text")}


def _send_agenda(ids: Ids, fields: Fields) -> Input:
    return {**_meeting(ids, fields), "reason": fields.text("reason", required=False)}


def _settle_suggestion(_: Ids, fields: Fields) -> Input:
    return {
        "suggestionId": fields.text("suggestionId"),
        "expectedVersion": fields.number("expectedVersion"),
        "followed": fields.flag("followed"),
        "answer": fields.text("answer", required=False),
    }


def _heard(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "participantId": fields.text("participantId"),
        "how": fields.text("how"),
    }


def _withdraw(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "participantId": fields.text("participantId"),
        "reason": fields.text("reason"),
    }


def _companion(ids: Ids, fields: Fields) -> Input:
    said = relation({"id": fields.text("childId") or ""}, fields)
    return {**said, "meetingId": ids["id"]}


def _video(ids: Ids, fields: Fields) -> Input:
    return {"meetingId": ids["id"], "videoUrl": fields.text("videoUrl", required=False)}


def _chair(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "chairId": fields.text("chairId"),
        "agreedOn": fields.day("agreedOn", required=False),
        "reason": fields.text("reason", required=False),
    }


def _ready(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "documents": fields.many("documents"),
        "prepared": fields.many("prepared"),
    }


def _move(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "startsAt": fields.moment("startsAt"),
        "reason": fields.text("reason", required=False),
        "together": fields.flag("together"),
    }


def _cancel(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "reason": fields.text("reason"),
        "together": fields.flag("together"),
    }


def _restore(ids: Ids, fields: Fields) -> Input:
    return {**_meeting(ids, fields), "role": fields.text("role"), "name": fields.text("name", required=False)}


def _hold(ids: Ids, fields: Fields) -> Input:
    return {
        **_meeting(ids, fields),
        "attended": fields.many("attended"),
        "documents": fields.many("documents"),
        "prepared": fields.many("prepared"),
        "reason": fields.text("reason", required=False),
    }


def _form(ids: Ids, fields: Fields) -> Input:
    values = [
        {"key": name.removeprefix(VALUE), "value": fields.text(name, required=False) or ""}
        for name in fields.values
        if name.startswith(VALUE)
    ]
    return {**_meeting(ids, fields), "values": values, "complete": fields.flag("complete")}


def _restore_form(ids: Ids, fields: Fields) -> Input:
    return {**_meeting(ids, fields), "version": fields.number("version")}


def _take_back_agreement(_: Ids, fields: Fields) -> Input:
    return {"agreementId": fields.text("agreementId"), "expectedVersion": fields.number("expectedVersion")}


def _take_back_item(ids: Ids, fields: Fields) -> Input:
    return {"meetingId": ids["id"], "itemId": fields.text("itemId")}


def _unsettle(_: Ids, fields: Fields) -> Input:
    return {"deadlineId": fields.text("deadlineId"), "expectedVersion": fields.number("expectedVersion")}


def _form_field(path: Sequence[str], _: Input) -> str:
    return VALUE + path[1] if len(path) > 1 and path[0] == "values" else path[0]


def _perspective(ids: Ids, fields: Fields) -> Input:
    obtained = fields.text("obtained")
    return {
        "meetingId": ids["id"],
        "whose": fields.text("whose"),
        "obtained": obtained == "yes",
        "how": fields.text("how", required=False),
        "text": fields.text("text", required=obtained == "yes"),
        "attempts": fields.text("attempts", required=obtained == "no"),
        "forParents": fields.flag("forParents"),
    }


def _agreement(ids: Ids, fields: Fields) -> Input:
    return {
        "meetingId": ids["id"],
        "what": fields.text("what"),
        "responsibleParticipantId": fields.text("responsibleParticipantId"),
        "dueOn": fields.day("dueOn", required=False),
        "closeToChild": fields.flag("closeToChild"),
    }


def _conclude(ids: Ids, fields: Fields) -> Input:
    outcome = fields.text("outcome", required=False)
    if outcome is None:
        fields.refuse("outcome", REQUIRED)
    return {
        **_meeting(ids, fields),
        "outcome": outcome,
        "reason": fields.text("reason", required=False),
        "followUpStartsAt": _follow_up(fields),
    }


def _follow_up(fields: Fields) -> str | None:
    """The time that is written, else one of the days that were proposed, or none.

    A choice stands ticked from the start: what somebody writes is never dropped for it.
    """
    if written := fields.moment("followUpStartsAt", required=False):
        return written
    chosen = fields.text("followUp", required=False) or "other"
    return None if chosen in ("none", "other") else chosen


def _share(_: Ids, fields: Fields) -> Input:
    kind, _sep, record = (fields.text("recordId") or "").partition(":")
    ground, _sep, key = (fields.text("consentPurpose") or "").partition(":")
    return {
        "participantId": fields.text("participantId"),
        "kind": kind,
        "recordId": record,
        "reason": fields.text("reason"),
        "until": fields.day("until"),
        "consentPurpose": key if ground == "consent" else None,
        "law": key if ground == "law" else None,
        "specialReason": fields.text("specialReason", required=False),
    }


def _withdraw_share(_: Ids, fields: Fields) -> Input:
    return {"shareId": fields.text("shareId"), "expectedVersion": fields.number("expectedVersion")}


PAGE = Page(
    name="staff_meeting",
    path="/meetings/{id:str}",
    query="StaffMeeting",
    audience=STAFF,
    keeps=Keeping("MEETING"),
    context=lambda _: {"ending": ending},
    actions=(
        Action("my-answer", "AnswerAsProfessional", answer, done="answered"),
        Action("agenda", "AddAgendaItem", _agenda_item, done="agenda-added", part="agenda"),
        Action("send-agenda", "SendAgenda", _send_agenda, done="agenda-sent", part="agenda"),
        Action("settle-suggestion", "SettleSuggestion", _settle_suggestion, done="suggestion-settled"),
        Action("heard", "RecordHeard", _heard, done="heard-recorded"),
        Action("withdraw", "WithdrawInvitation", _withdraw, done="withdrawn"),
        Action("video", "SetVideoLink", _video, done="video-set"),
        Action("chair", "AgreeChair", _chair, done="chair-agreed"),
        Action("companion", "RecordFamilyRelation", _companion, done="companion-recorded", locate=where),
        Action("end-companion", "EndFamilyRelation", end_relation, done="companion-ended"),
        Action("ready", "NoteReady", _ready, done="ready-noted"),
        Action("move", "MoveMeeting", _move, done="meeting-moved"),
        Action("cancel", "CancelMeeting", _cancel, done="meeting-cancelled"),
        Action("restore", "InviteParticipant", _restore, done="invited"),
        Action("hold", "HoldMeeting", _hold, done="meeting-held", part="agenda"),
        Action("form", "FillForm", _form, done="form-filled", locate=_form_field, part="form"),
        Action("restore-form", "RestoreForm", _restore_form, done="form-restored", part="form"),
        Action(
            "take-back-item", "TakeBackAgendaItem", _take_back_item, done="item-taken-back", part="agenda"
        ),
        Action(
            "take-back-agreement",
            "TakeBackAgreement",
            _take_back_agreement,
            done="agreement-taken-back",
            part="agreements",
        ),
        Action(
            "perspective", "RecordPerspective", _perspective, done="perspective-recorded", part="perspectives"
        ),
        Action("agreement", "MakeAgreement", _agreement, done="agreement-made", part="agreements"),
        Action(
            "close-agreement", "EndAgreement", close_agreement, done="agreement-closed", part="agreements"
        ),
        Action("conclude", "ConcludeMeeting", _conclude, done="meeting-concluded", part="outcome"),
        Action(
            "settle-deadline", "SettleDeadline", settle_deadline, done="deadline-settled", part="deadlines"
        ),
        Action(
            "unsettle-deadline", "UnsettleDeadline", _unsettle, done="deadline-unsettled", part="deadlines"
        ),
        Action("share", "ShareRecord", _share, done="record-shared"),
        Action("withdraw-share", "WithdrawShare", _withdraw_share, done="share-withdrawn"),
    ),
)
