"""``Perspective``: the child's and the parents' own view, or the attempts at it."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.store import MeetingRow, PerspectiveDetails
from services.core.person import colleagues


class Whose(Enum):
    """Whose perspective."""

    CHILD = "child"
    PARENT = "parent"


enum_type(
    Whose,
    description="Whose perspective.",
    values={"CHILD": "The child's or young person's.", "PARENT": "A parent's."},
)


@object_type(description="A recorded perspective, or the recorded attempts at it.")
class Perspective:
    """A perspective."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    whose: Whose = field(description="Whose it is.", personal=True)
    obtained: bool = field(description="Whether it was obtained.", personal=True)
    how: str | None = field(description="How it was obtained.", personal=True, sealed=True)
    text: str | None = field(description="In their own words.", personal=True, sealed=True)
    attempts: str | None = field(
        description="What was tried, and why it did not succeed.", personal=True, sealed=True
    )
    for_parents: bool = field(description="Whether the parents may read the child's words.", personal=True)
    recorded_by: str | None = field(description="Who recorded it; null for the family itself.", personal=True)
    recorded_at: datetime = field(description="When.", personal=True)


async def perspectives_of(info: Info, meeting: MeetingRow) -> list[Perspective]:
    """What this viewer may see: the database shows none of the family another's own view (``told_to_family``)."""
    tx = info.context.tx
    rows = await store.perspectives(tx, meeting.id)
    staff = await colleagues.staff(tx, [row.recorded_by for row in rows])
    found = []
    for row in rows:
        by_professional = row.recorded_by in staff
        opened = await tx.open_sealed(
            SealLabel.PERSPECTIVE, row.dossier_id, row.id, row.sealed, PerspectiveDetails
        )
        found.append(
            Perspective(
                id=strawberry.ID(str(row.id)),
                whose=Whose(row.whose),
                obtained=row.obtained,
                how=opened.how or None,
                text=opened.text or None,
                attempts=opened.attempts or None,
                for_parents=row.for_parents,
                recorded_by=staff[row.recorded_by].name if by_professional else None,
                recorded_at=row.recorded_at,
            )
        )
    return found
