"""What a professional writes is never lost: drafts, a log-in that ended, two who write at once, and undoing.

On the real system, by forms alone: what scripts add is the same request sent by itself.
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from services.api.portal.formats import local
from services.core.draft.service import KEPT_FOR, MOST_FORMS, About, drafts, save_draft
from services.core.errors import ErrorCode, UserError
from services.core.meeting import agenda_times
from services.core.sweep.housekeeping import clean
from tests.builders.world import Town, World, world  # noqa: F401  the fixture
from tests.portal.inspect_page import Inspected, text_of
from tests.portal.real import Person, Portal, served
from tests.portal.test_calling import decisions

TYPE = "netvaerksmoede_3"


@pytest.fixture(scope="module")
def portal(world: World) -> Iterator[Portal]:  # noqa: F811
    with served(world) as running:
        yield running


@pytest.fixture(scope="module")
def town(portal: Portal) -> Town:
    return portal.world.north


@pytest.fixture(scope="module")
def leader(portal: Portal, town: Town) -> Person:
    return portal.person(town, "leader")


@pytest.fixture(scope="module")
def planned(leader: Person, town: Town) -> Inspected:
    """The second step of a call, with a new problem behind it."""
    child = f"/children/{town.id('child')}"
    leader.fill(
        leader.get(f"{child}/problems"),
        "open-problem",
        track="institution",
        title="Fravær",
        level="3",
        reason="Haster",
    )
    first = leader.get(leader.client.get(f"{child}/call").headers["location"])
    on = datetime.now(UTC) + timedelta(days=30)
    while on.weekday() > 4:
        on += timedelta(days=1)
    return leader.fill(
        first, "call", type=TYPE, startsAt=on.date().isoformat(), startsAtTime="13:00", place="Lokale 12"
    )


@pytest.fixture(scope="module")
def meeting(leader: Person, planned: Inspected) -> str:
    """The address of the meeting that was called of it."""
    called = leader.fill(planned, "call-plan")
    assert "Mødet er indkaldt." in called.body, text_of(called.main)
    return called.action("agenda-item").rsplit("/", 1)[0]


def own_fields(page: Inspected, form: str = "form-values") -> list[str]:
    """The texts of the meeting's form."""
    return [name for name in page.values(form) if name.startswith("value-")]


def undoing(page: Inspected) -> str:
    """The form that takes a point off the agenda again."""
    return next(name for form in page.all("form") if (name := form.get("id") or "").startswith("take-back-"))


def test_a_call_that_was_begun_is_gone_on_with(leader: Person, planned: Inspected, town: Town) -> None:
    path = f"/children/{town.id('child')}/call"
    kept = planned.values("call-plan") | {"agenda": "Lektier\nSkolevej"}
    assert leader.send(f"{path}/draft", kept).status_code == 303
    first = leader.get(f"{path}?problem=none")
    assert "Brug kladden" in first.body
    again = leader.get(f"{path}?draft=call-plan")
    assert again.values("call-plan")["agenda"] == ["Lektier\nSkolevej"]
    assert again.values("call-plan")["place"] == ["Lokale 12"]
    assert decisions(again, "call-plan") <= 8


def test_what_is_written_is_kept_for_its_writer_alone_and_goes_once_it_is_sent(
    portal: Portal, leader: Person, meeting: str, town: Town
) -> None:
    page = leader.get(meeting)
    field = own_fields(page)[0]
    written = page.values("form-values") | {field: "Et halvt ord"}
    told = leader.client.post(
        f"{meeting}/draft", data=written, headers={"origin": leader.origin, "accept": "application/json"}
    )
    assert list(told.json()) == ["savedAt"]
    for other in ("teacher", "adviser", "mother"):
        seen = portal.person(town, other).client.get(meeting)
        assert "kladde fra" not in seen.text
        assert "Et halvt ord" not in seen.text
        assert (
            "Et halvt ord" not in portal.person(town, other).client.get(f"{meeting}?draft=form-values").text
        )
    page = leader.get(meeting)
    assert "Du har en kladde fra" in page.body
    assert page.values("form-values")[field] == [""]
    back = leader.get(f"{meeting}?draft=form-values")
    assert back.values("form-values")[field] == ["Et halvt ord"]
    saved = leader.fill(back, "form-values", complete="no")
    assert "Skemaet er gemt." in saved.body
    assert "kladde fra" not in saved.body
    assert saved.values("form-values")[field] == ["Et halvt ord"]


def test_who_was_logged_out_gets_back_what_they_wrote(portal: Portal, meeting: str, town: Town) -> None:
    person = portal.person(town, "leader")
    page = person.get(meeting)
    field = own_fields(page)[1]
    cookie = person.client.headers.pop("cookie")
    sent = person.send(page.action("form-values"), page.values("form-values") | {field: "Skrevet for sent"})
    assert sent.status_code == 401
    assert "Det venter her på siden" in sent.text or "det venter her på siden" in sent.text
    waiting = person._inspect(sent, 401)
    again = next(form for form in waiting.all("form") if form.get("action") == f"{meeting}/draft")
    values = [
        (i.get("name", ""), i.get("value", "")) for i in again.iter("{http://www.w3.org/1999/xhtml}input")
    ]
    person.client.headers["cookie"] = cookie
    back = person.send(f"{meeting}/draft", dict(values))
    assert back.headers["location"] == f"{meeting}?draft=form-values#form-values"
    assert person.get(f"{meeting}?draft=form-values").values("form-values")[field] == ["Skrevet for sent"]
    thrown = person.send(f"{meeting}/drop-draft", {"_form": "form-values"})
    assert "Kladden er kasseret." in person.get(thrown.headers["location"]).body


def test_asking_is_enough_to_stay_logged_in(portal: Portal) -> None:
    person = portal.person(portal.world.north, "leader")
    until = local(person.client.get("/auth/me").json()["expires_at"])
    assert f"Du er logget ind til klokken {until:%H.%M}." in text_of(person.get("/stay").main)
    # A professional's provider is asked in that window, and nothing of the page beside it is lost.
    port = person.client.headers["cookie"].split("=")[0].rsplit("-", 1)[1]
    person.client.headers["cookie"] += f"; rundbord-provider-{port}=town"
    assert person.client.get("/stay").headers["location"].endswith("&silent=1&next=%2Fstay")
    person.client.headers["cookie"] = ""
    assert person.client.get("/stay").headers["location"] == "/login?next=%2Fstay"


def test_two_who_write_at_once_see_both_and_nothing_is_lost(
    portal: Portal, leader: Person, meeting: str, town: Town
) -> None:
    other = portal.person(town, "leader")
    mine, theirs = leader.get(meeting), other.get(meeting)
    both, only = own_fields(mine)[1:3]
    other.fill(theirs, "form-values", **{both: "Kollegaens ord", only: "Kun kollegaens", "complete": "no"})
    sent = leader.send(
        mine.action("form-values"), mine.values("form-values") | {both: "Mine ord", "complete": "no"}
    )
    page = leader._inspect(sent, 422)
    assert "En anden har ændret det imens." in page.body
    assert "Det, du skrev, står her endnu" in page.body
    assert "Kollegaens ord" in page.body
    assert "Sidst gemt af" in page.body
    shown = page.values("form-values")
    assert (shown[both], shown[only]) == (["Mine ord"], ["Kun kollegaens"])
    merged = leader.fill(page, "form-values", **{f"_keep-{both}": "both", "complete": "no"})
    assert merged.values("form-values")[both] == ["Kollegaens ord\n\nMine ord"]
    undone = leader.fill(merged, "undo-form")
    assert "Skemaet er, som det var." in undone.body
    assert undone.values("form-values")[both] == ["Kollegaens ord"]


def test_who_moves_a_meeting_second_sees_where_it_stands_now(
    portal: Portal, leader: Person, meeting: str, town: Town
) -> None:
    mine, other = leader.get(meeting), portal.person(town, "leader")
    other.fill(other.get(meeting), "move", startsAtTime="14:00")
    written = mine.values("move") | {"startsAtTime": "15:00", "reason": "Tolken kan først da"}
    page = leader._inspect(leader.send(mine.action("move"), written), 422)
    box = next(one for one in page.form("move").iter() if one.get("class") == "rb-clash")
    assert "Tid ændret" in text_of(box)
    assert "kl. 14.00" in text_of(box)
    assert "Sted ændret" not in text_of(box)
    assert page.values("move")["reason"] == ["Tolken kan først da"]
    moved = leader.fill(page, "move", **{"_keep-startsAtTime": "mine"})
    assert "Mødet er flyttet." in moved.body
    assert moved.values("move")["startsAtTime"] == ["15:00"]


def test_what_was_just_made_is_undone_and_what_is_old_is_not(
    portal: Portal, leader: Person, meeting: str, town: Town
) -> None:
    page = leader.fill(leader.get(meeting), "agenda-item", text="Cyklen")
    undo = undoing(page)
    item = page.values(undo)
    foreign = portal.person(town, "daycare_leader").send(f"{meeting}/take-back-item", item)
    assert foreign.status_code in (404, 422)
    gone = leader.fill(page, undo)
    assert "Punktet er taget af dagsordenen igen." in gone.body
    assert "Cyklen" not in gone.body
    kept = leader.fill(gone, "agenda-item", text="Cyklen")
    late = kept.values(undoing(kept))
    asyncio.run(portal.world.advance(2 * 3600))
    assert "take-back-" not in leader.get(meeting).body
    assert leader.send(f"{meeting}/take-back-item", late).status_code == 422


def test_an_agreement_made_by_mistake_is_taken_back_within_the_hour(
    portal: Portal, leader: Person, meeting: str
) -> None:
    asyncio.run(portal.world.advance(31 * 24 * 3600))
    held = leader.fill(leader.get(meeting), "hold")
    page = leader.fill(held, "make-agreement", what="Ringer hjem", responsibleParticipantId=somebody(held))
    undo = next(name for form in page.all("form") if (name := form.get("id") or "").startswith("undo-agree"))
    gone = leader.fill(page, undo)
    assert "Aftalen er fortrudt. Den er væk." in gone.body
    assert "Ringer hjem" not in gone.body
    kept = leader.fill(gone, "make-agreement", what="Ringer hjem", responsibleParticipantId=somebody(gone))
    late = kept.values(
        next(f for form in kept.all("form") if (f := form.get("id") or "").startswith("undo-"))
    )
    asyncio.run(portal.world.advance(2 * 3600))
    assert "undo-agreement-" not in leader.get(meeting).body
    assert leader.send(f"{meeting}/take-back-agreement", late).status_code == 422


def somebody(page: Inspected) -> str:
    """The first who can be answerable for an agreement."""
    chosen = next(
        one for one in page.form("make-agreement").iter() if one.get("name") == "responsibleParticipantId"
    )
    return next(value for option in chosen.iter() if (value := option.get("value")))


async def test_nobody_fills_the_house_with_drafts_of_made_up_forms(portal: Portal, town: Town) -> None:
    about = About(child=town.id("child"))
    async with portal.world.api.write(town.who("teacher"), "test.drafts") as tx:
        for number in range(MOST_FORMS):
            await save_draft(tx, about, f"form-{number}", {"text": ["Et ord"]})
        await save_draft(tx, about, "form-0", {"text": ["Et ord til"]})
        with pytest.raises(UserError) as refused:
            await save_draft(tx, about, "form-one-more", {"text": ["Et ord"]})
        assert (refused.value.code, refused.value.message_key) == (ErrorCode.LIMIT_EXCEEDED, "draft.too_many")
        assert len(await drafts(tx, about)) == MOST_FORMS


async def test_a_draft_that_nobody_writes_on_is_swept(
    portal: Portal, leader: Person, meeting: str, town: Town
) -> None:
    page = leader.get(meeting)
    leader.send(f"{meeting}/draft", page.values("form-values") | {own_fields(page)[0]: "Glemt"})
    assert "kladde fra" in leader.get(meeting).body
    await portal.world.advance(int(KEPT_FOR.total_seconds()) + 60)
    await clean(portal.world.worker, town.system)
    assert "kladde fra" not in leader.get(meeting).body


def test_the_times_of_an_agenda_fill_the_meeting_and_keep_what_the_model_says() -> None:
    begin = datetime(2026, 12, 14, 9, tzinfo=UTC)
    slots = agenda_times.agenda_times(begin, begin + timedelta(minutes=60), [10, 0, 0])
    assert [(one.starts_at.minute, one.minutes) for one in slots] == [(0, 10), (10, 25), (35, 25)]
    tight = agenda_times.agenda_times(begin, begin + timedelta(minutes=10), [10, 0])
    assert tight[1].minutes == agenda_times.LEAST
    many = agenda_times.agenda_times(begin, begin + timedelta(minutes=60), [0] * 8)
    assert [one.starts_at.minute for one in many] == [0, 5, 15, 20, 30, 35, 45, 50]
    assert many[-1].starts_at + timedelta(minutes=many[-1].minutes) == begin + timedelta(minutes=60)
