"""A migration among people at work: it waits its turn instead of giving up."""

import asyncio

from services.core.db.migrate import migrate
from tests.builders.world import World, world

__all__ = ["world"]


async def test_policies_are_applied_although_somebody_holds_a_table_for_long(world: World) -> None:
    owner = world.databases.main["rundbord_owner"]
    async with world.behind_the_walls() as above:
        await above.execute(
            "update public.schema_migration set checksum = 'changed' where name = 'message/policies.sql'"
        )
    async with world.behind_the_walls() as reader:
        async with reader.transaction():
            await reader.execute("lock table message in access share mode")
            migrating = asyncio.create_task(migrate(owner, "main"))
            # Longer than a migration waits for a lock at a time: queries behind it must not wait on and on.
            await asyncio.sleep(5.4)
            assert not migrating.done()
        assert await asyncio.wait_for(migrating, 30) == ["message/policies.sql"]
    assert await migrate(owner, "main") == []
