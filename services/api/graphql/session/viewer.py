"""``viewer``: who is logged in, and in which capacity."""

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type, query
from services.core.identity import Capacity

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
        "SYSTEM": "The system itself: sweeps and deliveries.",
    },
)


@object_type(description="The one who is logged in.")
class Viewer:
    """The one who is logged in."""

    capacity: Capacity = field(description="The capacity of this session.", personal=False)
    roles: list[str] = field(
        description="The session's roles, as the municipality gives them.", personal=True
    )


@query(description="Who is logged in, and in which capacity.", personal=True)
async def viewer(info: Info) -> Viewer:
    """Answer from the session itself."""
    actor = info.context.actor
    return Viewer(capacity=actor.capacity, roles=sorted(actor.roles))
