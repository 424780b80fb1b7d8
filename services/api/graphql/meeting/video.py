"""Where a meeting is joined by video: a part of ``Meeting``, and ``setVideoLink``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import version_of
from services.core.meeting.store import MeetingRow
from services.core.meeting.video import host_of, video_of


@object_type(description="Where a meeting is joined by video.")
class VideoRoom:
    """A video room."""

    url: str = field(description="The address. Whoever has it comes in.", personal=True, sealed=True)
    host: str = field(
        description="The server it leads to, to be shown beside it.", personal=True, sealed=True
    )


@object_type(description="A meeting that can be joined by video.")
class OnlineMeeting:
    """The fields that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="Where it is joined by video: for those invited and those who lead it.",
        personal=True,
        sealed=True,
    )
    async def video(self, info: Info) -> VideoRoom | None:
        """None where there is none, before a guest has said yes, and once it is over."""
        url = await video_of(info.context.tx, self.row)
        return None if url is None else VideoRoom(url=url, host=host_of(url))

    @computed(description="Whether the model lets it be joined by video.", personal=False)
    async def may_be_online(self, info: Info) -> bool:
        """By the model version it was called under."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).online
