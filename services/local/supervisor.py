"""Starts processes, waits until they are ready, restarts those that die, and stops all of them.

One thread only: the kernel's death signal means the thread that forked (`process.die_with_parent`), and the
event loop learns of a child's end by SIGCHLD. Each child has a session of its own, so that Ctrl-C reaches the
supervisor alone and it decides the order in which they stop.
"""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from services.local.errors import EnvironmentProblem
from services.local.postgres import Identity
from services.local.process import die_with_parent

_BACKOFF = (0.1, 0.5, 1.0, 2.0, 5.0)
_RETRY_SECONDS = 1.0
_STEADY_SECONDS = 30.0
_POLL_SECONDS = 0.02


class Ready(Protocol):
    """A cheap look from outside: does the process with this id do its work yet?"""

    def __call__(self, pid: int) -> bool: ...  # noqa: D102 - the class says it


@dataclass(frozen=True)
class Spec:
    """What to start and how to know, end and place it."""

    name: str
    argv: list[str]
    env: Mapping[str, str] = field(repr=False)
    cwd: Path
    is_ready: Ready
    stop_signal: int = signal.SIGTERM
    death_signal: int = signal.SIGKILL
    identity: Identity = field(default_factory=Identity)
    stop_seconds: float = 8.0
    before_start: Callable[[], None] = lambda: None
    rank: int = 1
    """What others stand on has the lower rank, and stops after them."""


@dataclass
class Child:
    """A process in the supervisor's care, and how often it fell."""

    spec: Spec
    process: subprocess.Popen[bytes]
    started: float
    falls: int = 0
    wanted: bool = True


class Supervisor:
    """Keeps the children of one running system; use from the main thread's event loop."""

    def __init__(self, logs: Path, tell: Callable[[str], None], on_change: Callable[[], None]) -> None:
        self._logs = logs
        self._tell = tell
        self._on_change = on_change
        self._children: dict[str, Child] = {}
        self._restarts: set[asyncio.Task[None]] = set()
        asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, self._look_after)

    def start(self, spec: Spec, gate: int | None = None) -> None:
        """Start a process; what it prints goes to its log.

        `gate` is the reading end of a pipe: the process loads its code and goes on when the other end is closed.
        One that is started again finds no gate.
        """
        self._children[spec.name] = Child(spec, self._spawn(spec, gate), time.monotonic())

    async def ready(self, name: str, seconds: float = 60) -> None:
        """Wait until a process is ready; raises EnvironmentProblem, quoting its log, if it keeps falling."""
        deadline = time.monotonic() + seconds
        child = self._children[name]
        while not (child.process.poll() is None and child.spec.is_ready(child.process.pid)):
            if child.falls >= 3 or time.monotonic() > deadline:
                what = (
                    "ended while starting" if child.falls else f"was not ready within {seconds:.0f} seconds"
                )
                raise EnvironmentProblem(f"{name} {what}; {self._log(name)} ends with:\n{self._tail(name)}")
            await asyncio.sleep(_POLL_SECONDS)

    async def run(self, name: str, argv: list[str], env: Mapping[str, str]) -> int:
        """Run a short program to its end, which the supervisor's own end would bring too; give its exit code."""
        spec = Spec(name, argv, env, self._logs, lambda pid: True, stop_seconds=2)  # noqa: ARG005
        child = Child(spec, self._spawn(spec), time.monotonic(), wanted=False)
        self._children[name] = child
        while (code := child.process.poll()) is None:
            await asyncio.sleep(_POLL_SECONDS)
        del self._children[name]
        return code

    def pids(self, name: str) -> list[int]:
        """Give the ids of a process by name; none while it is down or if it is not ours."""
        child = self._children.get(name)
        return [child.process.pid] if child and child.process.poll() is None else []

    async def stop(self) -> None:
        """Stop all, services before servers; each has bounded time, then is killed with all it forked."""
        for task in self._restarts:
            task.cancel()
        for child in self._children.values():
            child.wanted = False
        for rank in sorted({child.spec.rank for child in self._children.values()}, reverse=True):
            together = [child for child in self._children.values() if child.spec.rank == rank]
            await asyncio.gather(*(self._end(child) for child in together))

    def kill(self) -> None:
        """End everything at once (a second Ctrl-C)."""
        for child in self._children.values():
            child.wanted = False
            _kill_session(child.process, child.spec.death_signal)

    async def _end(self, child: Child) -> None:
        process = child.process
        if process.poll() is None:
            process.send_signal(child.spec.stop_signal)
            deadline = time.monotonic() + child.spec.stop_seconds
            while process.poll() is None and time.monotonic() < deadline:
                await asyncio.sleep(_POLL_SECONDS)
        if process.poll() is None:
            self._tell(f"{child.spec.name} did not stop in {child.spec.stop_seconds:.0f} s and is killed")
        _kill_session(process, child.spec.death_signal)
        process.wait(10)

    def _spawn(self, spec: Spec, gate: int | None = None) -> subprocess.Popen[bytes]:
        spec.before_start()
        with self._log(spec.name).open("ab") as out:
            return subprocess.Popen(
                spec.argv,
                stdin=subprocess.DEVNULL if gate is None else gate,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=spec.cwd,
                env=dict(spec.env),
                start_new_session=True,
                preexec_fn=die_with_parent(spec.death_signal),  # noqa: PLW1509 - one thread, see the module
                **spec.identity,
            )

    def _look_after(self) -> None:
        for child in self._children.values():
            code = child.process.poll()
            if child.wanted and code is not None:
                child.wanted = False  # until it is back
                if time.monotonic() - child.started > _STEADY_SECONDS:
                    child.falls = 0
                pause = _BACKOFF[min(child.falls, len(_BACKOFF) - 1)]
                child.falls += 1
                end = f"signal {-code}" if code < 0 else f"exit {code}"
                self._tell(f"{child.spec.name} ended ({end}); starting it again")
                task = asyncio.get_running_loop().create_task(self._restart(child, pause))
                self._restarts.add(task)
                task.add_done_callback(self._restarts.discard)

    async def _restart(self, child: Child, pause: float) -> None:
        _kill_session(child.process, signal.SIGKILL)  # what it had forked
        await asyncio.sleep(pause)
        while True:
            try:
                child.process = self._spawn(child.spec)
                break
            except (OSError, subprocess.SubprocessError) as problem:
                # A machine that is short of something for a moment must not cost the process for good.
                self._tell(f"{child.spec.name} could not be started ({problem}); trying again")
                await asyncio.sleep(_RETRY_SECONDS)
        child.started = time.monotonic()
        child.wanted = True
        self._on_change()

    def _log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def _tail(self, name: str) -> str:
        lines = self._log(name).read_text(errors="replace").splitlines()[-15:]
        return "\n".join(f"  | {line}" for line in lines)


def _kill_session(process: subprocess.Popen[bytes], how: int) -> None:
    try:
        os.killpg(process.pid, how)
    except (ProcessLookupError, PermissionError):
        return
