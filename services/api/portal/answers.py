"""The fields of the model's forms on a page: each is named after its key, and so are its faults."""

from collections.abc import Sequence
from typing import Final

from services.api.portal.forms import Fields, Input

VALUE: Final = "value-"
"""What the fields of a model's form begin with; the rest is the key of the field."""


def answers(fields: Fields) -> list[Input]:
    """What was written in each, as GraphQL's ``FormValueInput``."""
    return [
        {"key": name.removeprefix(VALUE), "value": fields.text(name, required=False) or ""}
        for name in fields.values
        if name.startswith(VALUE)
    ]


def answer_field(path: Sequence[str], _: Input) -> str:
    """The field of an error's path."""
    return VALUE + path[1] if len(path) > 1 and path[0] == "values" else path[0]
