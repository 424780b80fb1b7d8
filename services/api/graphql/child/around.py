"""What is done around a child: the part of ``Child`` that stands beside levels and meetings."""

import strawberry

from services.api.graphql.checklist.types import Checklist, checklists_of_child
from services.api.graphql.context import Info
from services.api.graphql.exchange.types import Exchange, ExchangeBasis, bases_of_child, exchanges_of_child
from services.api.graphql.fields import STAFF, computed, object_type
from services.api.graphql.guide.types import DirectoryEntry, attached_to_child_s_place, directory_of_child
from services.api.graphql.handover.types import Handover, HandoverOption, handover_type, options_of_child
from services.api.graphql.network.types import Cooperation, Network, cooperations_of_child, networks_of_child
from services.api.graphql.offer.types import Offer, offers_of_child
from services.api.graphql.sharing.types import (
    Share,
    ShareableRecord,
    ShareGround,
    grounds_of_child,
    shareable_of_child,
    shares_of_child,
)
from services.core.casework.store import SEES_WHOLE
from services.core.handover import store as handovers
from services.core.person.reading import Child as ChildFound


@object_type(description="What is done around a child.")
class AroundChild:
    """The fields that ``Child`` has of it; no type of the schema by itself."""

    found: strawberry.Private[ChildFound]

    @computed(
        description="What the family was offered; for professionals also what the case gives ground for.",
        personal=True,
    )
    async def offers(self, info: Info) -> list[Offer]:
        """SL-11, SL-16, SL-25: of the newest casework."""
        return await offers_of_child(info, self.found.id, self.found.casework_id)

    @computed(description="What is gone through in the case, in its order.", personal=True, who=STAFF)
    async def checklists(self, info: Info) -> list[Checklist] | None:
        """SL-24."""
        return await checklists_of_child(info, self.found.id)

    @computed(
        description="Networks about the family; for professionals also those that the model has for it.",
        personal=True,
    )
    async def networks(self, info: Info) -> list[Network]:
        """SL-15, SL-27: of the newest casework."""
        return await networks_of_child(info, self.found.id, self.found.casework_id)

    @computed(description="What was handed over to other settings, newest first.", personal=True)
    async def handovers(self, info: Info) -> list[Handover]:
        """SL-31: of the newest casework."""
        if self.found.casework_id is None:
            return []
        rows = await handovers.handovers_of(info.context.tx, self.found.casework_id)
        return [handover_type(row, self.found.id) for row in rows]

    @computed(description="What can be handed over now, with its form.", personal=True, who=STAFF)
    async def handover_options(self, info: Info) -> list[HandoverOption] | None:
        """SL-31."""
        return await options_of_child(info, self.found.id)

    @computed(description="Exchanges without consent, newest first.", personal=True)
    async def exchanges(self, info: Info) -> list[Exchange]:
        """Of the newest casework; a family sees those it may be told of."""
        return await exchanges_of_child(info, self.found.casework_id)

    @computed(
        description="On which bases information may be exchanged without consent, with their count.",
        personal=True,
        who=STAFF,
    )
    async def exchange_bases(self, info: Info) -> list[ExchangeBasis] | None:
        """Counted for the child over all of its caseworks."""
        return await bases_of_child(info, self.found.id)

    @computed(
        description="What was shared with somebody who has a place in a meeting, newest first.", personal=True
    )
    async def shares(self, info: Info) -> list[Share]:
        """Of the newest casework; a receiver sees their own, a family what it may be told of."""
        return await shares_of_child(info, self.found.casework_id)

    @computed(description="What can be shared.", personal=True, who=STAFF)
    async def shareable(self, info: Info) -> list[ShareableRecord] | None:
        """Of the newest casework."""
        return await shareable_of_child(info, self.found.casework_id)

    @computed(description="On which grounds something can be shared now.", personal=True, who=STAFF)
    async def share_grounds(self, info: Info) -> list[ShareGround] | None:
        """Consents that stand, and the model's law."""
        return await grounds_of_child(info, self.found.id)

    @computed(
        description="Whether the viewer sees no more of the child than meetings they have a place in.",
        personal=True,
        who=STAFF,
    )
    async def as_guest(self, info: Info) -> bool | None:
        """ADR 0023."""
        return await is_guest(info, self.found)

    @computed(description="Services that stand together around the child.", personal=True, who=STAFF)
    async def cooperations(self, info: Info) -> list[Cooperation] | None:
        """SL-29, ALL-03."""
        return await cooperations_of_child(info, self.found.id)

    @computed(
        description="Roles that support the staff of the child's place, in words.", personal=True, who=STAFF
    )
    async def attached_roles(self, info: Info) -> list[str] | None:
        """SL-28."""
        return await attached_to_child_s_place(info, self.found.id)

    @computed(description="Whom to reach as things stand.", personal=True, who=STAFF)
    async def directory(self, info: Info) -> list[DirectoryEntry] | None:
        """SL-17."""
        return await directory_of_child(info, self.found.id)


async def is_guest(info: Info, found: ChildFound) -> bool:
    """Whether the viewer sees a child by a place in a meeting alone; asked once an operation."""
    dossier = found.casework_id or found.dossier_id
    row = await info.context.once(
        f"sees-whole:{dossier}", lambda: info.context.tx.one(SEES_WHOLE, dossier=dossier)
    )
    return row is not None and not row.whole
