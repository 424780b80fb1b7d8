"""The databases and the Valkey that tests stand on: one set per run, a fresh database per test module.

Nothing here is a stand-in: the servers are those of `./rundbord up`, only without fsync. Each xdist worker
starts its own set. The migrated template databases are made once; `databases` clones them, which takes a
tenth of a second.
"""

import asyncio
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.core.db.migrate import migrate
from services.local import postgres, valkey
from services.local.process import free_port

MAIN, KEYS = "rundbord", "rundbord_keys"
_numbers = itertools.count(1)
_SHARED_MEMORY = Path("/dev/shm")
_ROOM = 3 * 1024**3


def swift() -> str:
    """Where files that nobody keeps are written fastest: memory, if there is plenty; else a disk.

    A pair of databases is copied there in a tenth of the time, and a suite makes some two hundred.
    """
    try:
        roomy = shutil.disk_usage(_SHARED_MEMORY).free > _ROOM
    except OSError:
        roomy = False
    return str(_SHARED_MEMORY) if roomy and os.access(_SHARED_MEMORY, os.W_OK) else "/var/tmp"


def own_prefix(word: str) -> str:
    """How the name of a directory under `swift()` begins: with whose it is, so that none outlives a killed run."""
    return f"{word}-{os.getpid()}-"


def of_the_run(word: str) -> Path:
    """A directory that all processes of this run share (`pytest_sessionfinish` removes it): named by the first of them."""
    first = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    return Path(swift()) / f"rb-{first}-{word}"


def clear_leftovers() -> None:
    """Remove what runs that were killed have left in memory."""
    for place in Path(swift()).glob("*-[0-9]*-*"):
        word, process, _ = place.name.rsplit("-", 2)
        if word in ("rundbord-test", "rb") and process.isdigit() and not Path(f"/proc/{process}").exists():
            shutil.rmtree(place, ignore_errors=True)


@dataclass(frozen=True)
class Cluster:
    """Both running PostgreSQL servers; `rundbord` and `rundbord_keys` in them are migrated templates."""

    main: postgres.Server
    keys: postgres.Server
    main_process: subprocess.Popen[bytes]
    keys_process: subprocess.Popen[bytes]


@dataclass(frozen=True)
class Databases:
    """A fresh pair of databases: connection URLs by login role (`rundbord_owner`, `rundbord_api`, …).

    `main_superuser` and `keys_superuser` are for catalogue tests and for looking behind the policies.
    """

    main: dict[str, str]
    keys: dict[str, str]
    main_superuser: str
    keys_superuser: str


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Start main and keys once per run, with roles and migrated template databases."""
    clear_leftovers()
    # Short and walkable for `nobody`: pytest's own directories are neither for root.
    home = Path(tempfile.mkdtemp(prefix=own_prefix("rundbord-test"), dir=swift()))
    home.chmod(0o711)
    servers: list[tuple[postgres.Server, subprocess.Popen[bytes]]] = []
    try:
        for name, database in (("postgres", MAIN), ("keys", KEYS)):
            access = postgres.embedded_access(database, free_port(), postgres.new_passwords())
            server = postgres.prepare(home, name, access, extra=postgres.UNSAFE_BUT_FAST)
            making = postgres.begin_initdb(server)
            if making:
                postgres.end_initdb(server, making)
            servers.append((server, postgres.start(server, home / f"{name}.log")))
        for server, process in servers:
            postgres.wait_ready(server, process)
            postgres.apply_roles(server.access)
        (main, main_process), (keys, keys_process) = servers
        _migrate(main, keys)
        yield Cluster(main, keys, main_process, keys_process)
    finally:
        for _, process in servers:
            process.kill()
            process.wait(60)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def databases(cluster: Cluster) -> Iterator[Databases]:
    """Clone both templates for this module; nothing another module wrote is in them."""
    pair = clone(cluster)
    yield pair
    drop(cluster, pair)


def clone(cluster: Cluster) -> Databases:
    """Make a fresh pair of databases, for a test that needs one of its own."""
    number = next(_numbers)
    return Databases(
        main=_clone(cluster.main, f"{MAIN}_{number}"),
        keys=_clone(cluster.keys, f"{KEYS}_{number}"),
        main_superuser=cluster.main.dsn(postgres.SUPERUSER, f"{MAIN}_{number}"),
        keys_superuser=cluster.keys.dsn(postgres.SUPERUSER, f"{KEYS}_{number}"),
    )


def drop(cluster: Cluster, pair: Databases) -> None:
    """Remove a pair of databases together with the sessions still open on it."""
    for server, dsn in ((cluster.main, pair.main_superuser), (cluster.keys, pair.keys_superuser)):
        postgres.psql(server.access, f"DROP DATABASE {dsn.rsplit('/', 1)[1]} WITH (FORCE);")


def _clone(server: postgres.Server, database: str) -> dict[str, str]:
    # Rights on a database are not copied with it; roles.sql gives the same ones.
    postgres.psql(
        server.access,
        f"""
        CREATE DATABASE {database} TEMPLATE {server.database} OWNER rundbord_owner;
        REVOKE ALL ON DATABASE {database} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {database} TO rundbord_api, rundbord_worker, rundbord_notifier;
        """,
    )
    return {role: server.dsn(role, database) for role in postgres.LOGIN_ROLES}


def _migrate(main: postgres.Server, keys: postgres.Server) -> None:
    asyncio.run(migrate(main.dsn("rundbord_owner"), "main"))
    asyncio.run(migrate(keys.dsn("rundbord_owner"), "keys"))


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    """Start one Valkey per run; tests that need it empty flush it themselves."""
    home = Path(tempfile.mkdtemp(prefix=own_prefix("rundbord-test"), dir=swift()))
    server = valkey.Server(home, free_port(), valkey.new_password())
    process = valkey.start(server, home / "valkey.log")
    try:
        valkey.wait_ready(server, process)
        yield server.url
    finally:
        process.kill()
        process.wait(60)
        shutil.rmtree(home, ignore_errors=True)


def pytest_sessionfinish() -> None:
    """Remove what the processes of this run shared, when the last of them is done."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for shared in Path(swift()).glob(f"rb-{os.getpid()}-*"):
            shutil.rmtree(shared, ignore_errors=True)
