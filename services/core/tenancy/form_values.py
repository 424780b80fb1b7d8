"""Answers to a form's fields, checked against what the model says can be written in each."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from services.core.errors import invalid
from services.core.tenancy.forms import Field, FieldKind, Form

ANSWER_LIMIT: Final = 20_000


def filled(
    form: Form,
    kept: Mapping[str, str],
    given: Mapping[str, str],
    *,
    language: str,
    complete: bool = False,
) -> dict[str, str]:
    """What stands in the form after these answers; fields that are not named keep what they have.

    A field that the system knows already (its ``source``) is not asked for and not taken (ALL-10). ``complete``: all
    that is required must be there then. INVALID_INPUT names the field, in the reader's ``language``.
    """
    fields = {field.key: field for field in form.fields}
    found = dict(kept)
    for key, value in given.items():
        if key not in fields:
            raise invalid("form.unknown_field", "input", "values", key, key=key)
        found[key] = _checked(fields[key], value.strip(), language)
    if complete:
        for field in form.fields:
            if field.required and not field.source and not found.get(field.key):
                raise invalid(
                    "form.field_missing",
                    "input",
                    "values",
                    field.key,
                    label=field.label.in_language(language),
                )
    return found


def _checked(field: Field, value: str, language: str) -> str:
    if not value:
        return ""
    if len(value) > ANSWER_LIMIT:
        raise invalid("form.text_too_long", "input", "values", field.key, limit=ANSWER_LIMIT)
    if not _fits(field, value):
        raise invalid("form.bad_value", "input", "values", field.key, label=field.label.in_language(language))
    return value


def _fits(field: Field, value: str) -> bool:
    match field.kind:
        case _ if field.source:
            fit = False  # the system knows it; nothing is asked for twice
        case FieldKind.CHOICE:
            fit = value in {option.key for option in field.options}
        case FieldKind.SCALE:
            fit = value.isdecimal() and field.scale_from <= int(value) <= field.scale_to
        case FieldKind.DATE:
            fit = _is_date(value)
        case FieldKind.BOOLEAN:
            fit = value in ("true", "false")
        case _:
            fit = True
    return fit


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
