"""The columns of a file: what each is called, in Danish or in English, and what may stand in it.

A cell is read into the type of its field or refused with a code; the same words are understood in both languages.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from services.core.intake.records import Kind
from services.core.person.details import is_mail_address

LONGEST: Final = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{2})-(\d{2})-(\d{4})")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

Value: TypeAlias = str | date | None


class CellError(Exception):
    """A cell that can't be read: why (a code) and what would be right. Never what stood there."""

    def __init__(self, code: str, allowed: str = "") -> None:
        self.code = code
        self.allowed = allowed
        super().__init__(code)


@dataclass(frozen=True)
class Column:
    """A column of a file. ``required``: each row must say it."""

    field: str
    danish: str
    english: str
    read: Callable[[str], Value]
    required: bool = False


def text(cell: str) -> str:
    """A line of text."""
    if len(cell) > LONGEST:
        raise CellError("too_long", str(LONGEST))
    if _CONTROL.search(cell):
        raise CellError("control_character")
    return cell


def day(cell: str) -> date | None:
    """A day as 2026-05-31 or 31-05-2026; None for an empty cell."""
    if not cell:
        return None
    found = _DAY.fullmatch(cell)
    if found is None:
        raise CellError("date_unreadable")
    year, month, number = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
    try:
        read = date(int(year), int(month), int(number))
    except ValueError:
        raise CellError("date_unknown") from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise CellError("date_out_of_range", f"{FIRST_YEAR}-{LAST_YEAR}")
    return read


def mail(cell: str) -> str:
    """An e-mail address, or empty."""
    if cell and not is_mail_address(text(cell)):
        raise CellError("mail_unreadable")
    return cell


def cpr(cell: str) -> str | None:
    """A CPR number's ten digits, written with or without a hyphen. No modulus check: there is none since 2007."""
    if not cell:
        return None
    digits = cell.replace("-", "", 1) if len(cell) == 11 and cell[6:7] == "-" else cell
    if not (len(digits) == 10 and digits.isascii() and digits.isdigit()):
        raise CellError("cpr_unreadable")
    number, month = int(digits[:2]), int(digits[2:4])
    # Replacement and test numbers have 60 added to the day.
    if not (1 <= number <= 31 or 61 <= number <= 91) or not 1 <= month <= 12:
        raise CellError("cpr_no_date")
    return digits


def one_of(words: Mapping[str, tuple[str, ...]]) -> Callable[[str], str | None]:
    """A closed list: each value with the words for it."""
    known = {word: value for value, written in words.items() for word in (value, *written)}
    allowed = ", ".join(written[0] for written in words.values())

    def read(cell: str) -> str | None:
        if not cell:
            return None
        if cell.casefold() not in known:
            raise CellError("not_on_the_list", allowed)
        return known[cell.casefold()]

    return read


_PERSON: Final = {"child": ("barn",), "adult": ("voksen",)}
_LANGUAGE: Final = {"da": ("dansk", "danish"), "en": ("engelsk", "english")}
_ROLE: Final = {
    "professional": ("fagperson",),
    "leader": ("leder",),
    "adviser": ("rådgiver",),
    "administrator": ("administrator",),
    "dpo": ("databeskyttelse",),
    "auditor": ("revisor",),
}
_RELATION: Final = {
    "class_teacher": ("klasselærer",),
    "contact_pedagogue": ("kontaktpædagog",),
    "health_visitor": ("sundhedsplejerske",),
    "adviser": ("rådgiver",),
    "resource_person": ("ressourceperson",),
}
_PROTECTS: Final = {"name": ("navn",), "address": ("adresse",)}
_FIRST: Final = Column("first_day", "fra", "from", day, required=True)
_LAST: Final = Column("last_day", "til", "until", day)
_CHILD: Final = Column("child", "barn", "child", text, required=True)
_PERSON_KEY: Final = Column("person", "person", "person", text, required=True)
_DAY_OF: Final = Column("day", "dato", "date", day, required=True)
_UNIT: Final = Column("unit", "enhed", "unit", text, required=True)
_STAFF: Final = Column("staff", "medarbejder", "staff", text, required=True)
_KEY: Final = Column("key", "nøgle", "key", text, required=True)
_NAME: Final = Column("name", "navn", "name", text)
_EMAIL: Final = Column("email", "mail", "email", mail)
_TELEPHONE: Final = Column("telephone", "telefon", "telephone", text)

COLUMNS: Final[Mapping[Kind, tuple[Column, ...]]] = {
    Kind.UNIT: (
        _KEY,
        _NAME,
        Column("unit_kind", "type", "kind", text),
        Column("parent", "overenhed", "parent", text),
        Column("district", "område", "district", text),
    ),
    Kind.STAFF: (_KEY, _NAME, _EMAIL, _TELEPHONE, Column("profession", "faggruppe", "profession", text)),
    Kind.PERSON: (
        _KEY,
        Column("person_kind", "type", "kind", one_of(_PERSON)),
        _NAME,
        Column("cpr", "cpr", "cpr", cpr),
        Column("born_on", "fødselsdato", "born", day),
        Column("expected_on", "termin", "due", day),
        _EMAIL,
        _TELEPHONE,
        Column("address", "adresse", "address", text),
        Column("language", "sprog", "language", one_of(_LANGUAGE)),
    ),
    Kind.EMPLOYMENT: (
        _STAFF,
        _UNIT,
        Column("role", "rolle", "role", one_of(_ROLE), required=True),
        _FIRST,
        _LAST,
    ),
    Kind.ENROLMENT: (_CHILD, _UNIT, _FIRST, _LAST),
    Kind.CUSTODY: (
        _CHILD,
        Column("holder", "forældremyndighedsindehaver", "holder", text, required=True),
        _FIRST,
        _LAST,
    ),
    Kind.RELATION: (
        _CHILD,
        _STAFF,
        Column("relation", "relation", "relation", one_of(_RELATION), required=True),
        _FIRST,
        _LAST,
    ),
    Kind.PROTECTION: (
        _PERSON_KEY,
        Column("protects", "beskyttelse", "protects", one_of(_PROTECTS), required=True),
        _FIRST,
        _LAST,
    ),
    Kind.DEATH: (_PERSON_KEY, _DAY_OF),
    Kind.MOVE: (_CHILD, _DAY_OF),
}


def column_named(kind: Kind, heading: str) -> Column | None:
    """The column that a heading names, in either language and however it is spaced or capitalised."""
    said = " ".join(heading.replace("_", " ").split()).casefold()
    return next((one for one in COLUMNS[kind] if said in (one.danish, one.english)), None)


def heading_of(kind: Kind, field: str, language: str) -> str:
    """The heading of a field in a language: the kind's own, else another kind's: what ends with a person has columns too."""
    own, others = COLUMNS[kind], (one for columns in COLUMNS.values() for one in columns)
    for one in (*own, *others):
        if one.field == field:
            return one.danish if language == "da" else one.english
    return field
