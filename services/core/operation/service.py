"""Asking how it goes in one municipality: for administrators, the command, and the metrics of notifier and worker.

Only who runs or oversees the system has the functions that the figures come of.
"""

from services.core.db.tx import ReadTx
from services.core.operation import store
from services.core.operation.rules import Operation, Sending, Sweep, judge_sending, judge_sweeps
from services.core.sweep.kinds import SweepKind


async def operation(tx: ReadTx) -> Operation:
    """All figures of the transaction's tenant."""
    return Operation(await sending(tx), await sweeps(tx))


async def sending(tx: ReadTx) -> tuple[Sending, ...]:
    """What waits, is under way, died and went, by channel."""
    return judge_sending(await tx.many(store.SENDING_NOW), tx.now)


async def sweeps(tx: ReadTx) -> tuple[Sweep, ...]:
    """How each sweep last ended."""
    return judge_sweeps(await tx.many(store.SWEEPS_NOW, sweeps=[kind.value for kind in SweepKind]))
