"""A person's own choice of how to be told, and where they are reached: read and changed by that person alone.

The database sees to whose it is (``policies.sql``): every statement here is about the actor, and takes no name. A choice
takes effect on what is planned already in the statement that records it, by a trigger and not by a reaction: messages
are no reader's but their recipient's, and a recipient reads only what has come.
"""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

import msgspec

from services.core.contact import rules, store
from services.core.contact.addresses import for_sms, read_mail, read_telephone, same_number
from services.core.contact.events import ContactChanged
from services.core.contact.rules import Choice, Reached, Way
from services.core.contact.store import FormerContact, OwnRow
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.keys.seal import SealError, SealLabel
from services.core.message.kinds import Channel
from services.core.message.ways import ways
from services.core.person.details import PersonDetails
from services.core.tenancy.service import current_model

_UNCHOSEN = (Way.MAIL,)
"""What holds for who has chosen nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """A way that the municipality offers. ``why_not``: why it does not lead to the person now; None where it does."""

    way: Way
    chosen: bool
    why_not: UserError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How the actor wants to be told and is reached. ``version`` is the choice's (0: none yet), ``details_version`` that
    of the address and number.

    ``usual_days``: how many days ahead the municipality reminds who has not said otherwise.
    """

    ways: tuple[WayOut, ...]
    quiet_from: time | None
    quiet_until: time | None
    remind_days: int | None
    usual_days: int
    language: str
    languages: tuple[str, ...]
    email: str
    telephone: str
    staff: bool
    version: int
    details_version: int


async def own_contact(tx: ReadTx) -> Contact:
    """The actor's own; raises NOT_FOUND for who has no row any more."""
    own = await _own(tx)
    choice = await tx.one(store.CHOICE)
    tenant = (await current_model(tx)).model.tenant
    details = await _details(tx, own)
    reached = await _reached(tx, own, details)
    chosen = _UNCHOSEN if choice is None else tuple(Way(way) for way in choice.channels)
    return Contact(
        ways=tuple(
            WayOut(way=way, chosen=way in chosen, why_not=rules.why_not(way, reached, tx.now))
            for way in await _offered(tx)
        ),
        quiet_from=choice.quiet_from if choice else None,
        quiet_until=choice.quiet_until if choice else None,
        remind_days=choice.remind_days if choice else None,
        usual_days=tenant.calendar.remind_days,
        language=own.language,
        languages=tenant.languages,
        email=reached.email,
        telephone=reached.telephone,
        staff=reached.staff,
        version=choice.version if choice else 0,
        details_version=own.version,
    )


async def choose(tx: WriteTx, wanted: Choice, expected_version: int) -> None:
    """Record how the actor wants to be told, from now on and for what waits to be sent.

    INVALID_INPUT for a choice that can't be kept (no way at all, one that leads nowhere, half a pair of quiet hours or
    the whole day, too many days, a language that the municipality has not); RULE_BLOCKED for Digital Post before the
    age for it; CONFLICT when it was changed meanwhile.
    """
    own = await _own(tx)
    before = await tx.one(store.CHOICE)
    if wanted.language not in (await current_model(tx)).model.tenant.languages:
        raise invalid("contact.no_such_language", "input", "language")
    kept = _UNCHOSEN if before is None else tuple(Way(way) for way in before.channels)
    reached = await _reached(tx, own, await _details(tx, own))
    rules.check(wanted, kept, await _offered(tx), reached, tx.now)
    said = wanted.language != own.language or (before is not None and before.language is not None)
    done = await tx.one(
        store.CHOOSE,
        expected_version=expected_version,
        channels=[way.value for way in Way if way in wanted.ways],
        quiet_from=wanted.quiet_from,
        quiet_until=wanted.quiet_until,
        remind_days=wanted.remind_days,
        language=wanted.language if said else None,
    )
    if done is None or not done.done:
        raise conflict()
    tx.touched.add(own.dossier_id)


async def change_address(tx: WriteTx, email: str, telephone: str, expected_version: int) -> None:
    """Record where the actor, one of a family, is reached: '' for nowhere. What they say holds over any register.

    INVALID_INPUT for what is no address or number, or for taking away one that a chosen way needs; RULE_BLOCKED for a
    professional, whose municipality says it; CONFLICT when it was changed meanwhile.
    """
    own = await _own(tx)
    if own.kind == "staff" or not tx.actor.is_family:
        raise UserError(ErrorCode.RULE_BLOCKED, "contact.of_your_work", field=("input", "email"))
    before = await _details(tx, own)
    if before is None:
        raise not_found()
    said = {"email": read_mail(email), "telephone": read_telephone(telephone)}
    changed = [
        name
        for name, same in (
            ("email", said["email"] == before.email),
            ("telephone", same_number(said["telephone"], before.telephone)),
        )
        if not same
    ]
    if not changed:
        return
    choice = await tx.one(store.CHOICE)
    chosen = {Way(way) for way in choice.channels} if choice else set()
    if Way.MAIL in chosen and before.email and not said["email"]:
        raise invalid("contact.mail_is_chosen", "input", "email")
    if Way.SMS in chosen and for_sms(before.telephone) and not for_sms(said["telephone"]):
        raise invalid(
            "contact.sms_needs_other" if said["telephone"] else "contact.sms_is_chosen", "input", "telephone"
        )
    own_now = tuple(sorted({*before.own, *changed}))
    after = msgspec.structs.replace(before, email=said["email"], telephone=said["telephone"], own=own_now)
    former = FormerContact(
        email=before.email if "email" in changed else "",
        telephone=before.telephone if "telephone" in changed else "",
    )
    change = new_id()
    was_reached = former != FormerContact()
    done = await tx.one(
        store.CHANGE,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.PERSON, own.dossier_id, own.id, after),
        change=change,
        former=await tx.seal(SealLabel.FORMER_CONTACT, own.dossier_id, change, former)
        if was_reached
        else None,
    )
    if done is None or not done.done:
        raise conflict()
    tx.touched.add(own.dossier_id)
    if was_reached:
        tx.emit(ContactChanged(change, own.id, bool(former.email), bool(for_sms(former.telephone))))


async def tell_of_change(tx: WriteTx, change: UUID, channels: list[Channel]) -> None:
    """Plan the message that tells of the actor's own change, in the inbox and by these ways, to where they led before."""
    await tx.one(
        store.TELL,
        change=change,
        ids=[new_id() for _ in range(len(channels) + 1)],
        channels=[channel.value for channel in channels],
    )


async def former_contact(tx: ReadTx, message: UUID) -> FormerContact:
    """Where the recipient of a message of a change was reached before it; empty where nothing is kept of it any more."""
    row = await tx.one(store.FORMER, message=message)
    if row is None:
        return FormerContact()
    try:
        return await tx.open_sealed(
            SealLabel.FORMER_CONTACT, row.dossier_id, row.id, row.sealed, FormerContact
        )
    except SealError:
        return FormerContact()


async def _own(tx: ReadTx) -> OwnRow:
    row = await tx.one(store.OWN)
    if row is None:
        raise not_found()
    return row


async def _details(tx: ReadTx, own: OwnRow) -> PersonDetails | None:
    """What is sealed about somebody of a family; of a professional what counts stands open."""
    if own.kind == "staff":
        return None
    return await tx.open_sealed(SealLabel.PERSON, own.dossier_id, own.id, own.sealed, PersonDetails)


async def _reached(tx: ReadTx, own: OwnRow, details: PersonDetails | None) -> Reached:
    return Reached(
        staff=own.kind == "staff",
        email=details.email if details else own.work_email or "",
        telephone=details.telephone if details else own.work_phone or "",
        has_cpr=own.has_cpr,
        adult=own.kind == "adult",
        born_on=await tx.born_on(own.id) if own.kind == "subject" else None,
    )


async def _offered(tx: ReadTx) -> tuple[Way, ...]:
    return tuple(Way(channel.value) for channel in await ways(tx))
