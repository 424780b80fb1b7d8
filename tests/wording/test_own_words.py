"""A municipality's own words as its author writes them: what is refused, what is doubted, how they live in the model."""

import shutil
from pathlib import Path

import pytest

from services.core.message.kinds import MessageKind
from services.core.tenancy.changed import changes
from services.core.tenancy.check import check_reading
from services.core.tenancy.explain import explain_dir
from services.core.tenancy.loader import load_model, read
from services.core.tenancy.model import decode_model, effective_model, encode_model
from services.core.tenancy.worded import warnings
from services.core.tenancy.wordings import KINDS, NAMES, TIMED

FJORDBY = Path(__file__).parents[1] / "municipalities" / "fjordby"


@pytest.fixture
def fjordby(tmp_path: Path) -> Path:
    return shutil.copytree(FJORDBY, tmp_path / "fjordby")


def write(directory: Path, content: str, language: str = "da") -> Path:
    (directory / "messages" / f"{language}.toml").write_text(content, encoding="utf-8")
    return directory


def test_every_kind_of_message_can_be_worded_and_has_its_name() -> None:
    assert set(KINDS) == {kind.value for kind in MessageKind}
    assert set(NAMES) == set(KINDS)
    assert set(KINDS) >= TIMED


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        ('[invitation]\nsubject = "Kære {navn}"', "invitation.subject", "unknown_place"),
        ('[invitation]\nsubject = "Hej {municipality} {0"', "invitation.subject", "unknown_place"),
        ('[consent_asked]\nline = "Svar {when}"', "consent_asked.line", "unknown_place"),
        ('[words]\ngreeting = "Hej {when}"', "words.greeting", "unknown_place"),
        ('[invitation]\nline = "Kom <b>nu</b>"', "invitation.line", "not_plain_text"),
        ('[invitation]\nline = "Kom &amp; se"', "invitation.line", "not_plain_text"),
        ('[invitation]\nline = "Linje\\nto"', "invitation.line", "not_plain_text"),
        ('[invitation]\nsubject = "Til\\u0000dig"', "invitation.subject", "not_plain_text"),
        ('[invitation]\nline = "Læs https://fjordby.example/a"', "invitation.line", "link"),
        ('[invitation]\nline = "Læs på fjordby.dk"', "invitation.line", "link"),
        ('[words]\nclosing = "Skriv til os@fjordby.example"', "words.closing", "link"),
        (f'[invitation]\nsubject = "{"m" * 79}"', "invitation.subject", "too_long"),
        (f'[invitation]\nshort = "{"m" * 85} {{when}}"', "invitation.short", "too_long"),
        ('[invitation]\nsubject = "  "', "invitation.subject", "missing_text"),
        ('[invitations]\nsubject = "Hej"', "invitations", "unknown_field"),
        ('[invitation]\nsubjekt = "Hej"', "invitation.subjekt", "unknown_field"),
    ],
)
def test_what_cannot_be_sent_is_told_at_its_line(fjordby: Path, content: str, place: str, code: str) -> None:
    (found,) = check_reading(read(write(fjordby, content)))
    assert (found.file, found.line, found.path, found.code) == (
        "messages/da.toml",
        1 if "." not in place else 2,
        place,
        code,
    )


def test_the_longest_that_fits_is_taken(fjordby: Path) -> None:
    assert check_reading(read(write(fjordby, f'[invitation]\nsubject = "{"m" * 78}"'))) == []


def test_a_language_that_the_system_does_not_write_is_refused(fjordby: Path) -> None:
    (found,) = check_reading(read(write(fjordby, '[invitation]\nsubject = "Hoi"', "nl")))
    assert (found.file, found.code) == ("messages/nl.toml", "unknown_language")


def test_words_that_tell_too_much_are_doubted_and_not_refused(fjordby: Path) -> None:
    write(fjordby, '[invitation]\nsubject = "Samråd om din søn"\nline = "En sønderjyde siger tak"')
    reading = read(fjordby)
    assert check_reading(reading) == []
    told = {(one.path, one.line, one.text.da.split("'")[1]) for one in warnings(reading)}
    # The name of a meeting of its own model among them.
    assert told == {("invitation.subject", 2, "samråd"), ("invitation.subject", 2, "søn")}


def test_ours_say_nothing_that_is_doubted() -> None:
    for directory in (FJORDBY, *(path.parent for path in Path("tenants").glob("*/tenant.toml"))):
        assert warnings(read(directory)) == []


def test_the_words_are_stored_compared_explained_and_never_pinned(fjordby: Path) -> None:
    before = load_model(fjordby)
    assert decode_model(encode_model(before)) == before
    write(fjordby, '[invitation]\nsubject = "Kom til os"')
    after = load_model(fjordby)
    (told,) = [one for one in changes(before, after, "da") if one.path.endswith("invitation.subject")]
    assert told.path == "messages[da].invitation.subject"
    assert "Kom til os" in told.sentence
    assert told.dated
    assert effective_model(before, after).messages == after.messages
    assert "Kom til os" in explain_dir(fjordby, "da")
