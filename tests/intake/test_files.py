"""What a file may be: as Danish systems and Excel write it, and what is refused with words that tell nothing of anybody."""

from datetime import date

import pytest

from services.core.errors import UserError
from services.core.intake.columns import heading_of
from services.core.intake.csv_source import CsvSource
from services.core.intake.records import CustodyRecord, Kind, PersonRecord, Told, UnitRecord
from services.core.intake.source import RowError

PERSON = PersonRecord(
    key="b1",
    person_kind="child",
    name="Åse; Ærlig",
    cpr="7101176001",
    born_on=date(2017, 1, 17),
    email="",
)


@pytest.mark.parametrize(
    "text",
    [
        'nøgle;type;navn;cpr;fødselsdato;mail\r\nb1;barn;"Åse; Ærlig";710117-6001;17-01-2017;\r\n',
        "\ufeffKEY,Kind,Name,CPR,Born,Email\nb1,CHILD,Åse; Ærlig,7101176001,2017-01-17,\n",
        "Nøgle\tTYPE\tNavn\tcpr\tFødselsdato\tmail\n\n b1 \tbarn\tÅse; Ærlig\t710117-6001\t17-01-2017\t\n",
    ],
    ids=["excel", "english-with-bom", "tabs-and-empty-lines"],
)
def test_a_file_reads_the_same_however_it_is_written(text: str) -> None:
    (told,) = CsvSource(Kind.PERSON, text.encode()).read()
    assert isinstance(told, Told)
    assert told.record == PERSON


@pytest.mark.parametrize(
    ("content", "key", "said"),
    [
        ("nøgle;navn\nb1;Søren\n".encode("windows-1252"), "intake.not_utf_8", "linje 1"),
        ("key;name\nb1;Søren\n".encode("windows-1252"), "intake.not_utf_8", "linje 2"),
        ("nøgle;navn\nb1;Søren\n".encode("utf-16"), "intake.utf_16", "UTF-16"),
        ("nøgle;navn;hårfarve\nb1;Søren;brun\n".encode(), "intake.unknown_column", '"hårfarve"'),
        ("nøgle;7101176001\nb1;x\n".encode(), "intake.unknown_column", '"?"'),
        ("7101176001;Søren Prøve\n".encode(), "intake.no_heading", "nøgle (key)"),
        ("navn\nSøren\n".encode(), "intake.column_missing", "nøgle (key)"),
        ("nøgle;navn;name\nb1;Søren;x\n".encode(), "intake.column_twice", "navn"),
        ('nøgle;navn\nb1;"Søren\nb2;x\n'.encode(), "intake.quotation", "række 2"),
        (b"", "intake.no_heading", "nøgle (key)"),
        ("nøgle;navn\nb1;\x00\n".encode(), "intake.no_text", "CSV"),
    ],
)
def test_a_file_that_nobody_could_read_is_refused_as_a_whole(content: bytes, key: str, said: str) -> None:
    with pytest.raises(UserError) as refused:
        list(CsvSource(Kind.PERSON, content).read())
    assert refused.value.message_key == key
    for language in ("da", "en"):
        text = refused.value.text(language)
        assert "Søren" not in text
        assert "7101176001" not in text
    assert said in refused.value.text("da")


def test_what_is_wrong_with_a_row_stands_at_its_row_and_column() -> None:
    text = (
        "barn;forældremyndighedsindehaver;fra;til\n"
        "b1;v1;31-02-2020;\n"
        "b1;;2020-01-01;i går\n"
        "b1;v1\n"
        "b1;v1;2020-01-01;31-12-1850\n"
        "b2;v1;01-02-2020;2020-03-04\n"
    )
    read = list(CsvSource(Kind.CUSTODY, text.encode()).read())
    wrong = [(one.place, one.field, one.code, one.key) for one in read if isinstance(one, RowError)]
    assert wrong == [
        (2, "first_day", "date_unknown", ("b1", "v1")),
        (3, "holder", "missing", None),
        (3, "last_day", "date_unreadable", None),
        (4, "", "cells", None),
        (5, "last_day", "date_out_of_range", ("b1", "v1")),
    ]
    (good,) = [one for one in read if isinstance(one, Told)]
    assert good == Told(
        6, CustodyRecord(child="b2", holder="v1", first_day=date(2020, 2, 1), last_day=date(2020, 3, 4))
    )


def test_places_are_told_after_the_place_they_belong_to() -> None:
    text = "nøgle;navn;overenhed\na;A;b\nb;B;c\nc;C;\nx;X;y\ny;Y;x\n"
    read = [
        one.record.key
        for one in CsvSource(Kind.UNIT, text.encode()).read()
        if isinstance(one, Told) and isinstance(one.record, UnitRecord)
    ]
    assert read == ["c", "b", "a", "x", "y"]


def test_what_ends_with_a_professional_is_told_by_the_headings_of_employments() -> None:
    told = [heading_of(Kind.STAFF, field, "da") for field in ("name", "unit", "role", "unheard_of")]
    assert told == ["navn", "enhed", "rolle", "unheard_of"]
