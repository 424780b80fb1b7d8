"""``Slot``: one fixed time of a place."""

from collections.abc import Iterable
from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.people.types import Unit, unit_of
from services.core.consultation.rules import callable_types
from services.core.consultation.store import at_slots
from services.core.identity import Capacity
from services.core.series import store
from services.core.series.rules import series_name, types_of
from services.core.series.store import Requests, SlotRow


@object_type(description="One fixed time: when and where, and nothing of what is spoken of there.")
class Slot:
    """A fixed time."""

    row: strawberry.Private[SlotRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    type: str = field(
        description="Key of the meeting type, or of the kind that several types share.", personal=False
    )
    starts_at: datetime = field(description="When it begins.", personal=False)
    ends_at: datetime = field(description="When it ends.", personal=False)
    place: str = field(description="Where.", personal=False)
    cancelled: bool = field(description="Whether it was given up.", personal=False)
    reason: str | None = field(description="Why it was.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you cancel it.", personal=False)
    consultation_id: strawberry.ID | None = field(
        description="The meeting about nobody named that stands there, if the viewer sees it.", personal=True
    )
    takes_requests: bool = field(
        description="Whether the viewer can ask for time there (`askForTime`).", personal=False
    )
    may_cancel: bool = field(description="Whether the viewer leads the place.", personal=False)

    @computed(description="What is held then, in words.", personal=False)
    async def type_name(self, info: Info) -> str:
        """By the model in force."""
        return series_name(await model_in_force(info), self.row.type, info.context.language)

    @computed(description="The unit that fixed it.", personal=False)
    async def unit(self, info: Info) -> Unit | None:
        """A place."""
        return await unit_of(info, self.row.unit_id)

    @computed(
        description="How many points without names stand there, as far as the viewer may see.", personal=True
    )
    async def items(self, info: Info) -> int:
        """A number alone."""
        return (await self._requests(info)).items

    @computed(description="How many named meetings stand there, as far as the viewer may see.", personal=True)
    async def named(self, info: Info) -> int:
        """A number alone: nothing of a child stands beside anything of nobody."""
        return (await self._requests(info)).named

    async def _requests(self, info: Info) -> Requests:
        model = await model_in_force(info)
        return await info.context.once(
            f"requests:{self.row.id}", lambda: store.requests(info.context.tx, model, self.row)
        )


async def slot_types(info: Info, rows: Iterable[SlotRow]) -> list[Slot]:
    """Fixed times with what the viewer can do about each."""
    known = list(rows)
    tx, model = info.context.tx, await model_in_force(info)
    seen = await at_slots(tx, [row.id for row in known])
    own = await store.own_units(tx)
    leads = tx.actor.capacity is Capacity.LEADER
    led = {unit for unit in {row.unit_id for row in known} if leads and await store.works_at(tx, unit)}
    unnamed = {meeting.key for meeting in callable_types(model)}
    return [
        Slot(
            row=row,
            id=strawberry.ID(str(row.id)),
            type=row.type,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.place,
            cancelled=row.status == "cancelled",
            reason=row.reason or None,
            version=row.version,
            consultation_id=strawberry.ID(str(seen[row.id])) if row.id in seen else None,
            takes_requests=row.status == "open"
            and row.starts_at > info.context.now
            and row.unit_id in own
            and any(meeting.key in unnamed for meeting in types_of(model, row.type)),
            may_cancel=row.status == "open" and row.unit_id in led,
        )
        for row in known
    ]
