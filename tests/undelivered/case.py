"""Messages that die, as the notifier lets them."""

from uuid import UUID, uuid4

from services.core.message import outbox
from services.core.message.kinds import MessageKind, Reason
from services.core.message.outbox import Claim
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.service import MessagePlan, plan_message
from services.core.message.store import ClaimRow
from tests.builders.world import Town, World
from tests.worker.case import Case

REFUSED = Failure(FailureKind.REFUSED, Stage.RECIPIENT, 550)


async def plan(
    world: World, town: Town, case: Case, name: str, kind: MessageKind = MessageKind.INVITATION, key: str = ""
) -> str:
    """Tell somebody of the case's meeting; answers the occurrence's key."""
    key = key or f"{kind.value}:{uuid4()}"
    async with world.worker.write(town.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=kind,
                recipient=town.id(name),
                dossier=case.dossier,
                meeting=case.meeting,
                occurrence_key=key,
            ),
        )
    return key


async def deliver(world: World, town: Town, *, refuse: bool, reason: Reason = Reason.REFUSED) -> list[UUID]:
    """Bring all that is due to an end: the inbox takes everything, every other way refuses, or takes it too.

    Answers what died.
    """
    died: list[UUID] = []
    while rows := await _claimed(world, town):
        for row in rows:
            claim = Claim(row.id, row.attempt)
            async with world.notifier.write(town.system, "test.settle") as tx:
                if row.channel == "inbox" or not refuse:
                    await outbox.settle_sent(tx, claim)
                elif await outbox.give_up(tx, claim, reason, REFUSED) == "dead":
                    died.append(row.id)
    return died


async def _claimed(world: World, town: Town) -> list[ClaimRow]:
    async with world.notifier.write(town.system, "test.claim") as tx:
        return await outbox.claim(tx, 1000)


async def dead(
    world: World, town: Town, case: Case, name: str, kind: MessageKind = MessageKind.INVITATION
) -> UUID:
    """One message that reached nobody."""
    await plan(world, town, case, name, kind)
    (message,) = await deliver(world, town, refuse=True)
    return message
