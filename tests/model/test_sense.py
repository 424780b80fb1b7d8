"""What can never happen as a model is written is told to its author in plain words, at its own line."""

import shutil
from pathlib import Path

import pytest

from services.core.tenancy.check import check_dir
from services.core.tenancy.findings import Finding

ROOT = Path(__file__).parents[2]
RANDERS = ROOT / "tenants" / "randers"
FJORDBY = ROOT / "tests" / "municipalities" / "fjordby"
MEETING = "meetings/netvaerksmoede_3.toml"
YELLOW = "forms/det_gule_skema.toml"


@pytest.fixture
def tenant(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RANDERS, tmp_path / "randers"))


@pytest.fixture
def fjordby(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FJORDBY, tmp_path / "fjordby"))


def change(directory: Path, file: str, old: str, new: str) -> int:
    path = directory / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def add(directory: Path, file: str, text: str) -> None:
    with (directory / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def only(directory: Path, code: str) -> Finding:
    found = check_dir(directory)
    assert [one.code for one in found] == [code], [str(one) for one in found]
    return found[0]


DEADLINE = """
[[deadlines]]
key = "more"
name = { da = "Mere", en = "More" }
task = "more"
anchor = "held"
within = { count = 2, unit = "weeks" }
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("count = 2", "count = 0", "nothing can't be met"),
        ('anchor = "held"', 'anchor = "held"\nbefore = true', "over before anybody knows"),
        ('anchor = "held"', 'anchor = "event"', "names none"),
        ('anchor = "held"', 'anchor = "held"\nevent = "family_asks"', "counts only with"),
        (
            'unit = "weeks" }',
            'unit = "weeks" }\nremind_before = [{ count = 3, unit = "weeks" }]',
            "before the deadline has begun",
        ),
    ],
)
def test_a_deadline_that_cannot_be_met(tenant: Path, old: str, new: str, words: str) -> None:
    assert check_dir(tenant) == []
    add(tenant, MEETING, DEADLINE.replace(old, new, 1))
    finding = only(tenant, "unmeetable_deadline")
    assert words in finding.text.en
    assert (finding.file, finding.path.startswith("deadlines[1]")) == (MEETING, True)


def test_a_deadline_shorter_than_the_series_allows(fjordby: Path) -> None:
    rhythm = '[rhythm]\nkind = "fixed_interval"\nevery = { count = 1, unit = "months" }\n\n[family]'
    change(fjordby, "meetings/myndighedsmoede.toml", "[family]", rhythm)
    found = check_dir(fjordby)
    assert {one.code for one in found} == {"unmeetable_deadline"}
    assert [one.path for one in found] == ["deadlines[0].within", "deadlines[1].within"]
    assert "about every 28 days" in found[0].text.en


def test_a_follow_up_that_comes_sooner_than_its_own_notice(tenant: Path) -> None:
    change(tenant, MEETING, 'rule = "RA-17"', 'rule = "RA-17"\nnext_within = { count = 3, unit = "days" }')
    finding = only(tenant, "unmeetable_deadline")
    assert "sooner than its own notice" in finding.text.en


def test_a_field_that_nobody_sees(tenant: Path) -> None:
    change(tenant, YELLOW, 'visible_to = ["professionals"]', "visible_to = []")
    finding = only(tenant, "field_unseen")
    assert (finding.file, "professional_note" in finding.text.en) == (YELLOW, True)


def test_a_consent_that_nothing_asks_for(tenant: Path) -> None:
    change(tenant, "support.toml", 'consent = "measure"', "")
    finding = only(tenant, "consent_never_asked")
    assert (finding.file, finding.path) == ("consent.toml", "purposes[2]")
    assert "'measure'" in finding.text.en


def test_a_form_that_nothing_uses(tenant: Path) -> None:
    text = (tenant / YELLOW).read_text(encoding="utf-8")
    (tenant / "forms/det_roede_skema.toml").write_text(
        text.replace('key = "det_gule_skema"', 'key = "det_roede_skema"', 1), encoding="utf-8"
    )
    assert only(tenant, "form_unused").file == "forms/det_roede_skema.toml"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('source = "coordinator"', 'source = "contact"', "holds already"),
        ('source = "coordinator"', 'source = "coordinator"\nrequired = true', "a burden"),
        ('uses = ["convening", "agenda", "minutes"]', "at_most = 3", "may ask 3"),
    ],
)
def test_ALL_10_a_form_that_is_a_burden(tenant: Path, old: str, new: str, words: str) -> None:
    change(tenant, YELLOW, old, new)
    found = check_dir(tenant)
    assert {one.code for one in found} == {"asked_twice"}
    assert words in found[0].text.en


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("when = { unborn = false }", "when = { age_from = 12, age_below = 10 }", "still below 10"),
        ("when = { unborn = false }", "when = { age_from = 19 }", "the population ends at 18"),
        ("when = { unborn = false }", "when = { unborn = true, age_from = 3 }", "never 3 years old"),
        (
            "when = { unborn = false }",
            "when = { pregnancy_from = 17, pregnancy_to = 14 }",
            "comes after week 14",
        ),
        (
            "when = { unborn = false }",
            "when = { unborn = false, pregnancy_to = 14 }",
            "a child that is born",
        ),
    ],
)
def test_ages_that_contradict_each_other(tenant: Path, old: str, new: str, words: str) -> None:
    change(tenant, MEETING, old, new)
    finding = only(tenant, "age_contradiction")
    assert words in finding.text.en
    assert finding.path == "participants[0].when"


def test_ages_of_population_stages_and_consent(tenant: Path, fjordby: Path) -> None:
    change(tenant, "model.toml", "from_age = 0", "from_age = 20")
    assert "age_contradiction" in {one.code for one in check_dir(tenant)}
    change(fjordby, "model.toml", "below_age = 19", "below_age = 19\nfrom_age = 19")
    assert "still below 19" in only(fjordby, "age_contradiction").text.en


def test_own_consent_that_begins_after_majority(fjordby: Path) -> None:
    change(fjordby, "consent.toml", "own_from_age = 16", "own_from_age = 19")
    assert only(fjordby, "age_contradiction").path == "purposes[1]"


def test_a_role_that_is_always_there_and_never_there_at_the_same_age(fjordby: Path) -> None:
    never = '\n[[participants]]\nrole = "child"\nstrength = "never"\nwhen = { age_from = 10 }\n'
    change(fjordby, "meetings/samraad.toml", "\n[[deadlines]]", f"{never}\n[[deadlines]]")
    finding = only(fjordby, "age_contradiction")
    assert finding.text.en == "at 12 the role 'child' is both always there and never there"


def test_an_age_that_belongs_to_no_variant(fjordby: Path) -> None:
    change(fjordby, "support.toml", "when = { age_from = 6 }", "when = { age_from = 8 }")
    finding = only(fjordby, "age_contradiction")
    assert (finding.file, finding.text.en) == ("support.toml", "at 6, 7 a child belongs to no variant")


def test_where_stages_decide_ages_say_nothing_of_variants(fjordby: Path) -> None:
    change(fjordby, "support.toml", "when = { age_from = 6 }", 'when = { stages = ["school"] }')
    assert check_dir(fjordby) == []


def test_who_leaves_after_a_point_that_the_agenda_has_not(fjordby: Path) -> None:
    line = change(fjordby, "meetings/sparring.toml", 'leaves_after = "presented"', 'leaves_after = "coffee"')
    finding = only(fjordby, "dangling")
    assert (finding.line, finding.path) == (line, "participants[1].leaves_after")
