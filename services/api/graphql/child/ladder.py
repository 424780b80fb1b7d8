"""What a picture of a case over time needs beside the case itself: the model's levels, and the day it is."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type, query
from services.api.graphql.model.loading import case_of_child, model_in_force
from services.core.calendar.instants import local_day
from services.core.person.reading import Child as ChildFound
from services.core.tenancy.model import Model


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
        return Ladder(today=local_day(info.context.now), steps=_steps(model, info.context.language))


@object_type(description="A track of the model.")
class LadderTrack:
    """A track."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)


@object_type(description="The levels and tracks of the model in force.")
class ModelLadder:
    """What a list of children can be narrowed to."""

    tracks: list[LadderTrack] = field(description="Empty where the model has none.", personal=False)
    steps: list[LadderStep] = field(description="Empty where the model has none.", personal=False)


@query(description="The levels and tracks of the model in force.", personal=False, who=STAFF)
async def model_ladder(info: Info) -> ModelLadder:
    """For narrowing a list."""
    model = await model_in_force(info)
    language = info.context.language
    return ModelLadder(
        tracks=[LadderTrack(key=track.key, name=track.name.in_language(language)) for track in model.tracks],
        steps=_steps(model, language),
    )


def _steps(model: Model, language: str) -> list[LadderStep]:
    return [
        LadderStep(number=level.number, name=level.name.in_language(language))
        for level in sorted(model.levels, key=lambda one: one.number)
    ]
