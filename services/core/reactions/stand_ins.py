"""What follows when the glass is broken, and when somebody is to act for somebody."""

from services.core.db.tx import WriteTx
from services.core.delegation.events import Delegated, DelegationEnded
from services.core.emergency_access import store as emergencies
from services.core.emergency_access.events import GlassBroken
from services.core.message.kinds import MessageKind
from services.core.person import colleagues, reading
from services.core.reactions.circle import tell


async def tell_glass_broken(tx: WriteTx, event: GlassBroken) -> None:
    """Who leads the child's unit and the data protection officers, in the transaction that opened it."""
    child = await reading.child(tx, event.child)
    unit = child.unit_id if child else None
    leaders = [one.person_id for one in await colleagues.leaders(tx, unit)] if unit else []
    await tell(
        tx,
        MessageKind.EMERGENCY_ACCESS,
        [*leaders, *await emergencies.officers(tx)],
        event.dossier,
        f"emergency:{event.emergency}",
        about=event.emergency,
    )


async def tell_delegated(tx: WriteTx, event: Delegated) -> None:
    """The one who is to act, and the one who is away where their leader arranged it."""
    people = [event.delegate, event.absent]
    await tell(tx, MessageKind.DELEGATED, people, event.own, f"delegated:{event.delegations[0]}")


async def tell_delegation_ended(tx: WriteTx, event: DelegationEnded) -> None:
    """Both, but whoever ended it."""
    people = [event.delegate, event.absent]
    await tell(tx, MessageKind.DELEGATED, people, event.own, f"delegated:{event.delegation}:ended")
