"""How a meeting's form was filled, each time: who wrote it last, and what can be had back for some days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.leading import RUNNING, led_meeting
from services.core.meeting.store import FormDetails, FormRow

KEPT_FOR: Final = timedelta(days=14)
"""Business time since that filling: afterwards what was written over is gone."""

_SQL = Queries(__file__, "form_history.sql")


@dataclass(frozen=True, slots=True)
class FormVersionRow:
    """One filling: the form's ``version`` after it; ``sealed`` holds ``FormDetails``."""

    id: UUID
    dossier_id: DossierId
    form_id: UUID
    version: int
    filled_by: PersonId
    filled_at: datetime
    complete: bool
    sealed: bytes


VERSIONS = _SQL.rows("versions_of_form", FormVersionRow)
INSERT_VERSION = _SQL.command("insert_version")
DROP_OLD = _SQL.command("drop_old_versions")


async def versions(tx: ReadTx, form: UUID) -> list[FormVersionRow]:
    """The newest first, for professionals who may read the form."""
    return await tx.many(VERSIONS, form_id=form)


async def fill(
    tx: WriteTx, row: FormRow, values: Mapping[str, str], expected_version: int, *, complete: bool
) -> None:
    """The form holds these now; CONFLICT when somebody else was first."""
    details = FormDetails(values=dict(values))
    await tx.run_versioned(
        store.FILL_FORM,
        id=row.id,
        complete=complete,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.FORM, row.dossier_id, row.id, details),
    )
    version = new_id()
    await tx.run(
        INSERT_VERSION,
        id=version,
        dossier_id=row.dossier_id,
        meeting_id=row.meeting_id,
        form_id=row.id,
        version=expected_version + 1,
        filled_by=tx.actor.known_person,
        complete=complete,
        sealed=await tx.seal(SealLabel.FORM_VERSION, row.dossier_id, version, details),
    )


async def restore_form(tx: WriteTx, meeting_id: UUID, version: int, expected_version: int) -> FormRow:
    """Let the form be as it was after an earlier filling. What stood there last can be had back in the same way.

    Version 1 is the empty form. Raises NOT_FOUND for a filling that is gone, RULE_BLOCKED once the meeting is over,
    CONFLICT when somebody else was first.
    """
    meeting = await led_meeting(tx, meeting_id)
    row = await store.form(tx, meeting.id)
    if row is None:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.no_form")
    if meeting.status not in RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if row.version != expected_version:
        raise conflict()
    if version == 1:
        await fill(tx, row, {}, expected_version, complete=False)
    else:
        found = next((one for one in await versions(tx, row.id) if one.version == version), None)
        if found is None:
            raise not_found()
        kept = await tx.open_sealed(
            SealLabel.FORM_VERSION, found.dossier_id, found.id, found.sealed, FormDetails
        )
        await fill(tx, row, kept.values, expected_version, complete=found.complete)
    return await store.form(tx, meeting.id) or row
