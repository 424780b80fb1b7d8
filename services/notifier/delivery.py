"""One message from claim to record: look again, render, send, settle.

After the receiver's yes it insists on recording it, and the notifier keeps its claim meanwhile: a database that
restarts just then must not cause a second mail, however long that takes.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

import msgspec

from services.core.contact.service import former_contact
from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx
from services.core.identity import DossierId, PersonId, SystemIdentity, TenantId
from services.core.keys.seal import SealError, SealLabel
from services.core.logging import log
from services.core.message import outbox, retry, rules, store
from services.core.message.kinds import MUST_REACH, Channel, MessageKind, Reason
from services.core.message.letter import MeetingLetter, meeting_letter
from services.core.message.outbox import Claim
from services.core.message.store import ClaimRow, SendFactsRow
from services.core.message.wording import MailFacts, own_words, render
from services.core.person.post_number import post_number
from services.core.settings import Settings
from services.core.tenancy.wordings import Wordings
from services.notifier.channels import Carrier, Contact, Parcel
from services.notifier.channels.setup import Carriers
from services.notifier.metrics import Metrics

End = TypeVar("End")
"""What the record of an end answers."""

INSIST_SECONDS: Final = 60.0
"""How long an end is worth recording that the next attempt would come to again."""

INSIST_AFTER_YES_SECONDS: Final = 1800.0
"""How long the receiver's yes is. Longer than a database is away: what is not recorded goes again."""


class Reachable(msgspec.Struct, frozen=True):
    """The fields of a person's sealed details that the notifier opens them for."""

    email: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class _Look:
    """What is known of a message as it is about to go; ``against`` or ``later`` say why it does not go now."""

    facts: SendFactsRow
    now: datetime
    against: Reason | None
    later: datetime | None
    carrier: Carrier | None
    contact: Contact | None
    own: Sequence[Wordings]
    letter: MeetingLetter | None


class Delivery:
    """Carries out claims by the ways it was given."""

    def __init__(
        self, database: Database, carriers: Carriers, settings: Settings, metrics: Metrics, lease: timedelta
    ) -> None:
        self._database = database
        self._carriers = carriers
        self._settings = settings
        self._metrics = metrics
        self._lease = lease

    async def carry_out(self, tenant: TenantId, row: ClaimRow) -> None:
        """Bring one claimed message to an end. Whatever fails here, the lease gives the message back."""
        claim = Claim(row.id, row.attempt)
        try:
            outcome = await self._bring_to_end(SystemIdentity(tenant), claim, row)
        except AWAY as error:
            log().warning("message.left_to_its_lease", message=str(row.id), error=type(error).__name__)
            outcome = "left"
        except Exception:
            log().exception("message.delivery_failed", message=str(row.id))
            outcome = "left"
        self._metrics.delivered(tenant, row.channel, outcome)

    async def _bring_to_end(self, who: SystemIdentity, claim: Claim, row: ClaimRow) -> str:
        begun = asyncio.get_running_loop().time()
        try:
            look = await self._look_again(who, claim, Channel(row.channel))
        except AWAY:
            # Nothing has been handed over: no lease need run out before it is tried again.
            return await self._after(who, claim, row, retry.failure_of_network(retry.Stage.CONNECT), begun)
        if look is None:
            return "taken_back"
        against, later = look.against, look.later
        if against is not None:
            await self._insist(who, lambda tx: outbox.settle_cancelled(tx, claim, against))
            return "cancelled"
        if later is not None:
            await self._insist(who, lambda tx: outbox.defer(tx, claim, later))
            return "deferred"
        if row.channel == Channel.INBOX:
            await self._insist(who, lambda tx: outbox.settle_sent(tx, claim))
            return "sent"
        return await self._bring(who, claim, row, look)

    async def _look_again(self, who: SystemIdentity, claim: Claim, channel: Channel) -> _Look | None:
        """How things are now; None when the claim is lost or the message taken back."""
        async with self._database.read(who, "message.recheck") as tx:
            facts = await outbox.send_facts(tx, claim)
            if facts is None:
                return None
            against = rules.may_send(facts, tx.now)
            later = rules.quiet_until(facts, tx.now) if against is None else None
            carrier = self._carriers.of(facts.slug, channel)
            goes = against is None and later is None and carrier is not None
            contact = await _contact(tx, claim, facts) if goes else None
            own = await own_words(tx) if contact else ()
            letter = await meeting_letter(tx, facts) if contact and contact.number else None
            return _Look(facts, tx.now, against, later, carrier, contact, own, letter)

    async def _bring(self, who: SystemIdentity, claim: Claim, row: ClaimRow, look: _Look) -> str:
        carrier, contact = look.carrier, look.contact
        if carrier is not None and contact is not None and carrier.address(contact):
            return await self._send(who, claim, row, carrier, self._parcel(who, claim, look, contact))
        # A child has its own page to look at, and its parents are told beside it.
        must = MessageKind(look.facts.kind) in MUST_REACH and look.facts.recipient_kind != "subject"
        reason = Reason.CHANNEL_OFF if carrier is None else Reason.NO_ADDRESS
        return await self._give_up(who, claim, reason, must_reach=must)

    async def _send(
        self, who: SystemIdentity, claim: Claim, row: ClaimRow, carrier: Carrier, parcel: Parcel
    ) -> str:
        begun = asyncio.get_running_loop().time()

        async def still_ours() -> bool:
            async with self._database.write(who, "message.keep_claim") as tx:
                return await outbox.keep_claim(tx, claim, self._lease)

        try:
            if not await carrier.deliver(parcel, still_ours):
                return "taken_back"
        except retry.Failure as failure:
            return await self._after(who, claim, row, failure, begun)
        except AWAY:
            # Only the last look asks a database, and it comes before the content.
            return await self._after(who, claim, row, retry.failure_of_network(retry.Stage.RECIPIENT), begun)
        if not await self._insist(
            who, lambda tx: outbox.settle_sent(tx, claim), seconds=INSIST_AFTER_YES_SECONDS
        ):
            log().warning("message.sent_but_claimed_anew", message=str(claim.id))
        return "sent"

    async def _after(
        self, who: SystemIdentity, claim: Claim, row: ClaimRow, failure: retry.Failure, begun: float
    ) -> str:
        # Machine time without reading a clock of our own: the database's at the claim, and what has passed since.
        now = row.claimed_at + timedelta(seconds=asyncio.get_running_loop().time() - begun)
        decision = retry.after(
            failure,
            attempt=claim.attempt,
            first_at=row.first_attempt_at,
            now=now,
            jitter=random.random(),  # noqa: S311
        )
        log().info(
            "message.not_delivered",
            message=str(claim.id),
            kind=failure.kind,
            stage=failure.stage,
            code=failure.code,
        )
        if isinstance(decision, retry.Retry):
            until = decision.at
            await self._insist(who, lambda tx: outbox.postpone(tx, claim, failure, until))
            return "postponed"
        reason = Reason.REFUSED if decision.refused else Reason.OUT_OF_PATIENCE
        return await self._give_up(who, claim, reason, failure)

    async def _give_up(
        self,
        who: SystemIdentity,
        claim: Claim,
        reason: Reason,
        failure: retry.Failure | None = None,
        *,
        must_reach: bool = True,
    ) -> str:
        try:
            return await self._insist(
                who, lambda tx: outbox.give_up(tx, claim, reason, failure, must_reach=must_reach)
            )
        except outbox.ClaimLostError:
            return "taken_back"

    async def _insist(
        self,
        who: SystemIdentity,
        record: Callable[[WriteTx], Awaitable[End]],
        *,
        seconds: float = INSIST_SECONDS,
    ) -> End:
        """Record the end, through restarts of the database; a record that was made before changes nothing."""
        loop = asyncio.get_running_loop()
        last = loop.time() + seconds
        while True:
            try:
                async with self._database.write(who, "message.settle") as tx:
                    return await record(tx)
            except (*AWAY, *CONTENDED):
                if loop.time() > last:
                    raise
                await asyncio.sleep(0.5)

    def _parcel(self, who: SystemIdentity, claim: Claim, look: _Look, contact: Contact) -> Parcel:
        facts = look.facts
        kind = MessageKind(facts.kind)
        about = facts.starts_at if facts.deadline_id is None else facts.due_at
        if kind is MessageKind.INVITATION_WITHDRAWN and facts.meeting_sequence != facts.meeting_sequence_now:
            about = None  # When it is by now is no concern of theirs.
        if kind is MessageKind.TIME_ASKED:
            about = None  # its time is what is being found
        url = self._settings.url_of(facts.host) + _path(facts)
        return Parcel(
            outbox_id=claim.id,
            tenant=who.tenant,
            kind=kind,
            contact=contact,
            facts=facts,
            words=render(kind, facts.language, MailFacts(facts.municipality, url, about), look.own),
            url=url,
            at=look.now,
            letter=look.letter,
        )


async def _contact(tx: ReadTx, claim: Claim, facts: SendFactsRow) -> Contact | None:
    """Where the recipient is reached; None when they have been erased. That it was changed goes to where it was before."""
    row = await tx.one(store.CONTACT, person=facts.recipient_id)
    if row is None:
        return None
    person, dossier = PersonId(row.id), DossierId(row.dossier_id)
    if row.work_email is not None:
        return Contact(person, dossier, row.kind, row.work_email, row.work_phone or "")
    try:
        opened = await tx.open_sealed(SealLabel.PERSON, dossier, row.id, row.sealed, Reachable)
    except SealError:
        return None
    number = await post_number(tx, person) if facts.channel == Channel.DIGITAL_POST else ""
    contact = Contact(person, dossier, row.kind, opened.email, opened.telephone, number)
    if facts.kind != MessageKind.CONTACT_CHANGED:
        return contact
    former = await former_contact(tx, claim.id)
    return replace(
        contact, email=former.email or contact.email, telephone=former.telephone or contact.telephone
    )


def _path(facts: SendFactsRow) -> str:
    """Where to read more. Ids in an address are random and lead nowhere without a login."""
    if facts.meeting_id is not None and facts.kind != MessageKind.INVITATION_WITHDRAWN:
        return f"/meetings/{facts.meeting_id}"
    if facts.kind == MessageKind.CONTACT_CHANGED:
        return "/me/contact"
    return "/consents" if facts.gives_consent else "/"
