"""What rests on a consent stops with it: at a withdrawal, when it was never valid, at its lapse, birthday and new custody."""

from datetime import timedelta

import asyncpg
import pytest

from services.core.calendar import midnight_of_birthday
from services.core.casework.service import load_case
from services.core.consent import recording, store
from services.core.consent.resting import rests_on
from services.core.consent.rules import AnswerState
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store as meetings
from services.core.message import outbox
from services.core.message.kinds import MessageKind, Reason
from services.core.message.outbox import Claim
from services.core.message.rules import may_send
from services.core.message.service import MessagePlan, plan_message
from services.core.person.periods import record_custody
from tests.builders.world import Town, World
from tests.consent.acting import called, gives, latest, recorded, sees, sweep, told, withdraws


async def resting(
    world: World, town: Town, child: str = "child", who: str = "leader"
) -> list[store.RestingRow]:
    async with world.api.read(town.who(who), "test.resting") as tx:
        case = await load_case(tx, town.id(child))
        assert case.casework is not None
        return await tx.many(store.RESTING_OF_DOSSIER, dossier_id=case.casework.dossier_id, limit=100)


async def test_trap_2_a_share_keeps_every_giver_s_answer_and_the_law_where_none_is_needed(
    living: World,
) -> None:
    """Trap 2: one yes of two is no consent, and a share on two keeps both."""
    town = living.north
    meeting = await called(living, town)
    by_law = {row.receiver_id for row in await resting(living, town) if row.kind == "invitation"}
    assert by_law == {town.id("teacher")}
    await gives(living, town, "mother")
    assert not await sees(living, town, "psychologist", meeting)
    await gives(living, town, "father")
    assert await sees(living, town, "psychologist", meeting)
    (share,) = [row for row in await resting(living, town) if row.receiver_id == town.id("psychologist")]
    answers = {(await latest(living, town, who)).id for who in ("mother", "father")}
    assert (share.kind, share.purpose, set(share.consents)) == ("invitation", "exchange", answers)
    (lawful,) = [row for row in await resting(living, town) if row.receiver_id == town.id("teacher")]
    assert (lawful.purpose, lawful.basis, lawful.consents) == (None, "meetings/netvaerksmoede_3", [])


async def test_trap_4_what_is_queued_is_not_sent_after_a_withdrawal_and_the_guest_is_told_neutrally(
    living: World,
) -> None:
    """Trap 4: the notifier asks again when it sends, and finds that nothing stands."""
    town = living.south
    meeting = await called(living, town)
    await gives(living, town, "mother", "father")
    psychologist = town.id("psychologist")
    async with living.api.read(town.who("leader"), "test.read") as tx:
        row = await meetings.meeting(tx, meeting)
    await withdraws(living, town, "father")
    assert not await sees(living, town, "psychologist", meeting)
    queued = [one for one in await told(living, "invitation", psychologist) if str(meeting) in one[0]]
    assert {(state, reason) for _, state, reason in queued} == {("cancelled", "consent_withdrawn")}
    # Also what is planned by mistake after it is stopped by the last look.
    async with living.worker.write(town.system, "test.late") as tx:
        late = MessagePlan(
            kind=MessageKind.AGENDA_SENT,
            recipient=psychologist,
            dossier=row.dossier_id,
            occurrence_key="test:late",
            meeting=meeting,
        )
        await plan_message(tx, late)
    found = {}
    async with living.notifier.write(town.system, "test.claim") as tx:
        claimed = await outbox.claim(tx, 100, outbox.LEASE)
    async with living.notifier.read(town.system, "test.look") as tx:
        for one in claimed:
            facts = await outbox.send_facts(tx, Claim(one.id, one.attempt))
            assert facts is not None
            if facts.recipient_id == psychologist:
                found[one.kind, one.channel] = may_send(facts, tx.now)
    assert found["agenda_sent", "mail"] is Reason.CONSENT_WITHDRAWN
    assert found["invitation_paused", "mail"] is None
    # Whoever called it learns of it; the other parent does not.
    assert await told(living, "consent_withdrawn", town.id("leader"))
    assert not await told(living, "consent_withdrawn", town.id("mother"))
    (share,) = [one for one in await resting(living, town) if one.receiver_id == psychologist]
    assert share.stopped_at is not None, "what was shared stays on record, with its end"
    # Trap 6: the one who took it back sees the end, and the other parent as before; also behind the api.
    ends = {
        who: next(one.stopped_at for one in await resting(living, town, who=who) if one.id == share.id)
        for who in ("mother", "father")
    }
    assert ends == {"mother": None, "father": share.stopped_at}
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with living.api.read(town.who("mother"), "test.raw") as tx:
            await tx.one(store.NEXT_WITHOUT_GROUND)


async def test_what_was_never_valid_ends_at_once_and_lists_what_was_shared_under_it(living: World) -> None:
    town = living.north
    meeting = await called(living, town, "sibling")
    await gives(living, town, "mother")
    assert not await sees(living, town, "psychologist", meeting), "the young person of 17 answers too"
    row = await recorded(living, town, "sibling", "paper", child="sibling")
    assert await sees(living, town, "psychologist", meeting)
    given = await latest(living, town, "mother")
    async with living.api.write(town.who("mother"), "test.mine") as tx:
        with pytest.raises(UserError) as refused:
            await recording.invalidate_consent(tx, given.id, "Det var ikke mig", given.version)
        assert refused.value.code is ErrorCode.FORBIDDEN
    async with living.api.write(town.who("leader"), "test.invalid") as tx:
        invalid = await recording.invalidate_consent(tx, row.id, "En anden har skrevet under", row.version)
    assert invalid.state == "invalidated"
    assert not await sees(living, town, "psychologist", meeting)
    async with living.api.read(town.who("leader"), "test.list") as tx:
        shared = await tx.many(store.RESTING_ON_CONSENTS, consents=[row.id], limit=10)
        assert {one.receiver_id for one in shared} == {town.id("psychologist")}
        assert (await store.consent_details(tx, invalid)).invalid_because == "En anden har skrevet under"
    # Its giver learns that an answer in their name was none; the other giver's stands, and is not asked for again.
    assert await told(living, "consent_ended", town.id("sibling"))
    assert (await latest(living, town, "mother")).state == "given"


async def test_at_the_18th_birthday_the_young_person_s_own_yes_is_all_there_is_without_a_sweep(
    living: World,
) -> None:
    """Trap 1: until midnight the mother's no stands against it; from then on she has none."""
    town = living.south
    meeting = await called(living, town, "sibling")
    await recorded(living, town, "sibling", "oral", child="sibling")
    await recorded(living, town, "mother", "oral", AnswerState.DECLINED, child="sibling")
    async with living.api.read(town.who("leader"), "test.stands") as tx:
        birthday = await tx.born_on(town.id("sibling"))
        assert birthday is not None
        midnight = midnight_of_birthday(birthday, 18)
        with pytest.raises(UserError):
            await rests_on(tx, await load_case(tx, town.id("sibling")), "exchange")
    ahead = int((midnight - tx.now).total_seconds())
    if ahead > 60:
        await living.advance(ahead - 60)
        async with living.api.read(town.who("leader"), "test.stands") as tx:
            with pytest.raises(UserError):
                await rests_on(tx, await load_case(tx, town.id("sibling")), "exchange")
        await living.advance(61)
    async with living.api.read(town.who("leader"), "test.stands") as tx:
        assert (await rests_on(tx, await load_case(tx, town.id("sibling")), "exchange")).consents
    assert meeting


async def test_trap_3_an_expiry_ends_it_in_its_instant_and_the_sweep_tells(living: World) -> None:
    """Trap 3: a health consent lapses after its year, the other stands on; no sweep is needed for the access to end."""
    town = living.south
    meeting = await called(living, town, "neighbour", ("health_visitor", "health_visitor"))
    for purpose in ("exchange", "exchange_health"):
        await gives(living, town, "other_mother", purpose=purpose)
    first = await latest(living, town, "other_mother", "exchange_health")
    assert first.expires_at is not None
    assert (await latest(living, town, "other_mother")).expires_at is None
    await living.advance(int(timedelta(days=340).total_seconds()))
    await sweep(living, town)
    assert await told(living, "consent_lapsing", town.id("other_mother"))
    assert not await told(living, "consent_lapsing", town.id("mother"))
    await living.advance(int(timedelta(days=26).total_seconds()))
    async with living.api.read(town.who("leader"), "test.stands") as tx:
        case = await load_case(tx, town.id("neighbour"))
        assert (await rests_on(tx, case, "exchange")).consents
        with pytest.raises(UserError) as refused:
            await rests_on(tx, case, "exchange_health")
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    assert "44" in (refused.value.legal_basis or "")
    await sweep(living, town)
    stopped = [one for one in await resting(living, town, "neighbour") if one.stopped_at]
    assert {one.purpose for one in stopped} == {"exchange_health"}
    assert meeting in {one.meeting_id for one in stopped}


async def test_trap_2_a_holder_who_was_never_asked_is_missing_from_the_day_custody_begins(
    living: World,
) -> None:
    """Trap 2, trap 5: a new holder's silence is no yes, and one of former days no longer counts."""
    town = living.north
    meeting = await called(living, town, "neighbour")
    await gives(living, town, "other_mother")
    assert await sees(living, town, "psychologist", meeting)
    async with living.worker.write(town.system, "test.custody") as tx:
        await record_custody(tx, town.id("neighbour"), town.id("father"), tx.now)
    assert not await sees(living, town, "psychologist", meeting)
    await sweep(living, town)
    assert await told(living, "invitation_paused", town.id("psychologist"))
    assert await told(living, "consent_ended", town.id("leader"))
    await recorded(living, town, "father", "oral", child="neighbour")
    assert await sees(living, town, "psychologist", meeting)
    # And a no of one who holds no custody any more stands in nobody's way.
    await recorded(living, town, "father", "oral", AnswerState.WITHDRAWN, child="neighbour")
    assert not await sees(living, town, "psychologist", meeting)
    async with living.worker.write(town.system, "test.custody") as tx:
        await record_custody(tx, town.id("neighbour"), town.id("father"), tx.now - timedelta(days=1), tx.now)
    async with living.api.read(town.who("leader"), "test.stands") as tx:
        assert (await rests_on(tx, await load_case(tx, town.id("neighbour")), "exchange")).consents
