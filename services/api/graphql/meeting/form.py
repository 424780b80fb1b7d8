"""``Form`` and its fields, as the viewer may see them."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.perspective import shown
from services.api.graphql.model.loading import version_of
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.store import MeetingRow, PerspectiveDetails
from services.core.person import colleagues
from services.core.tenancy.forms import Audience, Field, FieldKind
from services.core.tenancy.service import model_version

enum_type(
    FieldKind,
    description="What can be written in a field.",
    values={
        "TEXT": "A line.",
        "LONG_TEXT": "A text.",
        "CHOICE": "One of `options`, by its value.",
        "SCALE": "A whole number between the first and the last option's value.",
        "DATE": "A day, `YYYY-MM-DD`.",
        "BOOLEAN": "`true` or `false`.",
        "LIST": "Several, one a line.",
    },
)


@object_type(description="One of a field's possible answers.")
class FormOption:
    """A possible answer."""

    value: str = field(description="What is stored.", personal=False)
    label: str = field(description="In words.", personal=False)


@object_type(description="A field of a form.")
class FormField:
    """A field."""

    key: str = field(description="Its key.", personal=False)
    label: str = field(description="The question.", personal=False)
    help: str | None = field(description="What helps in answering.", personal=False)
    kind: FieldKind = field(description="What can be written.", personal=False)
    required: bool = field(description="Needed before the form is complete.", personal=False)
    value: str | None = field(description="The answer.", personal=True, sealed=True)
    options: list[FormOption] = field(
        description="The possible answers of a choice or scale.", personal=False
    )
    visible_to_family: bool = field(description="Whether the family reads it.", personal=False)
    known_already: bool = field(
        description="Filled by the system from what is recorded elsewhere; not asked for again.",
        personal=False,
    )


@object_type(description="A meeting's form; it keeps the model version whose fields it has.")
class Form:
    """A form."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    key: str = field(description="Key of the form in the model.", personal=False)
    name: str = field(description="Its name.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you fill it.", personal=False)
    model_version: int = field(
        description="Number of the model version it has its fields from.", personal=False
    )
    fields: list[FormField] = field(description="Its fields; a family gets those it may read.", personal=True)
    completed_at: datetime | None = field(description="When it was said to be complete.", personal=True)


async def form_of(info: Info, meeting: MeetingRow) -> Form | None:
    """The meeting's form as this viewer may see it."""
    tx = info.context.tx
    row = await store.form(tx, meeting.id)
    if row is None:
        return None
    form = (await version_of(info, row.model_version_id)).form(row.form_key)
    number = (await model_version(tx, row.model_version_id)).number
    values = dict((await store.form_details(tx, row)).values)
    known = await _known(info, meeting) if any(one.source for one in form.fields) else {}
    fields = [
        _field(one, known.get(one.source) if one.source else values.get(one.key), info.context.language)
        for one in form.fields
        if not info.context.actor.is_family or _for_family(one)
    ]
    return Form(
        id=strawberry.ID(str(row.id)),
        key=row.form_key,
        name=form.name.in_language(info.context.language),
        version=row.version,
        model_version=number,
        fields=fields,
        completed_at=row.completed_at,
    )


def _for_family(one: Field) -> bool:
    return Audience.FAMILY in one.visible_to


def _field(one: Field, value: str | None, language: str) -> FormField:
    options = [
        FormOption(value=option.key, label=option.text.in_language(language)) for option in one.options
    ]
    if one.kind is FieldKind.SCALE:
        options = [FormOption(value=str(n), label=str(n)) for n in range(one.scale_from, one.scale_to + 1)]
    return FormField(
        key=one.key,
        label=one.label.in_language(language),
        help=one.help.in_language(language) or None,
        kind=one.kind,
        required=one.required,
        value=value or None,
        options=options,
        visible_to_family=_for_family(one),
        known_already=bool(one.source),
    )


async def _known(info: Info, meeting: MeetingRow) -> dict[str, str]:
    """What stands elsewhere on the meeting already: nothing is asked for twice (ALL-10)."""
    found: dict[str, str] = {}
    rows = await store.perspectives(info.context.tx, meeting.id)
    staff = await colleagues.staff(info.context.tx, [row.recorded_by for row in rows])
    for row in rows:
        if not shown(info, row, by_professional=row.recorded_by in staff):
            continue
        opened = await info.context.tx.open_sealed(
            SealLabel.PERSPECTIVE, row.dossier_id, row.id, row.sealed, PerspectiveDetails
        )
        key = f"perspective.{row.whose}"
        said = opened.text if row.obtained else opened.attempts
        found[key] = f"{found[key]}\n{said}" if key in found else said
    return found
