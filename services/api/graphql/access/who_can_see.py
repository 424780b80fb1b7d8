"""``whoCanSee``: who can see a child, and why."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type, query
from services.api.graphql.ids import read_id
from services.core.errors import not_found, say
from services.core.identity import PersonId
from services.core.person import onlookers, reading


@object_type(description="Someone's access to a child.")
class Access:
    """An access."""

    person: str = field(description="The professional; of a family it says no more than that.", personal=True)
    capacity: str = field(description="In which capacity.", personal=True)
    why: str = field(description="The reason in words.", personal=True)
    from_: datetime | None = field(name="from", description="Since when.", personal=True)
    until: datetime | None = field(description="Until when; null: until its reason ends.", personal=True)


@query(description="Who can see a child now or later, and why.", personal=True)
async def who_can_see(
    info: Info, child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")]
) -> list[Access]:
    """For those who may see the child: the family too."""
    child = PersonId(read_id(child_id))
    if await reading.child(info.context.tx, child) is None:
        raise not_found()
    language = info.context.language
    return [
        Access(
            person=one.name or say("access.family", language),
            capacity=one.capacity,
            why=say(f"access.reason_{one.reason}", language),
            # When custody began or ends would tell one parent about the other; the reason says enough.
            from_=None if info.context.actor.is_family and one.name is None else one.valid_from,
            until=None if info.context.actor.is_family and one.name is None else one.valid_until,
        )
        for one in await onlookers.who_can_see(info.context.tx, child)
    ]
