"""Judging the shields of running cases again: a child has grown older or goes elsewhere, or the model in force is another.

What people confirm is judged in their own transaction (reactions). This finds what changed by itself: each case says when
that can next be.
"""

from datetime import datetime, timedelta
from typing import Final

from services.core.calendar.instants import age_on, local_day, midnight_of_birthday
from services.core.casework.service import load_case_of
from services.core.db.tx import WriteTx
from services.core.person.reading import Child
from services.core.shield import store
from services.core.shield.service import judge
from services.core.shield.store import CaseworkId
from services.core.sweep.running import Step
from services.core.tenancy.service import current_model

_UNBORN: Final = timedelta(days=7)
"""A model counts pregnancies in weeks."""


async def _judge(tx: WriteTx, due: CaseworkId) -> None:
    if not (await current_model(tx)).model.shields and not await store.kept(tx, due.id):
        tx.touched.clear()
        await tx.run(store.JUDGED, id=due.id, judge_at=None)  # until another model is in force
        return
    judged = await judge(tx, due.id)
    case = await load_case_of(tx, due.id)
    if not (judged.begun or judged.ended):
        # Nobody saw anything and nothing changed: an event of it would only tell in which cases there is
        # something to judge.
        tx.touched.clear()
    await tx.run(store.JUDGED, id=due.id, judge_at=_older(case.child, tx.now))


def _older(child: Child, now: datetime) -> datetime:
    """When the child next has a birthday; one that is not born yet is looked at every week."""
    age = None if child.born_on is None else age_on(child.born_on, local_day(now))
    if child.born_on is None or age is None:
        return now + _UNBORN
    return midnight_of_birthday(child.born_on, age + 1)


STEP: Final = Step("shield", store.TAKE_TO_JUDGE, _judge, store.PUT_OFF_JUDGING, store.COUNT_TO_JUDGE)
