"""Whoever chairs a meeting without a place in its circle: among those who come all the same, with the role's name."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.meeting.participant import rows_of
from services.api.graphql.model.loading import version_of
from services.core.casework.roles import role_among
from services.core.meeting.store import MeetingRow
from services.core.person import colleagues


@object_type(description="Who chairs a meeting without a place in its circle.")
class ChairBeside:
    """Not invited and not asked for an answer: who chairs is there."""

    name: str = field(description="The name.", personal=True)
    role_name: str | None = field(
        description="The role in which the model lets them chair or call it; null where it says none.",
        personal=True,
    )


@object_type(description="A meeting with somebody to lead it.")
class ChairedMeeting:
    """The fields that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="Who chairs it without a place in the circle; null where the chair is one of the participants.",
        personal=True,
    )
    async def chair_beside(self, info: Info) -> ChairBeside | None:
        """Who comes is the participants, and this one."""
        person = self.row.chair_id
        if person is None or any(
            one.person_id == person and one.status == "invited" for one in await rows_of(info, self.row)
        ):
            return None
        known = (await colleagues.staff(info.context.tx, [person])).get(person)
        if known is None:
            return None
        model = await version_of(info, self.row.model_version_id)
        kind = model.meeting(self.row.type)
        duties = [key for duty in (*kind.chair, *kind.convener) for key in duty.roles]
        role = role_among(model, duties, known.profession)
        return ChairBeside(
            name=known.name,
            role_name=None if role is None else model.role(role).name.in_language(info.context.language),
        )
