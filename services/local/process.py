"""Child processes that cannot outlive their parent, and ports that cannot trip over themselves."""

import ctypes
import os
import random
import signal
import socket
from collections.abc import Callable
from pathlib import Path

from services.local.errors import EnvironmentProblem

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)
_EPHEMERAL_RANGE = Path("/proc/sys/net/ipv4/ip_local_port_range")


def die_with_parent(death_signal: int = signal.SIGKILL) -> Callable[[], None]:
    """Make the function a child runs before exec so that the kernel ends it with its parent.

    Spawn from the main thread: the kernel means the *thread* that forked. A parent that died before the
    child could ask is noticed by the changed parent id.
    """
    parent = os.getpid()

    def in_child() -> None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return in_child


def die_with_current_parent(death_signal: int = signal.SIGKILL) -> None:
    """Tie the calling process, already running, to its present parent (forked pool children)."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    if os.getppid() == 1:
        os._exit(1)


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Tell whether a server could listen on the port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def listens(port: int) -> bool:
    """Tell whether something on this machine answers on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """Pick a free port below the kernel's range for outgoing connections.

    Inside that range a client that keeps dialling a dead server on 127.0.0.1 can be given the server's own
    port, connect to itself, and so keep the server from coming back.
    """
    try:
        top = int(_EPHEMERAL_RANGE.read_text().split()[0])
    except OSError:
        top = 32768
    bottom = 15000
    if top <= bottom + 1000:
        bottom, top = 20000, 32768
    for _ in range(200):
        port = random.randrange(bottom, top)  # noqa: S311 - no secret, only spread
        if is_free(port):
            return port
    raise EnvironmentProblem("No free TCP port was found on 127.0.0.1.")
