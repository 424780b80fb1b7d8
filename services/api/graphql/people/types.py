"""``Staff`` and ``Unit``."""

from collections.abc import Iterable
from uuid import UUID

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.core.identity import PersonId, UnitId
from services.core.person import colleagues
from services.core.tenancy.service import current_model
from services.core.unit.store import units


@object_type(description="A school, a day care, a team: where people work and children go.")
class Unit:
    """A unit of the municipality."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    name: str = field(description="Its name.", personal=False)


@object_type(description="A professional, as everyone they meet knows them.")
class Staff:
    """A professional."""

    id: strawberry.ID = field(description="The person's id.", personal=True)
    name: str = field(description="The name.", personal=True)
    profession: str | None = field(description="The profession, in the session's language.", personal=True)
    email: str | None = field(description="The work address for e-mail.", personal=True)

    phone: str | None = field(description="The work telephone.", personal=True)


async def staff_of(info: Info, ids: Iterable[UUID | None]) -> dict[UUID, Staff]:
    """Professionals by id, with professions in words."""
    wanted = [PersonId(one) for one in ids if one is not None]
    found = await colleagues.staff(info.context.tx, wanted)
    model = (await current_model(info.context.tx)).model
    names = {one.key: one.name.in_language(info.context.language) for one in model.professions}
    return {
        one.person_id: Staff(
            id=strawberry.ID(str(one.person_id)),
            name=one.name,
            profession=names.get(one.profession, one.profession) or None,
            email=one.email or None,
            phone=one.phone or None,
        )
        for one in found.values()
    }


async def one_staff(info: Info, person: UUID | None) -> Staff | None:
    """One professional, or None."""
    return None if person is None else (await staff_of(info, [person])).get(person)


async def unit_of(info: Info, unit: UnitId | None) -> Unit | None:
    """A unit by id, or None."""
    if unit is None:
        return None
    known = await info.context.once("units", lambda: units(info.context.tx))
    found = known.get(unit)
    return None if found is None else Unit(id=strawberry.ID(str(found.id)), name=found.name)
