"""``whoCanSee``: who can see a child, or could on a day, and why."""

from datetime import date, datetime
from typing import Annotated, Final

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type, query
from services.api.graphql.ids import read_id
from services.core.errors import not_found, say
from services.core.identity import PersonId
from services.core.person import onlookers

_REACH: Final = {
    "custody": "family",
    "self": "self",
    "invited": "invitation",
    "accepted": "meeting",
    "coordinator_offered": "all",
    "emergency": "look",
    "adviser": "authority",
}
"""What a reason reaches; what is not named reaches the child's case."""

_BASIS: Final = {"custody": "custody", "self": "self", "emergency": "emergency", "leader_of_unit": "leader"}


@object_type(description="Someone's access to a child.")
class Access:
    """An access."""

    person: str = field(description="The professional; of a family it says no more than that.", personal=True)
    own: bool = field(description="Whether it is the viewer's.", personal=True)
    capacity: str = field(description="In which capacity.", personal=True)
    reason: str = field(description="The reason as a code.", personal=True)
    why: str = field(description="The reason in words.", personal=True)
    basis: str = field(description="The law that the reason rests on, in words.", personal=False)
    reach: str = field(description="What they can see and do, in words.", personal=True)
    on_behalf_of: str | None = field(
        description="The professional who is away and for whom they act.", personal=True
    )
    from_: datetime | None = field(name="from", description="Since when.", personal=True)
    until: datetime | None = field(description="Until when; null: until its reason ends.", personal=True)


@query(description="Who can see a child now or later, and why; or who could on a day.", personal=True)
async def who_can_see(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    on: Annotated[
        date | None,
        strawberry.argument(
            description="A Danish day that was: by what was known then. Threads and places in meetings as they are today."
        ),
    ] = None,
) -> list[Access]:
    """For those who may see the child, the family too, and for the data protection officer."""
    child, tx = PersonId(read_id(child_id)), info.context.tx
    if not await onlookers.may_ask(tx, child):
        raise not_found()
    found = await (onlookers.who_can_see(tx, child) if on is None else onlookers.who_could_see(tx, child, on))
    return [_access(info, one) for one in found]


def _access(info: Info, one: onlookers.Access) -> Access:
    language = info.context.language
    # When custody began or ends would tell one parent about the other; the reason says enough.
    own = one.person_id == info.context.actor.person
    hidden = info.context.actor.is_family and one.name is None and not own
    return Access(
        person=one.name or say("access.family", language),
        own=own,
        capacity=one.capacity,
        reason=one.reason,
        why=_why(one, language),
        basis=say(f"access.basis_{_BASIS.get(one.reason, 'task')}", language),
        reach=say(f"access.reach_{_reach(one)}", language),
        on_behalf_of=one.whose,
        from_=None if hidden else one.valid_from,
        until=None if hidden else one.valid_until,
    )


def _why(one: onlookers.Access, language: str) -> str:
    words = say(f"access.reason_{one.reason}", language)
    if one.reason == "delegated" and one.whose:
        return say("access.on_behalf", language, {"whose": one.whose})
    if one.place:
        return say("access.leads", language, {"place": one.place})
    if one.category:
        category = say(f"emergency_access.category_{one.category}", language)
        return f"{words}: {category[:1].lower()}{category[1:]}"
    if one.meeting_at:
        return say("access.at", language, {"why": words, "when": one.meeting_at})
    return words


def _reach(one: onlookers.Access) -> str:
    return _REACH.get(one.reason, "authority" if one.capacity == "adviser" else "all")
