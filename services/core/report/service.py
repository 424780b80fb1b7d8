"""Tell something upwards, and answer it (SL-32).

Any professional can tell that legislation or structure stands in the way. Never about a child: what looks like a CPR
number is refused, and a name of a child whom the writer knows is kept only for a reason (``meeting.nobody``). That is why
a report has no dossier and may be read by those who see no child.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day
from services.core.casework.rules import may_report
from services.core.db.tx import WriteTx, new_id
from services.core.deadline.silence import awaited
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity
from services.core.meeting.nobody import require_nobody_named
from services.core.report import store
from services.core.report.store import ReportRow
from services.core.tenancy.form_values import filled
from services.core.tenancy.forms import Field, FieldKind, Form
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require
from services.core.tenancy.service import current_model
from services.core.tenancy.supports import UpwardReport

_PROFESSIONALS = frozenset({Capacity.PROFESSIONAL, Capacity.LEADER, Capacity.ADVISER})
_FREE = Field(
    key="text",
    label=Text("Hvad vil du fortælle?", "What do you want to tell?"),
    kind=FieldKind.LONG_TEXT,
    required=True,
)


@dataclass(frozen=True, slots=True)
class ReportUpward:
    """What is told: the model's kind, its form's fields, and why a word that is a child's name may stand."""

    report: str
    values: Mapping[str, str]
    keep_reason: str = ""


def report_of(model: Model, key: str) -> UpwardReport:
    """The kind of report with this key; INVALID_INPUT for one that the model does not have."""
    found = next((one for one in model.reports if one.key == key), None)
    if found is None:
        raise invalid("report.unknown_kind", "input", "report")
    return found


def form_of(model: Model, report: UpwardReport) -> Form:
    """The form it is written in; one free field where the model names none."""
    return model.form(report.form) if report.form else Form(key="", name=report.name, fields=(_FREE,))


async def report_upward(tx: WriteTx, command: ReportUpward) -> ReportRow:
    """Tell something upwards.

    FORBIDDEN for who is no professional; INVALID_INPUT for a field that is missing or names a child; RULE_BLOCKED as the
    model has it.
    """
    version = await current_model(tx)
    kind = report_of(version.model, command.report)
    if tx.actor.capacity not in _PROFESSIONALS:
        raise UserError(ErrorCode.FORBIDDEN)
    form = form_of(version.model, kind)
    values = filled(form, {}, command.values, language=tx.actor.language, complete=True)
    written = [(("input", "values", key), text) for key, text in values.items()]
    await require_nobody_named(tx, written, keep=command.keep_reason, rule=kind.rule)
    require(may_report(version.model, kind.key, professional=True, names_child=False, now=tx.now))
    report = new_id()
    asked = awaited(version.model, "report", local_day(tx.now), tx.now)
    await tx.run(
        store.INSERT,
        id=report,
        report=kind.key,
        model_version_id=version.id,
        written_by=tx.actor.known_person,
        addressed=[keeper.value for keeper in kind.keepers],
        content=msgspec.json.encode(values).decode(),
        kept_reason=command.keep_reason.strip(),
        next_at=min((*asked.remind_at, asked.due_at)) if asked else None,
    )
    return await store.report(tx, report)


async def answer_report(
    tx: WriteTx, report_id: UUID, answer: str, expected_version: int, keep_reason: str = ""
) -> ReportRow:
    """Those it is addressed to answer, once; the writer reads it. The answer is about no child either."""
    row = await store.report(tx, report_id)
    if tx.actor.capacity.value not in row.addressed:
        raise UserError(ErrorCode.FORBIDDEN, "report.not_addressed")
    if row.version != expected_version:
        raise conflict()
    if row.status == "answered":
        raise UserError(ErrorCode.RULE_BLOCKED, "report.answered_already")
    if not answer.strip():
        raise invalid("report.answer_missing", "input", "answer")
    await require_nobody_named(tx, [(("input", "answer"), answer)], keep=keep_reason)
    await tx.run_versioned(
        store.ANSWER,
        id=row.id,
        answer=answer.strip(),
        answered_by=tx.actor.known_person,
        expected_version=expected_version,
    )
    return await store.report(tx, row.id)
