"""``Perspective``: how the child, the parents or a professional see it, or the attempts at it."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.participant import rows_of, shown_name
from services.api.graphql.meeting.perspective_form import PerspectiveAnswer, answers_of
from services.core.identity import PersonId
from services.core.meeting import store as meetings
from services.core.meeting.leading import COMING, RUNNING
from services.core.meeting.store import MeetingRow
from services.core.person import colleagues
from services.core.perspective import store
from services.core.perspective.asking import form_then
from services.core.perspective.store import PerspectiveDetails, PerspectiveRow


class Whose(Enum):
    """Whose perspective."""

    CHILD = "child"
    PARENT = "parent"
    PROFESSIONAL = "professional"


enum_type(
    Whose,
    description="Whose perspective.",
    values={
        "CHILD": "The child's or young person's.",
        "PARENT": "A parent's.",
        "PROFESSIONAL": "A professional's own; the family reads it too.",
    },
)


class PerspectiveWay(Enum):
    """How a perspective came."""

    WRITTEN = "written"
    TOLD = "told"


enum_type(
    PerspectiveWay,
    description="How a perspective came.",
    values={"WRITTEN": "Written by whose it is.", "TOLD": "Told to an adult they trust, who passed it on."},
)


@object_type(description="That there is a drawing; `perspectiveDrawing` gives it.")
class PerspectiveDrawing:
    """A drawing's size."""

    width: int = field(description="Pixels.", personal=False)
    height: int = field(description="Pixels.", personal=False)


@object_type(description="A recorded perspective, or the recorded attempts at it.")
class Perspective:
    """A perspective."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    whose: Whose = field(description="Whose it is.", personal=True)
    speaker: str | None = field(description="The name of whose it is, where that is known.", personal=True)
    obtained: bool = field(description="Whether it was obtained.", personal=True)
    way: PerspectiveWay | None = field(description="How it came; null: see `how`.", personal=True)
    how: str | None = field(description="How it was obtained.", personal=True, sealed=True)
    text: str | None = field(description="In their own words.", personal=True, sealed=True)
    answers: list[PerspectiveAnswer] = field(description="Answers, in the form's order.", personal=True)
    attempts: str | None = field(
        description="What was tried, and why it did not succeed.", personal=True, sealed=True
    )
    told_to: str | None = field(description="The adult it was told to.", personal=True, sealed=True)
    told_to_role: str | None = field(
        description="What that adult is to the child.", personal=True, sealed=True
    )
    told_on: date | None = field(description="On which local day.", personal=True, sealed=True)
    own_words: bool = field(description="Whether it is written as it was said.", personal=True, sealed=True)
    drawing: PerspectiveDrawing | None = field(description="Whether a drawing belongs to it.", personal=True)
    for_parents: bool = field(description="Whether the parents may read the child's words.", personal=True)
    for_guests: bool = field(
        description="Whether those may read it who see no more than this meeting.", personal=True
    )
    recorded_by: str | None = field(description="Who recorded it; null for the family itself.", personal=True)
    recorded_at: datetime = field(description="When.", personal=True)
    replaced_at: datetime | None = field(description="When a newer version came.", personal=True)
    taken_back_at: datetime | None = field(description="When it was taken back.", personal=True)
    mine: bool = field(description="Whether the viewer said it or wrote it down.", personal=True)
    may_correct: bool = field(description="Whether the viewer may write a newer version now.", personal=True)
    may_take_back: bool = field(description="Whether the viewer may take it back now.", personal=True)


async def rows_told(info: Info, meeting: MeetingRow) -> list[PerspectiveRow]:
    """What was said for the meeting, as far as the database shows it, read once an operation."""
    return await info.context.once(
        f"perspectives:{meeting.id}", lambda: store.perspectives(info.context.tx, meeting.id)
    )


async def perspectives_of(info: Info, meeting: MeetingRow, *, standing: bool = True) -> list[Perspective]:
    """Those that stand, the child's first; or, not ``standing``, their earlier versions and what was taken back."""
    order = {one.value: number for number, one in enumerate(Whose)}
    rows = [row for row in await rows_told(info, meeting) if row.stands is standing]
    return await _types(info, meeting, sorted(rows, key=lambda row: order[row.whose]))


async def _types(info: Info, meeting: MeetingRow, rows: Iterable[PerspectiveRow]) -> list[Perspective]:
    tx = info.context.tx
    found = list(rows)
    staff = await colleagues.staff(tx, [row.recorded_by for row in found])
    names = await speakers(info, meeting, found) if found else {}
    drawn = await store.drawings(tx, meeting.id) if found else {}
    made = []
    for row in found:
        told = await store.details(tx, row)
        form = await form_then(tx, row.form_key, row.model_version_id)
        drawing = drawn.get(row.id)
        mine = tx.actor.person in (row.speaker_id, row.recorded_by)
        by = staff.get(row.recorded_by)
        made.append(
            Perspective(
                id=strawberry.ID(str(row.id)),
                whose=Whose(row.whose),
                speaker=None if row.speaker_id is None else names.get(row.speaker_id),
                obtained=row.obtained,
                way=None if row.way is None else PerspectiveWay(row.way),
                how=told.how or None,
                text=told.text or None,
                answers=answers_of(form, told.answers, info.context.language),
                attempts=told.attempts or None,
                told_to=told.adult or None,
                told_to_role=told.adult_role or None,
                told_on=told.told_on,
                own_words=told.own_words,
                drawing=None
                if drawing is None
                else PerspectiveDrawing(width=drawing.width, height=drawing.height),
                for_parents=row.for_parents,
                for_guests=row.for_guests,
                recorded_by=by.name if by else None,
                recorded_at=row.recorded_at,
                replaced_at=row.superseded_at,
                taken_back_at=row.taken_back_at,
                mine=mine,
                may_correct=mine and row.stands and row.obtained and meeting.status in RUNNING,
                may_take_back=mine and row.stands and meeting.status in COMING,
            )
        )
    return made


async def speakers(info: Info, meeting: MeetingRow, rows: Iterable[PerspectiveRow]) -> dict[PersonId, str]:
    """Names of those who said it, as this viewer may see them in the circle."""
    wanted = {row.speaker_id for row in rows}
    found: dict[PersonId, str] = {}
    for one in await rows_of(info, meeting):
        if one.person_id is not None and one.person_id in wanted:
            details = await meetings.participant_details(info.context.tx, one)
            found[one.person_id] = await shown_name(info, one, details, "")
    return {person: name for person, name in found.items() if name}


def in_words(told: PerspectiveDetails, answers: Iterable[PerspectiveAnswer], *, obtained: bool) -> str:
    """What somebody said as one text, for a form that takes it over."""
    if not obtained:
        return told.attempts
    lines = [f"{one.question} {one.said}" for one in answers]
    return "\n".join([*lines, *([told.text] if told.text else [])])
