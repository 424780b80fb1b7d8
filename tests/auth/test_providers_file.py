"""The providers' file of a running process: followed when it changes, and never into something unusable."""

import os
from pathlib import Path

import pytest

from services.api.auth.providers import ProviderProblem
from services.api.auth.providers_file import LOOK_SECONDS, ProvidersFile
from services.core.mode import Mode


class Hands:
    """A clock that somebody turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def entry(tenant: str, issuer: str = "https://op.example") -> str:
    return f"""
[[provider]]
tenant = "{tenant}"
key = "mitid"
kind = "family"
title = {{ da = "MitID", en = "MitID" }}
issuer = "{issuer}"
client_id = "{tenant}-family"
client_secret = "hemmelig"
claims = {{ cpr = "dk.cpr" }}
level = {{ claim = "loa", accepted = ["Substantial"] }}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "providers.toml"
    made.write_text(entry("north"))
    return made


def written(file: Path, text: str) -> None:
    """As an editor leaves it: another file in its place."""
    draft = file.with_suffix(".new")
    draft.write_text(text)
    os.replace(draft, file)


def test_a_new_tenant_s_providers_are_known_without_a_restart(file: Path) -> None:
    clock = Hands()
    known = ProvidersFile(file, Mode.PRODUCTION, clock)
    assert known.current.of("south") == ()
    written(file, entry("north") + entry("south"))
    assert known.current.of("south") == (), "not looked at again so soon"
    clock.now += LOOK_SECONDS
    assert [one.client_id for one in known.current.of("south")] == ["south-family"]
    assert known.current.of("north")


@pytest.mark.parametrize(
    "text",
    [
        "[[provider]",
        entry("north", "http://op.example"),
        entry("north") + "colour = 'red'",
        entry("north") * 2,
    ],
    ids=["no TOML", "an issuer without TLS", "an unknown field", "one twice"],
)
def test_a_file_that_can_t_be_used_changes_nothing(file: Path, text: str) -> None:
    clock = Hands()
    known = ProvidersFile(file, Mode.PRODUCTION, clock)
    before = known.current
    written(file, text)
    clock.now += LOOK_SECONDS
    assert known.current is before
    file.unlink()
    clock.now += LOOK_SECONDS
    assert known.current is before
    written(file, entry("south"))
    clock.now += LOOK_SECONDS
    assert known.current.of("south"), "and the next good one counts"


def test_at_the_start_it_must_be_good(tmp_path: Path) -> None:
    with pytest.raises(ProviderProblem):
        ProvidersFile(tmp_path / "missing.toml", Mode.PRODUCTION)
