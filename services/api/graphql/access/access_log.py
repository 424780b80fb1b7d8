"""``accessLog``: who has looked at a child's data (GDPR art. 15)."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, page_of, placed
from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type, query
from services.api.graphql.ids import read_id
from services.core.errors import not_found, say
from services.core.identity import PersonId
from services.core.person import onlookers


@object_type(description="One look at a child's data, or one change of it.")
class AccessEvent:
    """A look or a change."""

    at: datetime = field(description="When.", personal=True)
    actor: str = field(description="The professional; of a family it says no more than that.", personal=True)
    capacity: str = field(description="In which capacity; `system` for sweeps and deliveries.", personal=True)
    operation: str = field(
        description="What was done, as a code. To a family: `family` for what another of it did, else `look` or `change`.",
        personal=True,
    )
    changed: bool = field(description="Whether anything was changed.", personal=True)


@query(description="Who has looked at a child's data, newest first.", personal=True)
async def access_log(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    first: First = 25,
    after: After = None,
) -> Connection[AccessEvent]:
    """For those who may see the child: the family too."""
    page = page_of("accessLog", first, after)
    child = PersonId(read_id(child_id))
    if not await onlookers.may_ask(info.context.tx, child):
        raise not_found()
    found = await onlookers.access_events(info.context.tx, child, first=page.first, before=page.after_moment)
    language = info.context.language
    nodes = [
        (
            AccessEvent(
                at=one.occurred_at,
                actor=one.name or say(_whose(one.capacity), language),
                capacity=one.capacity,
                operation=_operation(info, one),
                changed=one.changed,
            ),
            (one.occurred_at.isoformat(), str(one.id)),
        )
        for one in found.items
    ]
    return placed(page, nodes, found.has_next)


def _operation(info: Info, one: onlookers.AccessEvent) -> str:
    # A family is told who looked and when, and its own deeds by name. The name of another's deed would tell one
    # parent what the other answered, and both of what the law keeps from them.
    if not info.context.actor.is_family or one.actor_id == info.context.actor.person:
        return one.operation
    if one.capacity == "family":
        return "family"
    return "change" if one.changed else "look"


def _whose(capacity: str) -> str:
    return f"access.{capacity}" if capacity in ("family", "system") else "access.nobody"
