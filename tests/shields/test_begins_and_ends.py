"""What a shield takes away when it begins, what it leaves, and what nobody but a person gives back when it ends."""

from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from services.core.action_plan import store as action_plans
from services.core.consent import store as consents
from services.core.db.database import Database
from services.core.meeting import store as meetings
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.inviting import InviteParticipant, invite_participant
from services.core.message import outbox, rules
from services.core.message.kinds import MessageKind, Reason
from services.core.message.outbox import Claim
from services.core.message.service import MessagePlan, plan_message
from services.core.offer import store as offers
from services.core.shield.store import kept_kinds
from services.core.sweep import shields
from tests.builders.world import Town, World
from tests.shields.cases import FACT, Thing, confirm, open_one

FAMILY = ("mother", "father")


async def messages(living: World, thing: Thing, name: str, *states: str) -> list[asyncpg.Record]:
    """What is in the outbox for somebody about a meeting."""
    async with living.behind_the_walls(living.north) as connection:
        found: list[asyncpg.Record] = await connection.fetch(
            """select kind, state, reason from message where recipient_id = $1 and state = any ($3)
               and (meeting_id = $2 or consent_id in (select id from consent where meeting_id = $2))""",
            living.north.id(name),
            thing.meeting,
            list(states),
        )
    return found


async def places(living: World, meeting: UUID) -> dict[str, set[str]]:
    """The circle's kinds by the state of their place."""
    async with living.api.read(living.north.who("leader"), "test.read") as tx:
        found: dict[str, set[str]] = {}
        for row in await meetings.participants(tx, meeting):
            found.setdefault(row.status, set()).add(row.kind)
    return found


async def test_what_waits_to_be_told_is_taken_back_and_nothing_new_is_planned(living: World) -> None:
    thing = await open_one(living, others=("psychologist",))
    for name in FAMILY:
        waiting = {row["kind"] for row in await messages(living, thing, name, "planned")}
        assert {"invitation", "meeting_reminder", "consent_asked"} <= waiting
    await confirm(living, thing.problem, FACT)
    for name in FAMILY:
        assert await messages(living, thing, name, "planned", "sending") == []
        assert {row["reason"] for row in await messages(living, thing, name, "cancelled")} == {"kept_away"}
    assert await messages(living, thing, "teacher", "planned"), "professionals are told as before"
    async with living.worker.write(living.north.system, "test.plan") as tx:
        for name, told in (("mother", False), ("teacher", True)):
            plan = MessagePlan(
                kind=MessageKind.MEETING_REMINDER,
                recipient=living.north.id(name),
                dossier=thing.dossier,
                occurrence_key=f"again:{thing.meeting}",
                meeting=thing.meeting,
            )
            assert await plan_message(tx, plan) is told


async def test_a_message_under_way_is_stopped_by_the_notifier_s_last_look(living: World) -> None:
    """Planned and claimed before the shield, by a transaction that it did not see."""
    thing = await open_one(living)
    claim = await _claimed(living, thing, "mother")
    async with living.notifier.read(living.north.system, "test.recheck") as tx:
        facts = await outbox.send_facts(tx, claim)
        assert facts is not None
        assert rules.may_send(facts, tx.now) is None
    await confirm(living, thing.problem, FACT)
    async with living.notifier.write(living.north.system, "test.keep") as tx:
        assert not await outbox.keep_claim(tx, claim)
    async with living.behind_the_walls(living.north) as connection:
        # As if it had been planned beside the shield's own transaction.
        await connection.execute(
            "update message set state = 'sending', reason = null, settled_at = null where id = $1", claim.id
        )
    async with living.notifier.read(living.north.system, "test.recheck") as tx:
        facts = await outbox.send_facts(tx, claim)
        assert facts is not None
        assert rules.may_send(facts, tx.now) is Reason.KEPT_AWAY


async def test_places_are_taken_and_the_convener_is_told(living: World) -> None:
    thing = await open_one(living)
    assert (await places(living, thing.meeting))["invited"] == {"child", "parent", "network", "professional"}
    async with living.behind_the_walls(living.north) as connection:
        await connection.execute(
            "update meeting set convener_id = $1 where id = $2", living.north.id("teacher"), thing.meeting
        )
    await confirm(living, thing.problem, FACT)
    after = await places(living, thing.meeting)
    assert (after["invited"], after["suspended"]) == ({"child", "professional"}, {"parent", "network"})
    told = {row["kind"] for row in await messages(living, thing, "teacher", "planned")}
    assert "case_news" in told
    async with living.api.read(living.north.who("leader"), "test.read") as tx:
        assert await kept_kinds(tx, thing.dossier, thing.problem) == {"parent", "network"}


async def test_who_came_by_a_consent_comes_by_the_law_and_the_question_is_not_there(living: World) -> None:
    town = living.north
    thing = await open_one(living, others=("psychologist",))
    assert await messages(living, thing, "psychologist", "planned") == []
    await confirm(living, thing.problem, FACT)
    assert {row["kind"] for row in await messages(living, thing, "psychologist", "planned")} == {"invitation"}
    async with living.api.read(town.who("psychologist"), "test.read") as tx:
        assert (await meetings.meeting(tx, thing.meeting)).id == thing.meeting
    async with living.api.read(town.who("mother"), "test.read") as tx:
        asked = await consents.asked_of(tx, town.id("mother"), before=None, limit=100)
        assert thing.meeting not in {row.meeting_id for row in asked}


async def test_a_question_that_serves_another_meeting_too_becomes_that_one_s(living: World) -> None:
    town = living.north
    secret = await open_one(living, "toddler", "daycare_leader", others=("psychologist",))
    other = await open_one(living, "toddler", "daycare_leader", others=("psychologist",))
    async with living.api.read(town.who("mother"), "test.read") as tx:
        (asked,) = [
            row
            for row in await consents.asked_of(tx, town.id("mother"), before=None, limit=100)
            if row.dossier_id == secret.dossier
        ]
    assert asked.meeting_id == secret.meeting, "asked once, for the first of them"
    await confirm(living, secret.problem, FACT, by="daycare_leader")
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert (await consents.consent(tx, asked.id)).meeting_id == other.meeting
    # What is asked for from now on is not what was asked for what is kept away.
    await confirm(living, other.problem, FACT, by="daycare_leader")
    third = await open_one(living, "toddler", "daycare_leader", others=("psychologist",))
    async with living.api.read(town.who("mother"), "test.read") as tx:
        mine = await consents.asked_of(tx, town.id("mother"), before=None, limit=100)
    assert {row.meeting_id for row in mine if row.dossier_id == secret.dossier} == {third.meeting}


async def test_when_it_ends_it_can_be_seen_again_and_nobody_is_invited_until_a_person_does(
    living: World,
) -> None:
    town = living.north
    thing = await open_one(living)
    await confirm(living, thing.problem, FACT)
    await confirm(living, thing.problem)  # it was not so
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert (await meetings.meeting(tx, thing.meeting)).id == thing.meeting
    assert (await places(living, thing.meeting))["suspended"] == {"parent", "network"}
    assert await messages(living, thing, "mother", "planned", "sending") == []
    async with living.api.write(town.who("leader"), "test.invite") as tx:
        version = (await meetings.meeting(tx, thing.meeting)).version
        await invite_participant(tx, InviteParticipant(thing.meeting, Choice("parents"), version))
    assert (await places(living, thing.meeting))["suspended"] == {"network"}
    async with living.api.write(town.who("leader"), "test.invite") as tx:
        version = (await meetings.meeting(tx, thing.meeting)).version
        again = InviteParticipant(thing.meeting, Choice("network", name="Mormor"), version)
        await invite_participant(tx, again)
        assert (
            len([one for one in await meetings.participants(tx, thing.meeting) if one.kind == "network"]) == 1
        )
    assert "suspended" not in await places(living, thing.meeting)
    for name in FAMILY:
        told = [row["kind"] for row in await messages(living, thing, name, "planned")]
        assert set(told) == {"invitation", "meeting_reminder"}, "who is invited later is reminded too"


async def test_a_meeting_called_while_it_holds_invites_and_asks_none_of_them(living: World) -> None:
    thing = await open_one(living)
    await confirm(living, thing.problem, FACT)
    async with living.api.write(living.north.who("leader"), "test.call") as tx:
        called = await call_meeting(
            tx,
            CallMeeting(
                child=living.north.id("child"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=20),
                place="Skolen",
                problem=thing.problem,
                choices=(Choice("staff", person=living.north.id("teacher")),),
                reason="Det haster.",
            ),
        )
    assert (await places(living, called.id))["invited"] <= {"child", "professional"}
    for name in FAMILY:
        assert await messages(living, Thing(thing.dossier, thing.problem, called.id), name, "planned") == []


@pytest.mark.parametrize("database", ["api"])
async def test_a_model_without_shields_asks_nothing_more(living: World, database: str) -> None:
    """Confirming something else sets no mark."""
    base: Database = getattr(living, database)
    thing = await open_one(living)
    await confirm(living, thing.problem, "contact_with_family")
    async with base.read(living.north.who("leader"), "test.read") as tx:
        assert await kept_kinds(tx, thing.dossier, thing.problem) == frozenset()


async def _claimed(living: World, thing: Thing, name: str) -> Claim:
    async with living.behind_the_walls(living.north) as connection:
        id_ = await connection.fetchval(
            """update message set state = 'sending', attempt = 1
               where recipient_id = $1 and meeting_id = $2 and kind = 'invitation' and channel = 'inbox' returning id""",
            living.north.id(name),
            thing.meeting,
        )
    return Claim(id_, 1)


async def judged_by_itself(living: World, town: Town) -> None:
    """As on a birthday: every case is looked at."""
    async with living.behind_the_walls(town) as connection:
        await connection.execute("update casework set judge_at = business_now() where closed_at is null")
    while await shields.STEP.settle_next(living.worker, town.system):
        pass


async def test_what_changes_by_itself_is_found_by_the_sweep_and_leaves_no_trace(living: World) -> None:
    """As when a child grows out of a condition, or a later version of the model keeps something else away."""
    town = living.north
    thing, other = await open_one(living), await open_one(living)
    await confirm(living, thing.problem, FACT)
    async with living.behind_the_walls(living.north) as connection:
        await connection.execute("delete from kept_away where problem_id = $1", thing.problem)
        await connection.execute(
            """insert into kept_away (tenant_id, id, dossier_id, problem_id, kind, since)
               select tenant_id, gen_random_uuid(), dossier_id, id, 'parent', opened_at from problem where id = $1""",
            other.problem,
        )
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert (await meetings.meeting(tx, thing.meeting)).id == thing.meeting
    await judged_by_itself(living, town)
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert await tx.one(meetings.FIND_MEETING, id=thing.meeting) is None
        assert (await meetings.meeting(tx, other.meeting)).id == other.meeting
    async with living.behind_the_walls(living.north) as connection:
        before = await connection.fetchval("select count(*) from access_event")
        await judged_by_itself(living, town)
        assert await connection.fetchval("select count(*) from access_event") == before


async def _made_for(living: World, dossier: UUID, problem: UUID | None) -> tuple[UUID, UUID]:
    """A plan and an accepted offer with its plan, of a problem or of the case as a whole: rows alone, nothing opened."""
    plan, offer = uuid4(), uuid4()
    town = living.north
    async with living.behind_the_walls(living.north) as connection, connection.transaction():
        await connection.fetchval("select rundbord.begin_system($1)", town.tenant)
        version = await connection.fetchval(
            "select model_version_id from casework where dossier_id = $1", dossier
        )
        common = (town.tenant, dossier, version, town.id("leader"), problem)
        await connection.execute(
            """insert into action_plan (tenant_id, id, dossier_id, document_key, form_key, model_version_id, written_by,
                   written_at, sealed, problem_id)
               values ($1, $6, $2, $7, 'plan', $3, $4, business_now(), '', $5)""",
            *common, plan, f"plan-{plan}",
        )  # fmt: skip
        await connection.execute(
            """insert into offer (tenant_id, id, dossier_id, offer_key, model_version_id, state, offered_by, offered_at, sealed,
                   problem_id, answered_at, recorded_by)
               values ($1, $6, $2, $7, $3, 'accepted', $4, business_now(), '', $5, business_now(), $4)""",
            *common, offer, f"offer-{offer}",
        )  # fmt: skip
        await connection.execute(
            """insert into shared_plan (tenant_id, id, dossier_id, offer_id, form_key, model_version_id, written_by, written_at,
                   sealed)
               values ($1, $2, $3, $4, 'plan', $5, $6, business_now(), '')""",
            town.tenant, uuid4(), dossier, offer, version, town.id("leader"),
        )  # fmt: skip
    return plan, offer


async def test_a_plan_and_an_offer_of_a_problem_are_kept_away_with_it(living: World) -> None:
    """They show what is worked on: a parent who must not learn of the problem sees those of the whole case alone."""
    secret = await open_one(living, "toddler", "daycare_leader")
    plan, offer = await _made_for(living, secret.dossier, secret.problem)
    whole_plan, whole_offer = await _made_for(living, secret.dossier, None)

    async def seen(name: str) -> tuple[set[UUID], set[UUID], bool]:
        async with living.api.read(living.north.who(name), "test.plans") as tx:
            written = {row.id for row in await action_plans.plans_of(tx, secret.dossier)}
            made = {row.id for row in await offers.offers_of(tx, secret.dossier)}
            return written, made, await offers.plan_of(tx, offer) is not None

    everything = {plan, whole_plan}, {offer, whole_offer}, True
    assert await seen("mother") == everything
    await confirm(living, secret.problem, FACT, by="daycare_leader")
    assert await seen("mother") == ({whole_plan}, {whole_offer}, False)
    assert await seen("daycare_leader") == everything
