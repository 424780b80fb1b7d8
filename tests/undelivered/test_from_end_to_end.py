"""From a server that says no to a mail that arrives: a real notifier, real pages, forms alone."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.builders.world import World
from tests.notifier.outbox_case import plan, running_notifier, until
from tests.notifier.smtp_peer import eventually, running_peer
from tests.portal.inspect_page import text_of
from tests.portal.real import Portal, served
from tests.worker.case import open_case


@pytest.fixture
def portal(world: World) -> Iterator[Portal]:
    with served(world) as running:
        yield running


async def test_the_leader_finds_it_and_sends_it_again(world: World, portal: Portal) -> None:
    """What people are told is the way that failed, though others were tried after it that nobody has set up."""
    town = world.north
    case = await open_case(world, town)
    leader, administrator = portal.person(town, "leader"), portal.person(town, "administrator")
    async with running_peer() as peer, running_notifier(world, peer):
        peer.script["RCPT"] = "550 unknown"
        await plan(world, case, "mother")
        await until(world, lambda seen: any(state.startswith("dead:") for state in seen))
        page = await asyncio.to_thread(leader.get, "/undelivered")
        told = text_of(page.main)
        assert "Beskeden til Aase Prøve kom ikke frem" in told
        assert "tog ikke imod beskeden" in told
        office = text_of((await asyncio.to_thread(administrator.get, "/undelivered")).main)
        assert "550" in office
        assert "Prøve" not in office
        how = text_of((await asyncio.to_thread(administrator.get, "/administration/operation")).main)
        assert "Nogle beskeder kom ikke frem" in how
        del peer.script["RCPT"]
        forms = [str(form.get("id")) for form in page.all("form")]
        (form,) = [name for name in forms if name.startswith("again-")]
        page = await asyncio.to_thread(leader.fill, page, form)
        assert "Beskeden er på vej igen." in text_of(page.main)
        assert "Alt er kommet frem." in text_of(page.main)
        await eventually(lambda: len(peer.accepted) == 1)
    assert [mail["To"] for mail in peer.accepted] == ["mother@familie.example"]
