"""The providers' file: what it may say, and what stops a process at start."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from services.api.auth.capacity import Held, reach_of, roles_of
from services.api.auth.person_match import cpr_of
from services.api.auth.providers import Provider, ProviderProblem, Providers
from services.core.mode import Mode
from tests.auth.conftest import family, professional

EXAMPLE = """
[[provider]]
tenant = "north"
key = "mitid"
kind = "family"
title = { da = "MitID", en = "MitID" }
issuer = "https://netseidbroker.dk/op"
client_id = "north"
client_auth = "private_key_jwt"
private_key_file = "KEY"
scopes = ["openid", "mitid", "ssn"]
[provider.claims]
cpr = "dk.cpr"
person = "mitid.uuid"
[provider.level]
claim = "loa"
accepted = ["https://data.gov.dk/concept/core/nsis/Substantial"]
request = { idp_params = { mitid = { loa_value = "substantial" } } }
"""


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("-----PEM-----\n")
    file = tmp_path / "providers.toml"
    file.write_text(EXAMPLE.replace("KEY", str(tmp_path / "key.pem")))
    providers = Providers.load(file)
    found = providers.get("north", "mitid")
    assert found is not None
    assert found.credential == "-----PEM-----"
    assert (found.idle_seconds, found.absolute_seconds) == (1800, 28800)
    assert found.asks_userinfo
    assert providers.get("south", "mitid") is None


@pytest.mark.parametrize(
    "change",
    [
        ("key =", "kye ="),
        ('"openid", ', ""),
        ("https://netse", "http://netse"),
        ("[provider.level]", "[provider.nivel]"),
        ('da = "MitID", ', ""),
        ('private_key_file = "KEY"', 'client_secret = "not to be shown"'),
        ("KEY", "/nowhere/at/all"),
        ("accepted = [", "accepted = []\nx = ["),
        ("[[provider]]", "[[provider"),
    ],
)
def test_a_mistake_stops_the_process_and_shows_no_secret(tmp_path: Path, change: tuple[str, str]) -> None:
    (tmp_path / "key.pem").write_text("x")
    file = tmp_path / "providers.toml"
    file.write_text(EXAMPLE.replace(*change, 1).replace("KEY", str(tmp_path / "key.pem")))
    with pytest.raises(ProviderProblem) as problem:
        Providers.load(file)
    assert "not to be shown" not in str(problem.value)


@pytest.mark.parametrize(
    "provider",
    [
        professional("north", "t", "https://idp.example", cvr=""),
        professional("north", "t", "https://idp.example", roles={"X": "family"}),
        professional("north", "t", "https://idp.example", roles={"X": "system"}),
        professional("north", "t", "https://idp.example", test_persons=["x"]),
        professional("north", "t", "http://127.0.0.1:9000/x"),
        professional("north", "t", "https://idp.example?x=1"),
        professional("north", "t", "https://idp.example", algorithms=["HS256"]),
        professional("north", "t", "https://idp.example", algorithms=["none"]),
        professional("north", "t", "https://idp.example", algorithms=[]),
        professional("north", "t", "https://idp.example", client_secret=""),
        family("north", "m", "https://idp.example", claims={}),
        family("north", "m", "https://idp.example", level=None),
    ],
)
def test_what_could_not_be_checked_fully_is_refused_in_production(provider: Provider) -> None:
    with pytest.raises(ProviderProblem):
        Providers([provider])


def test_loopback_and_test_persons_are_local_mode_alone() -> None:
    local = family("north", "m", "http://127.0.0.1:9000/op", test_persons=["mor"])
    assert Providers([local], Mode.LOCAL).by_hint("north", "mor") is local
    with pytest.raises(ProviderProblem):
        Providers([family("north", "m", "http://192.0.2.1/op")], Mode.LOCAL)
    with pytest.raises(ProviderProblem):
        Providers([local, local], Mode.LOCAL)


def test_no_secret_in_what_a_log_would_show() -> None:
    assert "another secret" not in repr(professional("north", "t", "https://idp.example"))


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (["Leder", "Ukendt"], ("Leder",)),
        ("Leder", ("Leder",)),
        (["Leder", "Leder", 7, None, ["Leder"]], ("Leder",)),
        (None, ()),
        (True, ()),
        ({"Leder": True}, ()),
    ],
)
def test_only_known_roles_count(told: Any, known: tuple[str, ...]) -> None:
    provider = professional("north", "t", "https://idp.example")
    assert tuple(held.name for held in roles_of({"roles": told}, provider)) == known


@pytest.mark.parametrize(
    ("roles", "employed", "capacities"),
    [
        (("Leder",), {"leader", "professional"}, ("leader", "professional")),
        (
            ("Leder", "Myndighed"),
            {"leader", "adviser", "professional"},
            ("leader", "adviser", "professional"),
        ),
        (("Medarbejder",), {"leader", "professional"}, ("professional",)),
        (("Leder",), {"professional"}, ("professional",)),
        (("Leder",), set(), ()),
        ((), {"leader"}, ()),
        (("Myndighed",), {"leader"}, ()),
    ],
)
def test_a_capacity_needs_role_and_employment(
    roles: tuple[str, ...], employed: set[str], capacities: tuple[str, ...]
) -> None:
    provider = professional("north", "t", "https://idp.example")
    held = [Held(role, str(provider.roles[role])) for role in roles]
    assert tuple(reach_of(held, employed)) == capacities


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("6101014444", "6101014444"),
        ("610101-4444", "6101014444"),
        ("610101 4444", "6101014444"),
        ("61010144440", ""),
        ("6101O14444", ""),
        ("٦١٠١٠١٤٤٤٤", ""),
        ("", ""),
    ],
)
def test_cpr_numbers_as_written(written: str, read: str) -> None:
    assert cpr_of(written) == read


def test_unknown_fields_are_named() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        family("north", "m", "https://idp.example", colour="red")
