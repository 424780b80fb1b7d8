"""Whether a worker or beat stands still can be seen from outside, and what their health check makes of it."""

import asyncio
import importlib.util
import os
import signal
import time
from pathlib import Path
from types import ModuleType

import pytest

from services.worker.pulse import EVERY_SECONDS
from tests.builders.world import World
from tests.worker.processes import BEAT, WORKER, process

ROOT = Path(__file__).parents[2]


def healthcheck() -> ModuleType:
    """The image's, which is no package."""
    spec = importlib.util.spec_from_file_location("healthcheck", ROOT / "infra" / "healthcheck.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def beats(file: Path, seconds: float) -> bool:
    """Whether the file is touched within so many seconds from now."""
    return await asyncio.to_thread(_beats, file, seconds)


def _beats(file: Path, seconds: float) -> bool:
    file.unlink(missing_ok=True)
    last = time.monotonic() + seconds
    while not file.exists() and time.monotonic() < last:
        time.sleep(0.05)
    return file.exists()


@pytest.mark.parametrize("program", [WORKER, BEAT], ids=["worker", "beat"])
async def test_a_process_has_a_pulse_for_as_long_as_its_loop_turns(
    program: str, world: World, valkey_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "pulse"
    async with process(program, world, valkey_url, RUNDBORD_PULSE_FILE=str(file)) as running:
        assert await beats(file, 60)
        assert await beats(file, EVERY_SECONDS + 3)
        running.send_signal(signal.SIGSTOP)
        assert not await beats(file, EVERY_SECONDS + 1)
        running.send_signal(signal.SIGCONT)
        assert await beats(file, EVERY_SECONDS + 3)


def test_what_the_health_check_makes_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked, file = healthcheck(), tmp_path / "pulse"
    monkeypatch.setenv("RUNDBORD_PULSE_FILE", str(file))
    monkeypatch.delenv("RUNDBORD_BIND", raising=False)
    monkeypatch.delenv("RUNDBORD_METRICS_BIND", raising=False)
    assert checked.main() == 1, "a process that has not begun, or ended"
    file.touch()
    assert checked.main() == 0
    old = time.time() - checked.PULSE_SECONDS - 1
    os.utime(file, (old, old))
    assert checked.main() == 1
