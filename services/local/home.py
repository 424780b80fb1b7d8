"""The data directory of a local system: what lies where, its secrets, and who runs it now.

secrets.json   passwords of this directory, drawn once          keyring/  wrapping keys (file key provider)
running.json   the ready line of the running system             anchors/  heads of the audit chain
postgres/ keys/ valkey/   the servers' files                    mails/    one .eml a delivery
run/           ready marks and generated configuration          sms/      one .json a message
digital_post/  one .xml a letter
logs/          one file a process
"""

import fcntl
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.local import postgres, valkey
from services.local.errors import EnvironmentProblem

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DEFAULT = CHECKOUT / ".rundbord"


@dataclass(frozen=True)
class Home:
    """A data directory that exists, with its secrets."""

    path: Path
    passwords: dict[str, str] = field(repr=False)
    valkey_password: str = field(repr=False)

    @property
    def keyring(self) -> Path:
        """Directory of the file key provider."""
        return self.path / "keyring"

    @property
    def anchors(self) -> Path:
        """Directory of the audit chain's anchors."""
        return self.path / "anchors"

    @property
    def mails(self) -> Path:
        """Directory the mail sink writes to."""
        return self.path / "mails"

    @property
    def sms(self) -> Path:
        """Directory the SMS gateway writes to."""
        return self.path / "sms"

    @property
    def letters(self) -> Path:
        """Directory that Digital Post writes to."""
        return self.path / "digital_post"

    @property
    def logs(self) -> Path:
        """Directory of one log a process."""
        return self.path / "logs"

    @property
    def run(self) -> Path:
        """Directory of ready marks and generated configuration."""
        return self.path / "run"

    @property
    def running(self) -> Path:
        """The file that names the running system's addresses and processes."""
        return self.path / "running.json"


def open_home(path: Path) -> Home:
    """Make the directory where it is missing, and read its secrets; raises OSError as the disk says."""
    path = path.expanduser().absolute()
    path.mkdir(parents=True, exist_ok=True)
    # Root's PostgreSQL runs as `nobody`, who must be able to walk through, not to look around.
    path.chmod(0o711 if os.geteuid() == 0 else 0o700)
    secrets = _secrets(path / "secrets.json")
    home = Home(path, secrets["passwords"], secrets["valkey"])
    for directory in (home.keyring, home.anchors, home.mails, home.sms, home.letters, home.logs, home.run):
        directory.mkdir(exist_ok=True)
        directory.chmod(0o700)
    return home


def claim(home: Home) -> int:
    """Take the directory for this process; the lock ends with it. Raises EnvironmentProblem if it is in use."""
    holder = os.open(home.path / "up.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(holder)
        raise EnvironmentProblem(
            f"A system is already running on {home.path}; stop it, or name another directory with --data."
        ) from None
    return holder


def read_running(path: Path) -> dict[str, Any]:
    """Read the ready line of the system that runs on a data directory; raises EnvironmentProblem if none does."""
    path = path.expanduser().absolute()
    try:
        holder = os.open(path / "up.lock", os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        raise _not_running(path) from None
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        try:
            found: dict[str, Any] = json.loads((path / "running.json").read_text())
        except OSError:
            raise EnvironmentProblem(f"The system on {path} is still starting.") from None
        return found
    finally:
        os.close(holder)
    raise _not_running(path)


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(text)
    draft.replace(file)


def _not_running(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(f"No system is running on {path}: start it with ./rundbord up.")


def _secrets(file: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(file.read_text())
    except FileNotFoundError:
        found = {"passwords": postgres.new_passwords(), "valkey": valkey.new_password()}
        write_private(file, json.dumps(found))
    return found
