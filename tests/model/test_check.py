"""What `tenant check` tells the author of a model: every mistake at once, each with its file and line."""

import shutil
from pathlib import Path

import pytest

from services.core.tenancy.check import check_dir
from services.core.tenancy.findings import Finding, ModelError
from services.core.tenancy.loader import load_model
from services.core.tenancy.locate import Places

ROOT = Path(__file__).parents[2]
MEETING = "meetings/netvaerksmoede_3.toml"


@pytest.fixture
def tenant(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tenants" / "randers", tmp_path / "randers"))


def change(tenant: Path, file: str, old: str, new: str) -> int:
    """Replaces `old` in the file, and tells on which line."""
    path = tenant / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def only(tenant: Path) -> Finding:
    (finding,) = check_dir(tenant)
    return finding


def test_an_unknown_field_is_told_with_its_line_path_and_nearest_name(tenant: Path) -> None:
    line = change(tenant, MEETING, "minutes = 60", "minuts = 60")
    finding = only(tenant)
    assert (finding.file, finding.line, finding.path, finding.code) == (
        MEETING,
        line,
        "minuts",
        "unknown_field",
    )
    assert "did you mean 'minutes'?" in finding.text.en
    with pytest.raises(ModelError, match=f"{MEETING}:{line}: minuts"):
        load_model(tenant)


def test_a_wrong_value_deep_inside_is_told_at_its_own_line(tenant: Path) -> None:
    line = change(tenant, MEETING, "count = 5,", 'count = "five",')
    finding = only(tenant)
    assert (finding.line, finding.path, finding.code) == (line, "deadlines[0].within.count", "wrong_value")


def test_an_empty_name_in_a_list_of_names_is_a_mistake(tenant: Path) -> None:
    line = change(
        tenant, "model.toml", '["violence_concern", "violence_suspicion"]', '["violence_concern", ""]'
    )
    finding = only(tenant)
    assert (finding.line, finding.path, finding.code) == (line, "bypasses[0].facts_any[1]", "dangling")


def test_all_mistakes_are_told_at_once(tenant: Path) -> None:
    change(tenant, MEETING, "minutes = 60", "minuts = 60")
    change(tenant, MEETING, 'strength = "always"', 'strength = "mostly"')
    change(tenant, "model.toml", "to_age = 18\n", "")
    assert [(one.file, one.code) for one in check_dir(tenant)] == [
        (MEETING, "unknown_field"),
        (MEETING, "wrong_value"),
        ("model.toml", "missing_field"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (MEETING, 'form = "det_gule_skema"', 'form = "det_roede_skema"', "form"),
        (MEETING, 'role = "psychologist"', 'role = "astronaut"', "participants[7].role"),
        (MEETING, 'consent = "exchange"', 'consent = "exchnge"', "participants[7].consent"),
        (MEETING, 'law = ["coherence"]', 'law = ["nothing"]', "law[0]"),
        (MEETING, 'meeting = "netvaerksmoede_4"', 'meeting = "nowhere"', "outcomes[4].leads_to.meeting"),
        ("levels.toml", "to_level = 2", "to_level = 9", "transitions[0].to_level"),
        (
            "levels.toml",
            'facts_any = ["outreach_effort"',
            'facts_any = ["luck"',
            "transitions[4].prior[0].facts_any[0]",
        ),
    ],
)
def test_a_name_that_leads_nowhere(tenant: Path, file: str, old: str, new: str, path: str) -> None:
    line = change(tenant, file, old, new)
    finding = next(one for one in check_dir(tenant) if one.code == "dangling")
    assert (finding.file, finding.line, finding.path) == (file, line, path)


def test_a_text_missing_in_a_language(tenant: Path) -> None:
    line = change(
        tenant, MEETING, ', en = "Look together at what is hard: the parents and the professionals"', ""
    )
    finding = only(tenant)
    assert (finding.line, finding.path, finding.code) == (line, "purposes[0].text", "missing_text")


def test_a_guide_missing_in_a_language(tenant: Path) -> None:
    (tenant / "guides/netvaerksmoede.en.md").unlink()
    assert (only(tenant).file, only(tenant).code) == ("guides/netvaerksmoede.en.md", "missing_text")


def test_a_level_that_nobody_reaches_and_one_that_nobody_leaves(tenant: Path) -> None:
    with (tenant / "levels.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[levels]]\nnumber = 6\nlabel = "6"\nname = { da = "Seks", en = "Six" }\n')
    assert [(one.path, one.code) for one in check_dir(tenant)] == [
        ("levels[5]", "dead_end"),
        ("levels[5]", "unreachable_level"),
    ]


def test_a_meeting_that_nobody_convenes_and_that_leads_nowhere(tenant: Path) -> None:
    path = tenant / "meetings/parallelt_netvaerksmoede.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.split("[[outcomes]]")[0].replace("[[convener]]", "[[writer]]"), encoding="utf-8")
    assert {one.code for one in check_dir(tenant)} == {"dead_end", "no_convener"}


def test_a_key_used_twice(tenant: Path) -> None:
    line = change(tenant, MEETING, 'key = "child_view"', 'key = "welcome"')
    finding = only(tenant)
    # The second of the two is the mistake; its table's header stands a line above its key.
    assert (finding.line, finding.path, finding.code) == (line - 1, "agenda[1]", "doubled")


def test_consent_and_information_are_never_mixed(tenant: Path) -> None:
    change(tenant, MEETING, 'part = "takes_part"', 'part = "consents"')
    assert only(tenant).code == "consent_unclear"


def test_what_is_no_toml_and_what_belongs_nowhere(tenant: Path) -> None:
    (tenant / MEETING).write_text('key = "x"\nname = \n', encoding="utf-8")
    (tenant / "notes.toml").write_text("", encoding="utf-8")
    found = check_dir(tenant)
    assert [(one.file, one.line, one.code) for one in found] == [
        (MEETING, 2, "not_toml"),
        ("notes.toml", 1, "unknown_file"),
    ]


def test_an_empty_directory_says_what_is_missing(tmp_path: Path) -> None:
    assert [(one.file, one.code) for one in check_dir(tmp_path)] == [
        ("meetings/*.toml", "missing_file"),
        ("model.toml", "missing_file"),
        ("tenant.toml", "missing_file"),
    ]


def test_another_language_of_models_is_refused(tenant: Path) -> None:
    line = change(tenant, "model.toml", "language = 1", "language = 99")
    assert (only(tenant).line, only(tenant).code) == (line, "unknown_language")


def test_places_of_values_in_every_shape_of_toml() -> None:
    places = Places(
        'a = 1 # [x]\nb = [\n  { c = "}" },\n  { c = \'d\' },\n]\n[t.u]\n"k k" = """\nx = 1\n"""\n'
        "[[l]]\nx.y = 2\n[[l]]\n[[l.m]]\nz = 3\n"
    )
    expected = {
        ("a",): 1,
        ("b",): 2,
        ("b", 0, "c"): 3,
        ("b", 1, "c"): 4,
        ("t", "u"): 6,
        ("t", "u", "k k"): 7,
        ("l", 0, "x", "y"): 11,
        ("l", 1): 12,
        ("l", 1, "m", 0, "z"): 14,
        ("l", 1, "m", 0, "unknown"): 13,
    }
    assert {path: places.line(path) for path in expected} == expected
