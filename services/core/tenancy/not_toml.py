"""What is wrong with a text that the TOML parser refuses: the line, and why in words that name what to write."""

import re
import tomllib
from typing import Any

from services.core.tenancy import misfits as told
from services.core.tenancy.findings import Remark
from services.core.tenancy.language import Text

_WHY = (
    (
        "Expected '=' after a key",
        "efter feltets navn mangler et lighedstegn (=)",
        "an equals sign (=) is missing after the field's name",
    ),
    (
        "Expected newline or end of document",
        "efter værdien står noget, der ikke hører til linjen",
        "something after the value does not belong to the line",
    ),
    (
        "Invalid value",
        "efter lighedstegnet mangler en værdi; tekst skal stå i anførselstegn",
        "a value is missing after the equals sign; text must stand in quotation marks",
    ),
    ("Illegal character", "et anførselstegn mangler i linjen", "a quotation mark is missing in the line"),
    (
        "Unterminated string",
        "et anførselstegn mangler i enden af teksten",
        "a quotation mark is missing at the end",
    ),
    (
        'Expected "\'"',
        "et anførselstegn mangler i enden af teksten",
        "a quotation mark is missing at the end",
    ),
    ("Unclosed array", "en liste mangler sin ] eller et komma", "a list lacks its ] or a comma"),
    (
        "Unclosed inline table",
        "en { mangler sin } eller et komma, eller den går over flere linjer",
        "a { lacks its } or a comma, or it runs over several lines",
    ),
    (
        "Invalid initial character for a key",
        "her skal stå et feltnavn med bogstaverne a-z, tal, _ eller -",
        "a field's name is expected here: letters a-z, digits, _ or -",
    ),
    (
        "Invalid statement",
        "linjen er hverken et felt eller en overskrift",
        "the line is neither a field nor a header",
    ),
    ("at the end of a table declaration", "overskriften mangler sin ]", "the header lacks its ]"),
    ("at the end of an array declaration", "overskriften mangler sine ]]", "the header lacks its ]]"),
    (
        "Unescaped '\\' in a string",
        "en omvendt skråstreg i en tekst skrives dobbelt (\\\\)",
        "a backslash in a text is written twice (\\\\)",
    ),
    ("Invalid date or datetime", "datoen findes ikke i kalenderen", "there is no such day in the calendar"),
    ("Invalid hex value", "tegnkoden i teksten er ikke hel", "the character code in the text is not whole"),
    (
        "immutable namespace",
        "tabellen er allerede skrevet færdig ovenfor",
        "the table is already complete above",
    ),
    (
        "Cannot declare",
        "overskriften står der i forvejen: skriv flere som [[navn]]",
        "the header stands above already: write several as [[name]]",
    ),
)
_OTHER = ("linjen kan ikke forstås", "the line can't be understood")
_KEY = re.compile(r"""[\s,{]*(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z0-9_.-]+))\s*=""")


def parsed(text: str) -> tuple[dict[str, Any], None] | tuple[None, tuple[int, Remark]]:
    """The text's content, or the line (from 1) and what is wrong there."""
    try:
        return tomllib.loads(text), None
    except tomllib.TOMLDecodeError as error:
        return None, _remark(text, str(error))
    except (RecursionError, ValueError):
        # Brackets in brackets without end, or a number of thousands of digits: nobody's model.
        return None, (1, told.NOT_TOML.at(why=Text(*_OTHER)))


def _remark(text: str, message: str) -> tuple[int, Remark]:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line = int(place[1]) if place else max(1, len(text.rstrip().splitlines()))
    if "Cannot overwrite a value" in message or "Duplicate inline table key" in message:
        line, name = _named_before(text, line)
        return line, told.GIVEN_TWICE.at(field=name)
    why = next((Text(da, en) for said, da, en in _WHY if said in message), Text(*_OTHER))
    if place is None or int(place[2]) == 1:
        line = _begun(text, line)
    return line, told.NOT_TOML.at(why=why)


def _named_before(text: str, line: int) -> tuple[int, str]:
    """The field that the parser had just read, and its line."""
    lines = text.splitlines()
    for number in range(min(line, len(lines)), 0, -1):
        if found := _KEY.match(lines[number - 1]):
            return number, next(filter(None, found.groups()))
    return line, lines[line - 1].strip("[] ") if 0 < line <= len(lines) else ""


def _begun(text: str, line: int) -> int:
    """Where the parser stands at a line's very beginning, the mistake is in the last line that says something."""
    lines = text.splitlines()
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line -= 1
    return line
