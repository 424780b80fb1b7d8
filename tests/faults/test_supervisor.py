"""What the supervisor does when starting again is itself in trouble."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from services.local.supervisor import Spec, Supervisor


async def test_a_start_that_fails_is_tried_again(tmp_path: Path) -> None:
    starts: list[int] = []

    def before() -> None:
        starts.append(1)
        if len(starts) == 2:
            raise OSError("no process to be had just now")

    said: list[str] = []
    supervisor = Supervisor(tmp_path, said.append, lambda: None)
    spec = Spec(
        name="sleeper",
        argv=[sys.executable, "-c", "import time; time.sleep(60)"],
        env=dict(os.environ),
        cwd=tmp_path,
        is_ready=lambda pid: True,
        before_start=before,
    )
    supervisor.start(spec)
    (first,) = supervisor.pids("sleeper")
    try:
        os.kill(first, signal.SIGKILL)
        async with asyncio.timeout(60):
            while supervisor.pids("sleeper") in ([], [first]):  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.05)
        assert len(starts) == 3
        assert any("could not be started" in line for line in said)
    finally:
        await supervisor.stop()
        asyncio.get_running_loop().remove_signal_handler(signal.SIGCHLD)
