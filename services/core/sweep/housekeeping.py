"""Rows that have done their work: stored answers, logins, sessions, settled messages, drafts, runs of the sweeps.

None of them belongs to a record of a child: what stood in a form before was written over. Messages and sessions are
kept as long as the tenant's own model says.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from services.core.calendar import local_day
from services.core.calendar.periods import unrounded
from services.core.contact import store as contacts
from services.core.db.database import Database
from services.core.db.tx import ReadTx
from services.core.draft import store as drafts
from services.core.draft.service import KEPT_FOR
from services.core.identity import SystemIdentity
from services.core.meeting import form_history
from services.core.message import store as messages
from services.core.person.post_number import forget_post_numbers
from services.core.retention.rules import rule_for
from services.core.scheduling import busy
from services.core.sweep import store
from services.core.tenancy.service import current_model

UNLESS_THE_MODEL_SAYS: Final = timedelta(days=365)
_TOLD_BY_THEN: Final = timedelta(days=30)
"""A change of address is told at the old one within this, or not any more."""


async def clean(database: Database, who: SystemIdentity) -> int:
    """Delete what is no longer of use; answers how many rows. Repeatable."""
    async with database.write(who, "housekeeping.clean") as tx:
        messages_before, sessions_before = await _kept_since(tx, "message"), await _kept_since(tx, "session")
        return sum(
            [
                await tx.run(messages.DELETE_SETTLED, before=messages_before),
                await forget_post_numbers(tx),
                await busy.forget_over(tx),
                await tx.run(drafts.DROP_OLD, before=tx.now - KEPT_FOR),
                await tx.run(form_history.DROP_OLD, before=tx.now - form_history.KEPT_FOR),
                await tx.run(contacts.FORGET, before=tx.now - _TOLD_BY_THEN),
                await tx.run(store.DELETE_SESSIONS, keep=tx.now - sessions_before),
                await tx.run(store.DELETE_LOGIN_ATTEMPTS),
                await tx.run(store.DELETE_LOGOUT_TOKENS),
                await tx.run(store.DELETE_IDEMPOTENCY_KEYS),
                await tx.run(store.DELETE_OLD_RUNS),
            ]
        )


async def _kept_since(tx: ReadTx, record: str) -> datetime:
    """The instant before which records of this kind are out of their time, under the tenant's own rule."""
    rule = rule_for((await current_model(tx)).model, record)
    if rule is None:
        return tx.now - UNLESS_THE_MODEL_SAYS
    return datetime.combine(unrounded(local_day(tx.now), rule.keep, -1), time(0), UTC)
