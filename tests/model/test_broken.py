"""Each mistake is told once: with its own code, at its own line, in Danish and in English, and all of them at once."""

import shutil
from pathlib import Path

import pytest

from services.core.tenancy.check import check_dir
from tests.model.broken import BROKEN, FORM, MEETING, Broken, sound_model


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sound_model(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def nyby(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "nyby"))


def change(directory: Path, one: Broken) -> str:
    path = directory / one.file
    text = path.read_text(encoding="utf-8")
    assert one.old in text, one.name
    changed = text.replace(one.old, one.new, 1)
    path.write_text(changed, encoding="utf-8")
    return changed


def told(directory: Path) -> list[str]:
    return [finding.told("en") for finding in check_dir(directory)]


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: one.name)
def test_a_mistake_is_told_once_at_its_line_in_both_languages(one: Broken, nyby: Path) -> None:
    change(nyby, one)
    found = check_dir(nyby)
    assert [finding.code for finding in found] == [one.code], told(nyby)
    (finding,) = found
    assert finding.path == one.path
    assert one.da in finding.message("da"), finding.message("da")
    assert one.en in finding.message("en"), finding.message("en")
    text = (nyby / finding.file).read_text(encoding="utf-8")
    mark = one.at or one.new.strip().split("\n")[0]
    assert mark in text
    assert finding.line == text[: text.index(mark)].count("\n") + 1, told(nyby)


def test_no_code_is_left_without_a_broken_model() -> None:
    """The codes that a file's bytes or absence give are tried below."""
    assert {one.code for one in BROKEN} >= {
        "unknown_field", "missing_field", "wrong_value", "unknown_language", "not_toml", "doubled", "dangling",
        "bad_key", "missing_text", "no_convener", "never_applies", "circular", "incomplete", "unmeetable_deadline",
        "contradiction", "consent_unclear", "age_contradiction", "field_unseen", "field_unfillable", "form_unused",
    }  # fmt: skip


def test_many_mistakes_come_all_at_once(nyby: Path) -> None:
    wanted = (
        "a misspelt field",
        "a number in quotation marks",
        "a role that nobody has declared",
        "a consent that nobody has declared",
        "a text missing in English",
        "an age that nobody has",
        "a consent to holding that nothing names",
        "a field that nobody sees",
        "a choice without choices",
        "own consent after majority",
        "a law without a date",
        "a shield that always holds",
        "a word of a closed list",
        "a company number with a digit too few",
    )
    expected = set()
    for one in BROKEN:
        if one.name in wanted:
            change(nyby, one)
            expected.add((one.file, one.path, one.code))
    assert len(expected) == len(wanted)
    assert {(one.file, one.path, one.code) for one in check_dir(nyby)} == expected


def only(directory: Path, file: str, code: str, line: int = 1) -> str:
    found = check_dir(directory)
    assert [(one.file, one.code, one.line) for one in found] == [(file, code, line)], told(directory)
    return found[0].message("da")


@pytest.mark.parametrize(
    ("encoding", "line", "words"), [("utf-16", 1, "UTF-16"), ("cp1252", 3, "Windows-1252/Latin-1")]
)
def test_a_file_in_another_encoding(nyby: Path, encoding: str, line: int, words: str) -> None:
    path = nyby / MEETING
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, "replace"))
    assert words in only(nyby, MEETING, "encoding", line)


def test_a_guide_in_another_encoding_or_without_words(nyby: Path) -> None:
    guides = nyby / "guides"
    guides.mkdir()
    (guides / "vej.en.md").write_text("# Way", encoding="utf-8")
    (guides / "vej.da.md").write_bytes("# Vej på".encode("cp1252"))
    assert only(nyby, "guides/vej.da.md", "encoding")
    (guides / "vej.da.md").write_text(" \n", encoding="utf-8")
    assert only(nyby, "guides/vej.da.md", "empty_file")
    (guides / "vej.da.md").write_text("# Vej", encoding="utf-8")
    (guides / "vej.md").write_text("# Vej", encoding="utf-8")
    assert "vej.da.md" in only(nyby, "guides/vej.md", "unknown_file")


@pytest.mark.parametrize("change", ["mark", "windows lines", "no newline at the end"])
def test_what_editors_do_to_a_file_is_no_mistake(nyby: Path, change: str) -> None:
    for path in nyby.rglob("*.toml"):
        raw = path.read_bytes()
        path.write_bytes(
            {
                "mark": b"\xef\xbb\xbf" + raw,
                "windows lines": raw.replace(b"\n", b"\r\n"),
                "no newline at the end": raw.rstrip(),
            }[change]
        )
    assert told(nyby) == []


@pytest.mark.parametrize("file", ["model.toml", "tenant.toml", MEETING, FORM])
def test_an_empty_file_says_what_it_must_have(nyby: Path, file: str) -> None:
    (nyby / file).write_text("# kun en kommentar\n", encoding="utf-8")
    said = only(nyby, file, "empty_file")
    assert "filen er tom; den skal have" in said


@pytest.mark.parametrize("file", ["model.toml", "tenant.toml"])
def test_a_missing_file_is_told_once_and_the_rest_is_judged_all_the_same(nyby: Path, file: str) -> None:
    (nyby / file).unlink()
    assert file in only(nyby, file, "missing_file")
    path = nyby / MEETING
    path.write_text(path.read_text(encoding="utf-8").replace("minutes", "minuts"), encoding="utf-8")
    change(nyby, next(one for one in BROKEN if one.name == "a deadline of nothing"))
    assert {one.code for one in check_dir(nyby)} == {
        "missing_file",
        "unknown_field",
        "unmeetable_deadline",
    }


def test_a_model_without_meetings(nyby: Path) -> None:
    (nyby / MEETING).unlink()
    assert only(nyby, "meetings/*.toml", "missing_file")


def test_a_model_without_any_way_past_all_steps(nyby: Path) -> None:
    path = nyby / "model.toml"
    text = path.read_text(encoding="utf-8")
    start, rest = text.split("[[bypasses]]")
    path.write_text(start + rest[rest.index("[[texts]]") :], encoding="utf-8")
    assert [one.code for one in check_dir(nyby)] == ["no_bypass"]


def test_one_file_that_cannot_be_read_hides_no_mistake_elsewhere(nyby: Path) -> None:
    (nyby / "model.toml").write_text("[[roles]\n", encoding="utf-8")
    change(nyby, next(one for one in BROKEN if one.name == "a scale upside down"))
    change(nyby, next(one for one in BROKEN if one.name == "a law without a date"))
    assert [(one.file, one.code) for one in check_dir(nyby)] == [
        (FORM, "contradiction"),
        ("law.toml", "law_undated"),
        ("model.toml", "not_toml"),
    ]


def test_a_consent_to_exchange_that_nobody_waits_for(nyby: Path) -> None:
    path = nyby / MEETING
    text = path.read_text(encoding="utf-8").replace('consent = "exchange"\n', "")
    path.write_text(
        text.replace('part = "takes_part"', 'part = "takes_part"\nconsent_to_exchange = "exchange"'),
        encoding="utf-8",
    )
    assert [(one.file, one.path, one.code) for one in check_dir(nyby)] == [
        ("consent.toml", "purposes[0]", "consent_never_asked"),
        (MEETING, "family.consent_to_exchange", "consent_never_asked"),
    ]


def test_files_that_belong_nowhere(nyby: Path) -> None:
    (nyby / "old").mkdir()
    shutil.copy(nyby / "model.toml", nyby / "old" / "model.toml")
    assert "people.toml" in only(nyby, "old/model.toml", "unknown_file")
    shutil.rmtree(nyby / "old")
    (nyby / "levels.toml.bak").write_text("whatever", encoding="utf-8")
    (nyby / "folder.toml").mkdir()
    assert told(nyby) == []


def test_a_list_written_in_two_files(nyby: Path) -> None:
    with (nyby / "model.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[stages]]\nkey = "late"\nname = { da = "Sen", en = "Late" }\n')
    line = (nyby / "people.toml").read_text(encoding="utf-8").split("[[stages]]")[0].count("\n") + 1
    assert "'stages' står også i model.toml" in only(nyby, "people.toml", "doubled", line)


def test_two_meetings_with_one_key(nyby: Path) -> None:
    shutil.copy(nyby / MEETING, nyby / "meetings" / "igen.toml")
    assert MEETING.startswith("meetings/s")
    said = only(nyby, MEETING, "doubled", 2)
    assert "meetings/igen.toml" in said
