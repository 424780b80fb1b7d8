"""``delegations``, and who could act for whom."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.delegation.types import Delegation, delegation_type
from services.api.graphql.fields import STAFF, query
from services.api.graphql.ids import read_optional_id
from services.api.graphql.people.types import Staff, staff_of
from services.core.delegation import store
from services.core.identity import PersonId


@query(
    description="Delegations that are not over: of the viewer, to the viewer, and of those the viewer leads.",
    personal=True,
    who=STAFF,
)
async def delegations(info: Info) -> list[Delegation]:
    """At most 500."""
    return [delegation_type(info, row) for row in await store.delegations(info.context.tx)]


@query(description="Colleagues who may act for somebody.", personal=True, who=STAFF)
async def stand_ins(
    info: Info,
    absent_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="Who is away; null: the viewer.")
    ] = None,
) -> list[Staff]:
    """Of the same place; for a leader of the places they lead."""
    asked = read_optional_id(absent_id)
    absent = PersonId(asked) if asked else info.context.actor.known_person
    rows = await store.may_act_for(info.context.tx, absent)
    known = await staff_of(info, [row.person_id for row in rows])
    return [known[row.person_id] for row in rows]


@query(description="Whom the viewer leads; nobody for who leads none.", personal=True, who=STAFF)
async def led_staff(info: Info) -> list[Staff]:
    """Who may be away without being able to say so."""
    rows = await store.led(info.context.tx)
    known = await staff_of(info, [row.person_id for row in rows])
    return [known[row.person_id] for row in rows]
