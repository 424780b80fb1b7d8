"""``FormField``: a question of a form of the model, with its answer as the viewer may see it."""

from collections.abc import Iterable, Mapping

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, input_field, input_type, object_type
from services.core.tenancy.forms import Audience, Field, FieldKind, Form, readable

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


@input_type(description="An answer to a field.")
class FormValueInput:
    """An answer."""

    key: str = input_field(description="Key of the field.")
    value: str = input_field(description="The answer, in the form of the field's kind; empty: none.")


def answers_given(values: Iterable[FormValueInput]) -> dict[str, str]:
    """Answers by field key."""
    return {one.key: one.value for one in values}


def form_fields(
    info: Info,
    form: Form,
    values: Mapping[str, str],
    known: Mapping[str, str] | None = None,
    child: object | None = None,
) -> list[FormField]:
    """The fields that the viewer may read. ``known``: what stands elsewhere, by source; ``child``: whom it is about.

    A family reads what is for the family, and the young person also what is for the child; professionals what is for
    them. Who is of the network has no page here.
    """
    elsewhere = known or {}
    actor = info.context.actor
    audience = {Audience.FAMILY} if actor.is_family else {Audience.PROFESSIONALS}
    if actor.is_family and actor.person == child:
        audience.add(Audience.CHILD)
    return [
        form_field(
            one, elsewhere.get(one.source) if one.source else values.get(one.key), info.context.language
        )
        for one in readable(form, audience)
    ]


def form_field(one: Field, value: str | None, language: str) -> FormField:
    """A field with its answer."""
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
        visible_to_family=Audience.FAMILY in one.visible_to,
        known_already=bool(one.source),
    )


@object_type(description="A form of the model that is still empty.")
class BlankForm:
    """A form to fill."""

    key: str = field(description="Key of the form in the model.", personal=False)
    name: str = field(description="Its name.", personal=False)
    text: str | None = field(description="What helps in filling it.", personal=False)
    fields: list[FormField] = field(description="Its fields.", personal=False)


def blank(info: Info, form: Form) -> BlankForm:
    """A form of the model with nothing in it."""
    language = info.context.language
    return BlankForm(
        key=form.key,
        name=form.name.in_language(language),
        text=form.text.in_language(language) or None,
        fields=form_fields(info, form, {}),
    )
