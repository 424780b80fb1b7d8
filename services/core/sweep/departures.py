"""What must follow when somebody has died or a child has moved away: called off, taken back, closed, the leader told.

The walls knew it in the transaction that recorded it (``person/departures.py``). This is done by a reaction in that
same transaction where there are reactions, and found here where there are none or the day lay ahead: once, since the
row says when it was settled. Nothing is told to a family: people tell them.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.filling import answering, leaders_of
from services.core.db.queries import Queries
from services.core.db.tx import WriteTx
from services.core.identity import DossierId, PersonId
from services.core.message.kinds import MessageKind, Reason
from services.core.message.service import MessagePlan, cancel_messages, plan_message
from services.core.person import departures
from services.core.person.departures import DepartureRow
from services.core.retention.service import start_retention
from services.core.sweep.running import Step
from services.core.tenancy.model import effective_model
from services.core.tenancy.service import current_model, model_version

_SQL = Queries(__file__, "departures.sql")
_AT_ONCE: Final = timedelta(seconds=1)
"""What takes effect within this is so already: it was recorded in this very transaction."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A running casework and the version of the model that it follows."""

    dossier_id: DossierId
    model_version_id: UUID


@dataclass(frozen=True, slots=True)
class CalledOffRow:
    """A meeting that was called off, and who led it."""

    id: UUID
    convener_id: PersonId
    chair_id: PersonId | None
    sequence: int


_CASES = _SQL.rows("cases_of_departed", CaseRow)
_CALL_OFF = _SQL.rows("call_off_meetings", CalledOffRow)
_TAKE_BACK = _SQL.command("take_back_waiting")
_CLOSE_PROBLEMS = _SQL.command("close_problems")
_CLOSE = _SQL.command("close_departed_case")
_LEAVE = _SQL.command("leave_coming_meetings")


async def settle(tx: WriteTx, row: DepartureRow) -> None:
    """Do what must follow, once; nothing while its day lies ahead."""
    if row.settled_at is not None or row.effective_at > tx.now + _AT_ONCE:
        return
    await tx.run(departures.SETTLED, id=row.id)
    if row.kind == "death":
        await tx.run(_LEAVE, person_id=row.person_id)
        await cancel_messages(tx, Reason.RECIPIENT_GONE, recipient=row.person_id)
    for case in await tx.many(_CASES, child_id=row.person_id):
        await _end_plans(tx, case.dossier_id)
        if row.kind == "move_out":
            await _close(tx, case)
        await _tell_leaders(tx, case.dossier_id, row)
    # Of the child itself beside any casework: what stands in the identity's own dossier.
    await cancel_messages(tx, Reason.RECIPIENT_GONE, dossier=row.dossier_id)


async def _end_plans(tx: WriteTx, dossier: DossierId) -> None:
    called_off = await tx.many(_CALL_OFF, dossier_id=dossier)
    await cancel_messages(tx, Reason.RECIPIENT_GONE, dossier=dossier)
    await tx.run(_TAKE_BACK, dossier_id=dossier)
    for meeting in called_off:
        for person in dict.fromkeys((meeting.convener_id, meeting.chair_id)):
            if person is None or person == tx.actor.person:
                continue
            await plan_message(
                tx,
                MessagePlan(
                    kind=MessageKind.MEETING_CANCELLED,
                    recipient=person,
                    dossier=dossier,
                    occurrence_key=f"cancelled:{meeting.id}:{meeting.sequence}",
                    meeting=meeting.id,
                ),
            )


async def _close(tx: WriteTx, case: CaseRow) -> None:
    await tx.run(_CLOSE_PROBLEMS, dossier_id=case.dossier_id)
    await tx.run(_CLOSE, dossier_id=case.dossier_id, reason="move_out")
    current = await current_model(tx)
    model = effective_model((await model_version(tx, case.model_version_id)).model, current.model)
    await start_retention(tx, model, current.id, case.dossier_id, local_day(tx.now))


async def _tell_leaders(tx: WriteTx, dossier: DossierId, row: DepartureRow) -> None:
    """The leader of the unit brings a dead child's case to its end, and answers for what a moved child leaves behind."""
    for leader in await leaders_of(tx, await answering(tx, dossier)):
        if leader != tx.actor.person:
            plan = MessagePlan(
                kind=MessageKind.CASE_NEWS,
                recipient=leader,
                dossier=dossier,
                occurrence_key=f"departure:{row.id}",
            )
            await plan_message(tx, plan)


STEP: Final = Step("departure", departures.TO_SETTLE, settle, departures.PUT_OFF, departures.COUNT_TO_SETTLE)
