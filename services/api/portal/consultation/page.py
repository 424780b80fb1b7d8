"""One meeting about nobody named, from one page: points, held, form, agreements, outcome."""

from collections.abc import Sequence
from typing import Final

from services.api.portal.forms import REQUIRED, Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page

VALUE: Final = "value-"
"""What the fields of the form begin with; the rest is the key of the model's form field."""


def _this(ids: Ids, fields: Fields) -> Input:
    return {"consultationId": ids["id"], "expectedVersion": fields.number("expectedVersion")}


def _kept(fields: Fields) -> Input:
    return {"keepReason": fields.text("keepReason", required=False)}


def _item(ids: Ids, fields: Fields) -> Input:
    return {"consultationId": ids["id"], "text": fields.text("text"), **_kept(fields)}


def _move(ids: Ids, fields: Fields) -> Input:
    return {**_this(ids, fields), "startsAt": fields.moment("startsAt")}


def _cancel(ids: Ids, fields: Fields) -> Input:
    return {**_this(ids, fields), "reason": fields.text("reason"), **_kept(fields)}


def _hold(ids: Ids, fields: Fields) -> Input:
    return {**_this(ids, fields), "attended": fields.many("attended")}


def _form(ids: Ids, fields: Fields) -> Input:
    values = [
        {"key": name.removeprefix(VALUE), "value": fields.text(name, required=False) or ""}
        for name in fields.values
        if name.startswith(VALUE)
    ]
    return {**_this(ids, fields), "values": values, "complete": fields.flag("complete"), **_kept(fields)}


def _form_field(path: Sequence[str], _: Input) -> str:
    return VALUE + path[1] if len(path) > 1 and path[0] == "values" else path[0]


def _agree(ids: Ids, fields: Fields) -> Input:
    return {
        "consultationId": ids["id"],
        "what": fields.text("what"),
        "responsibleParticipantId": fields.text("responsibleParticipantId"),
        "dueOn": fields.day("dueOn", required=False),
        **_kept(fields),
    }


def _conclude(ids: Ids, fields: Fields) -> Input:
    outcome = fields.text("outcome", required=False)
    if outcome is None:
        fields.refuse("outcome", REQUIRED)
    return {
        **_this(ids, fields),
        "outcome": outcome,
        "reason": fields.text("reason", required=False),
        "facts": fields.many("facts") if fields.flag("asksFacts") else None,
        **_kept(fields),
    }


PAGE = Page(
    name="consultation",
    path="/consultations/{id:str}",
    query="ConsultationPage",
    audience=STAFF,
    actions=(
        Action("item", "AddConsultationItem", _item, done="agenda-added"),
        Action("move", "MoveConsultation", _move, done="meeting-moved"),
        Action("cancel", "CancelConsultation", _cancel, done="meeting-cancelled"),
        Action("hold", "HoldConsultation", _hold, done="meeting-held"),
        Action("form", "FillConsultationForm", _form, done="form-filled", locate=_form_field),
        Action("agree", "AgreeAtConsultation", _agree, done="agreement-made"),
        Action("conclude", "ConcludeConsultation", _conclude, done="meeting-concluded"),
    ),
)
