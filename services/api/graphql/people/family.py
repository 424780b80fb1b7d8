"""What is known of a child's family beside custody: the part of ``Child`` about people, and what happened to them."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.people.circle import (
    FamilyRelation,
    FamilyRelationOption,
    Sibling,
    has_part,
    options_of_child,
    relations_of_child,
    siblings_of_child,
)
from services.core.calendar.instants import local_day
from services.core.identity import PersonId
from services.core.person import colleagues, departures, identifiers, protection, reading
from services.core.person.identifiers import IdentifierKind
from services.core.person.reading import Child as ChildFound
from services.core.person.rules import pregnancy_week

enum_type(
    IdentifierKind,
    description="What kind of number.",
    values={
        "CPR": "A CPR number.",
        "REPLACEMENT_CPR": "A replacement for who has no CPR number: 60 is added to the day of birth.",
        "MITID": "The person's MitID.",
        "INSTITUTION": "A key in a school's or day care's own system.",
    },
)


@object_type(description="A number of a child, with all but its harmless part blotted out.")
class Identifier:
    """A number."""

    kind: IdentifierKind = field(description="What kind of number.", personal=True)
    masked: str = field(description="What may be shown of it.", personal=True, sealed=True)
    valid_until: datetime | None = field(description="Until when it was theirs; null: still.", personal=True)


@object_type(description="One of a family by name: the child, or who holds custody of it.")
class FamilyMember:
    """A person."""

    id: strawberry.ID = field(description="The person's id.", personal=True)
    name: str = field(description="The name.", personal=True, sealed=True)
    is_child: bool = field(description="Whether it is the child itself.", personal=True)


@object_type(description="A protected name or address.")
class Protection:
    """A protection."""

    whose: str = field(description="Whose.", personal=True, sealed=True)
    kind: str = field(
        description="`name` or `address`; a protected name protects the address too.", personal=True
    )
    last_day: date = field(
        description="The last Danish day on which it holds unless it is renewed.", personal=True
    )
    holds: bool = field(description="Whether it holds at this moment.", personal=True)


@object_type(description="That somebody of the family has died, or the child moves out of the municipality.")
class Departure:
    """A departure."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: str = field(description="`death` or `move_out`.", personal=True)
    whose: str = field(description="Who it is.", personal=True, sealed=True)
    is_child: bool = field(description="Whether it is the child itself.", personal=True)
    happened_on: date = field(description="The Danish day of it.", personal=True)
    effective_at: datetime = field(description="From when on access has ended.", personal=True)
    to: str | None = field(
        description="Where to, for people; nothing is sent there.", personal=True, sealed=True
    )
    handover_agreed_on: date | None = field(
        description="When a handover to the next municipality was agreed by consent.", personal=True
    )
    handover: str | None = field(
        description="What was agreed, and who consented.", personal=True, sealed=True
    )
    version: int = field(description="For `takeBackDeparture`.", personal=False)


@object_type(description="A child that is not born yet.")
class Unborn:
    """An expected child."""

    expected_on: date | None = field(description="The expected day of birth.", personal=True, sealed=True)
    week: int | None = field(description="Whole weeks of the pregnancy.", personal=True, sealed=True)
    version: int = field(description="For `recordBirth`.", personal=False)


@object_type(description="What is known of a child's family.")
class FamilyOfChild:
    """The fields that ``Child`` has of it; no type of the schema by itself."""

    found: strawberry.Private[ChildFound]

    @computed(
        description="Who else is and was around the child; a family sees those that are shown to it.",
        personal=True,
    )
    async def circle(self, info: Info) -> list[FamilyRelation]:
        """The database decides; nobody of the circle has access by it."""
        return await relations_of_child(info, self.found.id)

    @computed(description="Brothers and sisters whom the viewer may see as well.", personal=True)
    async def siblings(self, info: Info) -> list[Sibling]:
        """By a custody holder in common, or said to be."""
        return await siblings_of_child(info, self.found.id)

    @computed(
        description="Kinds of relation that the viewer may record; none without a lasting part in the case.",
        personal=False,
        who=STAFF,
    )
    async def relation_options(self, info: Info) -> list[FamilyRelationOption] | None:
        """With what each may and may not."""
        return await options_of_child(info, self.found.id)

    @computed(description="The child and who holds custody of it.", personal=True, who=STAFF)
    async def family(self, info: Info) -> list[FamilyMember] | None:
        """For choosing whom something is about."""
        return [
            FamilyMember(id=strawberry.ID(str(person)), name=name, is_child=person == self.found.id)
            for person, name in (await self._family(info)).items()
        ]

    @computed(
        description="Numbers of the child, blotted out; none without a lasting part in the case.",
        personal=True,
        sealed=True,
        who=STAFF,
    )
    async def identifiers(self, info: Info) -> list[Identifier] | None:
        """Never the number itself."""
        return [
            Identifier(kind=one.kind, masked=one.masked, valid_until=one.valid_until)
            for one in await identifiers.identifiers(info.context.tx, self.found.id)
        ]

    @computed(
        description="Protected names and addresses; a family sees its own and the child's alone.",
        personal=True,
    )
    async def protections(self, info: Info) -> list[Protection]:
        """Compared in business time."""
        tx = info.context.tx
        names = await self._family(info)
        found = await protection.protection_of(tx, list(names))
        return [
            Protection(
                whose=names[person],
                kind=row.kind,
                last_day=row.last_day,
                holds=row.valid_from <= tx.now < row.valid_until,
            )
            for person, rows in found.items()
            for row in rows
        ]

    @computed(description="Deaths in the family and the child's moving away.", personal=True, who=STAFF)
    async def departures(self, info: Info) -> list[Departure] | None:
        """A family is told by people."""
        tx = info.context.tx
        people = [self.found.id, *await departures.holders_ever(tx, self.found.id)]
        rows = await departures.departures_of(tx, people)
        names = await colleagues.names(tx, [row.person_id for row in rows])
        found = []
        for row in rows:
            said = await departures.details_of(tx, row)
            found.append(
                Departure(
                    id=strawberry.ID(str(row.id)),
                    kind=row.kind,
                    whose=names.get(row.person_id, ""),
                    is_child=row.person_id == self.found.id,
                    happened_on=row.happened_on,
                    effective_at=row.effective_at,
                    to=said.to or None,
                    handover_agreed_on=row.handover_agreed_on,
                    handover=said.handover or None,
                    version=row.version,
                )
            )
        return found

    @computed(
        description="What is known of a birth to come; null once the child is born.", personal=True, who=STAFF
    )
    async def unborn(self, info: Info) -> Unborn | None:
        """SL-16: the weeks count until birth, the ages from then."""
        if self.found.born_on is not None:
            return None
        expected = await reading.expected_on(info.context.tx, self.found.id)
        week = pregnancy_week(expected, local_day(info.context.now))
        return Unborn(expected_on=expected, week=week, version=self.found.version)

    @computed(
        description="Whether the viewer may record what happens in the family.", personal=False, who=STAFF
    )
    async def may_record(self, info: Info) -> bool | None:
        """Those with a lasting part in the case."""
        return await has_part(info, self.found.id)

    async def _family(self, info: Info) -> dict[PersonId, str]:
        holders = await reading.holders(info.context.tx, self.found.id)
        return {self.found.id: self.found.name, **{one.person_id: one.name for one in holders}}
