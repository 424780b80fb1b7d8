"""Trap 9: a conversation with a child is not its parents' to know of, until somebody writes to them (Barnets lov §5)."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.core.conversation import store
from services.core.conversation.service import RecordConversation, pass_on, record_conversation
from services.core.conversation.store import ConversationRow
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, DossierId, RequestIdentity
from services.core.person import reading
from services.core.problem.service import OpenProblem, open_problem
from tests.builders.world import World, open_session

WORDS = "Jeg tør ikke gå hjem"


async def held(living: World, child: str, by: str = "leader", problem: UUID | None = None) -> ConversationRow:
    """A conversation of an hour ago."""
    town = living.north
    async with living.api.write(town.who(by), "test.talk") as tx:
        return await record_conversation(
            tx,
            RecordConversation(
                town.id(child), tx.now - timedelta(hours=1), WORDS, problem, support_person_offered=True
            ),
        )


async def of_family(living: World, who: RequestIdentity, dossier: DossierId) -> tuple[list[UUID], list[str]]:
    """The conversations, and the summaries' words, that the database gives somebody."""
    async with living.api.read(who, "test.see") as tx:
        rows = await store.conversations_of(tx, dossier)
        told = [await store.told(tx, row) for row in await store.summaries_of(tx, dossier)]
    return [row.id for row in rows], told


async def test_parents_learn_of_it_what_is_written_for_them_and_the_child_reads_its_own(
    living: World,
) -> None:
    town = living.north
    row = await held(living, "sibling")
    session = await open_session(living.worker, town.tenant, town.id("sibling"), Capacity.FAMILY)
    young = RequestIdentity(town.host, session.credential)
    assert await of_family(living, town.who("mother"), row.dossier_id) == ([], [])
    assert await of_family(living, young, row.dossier_id) == ([row.id], [])
    with pytest.raises(UserError) as hidden:
        async with living.api.read(town.who("mother"), "test.see") as tx:
            await store.conversation(tx, row.id)
    assert hidden.value.code is ErrorCode.NOT_FOUND
    async with living.api.write(town.who("leader"), "test.pass_on") as tx:
        row = await pass_on(tx, row.id, "Vi har talt om skolen.", row.version)
    assert await of_family(living, town.who("mother"), row.dossier_id) == ([], ["Vi har talt om skolen."])
    with pytest.raises(UserError) as once:
        async with living.api.write(town.who("leader"), "test.pass_on") as tx:
            await pass_on(tx, row.id, "Noget andet", row.version)
    assert once.value.code is ErrorCode.RULE_BLOCKED


async def test_a_case_that_was_opened_for_it_is_not_there_for_the_parents(living: World) -> None:
    """Else that there is a case would tell that something was said."""
    town = living.north
    row = await held(living, "toddler", by="daycare_leader")

    async def casework(name: str) -> DossierId | None:
        async with living.api.read(town.who(name), "test.see") as tx:
            child = await reading.child(tx, town.id("toddler"))
        return child.casework_id if child else None

    assert await casework("daycare_leader") == row.dossier_id
    assert await casework("mother") is None
    async with living.api.write(town.who("daycare_leader"), "test.pass_on") as tx:
        await pass_on(tx, row.id, "Vi har talt med jeres barn.", row.version)
    assert await casework("mother") == row.dossier_id


async def test_only_who_has_a_lasting_part_records_and_never_for_a_time_to_come(living: World) -> None:
    town = living.north
    with pytest.raises(UserError):
        await held(living, "neighbour", by="psychologist")
    with pytest.raises(UserError) as early:
        async with living.api.write(town.who("leader"), "test.talk") as tx:
            await record_conversation(
                tx, RecordConversation(town.id("child"), tx.now + timedelta(hours=1), WORDS)
            )
    assert early.value.field == ("input", "heldAt")
    with pytest.raises(UserError) as empty:
        async with living.api.write(town.who("leader"), "test.talk") as tx:
            await record_conversation(tx, RecordConversation(town.id("child"), tx.now, "  "))
    assert empty.value.field == ("input", "text")


async def test_it_belongs_to_a_problem_of_the_same_case(living: World) -> None:
    town = living.north
    async with living.api.write(town.who("leader"), "test.open") as tx:
        foreign = await open_problem(tx, OpenProblem(town.id("neighbour"), "institution", "Uro"))
        own = await open_problem(tx, OpenProblem(town.id("child"), "institution", "Uro"))
    with pytest.raises(UserError) as refused:
        await held(living, "child", problem=foreign.id)
    assert refused.value.code is ErrorCode.NOT_FOUND
    assert (await held(living, "child", problem=own.id)).problem_id == own.id
