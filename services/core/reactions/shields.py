"""What follows when something changes that the model's shields rest on."""

from services.core.casework.events import CaseworkMoved
from services.core.db.tx import WriteTx
from services.core.problem.events import FactsConfirmed, LevelMoved, ProblemOpened
from services.core.shield.service import judge


async def judge_again(
    tx: WriteTx, event: FactsConfirmed | LevelMoved | ProblemOpened | CaseworkMoved
) -> None:
    """Whoever must not learn of it any more is walled off in this transaction; the conveners are told."""
    await judge(tx, event.dossier)
