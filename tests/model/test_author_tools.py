"""`tenant new`, `diff` and `explain` as library functions."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from services.core.meeting.rules import plan_meeting
from services.core.tenancy.check import check_dir, sound_model
from services.core.tenancy.diff import diff_dirs
from services.core.tenancy.explain import explain_dir
from services.core.tenancy.facts import CaseFacts
from services.core.tenancy.findings import ModelError
from services.core.tenancy.loader import load_model
from services.core.tenancy.new import new_tenant

ROOT = Path(__file__).parents[2]


def test_a_new_tenant_is_sound_and_its_meeting_can_be_called(tmp_path: Path) -> None:
    directory = new_tenant(tmp_path, "nyby")
    assert check_dir(directory) == []
    planned = plan_meeting(
        load_model(directory),
        CaseFacts(9, "school", custody_holders=("m",)),
        "samarbejdsmoede",
        dt.datetime(2026, 12, 7, 12, tzinfo=dt.UTC),
        dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC),
    )
    assert planned.allowed
    assert planned.deadlines[0].due_on == dt.date(2026, 11, 27)


@pytest.mark.parametrize("name", ["Nyby", "../x", "", "1by", "ny by"])
def test_a_name_that_is_no_host_label_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        new_tenant(tmp_path, name)


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    new_tenant(tmp_path, "nyby")
    with pytest.raises(FileExistsError):
        new_tenant(tmp_path, "nyby")


def test_two_versions_are_compared_in_words(tmp_path: Path) -> None:
    before = ROOT / "tenants" / "randers"
    after = Path(shutil.copytree(before, tmp_path / "randers"))
    assert diff_dirs(before, after) == []
    path = after / "meetings/netvaerksmoede_3.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("count = 5,", "count = 8,", 1).replace('key = "welcome"', 'key = "hello"', 1)
    path.write_text(text, encoding="utf-8")
    assert diff_dirs(before, after, "en") == [
        "meetings[netvaerksmoede_3].agenda[welcome]: removed",
        "meetings[netvaerksmoede_3].agenda[hello]: added",
        "meetings[netvaerksmoede_3].deadlines[agenda].within.count: changed from 5 to 8",
    ]
    assert "ændret fra 5 til 8" in diff_dirs(before, after)[-1]


def test_a_model_is_explained_in_either_language() -> None:
    danish = explain_dir(ROOT / "tenants" / "randers")
    english = explain_dir(ROOT / "tenants" / "randers", "en")
    assert "5 arbejdsdage før mødet (RA-11)" in danish
    assert "5 working days before the meeting (RA-11)" in english
    assert "1 → 2 (RA-04)" in english
    for tenant in ("slagelse", "ringsted"):
        assert len(explain_dir(ROOT / "tenants" / tenant).splitlines()) > 100


def test_what_refers_to_nothing_is_neither_explained_nor_added(tmp_path: Path) -> None:
    directory = new_tenant(tmp_path, "nyby")
    assert sound_model(directory).tenant.id == "nyby"
    path = directory / "meetings" / "samarbejdsmoede.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('role = "staff"', 'role = "staf"', 1), encoding="utf-8")
    assert load_model(directory).meetings, "its shape is right"
    for use in (sound_model, explain_dir):
        with pytest.raises(ModelError, match="'staf' findes ikke i roles") as refused:
            use(directory)
        assert "'staf' is no key of roles" in refused.value.told("en")
