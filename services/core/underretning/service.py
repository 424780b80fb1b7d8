"""Write, read and send an underretning.

The duty is personal and statutory (barnets lov §133, §135). Nothing here asks for a level, a meeting, a consent, a
version or another person first, and nothing may be added that does: sending looks at the row alone (RA-20, RA-22).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import Case, ensure_casework, load_case, require_caseworker
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.service import (
    NewDeadline,
    deadlines_of_underretning,
    meet_deadlines,
    plan_deadlines,
)
from services.core.deadline.store import DeadlineRow
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.person import colleagues
from services.core.problem import store as problems
from services.core.problem.receipt import after_receipt
from services.core.process.rules import may_begin
from services.core.process.service import Beginning, begin_decided
from services.core.tenancy.ladder import Bypass
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require
from services.core.tenancy.service import current_model
from services.core.underretning import store
from services.core.underretning.events import UnderretningRecorded
from services.core.underretning.store import UnderretningRow, UnderretningText

TASK = "underretning"


@dataclass(frozen=True, slots=True)
class RecordUnderretning:
    """What is written about whom. ``bypass``: key of the model's way, empty for its first. ``send``: at once."""

    child: UUID
    text: str
    problem: UUID | None = None
    bypass: str = ""
    reader: UUID | None = None
    send: bool = False


def bypass_of(model: Model, key: str) -> Bypass | None:
    """The model's way past all steps with this key; None where it has none: the duty stands all the same."""
    return next((one for one in model.bypasses if one.key == key), None)


def reading_professions(model: Model, bypass: Bypass | None) -> tuple[str, ...]:
    """The professions that read it before it is sent; empty where the model asks nobody to."""
    return model.role(bypass.read_by).professions if bypass and bypass.read_by else ()


async def record_underretning(tx: WriteTx, command: RecordUnderretning) -> UnderretningRow:
    """Write one, from any level and with or without a problem; with ``send`` it is sent in the same breath."""
    actor = require_caseworker(tx)
    case = await load_case(tx, command.child)
    model = (await current_model(tx)).model
    key = command.bypass or (model.bypasses[0].key if model.bypasses else "")
    if key and bypass_of(model, key) is None:
        raise invalid("underretning.unknown_bypass", "input", "bypass")
    dossier = await _dossier(tx, case)
    if command.problem is not None and (await problems.problem(tx, command.problem)).dossier_id != dossier:
        raise not_found()
    reader = await _reader(tx, model, key, command.reader)
    content = UnderretningText(_text(command.text))
    underretning = new_id()
    await tx.run(
        store.INSERT,
        id=underretning,
        dossier_id=dossier,
        child_id=case.child.id,
        problem_id=command.problem,
        bypass=key,
        written_by=actor,
        reader_id=reader,
        sealed=await tx.seal(SealLabel.UNDERRETNING, dossier, underretning, content),
    )
    tx.emit(UnderretningRecorded(dossier, underretning, tuple(await _advisers(tx, case.child.id)), reader))
    if command.send:
        return await send_underretning(tx, underretning)
    return await store.underretning(tx, underretning)


async def read_underretning(tx: WriteTx, underretning: UUID) -> UnderretningRow:
    """The one whom the model names has read it; read or sent already, nothing changes (RA-22)."""
    actor = require_caseworker(tx)
    row = await store.underretning(tx, underretning)
    model = (await current_model(tx)).model
    if actor == row.written_by or not (actor == row.reader_id or await _reads(tx, model, row.bypass, actor)):
        raise UserError(ErrorCode.FORBIDDEN, "underretning.not_the_reader")
    await tx.run(store.READ, id=row.id, read_by=actor)
    return await store.underretning(tx, row.id)


async def send_underretning(tx: WriteTx, underretning: UUID, text: str = "") -> UnderretningRow:
    """It is sent: never refused for want of a reading; sent already, nothing changes. The authority's clocks begin."""
    actor = require_caseworker(tx)
    row = await store.underretning(tx, underretning)
    content = UnderretningText(text.strip() or await store.text_of(tx, row))
    sealed = await tx.seal(SealLabel.UNDERRETNING, row.dossier_id, row.id, content)
    if await tx.run(store.SEND, id=row.id, sent_by=actor, sealed=sealed):
        await _start_clocks(tx, row, tx.now)
    return await store.underretning(tx, row.id)


async def settle_underretning(
    tx: WriteTx, underretning: UUID, step: str, *, begin_process: bool = False
) -> UnderretningRow:
    """Something that the authority must do about it was done: assessed, receipt given, or a step of the model.

    ``begin_process``: what was assessed leads to the process that the model names at that step (RA-23). INVALID_INPUT for
    a step the model has not or that begins none, RULE_BLOCKED for other roles than the process asks for, FORBIDDEN for its
    sender where somebody of the authority is known here who must do it.
    """
    actor = require_caseworker(tx)
    row = await store.underretning(tx, underretning)
    owed = [one for one in await deadlines_of_underretning(tx, row.id) if one.key == step]
    if not all(may_note(one, row, actor) for one in owed):
        raise UserError(ErrorCode.FORBIDDEN, "underretning.not_the_authority")
    if not await meet_deadlines(tx, underretning=row.id, key=step):
        raise invalid("underretning.unknown_step", "input", "step")
    if begin_process:
        await _begin_process(tx, row, step)
    return row


def may_note(owed: DeadlineRow, row: UnderretningRow, actor: PersonId | None) -> bool:
    """Whether this person may note it as done. Who sent it doesn't note for the authority what the authority owes, unless
    nobody of it is known here: then somebody must be able to note what they were told."""
    return owed.person_id in (None, actor) or actor not in (row.written_by, row.sent_by)


async def _begin_process(tx: WriteTx, row: UnderretningRow, step: str) -> None:
    """Its clock counts from the day the municipality received the underretning. The family is told by people, not by us."""
    case = await load_case(tx, row.child_id)
    bypass = bypass_of((await current_model(tx)).model, row.bypass)
    named = next((one.process for one in bypass.on_receipt if one.key == step), "") if bypass else ""
    if not named or row.sent_at is None:
        raise invalid("underretning.no_process", "input", "beginProcess")
    by = await roles_of_actor(tx, case)
    # Where it comes from is said by the step; the reason is never the text of the underretning.
    require(may_begin(case.model, named, case.facts, None, tx.now, by=by, reason=step))
    dossier = (await ensure_casework(tx, case)).dossier_id
    beginning = Beginning(dossier, named, local_day(row.sent_at), family_told=False)
    await begin_decided(tx, case, beginning)


async def _start_clocks(tx: WriteTx, row: UnderretningRow, received_at: datetime) -> None:
    model = (await current_model(tx)).model
    if bypass_of(model, row.bypass) is None:
        return
    advisers = await _advisers(tx, row.child_id)
    # The authority acts; where nobody of it is known here, the one who sent it is told of a missing receipt.
    authority = advisers[0] if advisers else None
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=row.dossier_id,
                key=due.key,
                task=TASK,
                due_at=due.due_at,
                underretning=row.id,
                person=row.written_by if due.key == "receipt" else authority,
                private=True,
            )
            for due in after_receipt(model, row.bypass, received_at)
            if due.due_at is not None
        ],
    )


async def _dossier(tx: WriteTx, case: Case) -> DossierId:
    """The newest casework's. One that is closed stays closed: a family would see it open again."""
    if case.child.casework_id is not None:
        return case.child.casework_id
    return (await ensure_casework(tx, case)).dossier_id


async def _advisers(tx: ReadTx, child: PersonId) -> list[PersonId]:
    return [one.person_id for one in await colleagues.relations(tx, child) if one.kind == "adviser"]


async def _reader(tx: ReadTx, model: Model, bypass: str, reader: UUID | None) -> PersonId | None:
    if reader is None:
        return None
    person = PersonId(reader)
    if person == tx.actor.person or not await _reads(tx, model, bypass, person):
        raise invalid("underretning.unknown_reader", "input", "readerId")
    return person


async def _reads(tx: ReadTx, model: Model, bypass: str, person: PersonId) -> bool:
    known = (await colleagues.staff(tx, [person])).get(person)
    return known is not None and known.profession in reading_professions(model, bypass_of(model, bypass))


def _text(said: str) -> str:
    if not said.strip():
        raise invalid("underretning.text_missing", "input", "text")
    return said.strip()
