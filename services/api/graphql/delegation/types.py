"""``Delegation``: somebody acts for somebody."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.people.types import Staff, one_staff
from services.core.delegation.store import DelegationRow
from services.core.person import reading


@object_type(description="Somebody acts for a professional who is away.")
class Delegation:
    """A delegation."""

    row: strawberry.Private[DelegationRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    from_: datetime = field(name="from", description="Since when, or from when.", personal=True)
    until: datetime = field(description="Until when.", personal=True)
    mine: bool = field(description="Whether the viewer is the one who acts.", personal=True)
    child_id: strawberry.ID | None = field(
        description="For this child; null: for all whom the absent has a part with by themselves.",
        personal=True,
    )

    @computed(description="Who is away.", personal=True)
    async def absent(self, info: Info) -> Staff | None:
        """By name."""
        return await one_staff(info, self.row.absent_id)

    @computed(description="Who acts.", personal=True)
    async def delegate(self, info: Info) -> Staff | None:
        """By name."""
        return await one_staff(info, self.row.delegate_id)

    @computed(
        description="The child's name; null where it is for all, or not seen.", personal=True, sealed=True
    )
    async def child_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        if self.row.child_id is None:
            return None
        found = await reading.child(info.context.tx, self.row.child_id)
        return found.name if found else None


@object_type(description="The delegations after the change, or why nothing was changed.")
class DelegationPayload:
    """Changed delegations."""

    delegations: list[Delegation] | None = field(
        description="They as they are now.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()


def delegation_type(info: Info, row: DelegationRow) -> Delegation:
    """A stored delegation as the schema answers it."""
    return Delegation(
        row=row,
        id=strawberry.ID(str(row.id)),
        from_=row.valid_from,
        until=row.ended_at or row.valid_until,
        mine=row.delegate_id == info.context.actor.person,
        child_id=strawberry.ID(str(row.child_id)) if row.child_id else None,
    )
