"""What follows when something is done around a child: the family and those it concerns learn that there is news."""

from services.core.casework.filling import receiving
from services.core.db.tx import WriteTx
from services.core.exchange.events import ExchangeRecorded
from services.core.handover.events import HandoverAccepted, KnowledgeHandedOver
from services.core.message.kinds import MessageKind
from services.core.network.events import NetworkChanged
from services.core.offer.events import OfferAnswered, OfferMade, PlanWritten
from services.core.reactions.circle import tell, tell_family


async def tell_offered(tx: WriteTx, event: OfferMade) -> None:
    """The family learns that there is something to answer."""
    await tell_family(tx, event.dossier, f"offer:{event.offer}", about=event.problem)


async def tell_offer_answered(tx: WriteTx, event: OfferAnswered) -> None:
    """Whoever offered it learns that there is an answer."""
    occurrence = f"offer-answer:{event.offer}:{event.version}"
    await tell(tx, MessageKind.CASE_NEWS, [event.offered_by], event.dossier, occurrence)


async def tell_plan(tx: WriteTx, event: PlanWritten) -> None:
    """The family learns that its plan has changed, once a day at the most."""
    await tell_family(tx, event.dossier, f"plan:{event.plan}:{tx.now:%Y%m%d}", about=event.problem)


async def tell_network(tx: WriteTx, event: NetworkChanged) -> None:
    """Those who bear it or are its contact, and the family whose network it is."""
    occurrence = f"network:{event.network}:{event.version}"
    await tell(tx, MessageKind.CASE_NEWS, event.people, event.dossier, occurrence)
    await tell_family(tx, event.dossier, occurrence)


async def tell_handed_over(tx: WriteTx, event: KnowledgeHandedOver) -> None:
    """The receiver: a person, or those who lead the place (where nobody leads it, all who work there); and the family."""
    occurrence = f"handover:{event.handover}"
    people = [event.to_person]
    if event.to_unit is not None:
        people += await receiving(tx, event.to_unit)
    await tell(tx, MessageKind.CASE_NEWS, people, event.dossier, occurrence)
    await tell_family(tx, event.dossier, occurrence)


async def tell_accepted(tx: WriteTx, event: HandoverAccepted) -> None:
    """Whoever handed it over learns that it was taken on."""
    occurrence = f"handover-accepted:{event.handover}"
    await tell(tx, MessageKind.CASE_NEWS, [event.handed_by], event.dossier, occurrence)


async def tell_exchanged(tx: WriteTx, event: ExchangeRecorded) -> None:
    """The family, where no shield keeps it from being told."""
    if event.told:
        await tell_family(tx, event.dossier, f"exchange:{event.exchange}")
