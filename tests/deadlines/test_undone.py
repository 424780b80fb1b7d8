"""A change undoes what was planned: after it nothing of what was is waited for, is anybody's task, or is sent.

The real database with its reactions and sweeps, and the notifier's own delivery to a mail server that takes everything.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from services.core.calendar.instants import local_day
from services.core.casework.service import close_casework, load_case
from services.core.consent import store as consents
from services.core.consent.service import withdraw_consent
from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.meeting import store as meetings
from services.core.meeting.inviting import withdraw_invitation
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from services.core.message.kinds import MessageKind, Reason
from services.core.message.rules import may_send
from services.core.person import departures
from services.core.person.periods import record_custody, record_employment
from services.core.reactions import REACTIONS
from tests.around.steps import consented
from tests.builders.world import World, build
from tests.calendar.reading import entries
from tests.deadlines.waiting import swept
from tests.environment import Databases
from tests.meeting.steps import called
from tests.notifier.conftest import peer
from tests.notifier.outbox_case import running_notifier
from tests.notifier.parcels import AT, facts
from tests.notifier.smtp_peer import Peer

__all__ = ["peer"]


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this change's own."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@dataclass(frozen=True)
class Changed:
    """A change. ``of``: whose part is over (None: everybody's); ``child``: the case."""

    name: str
    change: Callable[[World, UUID], Awaitable[None]]
    of: str | None = None
    child: str = "child"


async def moved(world: World, meeting: UUID) -> None:
    async with world.api.write(world.north.who("leader"), "test.move") as tx:
        row = await meetings.meeting(tx, meeting)
        await move_meeting(tx, meeting, row.starts_at + timedelta(days=70), row.version, "Far er syg")


async def cancelled(world: World, meeting: UUID) -> None:
    async with world.api.write(world.north.who("leader"), "test.cancel") as tx:
        row = await meetings.meeting(tx, meeting)
        await cancel_meeting(tx, meeting, "Ikke nødvendigt", row.version)


async def consent_withdrawn(world: World, _: UUID) -> None:
    town = world.north
    async with world.api.write(town.who("mother"), "test.withdraw") as tx:
        given = [
            one
            for one in await consents.asked_of(tx, town.id("mother"), before=None, limit=20)
            if one.state == "given"
        ]
        for row in given:
            await withdraw_consent(tx, row.id, row.version)
        assert given


async def participant_withdrawn(world: World, meeting: UUID) -> None:
    town = world.north
    async with world.api.write(town.who("leader"), "test.out") as tx:
        circle = await meetings.participants(tx, meeting)
        (place,) = [one for one in circle if one.person_id == town.id("teacher")]
        await withdraw_invitation(tx, meeting, place.id, "Er ikke på skolen mere", place.version)


async def custody_ended(world: World, _: UUID) -> None:
    town = world.north
    async with world.worker.write(town.system, "test.custody") as tx:
        await record_custody(tx, town.id("child"), town.id("father"), tx.now - timedelta(days=900), tx.now)


async def employment_ended(world: World, _: UUID) -> None:
    town = world.north
    async with world.worker.write(town.system, "test.left") as tx:
        await record_employment(
            tx,
            town.id("teacher"),
            town.people.units["school"],
            "professional",
            tx.now - timedelta(days=900),
            tx.now,
        )


async def child_dead(world: World, _: UUID) -> None:
    async with world.worker.write(world.north.system, "test.death") as tx:
        await departures.record_death(tx, world.north.id("child"), local_day(tx.now))


async def child_moved(world: World, _: UUID) -> None:
    async with world.worker.write(world.north.system, "test.move_out") as tx:
        await departures.record_move_out(tx, world.north.id("child"), local_day(tx.now))


async def of_age(world: World, _: UUID) -> None:
    """The 18th birthday passes: nobody does anything."""
    async with world.behind_the_walls(world.north) as db:
        await db.execute(
            "update custody set majority_at = business_now() where child_id = $1", world.north.id("sibling")
        )


async def case_closed(world: World, meeting: UUID) -> None:
    town = world.north
    await cancelled(world, meeting)
    async with world.behind_the_walls(town) as db:
        await db.execute("update problem set status = 'closed' where status = 'open'")
    async with world.worker.write(town.system, "test.waits") as tx:
        row = await meetings.meeting(tx, meeting)
        await plan_deadlines(
            tx,
            [
                NewDeadline(
                    dossier=row.dossier_id, key=key, task=key, due_at=tx.now + timedelta(days=9), meeting=meeting,
                    person=town.id("teacher"), private=True, awaits=awaits,
                )
                for key, awaits in (("send_plan", None), ("await_agreement", meeting))
            ],
        )  # fmt: skip
    async with world.api.write(town.who("leader"), "test.close") as tx:
        case = await load_case(tx, town.id("child"))
        assert case.casework is not None
        await close_casework(tx, town.id("child"), case.casework.version)


CHANGES = (
    Changed("moved", moved),
    Changed("cancelled", cancelled),
    Changed("consent_withdrawn", consent_withdrawn, "psychologist"),
    Changed("participant_withdrawn", participant_withdrawn, "teacher"),
    Changed("custody_ended", custody_ended, "father"),
    Changed("employment_ended", employment_ended, "teacher"),
    Changed("child_dead", child_dead),
    Changed("child_moved", child_moved),
    Changed("of_age", of_age, "mother", "sibling"),
    Changed("case_closed", case_closed),
)


@pytest.mark.parametrize("changed", CHANGES, ids=[one.name for one in CHANGES])
async def test_a_change_undoes_what_was_planned(fresh: World, peer: Peer, changed: Changed) -> None:
    town = fresh.north
    meeting = await called(fresh, changed.child)
    if changed.of == "psychologist":
        await consented(fresh, town, changed.child, ("mother", "father"))
    async with fresh.worker.read(town.system, "test.dossier") as tx:
        dossier = (await meetings.meeting(tx, meeting)).dossier_id
    person = town.id(changed.of) if changed.of else None
    # A question of consent is none of the old time: it stands when the meeting moves.
    old = await messages(fresh, dossier, person, but="consent_asked" if changed.name == "moved" else "")
    waits = await deadlines(fresh, dossier, person)
    assert old, "something was planned"
    assert waits, "something was awaited"
    await changed.change(fresh, meeting)
    await fresh.advance(1)
    await swept(fresh)
    for days in (1, 4, 5, 6, 14, 30):
        await fresh.advance(days * 24 * 3600)
        await swept(fresh)
    if changed.name != "employment_ended":  # who comes instead is the convener's task, and it shows as one
        assert await still_open(fresh, waits) == set()
    async with running_notifier(fresh, peer):
        await settled(fresh)
    assert await sent(fresh, old) == set()


@pytest.mark.parametrize("told", [True, False])
async def test_whoever_was_told_to_come_is_told_not_to_and_their_calendar_too(
    fresh: World, peer: Peer, told: bool
) -> None:
    town = fresh.north
    meeting = await called(fresh, "child")
    if told:
        async with running_notifier(fresh, peer):
            await settled(fresh)
    invited = [mail for mail in peer.accepted if mail["To"] == "teacher@kommune.example"]
    assert len(invited) == told
    await participant_withdrawn(fresh, meeting)
    # It goes whatever becomes of the meeting before.
    await cancelled(fresh, meeting)
    peer.accepted.clear()
    async with running_notifier(fresh, peer):
        await settled(fresh)
    async with fresh.behind_the_walls() as db:
        [row] = await db.fetch("select state, reason from message where kind = 'invitation_withdrawn'")
    assert tuple(row) == (("sent", None) if told else ("cancelled", "superseded"))
    last = [mail for mail in peer.accepted if mail["To"] == "teacher@kommune.example"]
    assert len(last) == told
    for mail in last:
        body = mail.get_body(("plain",))
        assert body is not None
        assert str(meeting) not in body.get_content(), "a page that is closed to them"
        part = list(mail.walk())[-1]
        assert part["Content-Type"].params["method"] == "CANCEL"
        had, ends = (entries(list(one.walk())[-1].get_content())[0] for one in (invited[0], mail))
        assert (ends["uid"], ends["sequence"]) == (had["uid"], had["sequence"])
        assert "dtstart" not in ends
    assert town.id("teacher") not in {one.person_id for one in await invited_now(fresh, meeting)}


@pytest.mark.parametrize(
    ("status", "told", "against"),
    [
        ("removed", True, None),
        ("removed", False, Reason.SUPERSEDED),
        ("invited", True, Reason.SUPERSEDED),
        # A shield took the place: that there was a meeting is what is kept from them.
        ("suspended", True, Reason.SUPERSEDED),
    ],
)
def test_an_invitation_is_taken_back_from_whom_it_reached(
    status: str, told: bool, against: Reason | None
) -> None:
    known: dict[str, Any] = {"starts_at": AT + timedelta(days=1), "meeting_status": "cancelled"}
    found = facts(
        MessageKind.INVITATION_WITHDRAWN,
        **known,
        meeting_id=uuid4(),
        participant_status=status,
        was_invited=told,
        has_grant=False,
    )
    assert may_send(found, AT) is against
    if told:
        assert may_send(replace(found, kept_away=True), AT) is Reason.KEPT_AWAY
        assert may_send(found, AT + timedelta(days=1)) in (Reason.MEETING_OVER, Reason.SUPERSEDED)


async def invited_now(world: World, meeting: UUID) -> list[meetings.ParticipantRow]:
    """Who is still to come."""
    async with world.worker.read(world.north.system, "test.circle") as tx:
        return [one for one in await meetings.participants(tx, meeting) if one.status == "invited"]


async def messages(world: World, dossier: UUID, person: UUID | None, *, but: str) -> set[UUID]:
    """What is still to be said of a case, to one or to all, and tells of what was: not that something has changed."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select id from message where dossier_id = $1 and state in ('planned', 'sending')"
            " and ($2::uuid is null or recipient_id = $2) and kind <> $3",
            dossier,
            person,
            but,
        )
    return {row["id"] for row in rows}


async def deadlines(world: World, dossier: UUID, person: UUID | None) -> set[UUID]:
    """What is waited for in a case, of one or of all."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select id from deadline where dossier_id = $1 and state = 'open' and ($2::uuid is null or person_id = $2)",
            dossier,
            person,
        )
    return {row["id"] for row in rows}


async def still_open(world: World, some: set[UUID]) -> set[UUID]:
    """Which of these are waited for, or somebody's task, still."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select id from deadline where id = any($1) and (state = 'open' or escalating or"
            " (state = 'missed' and done_at is null and awaits_id is not null))",
            list(some),
        )
    return {row["id"] for row in rows}


async def settled(world: World, seconds: float = 60) -> None:
    """Wait until the notifier has nothing to do."""
    ends = asyncio.get_running_loop().time() + seconds
    while await due(world):
        assert asyncio.get_running_loop().time() < ends
        await asyncio.sleep(0.1)


async def due(world: World) -> int:
    """How much the notifier has still to do."""
    async with world.behind_the_walls(world.north) as db:
        found: int = await db.fetchval(
            "select count(*) from message where state in ('planned', 'sending') and not_before <= business_now()"
        )
    return found


async def sent(world: World, some: set[UUID]) -> set[UUID]:
    """Which of these have gone."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch("select id from message where id = any($1) and state = 'sent'", list(some))
    return {row["id"] for row in rows}
