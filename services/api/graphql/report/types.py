"""``ReportKind`` and ``UpwardReport``."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.form_field import BlankForm, FormField, blank, form_fields
from services.api.graphql.model.loading import model_in_force, version_of
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.report.service import form_of, report_of
from services.core.report.store import ReportRow
from services.core.tenancy.decision import Why
from services.core.tenancy.model import Model
from services.core.tenancy.supports import UpwardReport as Kind


class ReportStatus(Enum):
    """How far it is."""

    RECEIVED = "received"
    ANSWERED = "answered"


enum_type(
    ReportStatus,
    description="How far an upward report is.",
    values={
        "RECEIVED": "Those it is addressed to can read it.",
        "ANSWERED": "They have answered; the writer reads the answer.",
    },
)


@object_type(description="Something that professionals can tell upwards, as the model has it.")
class ReportKind:
    """A kind of report."""

    key: str = field(description="Its key, for `reportUpward`.", personal=False)
    name: str = field(description="In words.", personal=False)
    to: str = field(description="Who hears it.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)
    form: BlankForm = field(description="What is asked.", personal=False)


@object_type(
    description="Something told upwards: for its writer and those it is addressed to. About no child."
)
class UpwardReport:
    """A report."""

    row: strawberry.Private[ReportRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    status: ReportStatus = field(description="How far it is.", personal=False)
    written_at: datetime = field(description="When it was told.", personal=False)
    kept_reason: str | None = field(
        description="Why a word stands in it that is also a name of a child known to the writer.",
        personal=False,
    )
    answer: str | None = field(description="The answer.", personal=False)
    answered_at: datetime | None = field(description="When it was answered.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you answer.", personal=False)
    mine: bool = field(description="Whether the viewer wrote it.", personal=False)
    may_answer: bool = field(description="Whether the viewer is to answer it.", personal=False)

    @computed(description="What kind it is, under the model it was written by.", personal=False)
    async def kind(self, info: Info) -> ReportKind:
        """In the words that stood there."""
        model = await version_of(info, self.row.model_version_id)
        return kind_type(info, model, report_of(model, self.row.report))

    @computed(description="What it says.", personal=False)
    async def fields(self, info: Info) -> list[FormField]:
        """The form's fields as they were filled."""
        model = await version_of(info, self.row.model_version_id)
        return form_fields(info, form_of(model, report_of(model, self.row.report)), self.row.values)

    @computed(description="Who told it.", personal=True)
    async def writer(self, info: Info) -> Staff | None:
        """A professional in office."""
        return await one_staff(info, self.row.written_by)

    @computed(description="Who answered.", personal=True)
    async def answered_by(self, info: Info) -> Staff | None:
        """A professional in office."""
        return await one_staff(info, self.row.answered_by)


def kind_type(info: Info, model: Model, kind: Kind) -> ReportKind:
    """A kind of report as the schema answers it."""
    language = info.context.language
    services = {one.key: one.name.in_language(language) for one in model.services}
    why = Why(model, local_day(info.context.now)).of(kind, "report", f"reports/{kind.key}", kind.name)
    return ReportKind(
        key=kind.key,
        name=kind.name.in_language(language),
        to=services.get(kind.to, kind.to),
        why=reason(why, language),
        form=blank(info, form_of(model, kind)),
    )


async def kinds(info: Info) -> list[ReportKind]:
    """What can be told upwards today."""
    model = await model_in_force(info)
    return [kind_type(info, model, one) for one in model.reports]


def report_type(info: Info, row: ReportRow) -> UpwardReport:
    """A stored report as the schema answers it."""
    actor = info.context.actor
    return UpwardReport(
        row=row,
        id=strawberry.ID(str(row.id)),
        status=ReportStatus(row.status),
        written_at=row.written_at,
        kept_reason=row.kept_reason or None,
        answer=row.answer or None,
        answered_at=row.answered_at,
        version=row.version,
        mine=row.written_by == actor.person,
        may_answer=row.status == "received" and actor.capacity.value in row.addressed,
    )
