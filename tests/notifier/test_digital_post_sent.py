"""Letters that the notifier sends by the peer of `./rundbord up`: what they may say, where they lead, what receipts do."""

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import msgspec
import pytest
from lxml import etree

from services.core.calendar.instants import local_day
from services.core.keys.seal import SealLabel
from services.core.meeting.store import MeetingDetails
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.person.identifiers import IdentifierKind, replace_identifier
from services.core.person.protection import record_protection
from services.local import http_peer
from services.local.digital_post.peer import DigitalPostPeer
from services.local.digital_post.pushing import Pusher
from services.local.process import free_port
from services.local.toml_text import table_of_array
from services.notifier.app import create_notifier
from tests.builders.world import World
from tests.notifier.outbox_case import notifier_settings, until
from tests.notifier.smtp_peer import Peer
from tests.worker.case import Case, change, open_case

MEMO = "{https://DigitalPost.dk/MeMo-1}"
PLACE = "Familiecentret, lokale 3"
TOKEN, SECRET = "Holder-of-key prove", "et langt hemmeligt ord"


@dataclass
class Post:
    """Where the peer keeps letters, and the file by which the notifier finds it."""

    directory: Path
    channels: Path
    receipts: str

    def letters(self) -> list[etree._Element]:
        return [etree.parse(file).getroot() for file in sorted(self.directory.glob("*.xml"))]


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    letters, receipts = tmp_path / "letters", f"127.0.0.1:{free_port()}"
    letters.mkdir()
    pusher = Pusher(f"http://{receipts}/receipts/digital_post/prove", SECRET)
    server = await http_peer.start(0, DigitalPostPeer(letters, TOKEN, pusher).answer)
    port = server.sockets[0].getsockname()[1]
    told = {"name": "prove", "tenants": ["*"], "url": f"http://127.0.0.1:{port}", "token": TOKEN}
    file = tmp_path / "channels.toml"
    file.write_text(table_of_array("digital_post", told | {"ask_first": True, "receipts_secret": SECRET}))
    yield Post(letters, file, receipts)
    server.close()


@pytest.fixture
async def case(world: World) -> Case:
    """A case whose meeting has a place; the mother chose Digital Post, and nothing else waits."""
    town = world.north
    await change(world, town, "delete from message where tenant_id = $1")
    await change(world, town, "delete from protection where tenant_id = $1")
    case = await open_case(world, town)
    async with world.worker.write(town.system, "test.place") as tx:
        sealed = await tx.seal(
            SealLabel.MEETING, case.dossier, case.meeting, MeetingDetails(PLACE, "Et formål")
        )
    await change(
        world, town, "update meeting set sealed = $3 where tenant_id = $1 and id = $2", case.meeting, sealed
    )
    await change(
        world,
        town,
        "insert into contact_choice (tenant_id, person_id, dossier_id, channels, changed_at)"
        " select $1, id, dossier_id, '{digital_post}', now() from person where tenant_id = $1 and id = $2"
        " on conflict (tenant_id, person_id) do nothing",
        town.id("mother"),
    )
    return case


@asynccontextmanager
async def notifying(world: World, peer: Peer, post: Post) -> AsyncIterator[None]:
    stop = asyncio.Event()
    told = msgspec.structs.replace(
        notifier_settings(world, peer), channels_file=post.channels, receipts_bind=post.receipts
    )
    task = asyncio.create_task(create_notifier(told).run(stop))
    try:
        yield
    finally:
        stop.set()
        await task


async def plan(world: World, case: Case, kind: MessageKind = MessageKind.INVITATION) -> None:
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=kind,
                recipient=world.north.id("mother"),
                dossier=case.dossier,
                meeting=case.meeting,
                occurrence_key=f"{kind.value}:{uuid4()}",
                inbox=False,
            ),
        )


async def rows(world: World) -> list[asyncpg.Record]:
    async with world.behind_the_walls() as db:
        return await db.fetch(
            "select id, channel, state, reason, delivered_at is not null as arrived from message"
            " where tenant_id = $1 order by planned_at, channel",
            world.north.tenant,
        )


async def arrived(world: World, count: int) -> list[asyncpg.Record]:
    async with asyncio.timeout(20):
        while True:
            seen = await rows(world)
            if len([row for row in seen if row["arrived"]]) == count:
                return seen
            await asyncio.sleep(0.05)


def said(letter: etree._Element) -> str:
    found = letter.find(f".//{MEMO}content")
    return b64decode(found.text).decode()


def text(letter: etree._Element, name: str) -> str | None:
    found = letter.find(f".//{MEMO}{name}")
    return None if found is None else str(found.text)


async def test_a_letter_says_where_and_by_whom_until_somebody_of_the_circle_is_protected(
    world: World, peer: Peer, post: Post, case: Case
) -> None:
    town = world.north
    async with notifying(world, peer, post):
        await plan(world, case)
        (row,) = await arrived(world, 1)
        async with world.worker.write(town.system, "test.protect") as tx:
            await record_protection(tx, town.id("father"), "address", local_day(tx.now))
        await plan(world, case)
        await arrived(world, 2)
    assert (row["channel"], row["state"]) == ("digital_post", "sent")
    told, neutral = post.letters()
    assert text(told, "messageUUID") == str(row["id"])
    assert text(told, "recipientID") == "6101804000"
    assert text(told, "senderID") == "90000001"
    assert (text(told, "location"), text(told, "organizerName")) == (PLACE, "Lis Lederprøve")
    for words in (PLACE, "Lis Lederprøve", town.model.meeting("netvaerksmoede_3").name.da):
        assert words in said(told)
    # Nobody else of the circle, and not what it is for.
    for letter in (told, neutral):
        for name in ("Ørn", "Palle", "Asta", "Et formål"):
            assert name not in said(letter)
    assert text(neutral, "reservationUUID") == text(told, "reservationUUID") == str(case.meeting)
    assert (text(neutral, "location"), text(neutral, "organizerName")) == (
        "Log ind for at se stedet",
        "Nordby Kommune",
    )
    for words in (PLACE, "Lis Lederprøve"):
        assert words not in etree.tostring(neutral, encoding="unicode") + said(neutral)
    assert peer.accepted == []


async def test_whoever_meets_there_is_of_the_circle(world: World, case: Case) -> None:
    """Also the family of another child whose meeting is held as one with this, and a parent without custody."""
    town = world.north
    other = await open_case(world, town, child="neighbour")

    async def protected() -> bool:
        async with world.notifier.read(town.system, "test.circle") as tx:
            return bool(
                await tx._connection.fetchval("select rundbord.circle_is_protected($1)", case.meeting)
            )

    async with world.worker.write(town.system, "test.protect") as tx:
        today = local_day(tx.now)
        await record_protection(tx, town.id("other_mother"), "name", today)
    assert not await protected(), "a stranger's protection keeps nothing back"
    gathering = uuid4()
    for meeting in (case.meeting, other.meeting):
        await change(
            world,
            town,
            "update meeting set gathering_id = $3 where tenant_id = $1 and id = $2",
            meeting,
            gathering,
        )
    assert await protected()
    await change(world, town, "update meeting set gathering_id = null where tenant_id = $1")
    assert not await protected()
    async with world.worker.write(town.system, "test.protect") as tx:
        await record_protection(tx, town.id("child"), "name", today)
    assert await protected()


async def test_a_meeting_that_moved_is_the_same_appointment_at_its_new_time(
    world: World, peer: Peer, post: Post, case: Case
) -> None:
    async with notifying(world, peer, post):
        await plan(world, case)
        await arrived(world, 1)
        await change(
            world,
            world.north,
            "update meeting set starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days',"
            " sequence = sequence + 1 where tenant_id = $1 and id = $2",
            case.meeting,
        )
        await plan(world, case, MessageKind.MEETING_MOVED)
        await arrived(world, 2)
    before, after = post.letters()
    assert text(before, "reservationUUID") == text(after, "reservationUUID")
    assert text(before, "messageUUID") != text(after, "messageUUID")
    starts = [letter.find(f".//{MEMO}Reservation/{MEMO}startDateTime").text for letter in (before, after)]
    assert starts[0] < starts[1]


@pytest.mark.parametrize(("trick", "state"), [("001", "cancelled:refused"), ("006", "cancelled:bounced")])
async def test_who_has_no_digital_post_is_told_by_the_next_way(
    world: World, peer: Peer, post: Post, case: Case, trick: str, state: str
) -> None:
    """Exempt when asked; or by the receipt, after the letter was taken."""
    mother = world.north.id("mother")
    async with world.worker.write(world.north.system, "test.number") as tx:
        await replace_identifier(tx, mother, IdentifierKind.REPLACEMENT_CPR, f"9112990{trick}")
    try:
        async with notifying(world, peer, post):
            await plan(world, case)
            seen = await until(world, lambda found: sorted(found) == [state, "sent"], 30)
        assert len(seen) == 2
        assert [mail["To"] for mail in peer.accepted] == ["mother@familie.example"]
        assert PLACE not in peer.accepted[0].as_string()
    finally:
        async with world.worker.write(world.north.system, "test.number") as tx:
            await replace_identifier(tx, mother, IdentifierKind.REPLACEMENT_CPR, "6101804000")


async def test_a_letter_whose_end_nobody_knows_goes_again_and_is_one_letter(
    world: World, peer: Peer, post: Post, case: Case
) -> None:
    """Cut after it was taken: under the same id, and its receipt says that it arrived before the second try does."""
    mother = world.north.id("mother")
    async with world.worker.write(world.north.system, "test.number") as tx:
        await replace_identifier(tx, mother, IdentifierKind.REPLACEMENT_CPR, "9112991003")
    try:
        async with notifying(world, peer, post):
            await plan(world, case)
            (row,) = await arrived(world, 1)
            await until(world, lambda found: found == ["sent"], 30)
        (letter,) = post.letters()
        assert UUID(text(letter, "messageUUID") or "") == row["id"]
    finally:
        async with world.worker.write(world.north.system, "test.number") as tx:
            await replace_identifier(tx, mother, IdentifierKind.REPLACEMENT_CPR, "6101804000")


async def test_receipts_in_the_wrong_order_change_nothing_that_is_so(
    world: World, peer: Peer, post: Post, case: Case
) -> None:
    """It arrived; that a second try under the same id failed comes later and is not believed."""
    async with notifying(world, peer, post):
        await plan(world, case)
        (row,) = await arrived(world, 1)
        pusher = Pusher(f"http://{post.receipts}/receipts/digital_post/prove", SECRET)
        pusher.push(str(row["id"]), ("Fejlet", "Modtaget Digital Post", "Afleveret Digital Post"))
        pusher.push(str(uuid4()), ("Fejlet", "Afleveret Digital Post"))
        await asyncio.gather(*pusher._under_way)
    (after,) = await rows(world)
    assert (after["state"], after["arrived"]) == ("sent", True)
    assert peer.accepted == []


async def test_the_notifier_is_the_only_one_who_asks_whether_a_circle_is_protected(world: World) -> None:
    for role in ("rundbord_family", "rundbord_relation", "rundbord_unit", "rundbord_api", "rundbord_worker"):
        async with world.behind_the_walls() as db:
            await db.execute("select set_config('rundbord.tenant', $1, false)", str(world.north.tenant))
            await db.execute(f"set role {role}")
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await db.execute("select rundbord.circle_is_protected($1)", uuid4())
