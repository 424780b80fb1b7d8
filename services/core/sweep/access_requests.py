"""A request for access whose time runs out: the data protection officers are reminded (GDPR article 12, paragraph 3)."""

from typing import Final

from services.core.access_request import store
from services.core.access_request.rules import remind_at
from services.core.access_request.store import UnansweredRow
from services.core.db.tx import WriteTx
from services.core.sweep.running import Step


async def _remind(tx: WriteTx, due: UnansweredRow) -> None:
    await tx.run(store.TELL_OFFICERS, key=f"access-request-due:{due.id}:{due.next_at:%Y%m%d}")
    await tx.run(store.REMINDED, id=due.id, next_at=remind_at(due.due_at, tx.now))


STEP: Final = Step("access_request", store.TAKE_UNANSWERED, _remind, store.PUT_OFF, store.COUNT_UNANSWERED)
