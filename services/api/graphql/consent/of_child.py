"""What ``Child`` has of consents: how each purpose stands, what was shared on which ground, who was only told."""

import strawberry

from services.api.graphql.consent.inform import Informing, informed_of
from services.api.graphql.consent.resting import MOST_RESTING, Resting, resting_type
from services.api.graphql.consent.standing import ConsentStanding, standings_of_child
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, object_type
from services.core.consent import store
from services.core.person.reading import Child as ChildFound


@object_type(description="What a child's case has of consents.")
class ConsentsOfChild:
    """The fields that ``Child`` has of them; no type of the schema by itself."""

    found: strawberry.Private[ChildFound]

    @computed(
        description="How each purpose of the model stands, and who must answer; null for one who sees only a meeting.",
        personal=True,
        who=STAFF,
    )
    async def consent_standings(self, info: Info) -> list[ConsentStanding] | None:
        """Never for a family: nothing tells one parent what the other said."""
        return await standings_of_child(info, self.found.id)

    @computed(
        description="What was shared, and the consents or the law that it rests on, newest first.",
        personal=True,
    )
    async def shared(self, info: Info) -> list[Resting]:
        """A giver sees what rests on an answer of their own."""
        if self.found.casework_id is None:
            return []
        rows = await info.context.tx.many(
            store.RESTING_OF_DOSSIER, dossier_id=self.found.casework_id, limit=MOST_RESTING
        )
        return [resting_type(row) for row in rows]

    @computed(
        description="Who was told, where the model wants that and asks for no consent, newest first.",
        personal=True,
    )
    async def informed(self, info: Info) -> list[Informing]:
        """Of a family each sees what was told to them."""
        return await informed_of(info, self.found.casework_id)
