"""``Emergency``: somebody opened a child in an emergency."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, LEADERS, STAFF, computed, field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.people.types import Staff, Unit, one_staff, unit_of
from services.core.emergency_access import store
from services.core.emergency_access.rules import MOST_HOURS
from services.core.emergency_access.store import EmergencyRow, OpenedRow, ReviewRow
from services.core.errors import say
from services.core.person import reading


@object_type(description="What an emergency can be about.")
class EmergencyCategory:
    """A kind of reason."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    hours: int = field(
        description="How many hours it lasts where no other number is asked for.", personal=False
    )
    most_hours: int = field(description="No longer than so many.", personal=False)


@object_type(description="Whether an emergency was justified, as one of those who answer for it sees it.")
class EmergencyReview:
    """A judgement."""

    row: strawberry.Private[ReviewRow]
    at: datetime = field(description="When it was said.", personal=True)
    capacity: str = field(
        description="As a leader of the unit, or as data protection officer.", personal=True
    )
    justified: bool = field(description="Whether it was.", personal=True)

    @computed(description="Who says so.", personal=True)
    async def reviewer(self, info: Info) -> Staff | None:
        """By name."""
        return await one_staff(info, self.row.reviewed_by)

    @computed(description="Why.", personal=True, sealed=True)
    async def note(self, info: Info) -> str:
        """Opened from its sealed column."""
        return await store.note_of(info.context.tx, self.row)


@object_type(
    description="An emergency: for who opened it, the leaders of the unit and the data protection officer."
)
class Emergency:
    """An emergency access."""

    row: strawberry.Private[EmergencyRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    child_id: strawberry.ID = field(description="The child.", personal=True)
    category: str = field(description="What it is about, in words.", personal=True)
    opened_at: datetime = field(description="When it was opened.", personal=True)
    until: datetime = field(description="When it ends or ended by itself, or was ended.", personal=True)
    open: bool = field(description="Whether it still gives access.", personal=True)

    @computed(description="What happened, in the words of who opened it.", personal=True, sealed=True)
    async def reason(self, info: Info) -> str:
        """Opened from its sealed column."""
        return await store.words_of(info.context.tx, self.row)

    @computed(description="Who opened it.", personal=True)
    async def person(self, info: Info) -> Staff | None:
        """By name."""
        return await one_staff(info, self.row.person_id)

    @computed(
        description="The child's name; null for who does not see the child.", personal=True, sealed=True
    )
    async def child_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        found = await reading.child(info.context.tx, self.row.child_id)
        return found.name if found else None

    @computed(description="Where the child belongs; null for who does not see the child.", personal=True)
    async def unit(self, info: Info) -> Unit | None:
        """As far as the viewer may know it."""
        found = await reading.child(info.context.tx, self.row.child_id)
        return await unit_of(info, found.unit_id) if found else None

    @computed(description="What was said of it afterwards.", personal=True, who=LEADERS | DPO)
    async def reviews(self, info: Info) -> list[EmergencyReview] | None:
        """By each who answers for it."""
        return [
            EmergencyReview(row=one, at=one.reviewed_at, capacity=one.capacity, justified=one.justified)
            for one in await store.reviews(info.context.tx, self.row)
        ]

    @computed(description="Whether the viewer is asked to judge it.", personal=True, who=STAFF | DPO)
    async def to_review(self, info: Info) -> bool | None:
        """Leaders of the unit and the data protection officer, each once and nobody their own."""
        actor = info.context.actor
        if actor.capacity.value not in LEADERS | DPO or actor.person == self.row.person_id:
            return False
        return all(one.reviewed_by != actor.person for one in await store.reviews(info.context.tx, self.row))


@object_type(
    description="That a child was opened in an emergency, as everybody who sees the child may know it."
)
class OpenedInEmergency:
    """What a family is told too."""

    row: strawberry.Private[OpenedRow]
    category: str = field(description="What it was about, in words.", personal=True)
    opened_at: datetime = field(description="When.", personal=True)
    until: datetime = field(description="When it ended or will end.", personal=True)

    @computed(description="Who did.", personal=True)
    async def person(self, info: Info) -> Staff | None:
        """A professional acts in public office and is named."""
        return await one_staff(info, self.row.person_id)


@object_type(description="The emergency after the change, or why it was not changed.")
class EmergencyPayload:
    """A changed emergency."""

    emergency: Emergency | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


def category_name(category: str, language: str) -> str:
    """What an emergency is about, in words."""
    return say(f"emergency_access.category_{category}", language)


def category_type(key: str, hours: int, language: str) -> EmergencyCategory:
    """A kind of reason as the schema answers it."""
    return EmergencyCategory(key=key, name=category_name(key, language), hours=hours, most_hours=MOST_HOURS)


def emergency_type(info: Info, row: EmergencyRow) -> Emergency:
    """A stored emergency as the schema answers it."""
    return Emergency(
        row=row,
        id=strawberry.ID(str(row.id)),
        child_id=strawberry.ID(str(row.child_id)),
        category=category_name(row.category, info.context.language),
        opened_at=row.opened_at,
        until=row.ended_at or row.valid_until,
        open=row.open(info.context.now),
    )


def opened_type(info: Info, row: OpenedRow) -> OpenedInEmergency:
    """What is told of one to everybody who sees the child."""
    return OpenedInEmergency(
        row=row,
        category=category_name(row.category, info.context.language),
        opened_at=row.opened_at,
        until=row.ended_at or row.valid_until,
    )
