"""What a picture of a case over time needs beside the case itself: the model's levels, and the day it is."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import case_of_child
from services.core.calendar.instants import local_day
from services.core.person.reading import Child as ChildFound


@object_type(description="A level of the model.")
class LadderStep:
    """A level."""

    number: int = field(description="Its number; a model can begin at 0.", personal=False)
    name: str = field(description="In words.", personal=False)


@object_type(description="What a picture of a case over time is drawn on.")
class Ladder:
    """The levels and the day."""

    today: date = field(description="The Danish day it is.", personal=False)
    steps: list[LadderStep] = field(
        description="The levels of the model that the case follows, the lowest first; empty where it has none.",
        personal=False,
    )


@object_type(description="What a picture of a child's case is drawn on.")
class LadderOfChild:
    """The field that ``Child`` has of it; no type of the schema by itself."""

    found: strawberry.Private[ChildFound]

    @computed(description="The model's levels and the day it is, for a picture over time.", personal=False)
    async def ladder(self, info: Info) -> Ladder:
        """Of the version that the case follows."""
        model = (await case_of_child(info, self.found.id)).model
        language = info.context.language
        return Ladder(
            today=local_day(info.context.now),
            steps=[
                LadderStep(number=level.number, name=level.name.in_language(language))
                for level in sorted(model.levels, key=lambda one: one.number)
            ],
        )
