"""What a text from outside may hold, told before anything is executed.

A NUL can't be stored, other control characters tell nobody anything, and marks that turn the direction of writing
let a line read otherwise than it is stored ("not" moved out of a sentence): the first two are refused, the marks
are taken out, since telephones put them around numbers that people paste.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from graphql import DocumentNode, StringValueNode, Visitor, visit

from services.core.errors import invalid

MOST_LISTED: Final = 200
"""The longest list in the variables of one operation: a circle, an agenda, a form's fields."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def readable(value: str) -> str:
    """The text without what no text of people holds: for forms, where nobody can see what they pasted."""
    return _TURNING.sub("", _CONTROL.sub("", value))


def clean(variables: Mapping[str, Any]) -> dict[str, Any]:
    """Variables as they may go on; raises INVALID_INPUT naming the variable and the path in it."""
    return {name: _clean(value, (name,)) for name, value in variables.items()}


def check_literals(document: DocumentNode) -> None:
    """The same for texts written into a document; there a turning mark is refused too."""
    visit(document, _Literals())


class _Literals(Visitor):
    def enter_string_value(self, node: StringValueNode, *_: object) -> None:
        if _CONTROL.search(node.value) or _TURNING.search(node.value):
            raise invalid("request.control_character")


def _clean(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        if _CONTROL.search(value):
            raise invalid("request.control_character", *path)
        return _TURNING.sub("", value)
    if isinstance(value, list):
        if len(value) > MOST_LISTED:
            raise invalid("request.list_too_long", *path, allowed=MOST_LISTED)
        return [_clean(one, (*path, str(number))) for number, one in enumerate(value)]
    if isinstance(value, dict):
        return {name: _clean(one, (*path, name)) for name, one in value.items()}
    return value
