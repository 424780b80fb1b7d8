"""``caseload``: the children whom a professional works with, each with what it is at and what comes next."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, page_of, placed
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.model.loading import version_of
from services.core.calendar.instants import local_day
from services.core.casework.caseload import Standing, Wanted, soonest, standings
from services.core.person import reading
from services.core.person.reading import Child as ChildFound
from services.core.tenancy.model import Model
from services.core.unit.store import units


class CaseloadOrder(Enum):
    """What comes first."""

    NAME = "name"
    NEXT = "next"


enum_type(
    CaseloadOrder,
    description="What comes first in a list of children.",
    values={"NAME": "By name.", "NEXT": "Whose deadline is nearest, then whose meeting is."},
)


@object_type(description="The level in a track, of a child in a list.")
class CaseloadLevel:
    """A track and its level."""

    track_name: str | None = field(description="The track in words; null where it has none.", personal=False)
    level: int = field(description="The highest level of the open problems there.", personal=True)


@object_type(description="A child in a list: what it is at, and what comes next.")
class CaseloadLine:
    """A line."""

    id: strawberry.ID = field(description="The child's id.", personal=True)
    name: str = field(description="The name.", personal=True, sealed=True)
    age: int | None = field(description="Whole years; null for an unborn child.", personal=True)
    unit_name: str | None = field(description="The unit that answers for the child.", personal=True)
    running: bool = field(description="Whether a case runs that the viewer sees as a whole.", personal=True)
    levels: list[CaseloadLevel] = field(description="Where it stands.", personal=True)
    meeting_id: strawberry.ID | None = field(description="The next meeting.", personal=True)
    meeting_name: str | None = field(description="What it is, in words.", personal=True)
    meets_at: datetime | None = field(description="When it begins.", personal=True)
    due_name: str | None = field(description="What is due next, in words.", personal=True)
    due_by: str | None = field(description="The role that does it, in words.", personal=True)
    due_at: datetime | None = field(description="The first moment that is too late.", personal=True)
    asked: int = field(
        description="How many questions of consent the family has not answered.", personal=True
    )


@query(
    description="The children whom the viewer may see, each with what it is at and what comes next: one reading however many.",
    personal=True,
    who=STAFF,
)
async def caseload(
    info: Info,
    search: Annotated[str, strawberry.argument(description="The beginning of any part of the name.")] = "",
    order: Annotated[CaseloadOrder, strawberry.argument(description="What comes first.")] = (
        CaseloadOrder.NAME
    ),
    track: Annotated[
        str | None, strawberry.argument(description="Key of a track: only with an open problem in it.")
    ] = None,
    level: Annotated[int | None, strawberry.argument(description="Only on this level.")] = None,
    due: Annotated[bool, strawberry.argument(description="Only with something due.")] = False,
    first: First = 25,
    after: After = None,
) -> Connection[CaseloadLine]:
    """Sorted after opening, over the viewer's bounded set, like ``children``."""
    page = page_of("caseload", first, after)
    tx, wanted = info.context.tx, Wanted(track or None, level, due)
    known = await standings(tx)
    found = await reading.children(
        tx,
        search=search,
        first=page.first,
        after=page.after_id,
        among={child for child, one in known.items() if wanted.fits(one)} if wanted.anything else None,
        ranks=soonest(known.values()) if order is CaseloadOrder.NEXT else None,
    )
    tx.touched.update(known[one.id].case_id for one in found.items if one.id in known)
    lines = [(await _line(info, one, known.get(one.id)), (str(one.id),)) for one in found.items]
    return placed(page, lines, found.has_next)


async def _line(info: Info, child: ChildFound, one: Standing | None) -> CaseloadLine:
    places = await info.context.once("units", lambda: units(info.context.tx))
    place = places.get(child.unit_id) if child.unit_id else None
    model = await version_of(info, one.model_version_id) if one else None
    language = info.context.language
    types = {meeting.key: meeting.name.in_language(language) for meeting in model.meetings} if model else {}
    roles = {role.key: role.name.in_language(language) for role in model.roles} if model else {}
    return CaseloadLine(
        id=strawberry.ID(str(child.id)),
        name=child.name,
        age=child.age(_today(info)),
        unit_name=place.name if place else None,
        running=one is not None,
        levels=_levels(model, one, language) if model and one else [],
        meeting_id=strawberry.ID(str(one.meeting_id)) if one and one.meeting_id else None,
        meeting_name=types.get(one.meeting_type or "") if one else None,
        meets_at=one.meets_at if one else None,
        due_name=_due(model, one, language) if model and one else None,
        due_by=roles.get(one.due_role or "") if one else None,
        due_at=one.due_at if one else None,
        asked=one.asked if one else 0,
    )


def _today(info: Info) -> date:
    return local_day(info.context.now)


def _levels(model: Model, one: Standing, language: str) -> list[CaseloadLevel]:
    if not model.levels:
        return []
    names = {track.key: track.name.in_language(language) for track in model.tracks}
    return [
        CaseloadLevel(track_name=names.get(track), level=level)
        for track, level in zip(one.tracks or (), one.levels or (), strict=True)
        if level is not None
    ]


def _due(model: Model, one: Standing, language: str) -> str | None:
    """By the model's own words; an event's meeting is named by its type."""
    if one.due_key is None:
        return None
    about = next((meeting for meeting in model.meetings if meeting.key == one.due_type), None)
    rules = about.deadlines if about else model.reassessments
    named = next((rule.name.in_language(language) for rule in rules if rule.key == one.due_key), None)
    return named or (about.name.in_language(language) if about else None)
