"""What was told upwards and nobody answered: those it is addressed to are reminded, and it is a task of theirs."""

from typing import Final

from services.core.calendar.instants import local_day
from services.core.db.tx import WriteTx
from services.core.deadline.silence import awaited
from services.core.report import store
from services.core.report.store import UnansweredRow
from services.core.sweep.running import Step
from services.core.tenancy.service import model_version


async def _remind(tx: WriteTx, due: UnansweredRow) -> None:
    model = (await model_version(tx, due.model_version_id)).model
    asked = awaited(model, "report", local_day(due.written_at), tx.now)
    await tx.run(store.REMIND, id=due.id, key=f"report-received:{due.id}:{due.reminded + 1}")
    ahead = min((*asked.remind_at, asked.due_at)) if asked else None
    await tx.run(store.REMINDED, id=due.id, next_at=ahead)


STEP: Final = Step("report", store.TAKE_UNANSWERED, _remind, store.PUT_OFF, store.COUNT_UNANSWERED)
