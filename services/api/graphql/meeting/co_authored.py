"""What a family has a say in before a meeting: the part of ``Meeting`` that is prepared with it."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, object_type
from services.api.graphql.meeting.participant import Participant, participants_of
from services.api.graphql.meeting.plan import PlannedParticipant, invitable_to
from services.api.graphql.meeting.suggestion import CircleSuggestion, suggestions_of
from services.api.graphql.model.loading import case_of, version_of
from services.core.meeting.co_authoring import not_heard
from services.core.meeting.store import MeetingRow


@object_type(description="What is prepared with the family.")
class CoAuthoredMeeting:
    """The fields that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="The roles of its type that somebody more could come in, with who could.",
        personal=True,
        who=STAFF,
    )
    async def invitable(self, info: Info) -> list[PlannedParticipant] | None:
        """For a meeting that is still to be held."""
        return await invitable_to(info, self.row)

    @computed(
        description="What the family wishes of its circle. One parent's is not the other's to read.",
        personal=True,
    )
    async def suggestions(self, info: Info) -> list[CircleSuggestion]:
        """SL-06."""
        return await suggestions_of(info, self.row)

    @computed(description="Whether the family adds to its agenda.", personal=False)
    async def family_adds_to_agenda(self, info: Info) -> bool:
        """Of the model."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).family.co_author_agenda

    @computed(description="Whether the family has a say in who takes part.", personal=False)
    async def family_chooses_circle(self, info: Info) -> bool:
        """Of the model."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).family.co_author_circle

    @computed(
        description="Who of the family is still to be heard before the agenda is final.",
        personal=True,
        who=STAFF,
    )
    async def not_heard(self, info: Info) -> list[Participant] | None:
        """SL-06. A child without access of its own is heard by its parents and at the meeting."""
        case = await case_of(info, self.row.dossier_id, self.row.model_version_id)
        silent = {str(one.id) for one in await not_heard(info.context.tx, case, self.row)}
        return [one for one in await participants_of(info, self.row) if one.id in silent]

    @computed(description="Whether the family is heard before the agenda is final.", personal=False)
    async def family_heard_first(self, info: Info) -> bool:
        """Of the model."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).family.heard_before_agenda
