"""``Consultation``: a meeting about nobody named, for the professionals who take part and their leader."""

from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.consultation.parts import (
    ConsultationAgreement,
    ConsultationForm,
    ConsultationItem,
    ConsultationOutcome,
    ConsultationPerson,
    ConsultationSubject,
    SaidFact,
    agreements_of,
    facts_of,
    form_of,
    items_of,
    options_of,
    outcome_of,
    people_of,
)
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, Unit, one_staff, unit_of
from services.core.calendar.instants import local_day
from services.core.consultation import store
from services.core.consultation.changing import leads
from services.core.consultation.store import ConsultationDetails, ConsultationRow
from services.core.retention.service import due_of
from services.core.tenancy.decision import Why


class ConsultationStatus(Enum):
    """Where it stands."""

    PLANNED = "planned"
    HELD = "held"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


enum_type(
    ConsultationStatus,
    description="Where a meeting about nobody named stands.",
    values={
        "PLANNED": "Called.",
        "HELD": "Took place; its outcome is not recorded yet.",
        "CONCLUDED": "Its outcome is recorded.",
        "CANCELLED": "Not held.",
    },
)


@object_type(
    description="A meeting of professionals about nobody named, a group or all children of a place. It holds no child and "
    "leads to none."
)
class Consultation:
    """A meeting about nobody named."""

    row: strawberry.Private[ConsultationRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    type: str = field(description="Key of the meeting type.", personal=False)
    subject: ConsultationSubject = field(description="What it is about.", personal=False)
    status: ConsultationStatus = field(description="Where it stands.", personal=False)
    starts_at: datetime = field(description="When it begins.", personal=True)
    ends_at: datetime = field(description="When it ends.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)

    @computed(description="The type in words.", personal=False)
    async def type_name(self, info: Info) -> str:
        """Of the version it was called under."""
        model = await version_of(info, self.row.model_version_id)
        return model.meeting(self.row.type).name.in_language(info.context.language)

    @computed(description="What the type is, in the model's words.", personal=False)
    async def why(self, info: Info) -> Reason:
        """With its rule and the law behind it."""
        model = await version_of(info, self.row.model_version_id)
        meeting = model.meeting(self.row.type)
        because = Why(model, local_day(self.row.starts_at)).of(
            meeting, "meeting", f"meetings/{meeting.key}", meeting.text
        )
        return reason(because, info.context.language)

    @computed(description="The unit that owns it.", personal=False)
    async def unit(self, info: Info) -> Unit | None:
        """Whose leader sees it."""
        return await unit_of(info, self.row.unit_id)

    @computed(description="The district that it is for, in words.", personal=False)
    async def district(self, info: Info) -> str | None:
        """Null where none was named."""
        model = await version_of(info, self.row.model_version_id)
        known = {one.key: one.name.in_language(info.context.language) for one in model.districts}
        return known.get(self.row.district)

    @computed(description="Where it is held.", personal=True, sealed=True)
    async def place(self, info: Info) -> str:
        """Opened from its sealed column."""
        return (await self._details(info)).place

    @computed(description="What it is for, in the caller's words.", personal=True, sealed=True)
    async def purpose(self, info: Info) -> str | None:
        """Opened from its sealed column."""
        return (await self._details(info)).purpose or None

    @computed(description="Why it was cancelled.", personal=True, sealed=True)
    async def cancel_reason(self, info: Info) -> str | None:
        """Opened from its sealed column."""
        return (await self._details(info)).cancel_reason or None

    @computed(description="Who called it.", personal=True)
    async def convener(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.convener_id)

    @computed(description="Whether the viewer leads it.", personal=True)
    async def leads(self, info: Info) -> bool:
        """Convener, chair, or leader of the unit."""
        return leads(info.context.tx, self.row)

    @computed(description="Whether its time has come.", personal=False)
    async def begun(self, info: Info) -> bool:
        """By business time."""
        return info.context.now >= self.row.starts_at

    @computed(description="Who comes, and which roles were left out.", personal=True)
    async def participants(self, info: Info) -> list[ConsultationPerson]:
        """Professionals alone."""
        return await people_of(info, self.row)

    @computed(description="What is spoken of, in its order.", personal=True)
    async def items(self, info: Info) -> list[ConsultationItem]:
        """The model's points, and those that were asked for."""
        return await items_of(info, self.row)

    @computed(
        description="What its agenda, form and outcomes turn on, and whether it was said.", personal=True
    )
    async def facts(self, info: Info) -> list[SaidFact]:
        """Empty where nothing turns on anything."""
        return await facts_of(info, self.row, await self._details(info))

    @computed(description="Its form, where the type has one.", personal=True)
    async def form(self, info: Info) -> ConsultationForm | None:
        """With the fields of the version it was called under."""
        return await form_of(info, self.row, await self._details(info))

    @computed(description="Who does what by when.", personal=True)
    async def agreements(self, info: Info) -> list[ConsultationAgreement]:
        """Made at the meeting."""
        return await agreements_of(info, self.row)

    @computed(description="What it can come to; empty unless it was held.", personal=True)
    async def outcomes(self, info: Info) -> list[ConsultationOutcome]:
        """With what is missing for each."""
        return await options_of(info, self.row, await self._details(info))

    @computed(description="What it came to.", personal=True)
    async def outcome(self, info: Info) -> ConsultationOutcome | None:
        """Advice in words; nothing is linked to it."""
        return await outcome_of(info, self.row)

    @computed(description="The recorded reason of the outcome.", personal=True, sealed=True)
    async def outcome_reason(self, info: Info) -> str | None:
        """Opened from its sealed column."""
        return (await self._details(info)).conclusion_reason or None

    @computed(description="The day on which it is erased with its key.", personal=False)
    async def erased_on(self, info: Info) -> date | None:
        """By the municipality's own rule."""
        due = await due_of(info.context.tx, self.row.dossier_id)
        return due.due_on if due else None

    async def _details(self, info: Info) -> ConsultationDetails:
        return await info.context.once(
            f"consultation:{self.row.id}:{self.row.version}", lambda: store.details(info.context.tx, self.row)
        )


def consultation_type(row: ConsultationRow) -> Consultation:
    """A stored meeting."""
    return Consultation(
        row=row,
        id=strawberry.ID(str(row.id)),
        type=row.type,
        subject=ConsultationSubject(row.subject),
        status=ConsultationStatus(row.status),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        version=row.version,
    )
