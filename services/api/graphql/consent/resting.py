"""``Resting``: what was shared, and the consents or the law that it rests on."""

from datetime import datetime
from enum import Enum
from typing import Final

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.consent.store import RestingRow

MOST_RESTING: Final = 100
"""So many shares are listed, the newest."""


class SharedKind(Enum):
    """What was shared."""

    INVITATION = "invitation"
    AGENDA = "agenda"
    CONCLUSION = "conclusion"
    EXCHANGE = "exchange"
    HANDOVER = "handover"
    RECORD = "record"
    MESSAGE = "message"


enum_type(
    SharedKind,
    description="What was shared.",
    values={
        "INVITATION": "A place in a meeting, and with it sight of what belongs to it.",
        "AGENDA": "A meeting's agenda.",
        "CONCLUSION": "What came of a meeting.",
        "EXCHANGE": "Information, on the law and without consent.",
        "HANDOVER": "Knowledge for the next setting.",
        "RECORD": "An earlier record.",
        "MESSAGE": "A message with a way to it.",
    },
)


@object_type(description="Something that was shared, and what it rests on: consents, or the law.")
class Resting:
    """A share and its ground."""

    row: strawberry.Private[RestingRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: SharedKind = field(description="What was shared.", personal=True)
    purpose: str | None = field(
        description="Key of the consent; null where it rests on the law.", personal=True
    )
    basis: str | None = field(
        description="Key of what it rests on in the model, where no consent is needed.", personal=True
    )
    shared_at: datetime = field(description="When.", personal=True)
    stopped_at: datetime | None = field(
        description="From when on nothing more is shared on it; what was shared stays. "
        "One of the family is told when their own answer ended, and nothing of the other's.",
        personal=True,
    )
    meeting_id: strawberry.ID | None = field(description="The meeting, if it is of one.", personal=True)

    @computed(description="With whom.", personal=True)
    async def receiver(self, info: Info) -> Staff | None:
        """A professional; null for a place, and for one of the family's own people."""
        return await one_staff(info, self.row.receiver_id)

    @computed(description="The law in words, as it is today.", personal=True)
    async def law(self, info: Info) -> list[str]:
        """Of the model in force."""
        model, day = await model_in_force(info), local_day(info.context.now)
        known = {one.key: one for one in model.law}
        found = [known[key] for key in self.row.law if key in known]
        language = info.context.language
        return [
            (wording.citation if (wording := one.on(day)) else one.name).in_language(language)
            for one in found
        ]


def resting_type(row: RestingRow) -> Resting:
    """A share as the schema answers it."""
    return Resting(
        row=row,
        id=strawberry.ID(str(row.id)),
        kind=SharedKind(row.kind),
        purpose=row.purpose,
        basis=row.basis,
        shared_at=row.shared_at,
        stopped_at=row.stopped_at,
        meeting_id=strawberry.ID(str(row.meeting_id)) if row.meeting_id else None,
    )
