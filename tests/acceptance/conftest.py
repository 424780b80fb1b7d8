"""One whole system, as `./rundbord up` starts it, for the tests that carry a case through every room of it."""

import fcntl
import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.environment import of_the_run, own_prefix, swift
from tests.local.running import Up, run


@dataclass(frozen=True)
class System:
    """A running system as a tool sees it: what the ready line says, and the commands."""

    up: Up

    @property
    def line(self) -> dict[str, Any]:
        """The ready line."""
        return self.up.line

    def url(self, tenant: str) -> str:
        """A tenant's address, without a final slash."""
        return next(str(one["url"]) for one in self.line["tenants"] if one["id"] == tenant)

    def hint(self, tenant: str, key: str) -> str:
        """The login hint of someone of the cast, for example ``leder`` or ``mor-alene``."""
        names = [str(one["login_hint"]) for one in self.line["persons"] if one["tenant"] == tenant]
        return next(name for name in names if name.rsplit("-", 1)[0] == f"{tenant}-{key}")

    def command(self, *words: str) -> dict[str, Any]:
        """Run one of the commands; its answer."""
        done = run(*words, "--data", str(self.up.data), "--json")
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def mails_to(self, address: str) -> list[EmailMessage]:
        """What was delivered to an address, oldest first."""
        files = sorted(Path(self.line["mail_dir"]).glob("*.eml"))
        mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        return [mail for mail in mails if mail["To"] == address]

    def mail_to(self, address: str, after: int, telling: str = "", seconds: float = 90) -> EmailMessage:
        """The first mail to an address past the first ``after`` ones in which ``telling`` stands, waited for.

        Two messages of one moment are delivered in either order.
        """
        deadline = time.monotonic() + seconds
        while True:
            for mail in self.mails_to(address)[after:]:
                if telling in words_of(mail):
                    return mail
            assert time.monotonic() < deadline, (
                f"no mail telling {telling!r} reached {address} in {seconds} s"
            )
            time.sleep(0.2)


def words_of(mail: EmailMessage) -> str:
    """Subject and plain text of a mail."""
    body = mail.get_body(("plain",))
    return f"{mail['Subject']}\n{body.get_content() if body else ''}"


@pytest.fixture(scope="session")
def seeded() -> Path:
    """The data directory of a system that was started once in this run, with its synthetic cases, and stopped."""
    home = of_the_run("seeded")
    home.mkdir(exist_ok=True)
    home.chmod(0o711)
    with (home / "lock").open("w") as lock:
        # Whichever process comes first fills it, and the others wait: it takes a tenth of a minute of a core.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "filled").exists():
            assert Up.start(home / "data").stop() == 0
            (home / "filled").touch()
    return home / "data"


@pytest.fixture(scope="module")
def system(seeded: Path) -> Iterator[System]:
    """A system of this module's own with its synthetic cases: its clock is moved."""
    with running_copy(seeded) as running:
        yield running


@pytest.fixture(scope="package")
def shared(seeded: Path) -> Iterator[System]:
    """A system that journeys through different municipalities share; time only goes forward in it.

    It ends with this directory: what comes after needs the cores.
    """
    with running_copy(seeded) as running:
        yield running


@contextmanager
def place() -> Iterator[Path]:
    """A directory with a short name (the path of a socket may hold 107 bytes), where the databases' user can walk."""
    with tempfile.TemporaryDirectory(prefix=own_prefix("rb"), dir=swift()) as name:
        Path(name).chmod(0o711)
        yield Path(name)


@contextmanager
def running_copy(of: Path) -> Iterator[System]:
    """Start what lies in a copy of a data directory: a third of the work of filling an empty one."""
    with place() as home:
        # With owners and links, as they are.
        subprocess.run(["cp", "-a", str(of), str(home / "data")], check=True)
        up = Up.start(home / "data")
        try:
            yield System(up)
        finally:
            up.stop()
