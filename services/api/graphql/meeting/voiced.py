"""What was said for a meeting, what can still be said, and how it has moved: a part of ``Meeting``."""

from datetime import date
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.meeting.perspective import Perspective, Whose, perspectives_of
from services.api.graphql.meeting.perspective_form import PerspectiveForm, form_type, step
from services.core.meeting.store import MeetingRow
from services.core.perspective.asking import form_for, moved, voices
from services.core.perspective.rules import Movement
from services.core.tenancy.perspectives import Voice


@object_type(description="Where somebody stood on a scale at one meeting.")
class ScalePoint:
    """A point."""

    meeting_id: strawberry.ID = field(description="The meeting.", personal=False)
    on: date = field(description="Its local day.", personal=True)
    value: int = field(description="The step.", personal=True, sealed=True)
    label: str | None = field(description="The step's own word.", personal=True, sealed=True)


@object_type(description="How one who speaks has answered the same scale over the meetings of the case.")
class ScaleMovement:
    """A movement."""

    whose: Whose = field(description="Whose it is.", personal=True)
    question: str = field(description="The question, as it was last asked.", personal=False)
    lowest: int = field(description="The lowest step.", personal=False)
    highest: int = field(description="The highest step.", personal=False)
    low: str | None = field(description="What the lowest step means.", personal=False)
    high: str | None = field(description="What the highest step means.", personal=False)
    points: list[ScalePoint] = field(description="The answers, oldest meeting first.", personal=True)


@object_type(description="What is said for a meeting.")
class VoicedMeeting:
    """The fields that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="The child's, the parents' and the professionals' perspective, the child's first; or the attempts at it.",
        personal=True,
    )
    async def perspectives(self, info: Info) -> list[Perspective]:
        """Those that stand and the viewer may see: the database shows no parent the other's."""
        return await perspectives_of(info, self.row)

    @computed(description="Earlier versions of them, and what the viewer has taken back.", personal=True)
    async def earlier_perspectives(self, info: Info) -> list[Perspective]:
        """As far as the viewer may see them."""
        return await perspectives_of(info, self.row, standing=False)

    @computed(
        description="Whose perspective the viewer may record at this meeting; the first is a family's own.",
        personal=True,
    )
    async def may_tell(self, info: Info) -> list[Whose]:
        """A parent may pass on what a child without a login has told."""
        return [Whose(one.value) for one in await voices(info.context.tx, self.row)]

    @computed(
        description="What one who speaks is asked, by the model and the child's age on the day of the meeting.",
        personal=False,
    )
    async def perspective_form(
        self,
        info: Info,
        whose: Annotated[Whose, strawberry.argument(description="Who speaks.")] = Whose.CHILD,
    ) -> PerspectiveForm | None:
        """None while what the meeting is about is not the viewer's to read."""
        if self.row.veiled:
            return None
        form = await form_for(info.context.tx, self.row, Voice(whose.value))
        return form_type(form, info.context.language)

    @computed(
        description="Scales that were answered at the meetings of the case, so that a movement can be seen.",
        personal=True,
    )
    async def movements(self, info: Info) -> list[ScaleMovement]:
        """Of what the viewer may read."""
        if self.row.veiled:
            return []
        language = info.context.language
        return [_movement(one, language) for one in await moved(info.context.tx, self.row.dossier_id)]


def _movement(one: Movement, language: str) -> ScaleMovement:
    asked = one.question
    first, last = asked.scale_from, asked.scale_to
    return ScaleMovement(
        whose=Whose(one.whose),
        question=asked.text.in_language(language),
        lowest=first,
        highest=last,
        low=asked.low.in_language(language) or step(asked, first, language) or None,
        high=asked.high.in_language(language) or step(asked, last, language) or None,
        points=[
            ScalePoint(
                meeting_id=strawberry.ID(str(point.meeting)),
                on=point.on,
                value=point.value,
                label=step(asked, point.value, language) or None,
            )
            for point in one.points
        ],
    )
