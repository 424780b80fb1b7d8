"""What somebody chooses, in a few words."""

from dataclasses import replace
from datetime import time
from typing import Any
from uuid import UUID

import msgspec

from services.core.contact import service
from services.core.contact.rules import Choice, Way
from services.core.identity import RequestIdentity
from tests.builders.world import World

PLAIN = Choice(ways=(Way.MAIL,), language="da")
NIGHT = {"quiet_from": time(22), "quiet_until": time(7)}


async def own(world: World, who: RequestIdentity) -> service.Contact:
    """How somebody is reached and told, as they see it."""
    async with world.api.read(who, "test.own") as tx:
        return await service.own_contact(tx)


async def chooses(world: World, who: RequestIdentity, **said: Any) -> service.Contact:
    """Somebody chooses anew, beside what is plain."""
    before = await own(world, who)
    async with world.api.write(who, "test.choose") as tx:
        await service.choose(tx, replace(PLAIN, **said), before.version)
    return await own(world, who)


async def reached_at(world: World, who: RequestIdentity, email: str, telephone: str) -> None:
    """Somebody of a family says where they are reached."""
    before = await own(world, who)
    async with world.api.write(who, "test.reached") as tx:
        await service.change_address(tx, email, telephone, before.details_version)


class Planned(msgspec.Struct, frozen=True, order=True):
    """A message behind the walls."""

    kind: str
    channel: str
    state: str
    local: str
    """When it goes, by the clock on the wall."""


async def messages(world: World, person: UUID, kind: str = "meeting_reminder") -> list[Planned]:
    """What was planned for somebody, as far as it was not taken back."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select kind, channel, state, to_char(not_before at time zone 'Europe/Copenhagen', 'YYYY-MM-DD HH24:MI') as local"
            " from message where recipient_id = $1 and kind = $2 and state <> 'cancelled'",
            person,
            kind,
        )
    return sorted(Planned(**row) for row in rows)
