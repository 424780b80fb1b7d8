"""A child with a meeting that is over, and one to come to which a psychologist is invited who knows nothing of the child."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from services.core.consent import store as consents
from services.core.consent.service import give_consent
from services.core.exchange.service import RecordExchange, record_exchange
from services.core.identity import DossierId
from services.core.meeting import store
from services.core.meeting.answering import AnswerInvitation, answer_invitation
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.recording import MakeAgreement, fill_form, make_agreement
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import REACTIONS
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import World, build
from tests.environment import Databases

GUEST: Final = "psychologist"


@dataclass(frozen=True)
class Thing:
    """A problem and a meeting about it."""

    dossier: DossierId
    problem: UUID
    meeting: UUID


@dataclass(frozen=True)
class Case:
    """``earlier``: held, with all that belongs to it. ``coming``: the psychologist's place there is ``place``."""

    world: World
    earlier: Thing
    coming: Thing
    place: UUID

    @property
    def dossier(self) -> DossierId:
        """The child's casework."""
        return self.coming.dossier

    async def answer(self, answer: str) -> None:
        """The psychologist answers."""
        async with self.world.api.write(self.world.north.who(GUEST), "mutation:answerInvitation") as tx:
            await answer_invitation(tx, AnswerInvitation(self.coming.meeting, answer))

    async def place_is(self, **values: object) -> None:
        """Write these columns of the psychologist's place, past every wall."""
        async with self.world.behind_the_walls() as db, db.transaction():
            await db.fetchval("select begin_system($1)", self.world.north.tenant)
            given = ", ".join(f"{column} = ${number}" for number, column in enumerate(values, start=2))
            await db.execute(f"update participant set {given} where id = $1", self.place, *values.values())


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def case(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Case]:
    """A case of this module's own, in the north; the parents have said yes to the psychologist."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as world:
        earlier = await _held(world)
        coming = await called(world, GUEST)
        await consented(world)
        async with world.api.read(world.north.who("leader"), "test.read") as tx:
            circle = await store.participants(tx, coming.meeting)
        place = next(one.id for one in circle if one.person_id == world.north.id(GUEST))
        yield Case(world, earlier, coming, place)


async def consented(world: World) -> None:
    """Both parents say yes to all they are asked."""
    for parent in ("mother", "father"):
        person = world.north.id(parent)
        async with world.api.write(world.north.who(parent), "mutation:giveConsent") as tx:
            for row in await consents.asked_of(tx, person, before=None, limit=10):
                if row.state == "asked":
                    await give_consent(tx, row.id, row.text_version, row.version)


async def called(world: World, *others: str) -> Thing:
    """The leader opens a problem and calls a meeting about it in two weeks, with the teacher and these."""
    town = world.north
    async with world.api.write(town.who("leader"), "mutation:callMeeting") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "institution", "Uro", "Han slår"))
        people = tuple(Choice(name, person=town.id(name)) for name in others)
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("child"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=14),
                place="Skolen",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("network", name="Mormor"),
                    *people,
                ),
                reason="Det haster.",
            ),
        )
    return Thing(problem.dossier_id, problem.id, meeting.id)


async def _held(world: World) -> Thing:
    town = world.north
    thing = await called(world)
    await world.advance(15 * 86400)
    async with world.api.write(town.who("leader"), "test.held") as tx:
        circle = await store.participants(tx, thing.meeting)
        version = (await store.meeting(tx, thing.meeting)).version
        await hold_meeting(tx, HoldMeeting(thing.meeting, tuple(one.id for one in circle), version))
        form = await store.form(tx, thing.meeting)
        assert form is not None
        await fill_form(tx, thing.meeting, {"problem": "Uro"}, complete=False, expected_version=form.version)
        teacher = next(one.id for one in circle if one.person_id == town.id("teacher"))
        await make_agreement(tx, MakeAgreement(thing.meeting, "Daglig snak", teacher))
        await record_perspective(
            tx, RecordPerspective(thing.meeting, "child", True, text="Jeg vil lege", for_guests=True)
        )
        await record_exchange(
            tx, RecordExchange(town.id("child"), "early_prevention", "PPR", "Uro", tx.now.date())
        )
        await record_underretning(tx, RecordUnderretning(town.id("child"), "Blå mærker"))
    return thing


@asynccontextmanager
async def acting(
    world: World, name: str, role: str = "rundbord_relation"
) -> AsyncIterator[asyncpg.Connection]:
    """The api's own connection in the middle of a request of somebody of the north; nothing is kept."""
    connection = await asyncpg.connect(
        world.databases.main["rundbord_api"], server_settings={"search_path": "rundbord"}
    )
    try:
        transaction = connection.transaction()
        await transaction.start()
        session = world.north.sessions[name]
        await connection.fetchrow(
            "select * from begin_request($1, 'cookie', $2)", world.north.host, session.credential.hash
        )
        await connection.execute(f"set local role {role}")
        yield connection
        await transaction.rollback()
    finally:
        await connection.close()
