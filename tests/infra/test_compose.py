"""The compose file: valid, and every process has the secrets and the networks it uses, and no others."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from services.core.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
FILE = ROOT / "infra/compose.yaml"
COMPOSE: dict[str, Any] = yaml.safe_load(FILE.read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = {"migrate", "api", "worker", "beat", "notifier"}
SHELL_VARIABLE = re.compile(r"(?<!\$)\$\{(\w+)(:[?-])?")


def environment(service: str) -> dict[str, str]:
    return dict(SERVICES[service].get("environment", {}))


def test_the_compose_file_is_valid() -> None:
    command = [
        str(Path(sys.executable).with_name("check-jsonschema")),
        "--builtin-schema",
        "vendor.compose-spec",
        str(FILE),
    ]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_the_containerfile_is_clean() -> None:
    command = [Path(sys.executable).with_name("hadolint"), ROOT / "infra/Containerfile"]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_all_five_processes_run_the_one_image() -> None:
    images = {SERVICES[name]["image"] for name in OURS}
    assert len(images) == 1
    assert {name for name, service in SERVICES.items() if "build" in service} == OURS | {"tenant"}


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_process_is_an_entry_point_of_ours(name: str) -> None:
    command = SERVICES[name]["command"]
    assert command[:2] == ["python", "-m"]
    assert not command[2].startswith("services.local")
    found = importlib.util.find_spec(command[2])
    assert found, command[2]
    if found.submodule_search_locations is not None:
        assert importlib.util.find_spec(f"{command[2]}.__main__"), f"{command[2]} cannot be run with -m"


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_process_is_told_only_what_it_knows(name: str) -> None:
    known = {PREFIX + field.upper() for field in Settings.__struct_fields__}
    assert set(environment(name)) - known == set()


@pytest.mark.parametrize("name", sorted(OURS - {"migrate"}))
def test_a_process_that_ends_is_started_again_and_one_that_stands_still_is_seen(name: str) -> None:
    """Celery ends a worker whose acknowledgement a restarted broker refuses: somebody has to start the next."""
    assert SERVICES[name]["restart"] == "unless-stopped"
    assert "healthcheck" not in SERVICES[name], "the image's own"
    asked = {"RUNDBORD_BIND", "RUNDBORD_METRICS_BIND", "RUNDBORD_PULSE_FILE"}
    assert asked & environment(name).keys(), "the image's health check has nothing to look at"


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_process_cannot_write_climb_or_gain_rights(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_process_logs_in_as_itself(name: str) -> None:
    """Only migrations own the tables; each process has the role of its kind in both instances."""
    role = {"migrate": "owner", "beat": "worker"}.get(name, name)
    for variable in ("RUNDBORD_DATABASE_URL", "RUNDBORD_KEYS_URL"):
        if url := environment(name).get(variable):
            assert url.startswith(f"postgresql://rundbord_{role}:${{"), f"{name}: {variable}"


def test_no_password_serves_two_roles_or_two_instances() -> None:
    words = {
        (name, variable): match.group(1)
        for name in OURS
        for variable in ("RUNDBORD_DATABASE_URL", "RUNDBORD_KEYS_URL")
        if (match := SHELL_VARIABLE.search(environment(name).get(variable, "")))
    }
    assert {word for (_, v), word in words.items() if "KEYS" in v} & {
        word for (_, v), word in words.items() if "DATABASE" in v
    } == set()


def test_only_who_opens_sealed_fields_reaches_the_keys() -> None:
    reaching = {name for name, service in SERVICES.items() if "keys" in service["networks"]}
    assert reaching == {"keys", "migrate", "tenant", "api", "worker", "notifier"}
    holding = {name for name in OURS if "RUNDBORD_KEY_DIR" in environment(name)}
    assert holding == {"api", "worker", "notifier"}


def test_the_public_reaches_the_proxy_alone_and_data_networks_lead_nowhere() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert set(SERVICES["proxy"]["networks"]) == {"entry", "edge"}
    inner = {name for name, network in COMPOSE["networks"].items() if (network or {}).get("internal")}
    assert inner == {"edge", "data", "keys", "queue"}
    assert set(SERVICES["db"]["networks"]) | set(SERVICES["keys"]["networks"]) <= inner


def test_the_example_names_every_variable_that_has_to_be_filled_in() -> None:
    needed = {name for name, how in SHELL_VARIABLE.findall(FILE.read_text()) if how != ":-"}
    example = (ROOT / "infra/env.example").read_text()
    assert needed == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_secrets_are_not_committed() -> None:
    for line in (ROOT / "infra/env.example").read_text().splitlines():
        if re.match(r"\w*(PASSWORD|DIR|FILE|SMTP_URL)=", line):
            assert line.endswith("="), line
    assert "infra/.env" in (ROOT / ".gitignore").read_text().splitlines()


def test_databases_write_no_row_into_their_logs() -> None:
    """A DETAIL line or a logged parameter would carry what people wrote."""
    for instance in ("db", "keys"):
        command = " ".join(SERVICES[instance]["command"])
        for setting in (
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
        ):
            assert setting in command
