"""`./rundbord` before anything is installed: what it says when the machine is not ready for it.

The whole way, from nothing to `ready`, needs a network and half a minute; `.ci/run` and the note of each
release walk it on a bare machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ("rundbord", "requirements.lock", "requirements-test.lock", "pyproject.toml")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """As much of a checkout as the launcher looks at before it installs."""
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def launch(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    base = shutil.which("python3.11", path="/usr/bin") or str(
        getattr(sys, "_base_executable", sys.executable)
    )
    return subprocess.run(
        [base, str(checkout / "rundbord"), *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd="/",
        env={**os.environ, **environment},
    )


def test_python_without_venv_is_told_what_to_install(checkout: Path, tmp_path: Path) -> None:
    shadow = tmp_path / "shadow"
    shadow.mkdir()
    (shadow / "ensurepip.py").write_text("raise ImportError('as on Debian without python3-venv')\n")
    answer = launch(checkout, "up", PYTHONPATH=str(shadow))
    assert answer.returncode == 3
    assert "apt install python3-venv" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (checkout / ".venv").exists()


def test_a_lock_without_uv_is_refused_before_anything_is_fetched(checkout: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "complete").touch()
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (checkout / "requirements.lock").write_text("msgspec==0.20.0\n")
    answer = launch(checkout, "up")
    assert answer.returncode == 3
    assert "does not name uv" in answer.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_checkout_that_may_not_be_written_is_named(checkout: Path) -> None:
    checkout.chmod(0o555)
    answer = launch(checkout, "up")
    checkout.chmod(0o755)
    assert answer.returncode == 3
    assert "not writable" in answer.stderr


def test_an_installation_that_stands_is_left_alone(checkout: Path) -> None:
    # Everything that set-up would do needs `.venv/bin/python` to be a Python; this one only tells its arguments.
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho called "$@"\n')
    python.chmod(0o755)
    stamp = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import importlib.machinery as m, importlib.util as u, sys;"
            "s = m.SourceFileLoader('launcher', sys.argv[1]);"
            "x = u.module_from_spec(u.spec_from_loader('launcher', s)); s.exec_module(x);"
            "print(x.stamp_of(sys.argv[2]), end='')",
            *(str(checkout / "rundbord"), str(checkout / "requirements.lock")),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (checkout / ".venv" / "rundbord.stamp").write_text(stamp)
    answer = launch(checkout, "status", "--json")
    assert (answer.returncode, answer.stdout) == (0, "called -P -m services.local status --json\n")
    assert answer.stderr == ""


def test_both_locks_bring_uv_itself() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        assert "\nuv==" in (ROOT / name).read_text(), name
