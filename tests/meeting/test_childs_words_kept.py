"""How a child's words come, who reads them by raw SQL, and what becomes of them when they are corrected or taken back."""

from collections.abc import AsyncIterator
from io import BytesIO
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio
from PIL import Image

from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, RequestIdentity
from services.core.meeting import store as meetings
from services.core.meeting.video import host_of, set_video, video_of
from services.core.perspective import store
from services.core.perspective.asking import form_for, moved, voices
from services.core.perspective.recording import RecordPerspective, record_perspective, take_back
from services.core.perspective.store import PerspectiveRow
from services.core.tenancy.perspectives import Voice
from tests.builders.world import World, open_session
from tests.glass.conftest import acting
from tests.meeting.steps import called

FAMILY, RELATION, UNIT = "rundbord_family", "rundbord_relation", "rundbord_unit"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def meeting(living: World) -> AsyncIterator[UUID]:
    """About the child of ten, whose mother and father come."""
    yield await called(living)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def young(living: World) -> AsyncIterator[tuple[RequestIdentity, UUID]]:
    """The one of seventeen, who logs in, and a meeting about them."""
    town = living.north
    meeting = await called(living, "sibling")
    session = await open_session(living.worker, town.tenant, town.id("sibling"), Capacity.FAMILY)
    yield RequestIdentity(town.host, session.credential), meeting


async def told(world: World, who: RequestIdentity, command: RecordPerspective) -> PerspectiveRow:
    async with world.api.write(who, "test.record") as tx:
        return await record_perspective(tx, command)


async def refusal(world: World, who: RequestIdentity, command: RecordPerspective) -> tuple[ErrorCode, str]:
    with pytest.raises(UserError) as refused:
        await told(world, who, command)
    return refused.value.code, refused.value.message_key


async def seen(world: World, who: RequestIdentity, meeting: UUID) -> set[UUID]:
    """What the database gives somebody of a meeting; the query names the meeting and nothing else."""
    async with world.api.read(who, "test.read") as tx:
        return {row.id for row in await store.perspectives(tx, meeting)}


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600)) -> bytes:
    """A photo as a telephone takes it: with where it was taken."""
    image, kept = Image.new("RGB", size, "#ffd23f"), BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Telefonmærke"
    exif.get_ifd(0x8825)[2] = (56.0, 27.0, 36.0)
    image.save(kept, format=kind, exif=exif)
    return kept.getvalue()


async def test_a_parent_passes_on_what_a_child_without_a_login_told_and_says_to_whom(
    living: World, meeting: UUID
) -> None:
    town = living.north
    mother, father, leader = (town.who(name) for name in ("mother", "father", "leader"))
    said = RecordPerspective(
        meeting, "child", True, text="Jeg er ked af det", way="told", adult="Aase", adult_role="mor"
    )
    as_the_child = RecordPerspective(meeting, "child", True, text="Jeg er ked af det", way="written")
    assert await refusal(living, mother, as_the_child) == (
        ErrorCode.FORBIDDEN,
        "perspective.not_this_voice",
    )
    nobody = RecordPerspective(meeting, "child", True, text="x", way="told")
    assert (await refusal(living, mother, nobody))[1] == "perspective.adult_missing"
    row = await told(living, mother, said)
    assert (row.way, row.speaker_id) == ("told", town.id("child"))
    async with living.api.read(leader, "test.read") as tx:
        kept = await store.details(tx, row)
        assert (kept.adult, kept.adult_role, kept.told_on is not None) == ("Aase", "mor", True)
    # The child decides: the other parent reads it only if that was said.
    assert row.id in await seen(living, mother, meeting)
    assert row.id in await seen(living, leader, meeting)
    assert row.id not in await seen(living, father, meeting)


async def test_who_logs_in_speaks_for_themselves(living: World, young: tuple[RequestIdentity, UUID]) -> None:
    town, (_, meeting) = living.north, young
    said = RecordPerspective(meeting, "child", True, text="x", way="told", adult="Aase")
    assert await refusal(living, town.who("mother"), said) == (
        ErrorCode.RULE_BLOCKED,
        "perspective.speaks_for_itself",
    )
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert await voices(tx, await meetings.meeting(tx, meeting)) == (Voice.PARENT,)
    assert (await refusal(living, town.who("teacher"), said))[0] is ErrorCode.FORBIDDEN


async def test_a_correction_keeps_the_old_from_everybody_but_the_professionals(
    living: World, young: tuple[RequestIdentity, UUID]
) -> None:
    town, (who, meeting) = living.north, young
    mother, leader = town.who("mother"), town.who("leader")
    first = await told(
        living,
        leader,
        RecordPerspective(meeting, "child", True, text="Alt er fint", way="written", for_parents=True),
    )
    assert first.id in await seen(living, mother, meeting)
    again = RecordPerspective(meeting, "child", True, text="Det er ikke fint", corrects=first.id)
    assert await refusal(living, mother, again) == (ErrorCode.FORBIDDEN, "perspective.not_yours")
    second = await told(living, who, again)
    # The young person did not say that the parents may read the new words, and the old ones are not theirs any more.
    assert await seen(living, mother, meeting) == set()
    assert {first.id, second.id} <= await seen(living, leader, meeting)
    assert {first.id, second.id} <= await seen(living, who, meeting)
    assert await refusal(living, who, again) == (ErrorCode.CONFLICT, "perspective.not_the_newest")
    async with living.api.read(leader, "test.read") as tx:
        assert [row.stands for row in await store.perspectives(tx, meeting)] == [False, True]
        assert len(await meetings.said(tx, meeting)) == 1


async def test_what_is_taken_back_is_nobody_elses(living: World, young: tuple[RequestIdentity, UUID]) -> None:
    town, (who, meeting) = living.north, young
    leader = town.who("leader")
    row = await told(living, who, RecordPerspective(meeting, "child", True, text="Fortryder jeg"))
    row = await told(
        living, who, RecordPerspective(meeting, "child", True, text="Jeg fortryder", corrects=row.id)
    )
    async with living.api.write(leader, "test.takeBack") as tx:
        with pytest.raises(UserError) as refused:
            await take_back(tx, row.id)
    assert refused.value.code is ErrorCode.FORBIDDEN
    async with living.api.write(who, "test.takeBack") as tx:
        assert (await take_back(tx, row.id)).taken_back_at is not None
    assert row.line_id not in await seen(living, leader, meeting)
    assert row.id not in await seen(living, leader, meeting)
    assert {row.id, row.line_id} <= await seen(living, who, meeting)


async def test_by_raw_sql_nobody_makes_anothers_words_theirs(living: World, meeting: UUID) -> None:
    town = living.north
    row = await told(
        living,
        town.who("leader"),
        RecordPerspective(meeting, "child", True, text="Kun jer", way="told", adult="Lærer"),
    )
    async with acting(living, "mother", FAMILY) as connection:
        assert await connection.fetchval("select count(*) from perspective where id = $1", row.id) == 0
        taken = "update perspective set taken_back_at = business_now() where line_id = $1"
        assert await connection.execute(taken, row.line_id) == "UPDATE 0"
    over = """insert into perspective (tenant_id, id, line_id, dossier_id, meeting_id, whose, obtained, way, speaker_id,
        recorded_by, recorded_at, sealed) select tenant_id, $1, $2, dossier_id, id, 'child', true, 'told', $3,
        current_person(), business_now(), 'x' from meeting where id = $4"""
    for name, role in (("mother", FAMILY), ("teacher", RELATION)):
        async with acting(living, name, role) as connection:
            with pytest.raises(asyncpg.CheckViolationError):
                await connection.execute(over, uuid4(), row.line_id, town.id("child"), meeting)
    async with acting(living, "mother", FAMILY) as connection:
        new = uuid4()
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(over, new, new, town.id("mother"), meeting)
    for refused in (
        "for_parents = true",
        "for_guests = true",
        "superseded_at = null",
        "speaker_id = current_person()",
    ):
        async with acting(living, "leader", UNIT) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(f"update perspective set {refused} where id = $1", row.id)


async def test_a_drawing_is_read_by_who_reads_the_words_and_tells_nothing_of_the_camera(
    living: World, meeting: UUID
) -> None:
    town = living.north
    leader = town.who("leader")
    came = picture()
    assert "Telefonmærke".encode() in came or b"Telefonm" in came
    said = RecordPerspective(
        meeting,
        "child",
        True,
        answers={"how_is_it": "2", "wish": "Ro"},
        way="told",
        adult="Lærer",
        drawing=came,
    )
    row = await told(living, leader, said)
    async with living.api.read(leader, "test.read") as tx:
        size, content = await store.drawing(tx, row.id)
        assert (await store.details(tx, row)).answers == {"how_is_it": "2", "wish": "Ro"}
    with Image.open(BytesIO(content)) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (900, 600), {})
    assert (size.width, size.height) == (900, 600)
    for name, role, there in (("mother", FAMILY, 0), ("father", FAMILY, 0), ("leader", UNIT, 1)):
        async with acting(living, name, role) as connection:
            drawn = "select count(*) from perspective_drawing where id = $1"
            assert await connection.fetchval(drawn, row.id) == there, name
    # A correction without a new drawing keeps it, unless it is to go.
    newer = await told(
        living,
        leader,
        RecordPerspective(
            meeting, "child", True, answers={"wish": "Fred"}, way="told", adult="Lærer", corrects=row.id
        ),
    )
    async with living.api.read(leader, "test.read") as tx:
        assert set(await store.drawings(tx, meeting)) == {row.id, newer.id}
        assert [one for one in await moved(tx, newer.dossier_id) if one.whose == "child"] == []


async def test_answers_are_held_to_the_form_that_fits_the_age(
    living: World, meeting: UUID, young: tuple[RequestIdentity, UUID]
) -> None:
    leader = living.north.who("leader")
    async with living.api.read(leader, "test.read") as tx:
        small = await form_for(tx, await meetings.meeting(tx, meeting), Voice.CHILD)
        big = await form_for(tx, await meetings.meeting(tx, young[1]), Voice.CHILD)
    assert (small.key, big.key) == ("school_child", "young_person")

    async def refused(answers: dict[str, str]) -> str:
        said = RecordPerspective(meeting, "child", True, answers=answers, way="told", adult="Lærer")
        return (await refusal(living, leader, said))[1]

    assert await refused({"how_is_it": "6"}) == "perspective.bad_answer"
    assert await refused({"how_is_it": "٣"}) == "perspective.bad_answer"
    assert await refused({"drawing": "x"}) == "perspective.bad_answer"
    assert await refused({"talk": "myself"}) == "perspective.unknown_question"
    assert await refused({"wish": " "}) == "perspective.nothing_said"
    row = await told(
        living,
        young[0],
        RecordPerspective(young[1], "child", True, answers={"how_is_it": "0", "talk": "read"}),
    )
    async with living.api.read(young[0], "test.read") as tx:
        (line,) = await moved(tx, row.dossier_id)
    assert [point.value for point in line.points] == [0]


async def test_the_video_room_is_for_those_who_come_and_those_who_lead(living: World, meeting: UUID) -> None:
    town = living.north
    async with living.api.write(town.who("leader"), "test.video") as tx:
        row = await meetings.meeting(tx, meeting)
        await set_video(tx, row, " https://video.example/rum?pwd=1 ")
        assert await video_of(tx, row) == "https://video.example/rum?pwd=1"
    async with living.api.write(town.who("teacher"), "test.video") as tx:
        with pytest.raises(UserError) as refused:
            await set_video(tx, row, "https://video.example/mit")
    assert refused.value.code is ErrorCode.FORBIDDEN
    there = "select count(*) from video_link where meeting_id = $1"
    async with living.behind_the_walls() as connection, connection.transaction():
        await connection.fetchval("select begin_system($1)", town.tenant)
        await connection.execute(
            "update participant set status = 'removed' where meeting_id = $1 and person_id = $2",
            meeting,
            town.id("father"),
        )
    for name, role, comes in (
        ("mother", FAMILY, 1),
        ("father", FAMILY, 0),
        ("leader", UNIT, 1),
        ("teacher", RELATION, 1),
    ):
        async with acting(living, name, role) as connection:
            assert await connection.fetchval(there, meeting) == comes, name
    async with acting(living, "teacher", RELATION) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("update video_link set sealed = 'x' where meeting_id = $1", meeting)
    async with living.behind_the_walls() as connection:
        # What sends messages and letters, and what gives calendars, can't read it: it can't slip into any.
        for blind in ("rundbord_notifier", "rundbord_calendar", "rundbord_oversight"):
            can = "select has_any_column_privilege($1, 'rundbord.video_link', 'select')"
            assert not await connection.fetchval(can, blind)


@pytest.mark.parametrize(
    "url",
    [
        "http://video.example/rum",
        "javascript:alert(1)",
        "https://video.example@elsewhere.example/",
        "https://user:pass@video.example/",
        "https://localhost/rum",
        "https://127.0.0.1/rum",
        "https://[::1]/rum",
        "https://video.example:8443/rum",
        "https://video.example\\@elsewhere.example",
        "https://vidéo.example/rum",
        "https://video.example/ rum",
        "https://" + "a" * 2000 + ".example/",
        "https:///rum",
    ],
)
def test_an_address_that_hides_where_it_leads_is_no_video_room(url: str) -> None:
    with pytest.raises(UserError):
        host_of(url)
