"""Knowledge goes to the next setting in one form, on the consent it rests on, and its receiver sees nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.core.casework.service import load_case
from services.core.consent import store as consents
from services.core.consent.service import withdraw_consent
from services.core.errors import ErrorCode, UserError
from services.core.handover import store
from services.core.handover.service import HandOver, accept_handover, hand_over_knowledge
from services.core.handover.store import HandoverRow
from services.core.identity import PersonId
from services.core.message import store as messages
from services.core.person import onlookers, reading
from services.core.person.periods import record_employment
from tests.around.conftest import confirmed, told
from tests.around.steps import consented
from tests.builders.world import Town, World

VALUES = {"works": "Faste pauser\nBilleder", "family_view": "Vi vil gerne med fra starten."}


async def ready(world: World, town: Town, child: str = "child") -> None:
    await confirmed(world, town, child, ["transition"])
    await consented(world, town, child, ("other_mother",) if child == "neighbour" else ("mother", "father"))


async def handed(world: World, town: Town, child: str = "child", **to: UUID) -> HandoverRow:
    async with world.api.write(town.who("leader"), "test.hand") as tx:
        return await hand_over_knowledge(tx, HandOver(town.id(child), "next_setting", VALUES, **to))


async def attempt(world: World, town: Town, who: str, command: HandOver) -> UserError:
    async with world.api.write(town.who(who), "test.hand") as tx:
        with pytest.raises(UserError) as refused:
            await hand_over_knowledge(tx, command)
    return refused.value


async def test_SL_31_it_waits_for_its_ground_and_for_the_consent_that_the_model_asks_for(
    slagelse: World,
) -> None:
    town = slagelse.south
    command = HandOver(town.id("child"), "next_setting", VALUES, to_unit=town.people.units["daycare"])
    assert (await attempt(slagelse, town, "leader", command)).code is ErrorCode.RULE_BLOCKED
    await confirmed(slagelse, town, "child", ["transition"])
    for givers in ((), ("mother",)):
        await consented(slagelse, town, "child", givers)
        refused = await attempt(slagelse, town, "leader", command)
        assert (refused.code, refused.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-31")
        assert "Udveksling af oplysninger på mødet" in refused.text("da"), "it names the consent"
    await consented(slagelse, town, "child", ("father",))
    row = await handed(slagelse, town, to_unit=town.people.units["daycare"])
    assert (row.form_key, row.consent_purpose) == ("overlevering", "exchange")


async def test_SL_31_every_profession_fills_the_same_form_whole(slagelse: World) -> None:
    town = slagelse.south
    unit, person = town.people.units["daycare"], town.id("daycare_leader")
    for values, to, key in (
        ({"works": "Pauser"}, {"to_unit": unit}, "form.field_missing"),
        ({**VALUES, "made_up": "x"}, {"to_unit": unit}, "form.unknown_field"),
        (VALUES, {}, "handover.one_receiver"),
        (VALUES, {"to_unit": unit, "to_person": person}, "handover.one_receiver"),
        (VALUES, {"to_unit": town.id("mother")}, "handover.unknown_receiver"),
        (VALUES, {"to_person": town.id("mother")}, "handover.unknown_receiver"),
        (VALUES, {"to_person": slagelse.north.id("teacher")}, "handover.unknown_receiver"),
    ):
        command = HandOver(town.id("child"), "next_setting", values, **to)
        assert (await attempt(slagelse, town, "leader", command)).message_key == key


async def test_SL_31_the_receiver_accepts_and_sees_that_document_and_nothing_else(slagelse: World) -> None:
    town = slagelse.north
    await ready(slagelse, town)
    row = await handed(slagelse, town, to_unit=town.people.units["daycare"])
    assert await told(slagelse, f"handover:{row.id}") == {
        town.id("daycare_leader"),
        town.id("mother"),
        town.id("father"),
    }
    async with slagelse.api.read(town.who("daycare_leader"), "test.before") as tx:
        (waiting,) = await store.addressed(tx)
        assert (waiting.id, waiting.accepted_at) == (row.id, None)
        assert await store.document(tx, row.id) is None, "an envelope until it is accepted"
    async with slagelse.api.write(town.who("leader"), "test.accept") as tx:
        with pytest.raises(UserError) as own:
            await accept_handover(tx, row.id, row.version)
        assert own.value.code is ErrorCode.FORBIDDEN
    async with slagelse.api.write(town.who("daycare_leader"), "test.accept") as tx:
        accepted = await accept_handover(tx, row.id, row.version)
        assert await accept_handover(tx, row.id, accepted.version) == accepted
    assert await told(slagelse, f"handover-accepted:{row.id}") == {town.id("leader")}
    async with slagelse.api.read(town.who("daycare_leader"), "test.after") as tx:
        content = await store.document(tx, row.id)
        assert content is not None
        assert (content.child, content.values) == ("Asta Prøve", VALUES)
        assert await reading.child(tx, town.id("child")) is None
        with pytest.raises(UserError) as blind:
            await load_case(tx, town.id("child"))
        assert blind.value.code is ErrorCode.NOT_FOUND
    async with slagelse.api.read(town.who("mother"), "test.family") as tx:
        assert await store.document(tx, row.id) == content
        (seen,) = await store.handovers_of(tx, row.dossier_id)
        assert seen.accepted_by == town.id("daycare_leader")
        looks = (await onlookers.access_events(tx, town.id("child"))).items
        assert any(one.actor_id == town.id("daycare_leader") for one in looks), "who read it is on record"


@pytest.mark.parametrize("name", ["psychologist", "health_visitor", "other_mother", "adviser"])
async def test_for_anyone_it_is_not_addressed_to_it_does_not_exist(slagelse: World, name: str) -> None:
    town = slagelse.north
    async with slagelse.behind_the_walls() as connection:
        handover = await connection.fetchval(
            "select id from handover where tenant_id = $1 and to_unit_id is not null", town.tenant
        )
    async with slagelse.api.read(town.who(name), "test.read") as tx:
        assert await store.document(tx, handover) is None
        with pytest.raises(UserError) as refused:
            await store.handover(tx, handover)
        assert refused.value.code is ErrorCode.NOT_FOUND
    async with slagelse.api.read(slagelse.south.who("daycare_leader"), "test.read") as tx:
        assert await store.document(tx, handover) is None


async def test_to_a_person_and_its_reading_ends_with_the_consent(slagelse: World) -> None:
    town = slagelse.north
    await ready(slagelse, town, "neighbour")
    row = await handed(slagelse, town, "neighbour", to_person=town.id("psychologist"))
    await _mail_may_go(slagelse, town, row, town.id("psychologist"))
    async with slagelse.api.write(town.who("psychologist"), "test.accept") as tx:
        await accept_handover(tx, row.id, row.version)
    async with slagelse.api.write(town.who("other_mother"), "test.withdraw") as tx:
        (given,) = [
            one
            for one in await consents.consents_of(tx, row.dossier_id)
            if one.purpose == "exchange" and one.state == "given"
        ]
        await withdraw_consent(tx, given.id, given.version)
    async with slagelse.api.read(town.who("psychologist"), "test.after") as tx:
        assert await store.document(tx, row.id) is None
    async with slagelse.api.read(town.who("leader"), "test.case") as tx:
        assert await store.document(tx, row.id) is not None, "what was recorded lawfully stays in the case"


async def test_what_was_withdrawn_is_not_accepted_and_who_left_the_place_reads_no_more(
    slagelse: World,
) -> None:
    town = slagelse.south
    await confirmed(slagelse, town, "neighbour", ["transition"])
    await consented(slagelse, town, "neighbour", ("other_mother",))
    health = town.people.units["health"]
    first = await handed(slagelse, town, "neighbour", to_unit=health)
    second = await handed(slagelse, town, "neighbour", to_unit=health)
    async with slagelse.api.write(town.who("health_visitor"), "test.accept") as tx:
        await accept_handover(tx, first.id, first.version)
        assert await store.document(tx, first.id) is not None
    async with slagelse.worker.write(town.system, "test.leave") as tx:
        person = PersonId(town.id("health_visitor"))
        long_ago = tx.now - timedelta(days=365)
        await record_employment(tx, person, town.people.units["ppr"], "professional", tx.now)
        await record_employment(tx, person, health, "professional", long_ago, tx.now)
    async with slagelse.api.read(town.who("health_visitor"), "test.after") as tx:
        assert await store.document(tx, first.id) is None
        assert await store.addressed(tx) == []
    async with slagelse.worker.write(town.system, "test.return") as tx:
        await record_employment(tx, person, health, "professional", tx.now)
    async with slagelse.api.write(town.who("other_mother"), "test.withdraw") as tx:
        for one in await consents.consents_of(tx, second.dossier_id):
            if one.purpose == "exchange" and one.state == "given":
                await withdraw_consent(tx, one.id, one.version)
    async with slagelse.api.write(town.who("health_visitor"), "test.accept") as tx:
        with pytest.raises(UserError) as gone:
            async with tx.savepoint():
                await accept_handover(tx, second.id, second.version)
        assert gone.value.message_key == "handover.consent_gone"
    async with slagelse.api.read(town.who("leader"), "test.read") as tx:
        assert (await store.handover(tx, second.id)).accepted_at is None


async def _mail_may_go(world: World, town: Town, row: HandoverRow, to: UUID) -> None:
    """The receiver has no access to the child and is told all the same."""
    async with world.behind_the_walls(town) as connection:
        message = await connection.fetchval(
            """update message set state = 'sending', attempt = 1
               where occurrence_key = $1 and recipient_id = $2 and channel = 'mail' returning id""",
            f"handover:{row.id}",
            to,
        )
    async with world.notifier.read(town.system, "test.facts") as tx:
        facts = await tx.one(messages.SEND_FACTS, id=message, attempt=1)
    assert facts is not None
    assert (facts.has_grant, facts.asked_to_read) == (False, True)


async def test_what_goes_to_a_place_is_not_for_those_who_work_below_it(slagelse: World) -> None:
    town = slagelse.north
    await ready(slagelse, town)
    row = await handed(slagelse, town, to_unit=town.people.units["area"])
    for name in ("daycare_leader", "psychologist", "adviser"):
        async with slagelse.api.write(town.who(name), "test.accept") as tx:
            with pytest.raises(UserError) as refused:
                await accept_handover(tx, row.id, row.version)
        assert refused.value.code is ErrorCode.NOT_FOUND, name
