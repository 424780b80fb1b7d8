"""Who comes with somebody to a meeting, and who interprets there: beside its participants, since they are no parties."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, object_type
from services.api.graphql.people.circle import FamilyRelation, relation_types
from services.core.meeting.store import MeetingRow
from services.core.person import circle


@object_type(description="Who comes to a meeting without being a party to it.")
class CompaniesMeeting:
    """The field that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="Companions (bisiddere) and interpreters: no participants, so nothing is agreed with or asked of them.",
        personal=True,
    )
    async def companions(self, info: Info) -> list[FamilyRelation]:
        """trap 14; a family sees those that are shown to it."""
        if self.row.veiled:
            return []
        return await relation_types(info, await circle.companions(info.context.tx, self.row.id))
