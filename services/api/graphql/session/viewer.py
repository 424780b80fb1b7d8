"""``viewer``: who is logged in, and in which capacity."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import EVERYONE, STAFF, computed, field, object_type, query
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.people.types import Unit, unit_of
from services.core.casework.rules import instruments_for
from services.core.identity import Capacity
from services.core.person import colleagues, reading

enum_type(
    Capacity,
    description="In which capacity someone acts: one a session, never two.",
    values={
        "FAMILY": "A parent or a young person, logged in with MitID.",
        "PROFESSIONAL": "Works with the child: sees the children they have a relation to.",
        "LEADER": "Leads a unit: sees the children of that unit.",
        "ADVISER": "An adviser of the municipality, for the cases they take part in.",
        "ADMINISTRATOR": "Runs the system for the municipality; sees a child only with a stated reason.",
        "DPO": "The data protection officer; sees a child only with a stated reason.",
        "AUDITOR": "Looks after who has looked: the log and whether it is whole; sees no child.",
        "SYSTEM": "The system itself: sweeps and deliveries.",
    },
)


@object_type(description="The viewer's own name.")
class ViewerPerson:
    """A person, to themselves."""

    id: strawberry.ID = field(description="The person's id.", personal=True)
    name: str = field(description="The name.", personal=True)


@object_type(description="The one who is logged in.")
class Viewer:
    """The one who is logged in."""

    capacity: Capacity = field(description="The capacity of this session.", personal=False)
    person: ViewerPerson = field(description="Who it is.", personal=True)
    units: list[Unit] = field(description="The units in which the viewer holds this capacity.", personal=True)
    language: str = field(description="The session's language.", personal=False)
    now: datetime = field(description="Business time: what is today, and what is late.", personal=False)
    roles: list[str] = field(
        description="The session's roles, as the municipality gives them.", personal=True
    )

    @computed(
        description="The instruments of the viewer's profession and its service, by the model in force.",
        personal=True,
        who=STAFF,
    )
    async def instruments(self, info: Info) -> list[str] | None:
        """RI-39."""
        person = info.context.actor.known_person
        model = await model_in_force(info)
        known = (await colleagues.staff(info.context.tx, [person])).get(person)
        if known is None or all(one.key != known.profession for one in model.professions):
            return []
        names = {one.key: one.name.in_language(info.context.language) for one in model.instruments}
        return [names[key] for key in instruments_for(model, known.profession)]


@query(description="Who is logged in, and in which capacity.", personal=True, who=EVERYONE)
async def viewer(info: Info) -> Viewer:
    """Answer from the session itself."""
    actor = info.context.actor
    person = actor.known_person
    if actor.is_family:
        known = await reading.details(info.context.tx, [person])
        name = known[person].name if person in known else ""
    else:
        staff = await colleagues.staff(info.context.tx, [person])
        name = staff[person].name if person in staff else ""
    units = [await unit_of(info, unit) for unit in actor.units]
    return Viewer(
        capacity=actor.capacity,
        person=ViewerPerson(id=strawberry.ID(str(person)), name=name),
        units=[unit for unit in units if unit is not None],
        now=info.context.now,
        language=info.context.language,
        roles=sorted(actor.roles),
    )
