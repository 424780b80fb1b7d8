"""A municipality changes its model on a running system: proposed by the operator, read and approved by one administrator
and then by two, in force from its midnight, and a running case moved by the one who leads it (ALL-06). And a fourth
municipality joins, whose people log in at once.
"""

import re
import shutil
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from tests.acceptance.conftest import System
from tests.acceptance.member import Member

ROOT = Path(__file__).parents[2]
FJORDBY = ROOT / "tests" / "municipalities" / "fjordby"
VERSION = "id number state mine mayApprove missing digest appliesFrom"


@pytest.fixture(scope="module")
def slagelse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the municipality's directory, as its author has it."""
    return Path(shutil.copytree(ROOT / "tenants" / "slagelse", tmp_path_factory.mktemp("own") / "slagelse"))


def replaced(file: Path, old: str, new: str) -> None:
    """Change a file of the model."""
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), "utf-8")


def page(member: Member, path: str) -> str:
    """A page as it is read, without its marks."""
    answer = member.client.get(member.url + path)
    assert answer.status_code == 200, (path, answer.status_code)
    return unescape(re.sub(r"<[^>]+>", " ", answer.text))


def send(member: Member, path: str, form: str, **values: str) -> str:
    """Send one of a page's forms as a browser without script does; the page that comes after."""
    html = member.client.get(member.url + path).text
    found = re.search(rf'<form action="([^"]+)"[^>]*id="{form}">(.*?)</form>', html, re.DOTALL)
    assert found, (path, form)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found[2])) | values
    answer = member.client.post(member.url + found[1], data=fields, headers={"Origin": member.url})
    assert answer.status_code == 200, (path, form, answer.status_code, answer.text[:2000])
    return unescape(re.sub(r"<[^>]+>", " ", answer.text))


def in_force(system: System) -> int:
    """The number of the version that applies in Slagelse."""
    listed = system.command("tenant", "versions", "slagelse")
    (number,) = [one["number"] for one in listed if one["state"] == "in_force"]  # type: ignore[index]
    return int(number)


def test_ALL_06_from_a_changed_directory_to_a_moved_case(system: System, slagelse: Path) -> None:
    first, second = (Member.of(system, "slagelse", key) for key in ("administrator", "administrator2"))
    leader = Member.of(system, "slagelse", "leder")

    replaced(slagelse / "meetings" / "se_ske_moede.toml", "count = 5,", "count = 7,")
    replaced(slagelse / "support.toml", "approvals = 1", "approvals = 2")
    said = system.command("tenant", "add", str(slagelse))
    assert (said["number"], said["state"], said["missing"]) == (2, "proposed", 1)
    assert in_force(system) == 1

    # Read in words, and approved from the day after tomorrow.
    assert "venter på dig" in page(first, "/")
    found = first.query(f"{{ modelVersions(first: 1) {{ edges {{ node {{ {VERSION} wantedFrom }} }} }} }}")
    newest = found["edges"][0]["node"]
    version = f"/models/{newest['id']}"
    read = page(first, version)
    assert "ændret fra 5 arbejdsdage til 7 arbejdsdage" in read
    assert "Se ske-møde" in page(first, f"{version}/document")
    later = date.fromisoformat(newest["wantedFrom"]) + timedelta(days=2)
    done = send(first, version, "approve", appliesFrom=later.isoformat(), note="Læst.")
    assert "Din godkendelse er noteret" in done
    assert in_force(system) == 1
    system.command("clock", "advance", "48h")
    assert in_force(system) == 2

    # Running cases stay, and their pages say so; the one who leads the case moves it.
    edges = leader.query("{ children(first: 50) { edges { node { id followed { isCurrent } } } } }")["edges"]
    child = next(
        f"/children/{edge['node']['id']}"
        for edge in edges
        if edge["node"]["followed"] and not edge["node"]["followed"]["isCurrent"]
    )
    assert "Sagen følger version 1" in page(leader, child)
    assert "5 arbejdsdage bliver til 7 arbejdsdage" in page(leader, f"{child}/version")
    assert "Sagen følger nu den version, der gælder" in send(leader, f"{child}/version", "move")
    assert "Sagen følger version 1" not in page(leader, child)

    # From now on two must approve, and an administrator who proposes is none of them.
    replaced(slagelse / "tenant.toml", '"58573600"', '"58573601"')
    files = [
        {"name": str(file.relative_to(slagelse)), "content": file.read_text("utf-8")}
        for file in sorted(slagelse.rglob("*"))
        if file.is_file()
    ]
    proposed = first.do("proposeModel", f"version {{ {VERSION} }} findings {{ message }}", files=files)
    assert proposed["findings"] is None
    version_3 = proposed["version"]
    assert (version_3["number"], version_3["mine"], version_3["missing"]) == (3, True, 2)
    named = {"versionId": version_3["id"], "digest": version_3["digest"]}
    refused = first.attempt("approveVersion", "version { number }", **named)
    assert refused["errors"][0]["ruleId"] == "ALL-06"
    half = second.do("approveVersion", f"version {{ {VERSION} }}", **named)["version"]
    assert (half["state"], half["missing"], half["mayApprove"]) == ("PROPOSED", 1, False)
    assert in_force(system) == 2
    assert "trukket tilbage" in send(first, f"/models/{version_3['id']}", "withdraw")

    # A mistake is told with its place, and proposes nothing.
    broken = [{**one, "content": one["content"].replace("minutes = ", "minuts = ")} for one in files]
    found = first.do("proposeModel", "version { id } findings { file line path code message }", files=broken)
    assert found["version"] is None
    assert {"file", "line", "path"} <= found["findings"][0].keys()
    assert any(one["path"] == "minuts" and one["file"].startswith("meetings/") for one in found["findings"])


def test_a_fourth_municipality_joins_and_its_people_log_in_at_once(system: System) -> None:
    said = system.command("tenant", "add", str(FJORDBY))
    assert (said["state"], said["changed"]) == ("in_force", True)
    told = system.up.running()
    hint = next(
        p["login_hint"] for p in told["persons"] if p["tenant"] == "fjordby" and p["capacity"] == "leader"
    )
    url = next(one["url"] for one in told["tenants"] if one["id"] == "fjordby")
    member = Member.at(url, hint)
    assert member.query("{ tenant { name } }")["name"] == "Fjordby Kommune"
    # Those who were here go on as before.
    assert Member.of(system, "randers", "leder").query("{ tenant { slug } }")["slug"] == "randers"
