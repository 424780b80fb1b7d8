"""``tellIntake``."""

from datetime import date
from typing import Final

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.intake.payload import IntakePayload
from services.api.graphql.intake.types import intake_type
from services.api.graphql.payloads import mutation
from services.core.errors import conflict
from services.core.intake import service, store
from services.core.intake.columns import Value
from services.core.intake.records import Kind
from services.core.intake.source import FieldSource

_SAID: Final = "Null: not told, and stays as it is. Empty: told, and cleared."


@input_type(description="One record: its kind, and the fields of that kind, named as the columns of a file.")
class IntakeRecordInput:
    """A record."""

    kind: Kind = input_field(description="What it is about; it decides which fields it takes.")
    key: str | None = input_field(
        description="The source's own key of a unit, a professional or a person.", default=None
    )
    name: str | None = input_field(description=f"The name. {_SAID}", default=None)
    unit_kind: str | None = input_field(description="Of a unit: a key of the model.", default=None)
    parent: str | None = input_field(
        description="Of a unit: the source's key of the one above.", default=None
    )
    district: str | None = input_field(description="Of a unit: a key of the model.", default=None)
    profession: str | None = input_field(description="Of a professional: a key of the model.", default=None)
    email: str | None = input_field(description=f"The e-mail address. {_SAID}", default=None)
    telephone: str | None = input_field(description=f"The telephone. {_SAID}", default=None)
    person_kind: str | None = input_field(description="Of a person: `child` or `adult`.", default=None)
    cpr: str | None = input_field(description="Of a person: ten digits.", default=None)
    born_on: date | None = input_field(description="Of a person: the birth date.", default=None)
    expected_on: date | None = input_field(description="Of an unborn child: the due date.", default=None)
    address: str | None = input_field(description=f"Of a person. {_SAID}", default=None)
    language: str | None = input_field(description="Of a person: `da` or `en`.", default=None)
    child: str | None = input_field(
        description="The source's key of a child, or its CPR number.", default=None
    )
    staff: str | None = input_field(description="The source's key of a professional.", default=None)
    holder: str | None = input_field(
        description="The source's key of a custody holder, or the CPR number.", default=None
    )
    unit: str | None = input_field(description="The source's key of a unit.", default=None)
    role: str | None = input_field(
        description="Of an employment: `professional`, `leader`, `adviser`, `administrator`, `dpo`.",
        default=None,
    )
    relation: str | None = input_field(
        description="`class_teacher`, `contact_pedagogue`, `health_visitor`, `adviser`, `resource_person`.",
        default=None,
    )
    person: str | None = input_field(
        description="The source's key of a person, or the CPR number: who is protected or has died.",
        default=None,
    )
    protects: str | None = input_field(description="Of a protection: `name` or `address`.", default=None)
    day: date | None = input_field(description="The day of a death, or of a move.", default=None)
    first_day: date | None = input_field(description="The first day of the period.", default=None)
    last_day: date | None = input_field(description="The last day of it; null: it lasts.", default=None)


@input_type(description="More records of an import that receives.")
class TellIntakeInput:
    """Records."""

    run_id: strawberry.ID = input_field(description="The import.")
    records: list[IntakeRecordInput] = input_field(
        description="At most 200: what others point at before what points at it."
    )
    expected_version: int = input_field(
        description="The `version` of the import: a call sent twice is taken once."
    )


@mutation(
    description="Tell records of an import. What is wrong with one stands at its number; the others are taken.",
    personal=False,
    who=ADMINISTRATORS,
)
async def tell_intake(info: Info, input: TellIntakeInput) -> IntakePayload:
    """Numbers go on from call to call."""
    tx = info.context.write
    run = await store.run(tx, read_id(input.run_id))
    if run.version != input.expected_version:
        raise conflict()
    said = [(one.kind, _said(one)) for one in input.records]
    told = await service.receive(tx, run, FieldSource(said, first=run.row_count + 1))
    return IntakePayload(intake=intake_type(told))


def _said(record: IntakeRecordInput) -> dict[str, Value]:
    return {name: value for name, value in vars(record).items() if name != "kind" and value is not None}
