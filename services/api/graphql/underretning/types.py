"""``Underretning`` and the model's ways to the authority."""

from datetime import datetime
from enum import Enum
from typing import Final
from uuid import UUID

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.deadline.types import DeadlineState
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff, staff_of
from services.core.calendar.instants import local_day
from services.core.deadline.service import deadlines_of_underretning
from services.core.person import colleagues, reading
from services.core.problem.receipt import after_receipt
from services.core.tenancy.decision import Why
from services.core.tenancy.ladder import Bypass
from services.core.tenancy.model import Model
from services.core.underretning import store
from services.core.underretning.service import bypass_of, may_note, reading_professions
from services.core.underretning.store import UnderretningRow

MOST_READERS: Final = 50


class UnderretningState(Enum):
    """How far it is."""

    DRAFTED = "drafted"
    READ = "read"
    SENT = "sent"


enum_type(
    UnderretningState,
    description="How far an underretning is.",
    values={
        "DRAFTED": "Written and not sent yet; it can be sent at any moment.",
        "READ": "Read by the one whom the model names; it can be sent at any moment.",
        "SENT": "Sent: the authority's clocks run.",
    },
)


@object_type(description="A duty past all steps, as the model has it: to whom, where, by which template.")
class Notification:
    """A way to the authority."""

    professions: strawberry.Private[tuple[str, ...]]
    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    to: str | None = field(description="The service that receives it.", personal=False)
    address: str | None = field(
        description="Where it goes; the channel is the municipality's secure one.", personal=False
    )
    template: str | None = field(description="The municipality's template.", personal=False)
    read_by: str | None = field(
        description="The role that reads it first, where the model has one; sending never waits for it.",
        personal=False,
    )
    next: str | None = field(description="What the authority does then.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)

    @computed(description="Those employed now whom the model lets read it first.", personal=True)
    async def readers(self, info: Info) -> list[Staff]:
        """Not the viewer: nobody reads their own."""
        found: dict[UUID, Staff] = {}
        for profession in self.professions:
            page = await colleagues.staff_page(info.context.tx, profession=profession, first=MOST_READERS)
            found |= await staff_of(info, [one.person_id for one in page.items])
        return [one for person, one in found.items() if person != info.context.actor.person]


@object_type(description="Something the authority must do about an underretning.")
class AuthorityStep:
    """A clock of the authority."""

    key: str = field(description="Its key, for `settleUnderretning`.", personal=False)
    name: str = field(description="In words.", personal=False)
    process: str | None = field(
        description="The process that may begin at this step, in words; null where none does.", personal=False
    )
    due_at: datetime = field(description="The first moment that is too late.", personal=True)
    state: DeadlineState = field(description="Where it stands.", personal=True)
    may_note: bool = field(
        description="Whether the viewer may note it as done: its sender doesn't, where somebody of the authority must.",
        personal=False,
    )


@object_type(
    description="An underretning: for its writer, its reader, the leader of the unit and the adviser."
)
class Underretning:
    """An underretning."""

    row: strawberry.Private[UnderretningRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    state: UnderretningState = field(description="How far it is.", personal=True)
    child_id: strawberry.ID = field(description="The child.", personal=True)
    problem_id: strawberry.ID | None = field(description="The problem it came of, if any.", personal=True)
    written_at: datetime = field(description="When it was written.", personal=True)
    read_at: datetime | None = field(description="When it was read.", personal=True)
    sent_at: datetime | None = field(description="When it was sent.", personal=True)

    @computed(description="What it says.", personal=True, sealed=True)
    async def text(self, info: Info) -> str:
        """Opened from its sealed column."""
        return await store.text_of(info.context.tx, self.row)

    @computed(
        description="The child's name; null for a reader who does not see the child.",
        personal=True,
        sealed=True,
    )
    async def child_name(self, info: Info) -> str | None:
        """As far as the viewer may know it."""
        found = await reading.child(info.context.tx, self.row.child_id)
        return found.name if found else None

    @computed(description="Who wrote it.", personal=True)
    async def writer(self, info: Info) -> Staff | None:
        """The duty is personal."""
        return await one_staff(info, self.row.written_by)

    @computed(description="Who was asked to read it first.", personal=True)
    async def reader(self, info: Info) -> Staff | None:
        """RA-22."""
        return await one_staff(info, self.row.reader_id)

    @computed(description="Who read it.", personal=True)
    async def read_by(self, info: Info) -> Staff | None:
        """RA-22."""
        return await one_staff(info, self.row.read_by)

    @computed(
        description="The model's way to the authority; null where the model names none.", personal=False
    )
    async def notification(self, info: Info) -> Notification | None:
        """Law: the model in force today."""
        model = await model_in_force(info)
        found = bypass_of(model, self.row.bypass)
        return notification_type(info, model, found) if found else None

    @computed(description="What the authority must do by when; empty until it is sent.", personal=True)
    async def steps(self, info: Info) -> list[AuthorityStep]:
        """24 hours by the clock, working days for the receipt."""
        rows = await deadlines_of_underretning(info.context.tx, self.row.id)
        if not rows or self.row.sent_at is None:
            return []
        model = await model_in_force(info)
        dues = after_receipt(model, self.row.bypass, self.row.sent_at)
        language = info.context.language
        names = {due.key: due.name.in_language(language) for due in dues}
        processes = {one.key: one.name.in_language(language) for one in model.processes}
        begins = {due.key: processes.get(due.process) for due in dues}
        return [
            AuthorityStep(
                key=row.key,
                name=names.get(row.key, row.key),
                process=begins.get(row.key),
                due_at=row.due_at,
                state=DeadlineState(row.state),
                may_note=may_note(row, self.row, info.context.actor.person),
            )
            for row in rows
        ]


def notification_type(info: Info, model: Model, bypass: Bypass) -> Notification:
    """A bypass of the model as the schema answers it."""
    language = info.context.language
    services = {one.key: one.name.in_language(language) for one in model.services}
    why = Why(model, local_day(info.context.now)).of(bypass, "bypass", f"bypasses/{bypass.key}", bypass.name)
    return Notification(
        professions=reading_professions(model, bypass),
        key=bypass.key,
        name=bypass.name.in_language(language),
        to=services.get(bypass.to, bypass.to) or None,
        address=bypass.address or None,
        template=bypass.template or None,
        read_by=model.role(bypass.read_by).name.in_language(language) if bypass.read_by else None,
        next=bypass.next.in_language(language) or None,
        why=reason(why, language),
    )


def underretning_type(row: UnderretningRow) -> Underretning:
    """A stored underretning as the schema answers it."""
    return Underretning(
        row=row,
        id=strawberry.ID(str(row.id)),
        state=UnderretningState(row.state),
        child_id=strawberry.ID(str(row.child_id)),
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        written_at=row.written_at,
        read_at=row.read_at,
        sent_at=row.sent_at,
    )
