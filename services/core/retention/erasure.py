"""Erasing a dossier: ledger, rows, key, certificate, each in a step of its own.

Why this is safe. Nothing goes that is not written down first, so a crash in any step leaves an open entry of the
ledger, and the next sweep takes it up there; every step can be repeated. Whether it may go is asked again in the
transaction that deletes, behind a lock on the dossier: a hold that is placed at the same moment either is seen
there, or fails because the dossier is gone. Before the first row goes, the ledger's line is also outside the
databases, so that a restore can be made to forget it again. The key goes last, when no row needs it, and then nothing that
survived in a page, a log or a backup can be read. Rows go by foreign keys alone, so a table that is forgotten
stops the deletion instead of staying behind; a test holds that every table with a dossier hangs on it. What is
left are a ledger entry and a certificate with the rule and the days, and access events under a pseudonym whose
only link to the child went with the dossier.
"""

from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from services.core.calendar import local_day
from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.identity import SystemIdentity
from services.core.logging import log
from services.core.retention import anchored, store

BACKUPS_READABLE: Final = timedelta(days=30)
"""Wrapping keys are destroyed within 30 days (``epochs.py``); from then on no backup can open what was erased."""


async def erase_next(database: Database, anchors: Path, who: SystemIdentity) -> bool | None:
    """Bring one erasure a step on: True done, False set aside after a failure, None nothing is due.

    ``anchors`` is where the ledger is kept outside the databases as well.
    """
    async with database.write(who, "retention.take") as tx:
        open_one = await tx.one(store.TAKE_OPEN)
        if open_one is None:
            begun = await tx.run(store.BEGIN, id=new_id(), today=local_day(tx.now))
            return True if begun else None
    try:
        if open_one.state == "begun":
            await _erase_rows(database, anchors, who, open_one)
        else:
            await _erase_key(database, who, open_one)
    except (*AWAY, *CONTENDED):
        # Not this erasure's fault: it stays open, and the next run goes on with it.
        raise
    except Exception:
        log().exception("retention.erasure_failed", erasure=str(open_one.id), state=open_one.state)
        async with database.write(who, "retention.set_aside") as tx:
            await tx.run(store.SET_ASIDE, id=open_one.id)
        return False
    return True


async def _erase_rows(
    database: Database, anchors: Path, who: SystemIdentity, erasure: store.OpenErasure
) -> None:
    async with database.write(who, "retention.erase") as tx:
        there = await tx.one(store.LOCK_DOSSIER, dossier=erasure.erased_id)
        if there is not None and not await _may_go(tx, erasure.erased_id):
            await tx.run(store.ADVANCE, id=erasure.id, from_state="begun", state="stopped")
            return
        _anchor(anchors, who, erasure)
        await tx.run(store.DELETE_DOSSIER, dossier=erasure.erased_id)
        await tx.run(store.ADVANCE, id=erasure.id, from_state="begun", state="rows_gone")


def _anchor(anchors: Path, who: SystemIdentity, erasure: store.OpenErasure) -> None:
    anchored.append(
        anchors,
        who.tenant,
        anchored.Erased(
            id=erasure.id,
            dossier=erasure.erased_id,
            record=erasure.record,
            rule=erasure.rule,
            counted_from=erasure.counted_from,
            due_on=erasure.due_on,
        ),
    )


async def _erase_key(database: Database, who: SystemIdentity, erasure: store.OpenErasure) -> None:
    await database.keyring.destroy(who.tenant, [erasure.erased_id])
    async with database.write(who, "retention.certify") as tx:
        gone_on = local_day(tx.now) + BACKUPS_READABLE
        await tx.run(store.CERTIFY, id=new_id(), erasure=erasure.id, backups_gone_on=gone_on)
        await tx.run(store.ADVANCE, id=erasure.id, from_state="rows_gone", state="done")


async def _may_go(tx: WriteTx, dossier: UUID) -> bool:
    still = await tx.one(store.STILL_DUE, dossier=dossier)
    return (
        still is not None and not still.held and not still.export_before and still.due_on <= local_day(tx.now)
    )


async def count_due(tx: ReadTx) -> int:
    """How many erasures the sweep would begin now."""
    row = await tx.one(store.COUNT_DUE, today=local_day(tx.now))
    return row.due if row else 0
