"""Write an action plan with the family, and send it to the circle of a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from services.core.action_plan import store
from services.core.action_plan.events import ActionPlanSent
from services.core.action_plan.rules import case_document, case_documents
from services.core.action_plan.store import ActionPlanDetails, ActionPlanRow
from services.core.casework import store as caseworks
from services.core.casework.service import ensure_casework, load_case, load_case_of, require_part
from services.core.db.tx import WriteTx, new_id
from services.core.deadline.service import meet_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.tenancy.form_values import filled
from services.core.tenancy.service import model_version

SEND_PLAN = "send_plan"
"""The task of a deadline by which the adjusted plan is sent."""


@dataclass(frozen=True, slots=True)
class WritePlan:
    """Answers to fields of a document's form; others keep what they have. ``expected_version`` 0: nothing stands there.

    ``problem``: the one it is made for (None: as it was); whoever must not learn of that does not learn of the plan.
    ``complete``: all that the form asks for must be there; only then does a meeting that waits for it go on.
    """

    child: UUID
    document: str
    values: Mapping[str, str]
    expected_version: int
    complete: bool = False
    problem: UUID | None = None


async def write_plan(tx: WriteTx, command: WritePlan) -> ActionPlanRow:
    """Write in a plan. The family reads at once what it may read.

    Raises INVALID_INPUT for a document that the model does not have, CONFLICT when someone else was first.
    """
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    known = case_document(case.model, command.document)
    if known is None:
        names = ", ".join(one.key for one in case_documents(case.model))
        raise invalid("action_plan.unknown", "input", "document", known=names)
    case.facts_asked(command.problem)
    dossier = (await ensure_casework(tx, case)).dossier_id
    written = next(
        (row for row in await store.plans_of(tx, dossier) if row.document_key == command.document), None
    )
    if (written.version if written else 0) != command.expected_version:
        raise conflict()
    version = written.model_version_id if written else case.model_version
    form = (await model_version(tx, version)).model.form(written.form_key if written else known.form)
    kept = await store.values(tx, written) if written else {}
    details = ActionPlanDetails(
        filled(form, kept, command.values, language=tx.actor.language, complete=command.complete)
    )
    plan = written.id if written else new_id()
    sealed = await tx.seal(SealLabel.ACTION_PLAN, dossier, plan, details)
    if written is None:
        await tx.run(
            store.INSERT_PLAN,
            id=plan,
            dossier_id=dossier,
            document_key=command.document,
            form_key=form.key,
            model_version_id=version,
            written_by=actor,
            complete=command.complete,
            problem_id=command.problem,
            sealed=sealed,
        )
    else:
        await tx.run_versioned(
            store.ADJUST_PLAN,
            id=plan,
            written_by=actor,
            complete=command.complete,
            problem_id=command.problem,
            sealed=sealed,
            expected_version=command.expected_version,
        )
    await caseworks.touch(tx, dossier)
    return await store.plan(tx, plan)


async def send_plan(tx: WriteTx, plan_id: UUID, meeting_id: UUID, expected_version: int) -> ActionPlanRow:
    """Send the plan as it stands to the circle of a meeting; the deadline for that is met (RI-24).

    Raises RULE_BLOCKED while it is not complete, CONFLICT for an old version, NOT_FOUND for a foreign meeting.
    """
    row = await store.plan(tx, plan_id)
    await require_part(tx, await load_case_of(tx, row.dossier_id))
    if row.version != expected_version:
        raise conflict()
    if row.completed_at is None:
        raise UserError(ErrorCode.RULE_BLOCKED, "action_plan.not_complete")
    await tx.run_versioned(store.SEND_PLAN, id=row.id, expected_version=expected_version)
    await meet_deadlines(tx, meeting=meeting_id, task=SEND_PLAN)
    tx.emit(ActionPlanSent(row.dossier_id, row.id, meeting_id, row.version + 1))
    return await store.plan(tx, row.id)
