"""The five processes of the image, started from configuration alone against the run's own databases and Valkey."""

import asyncio
import http.client
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import pytest

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.person.service import NewStaff, record_staff
from services.core.settings import Settings
from services.local import postgres
from services.local.process import free_port
from tests.environment import Cluster
from tests.infra.container import Container

pytestmark = [pytest.mark.slow_infra, pytest.mark.timeout(900), pytest.mark.xdist_group("image")]

ROOT = Path(__file__).parents[2]
IMAGE_USER = 10001
PROCESSES = {
    "api": "services.api",
    "worker": "services.worker",
    "beat": "services.worker.beat",
    "notifier": "services.notifier",
}


@dataclass
class Place:
    """Two empty databases, a key directory and an anchor directory for this test's containers."""

    main: dict[str, str]
    keys: dict[str, str]
    main_superuser: str
    key_dir: Path
    anchor_dir: Path
    started: list[Container] = field(default_factory=list)


@pytest.fixture(scope="module")
def place(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    name = f"image_{os.getpid()}"
    for server in (cluster.main, cluster.keys):
        postgres.psql(
            server.access,
            f"""
            CREATE DATABASE {name} OWNER rundbord_owner;
            REVOKE ALL ON DATABASE {name} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {name} TO rundbord_api, rundbord_worker, rundbord_notifier;
            """,
        )
    folder = tmp_path_factory.mktemp("run")
    made = Place(
        main={role: cluster.main.dsn(role, name) for role in postgres.LOGIN_ROLES},
        keys={role: cluster.keys.dsn(role, name) for role in postgres.LOGIN_ROLES},
        main_superuser=cluster.main.dsn(postgres.SUPERUSER, name),
        key_dir=folder / "keys",
        anchor_dir=folder / "anchors",
    )
    for directory in (made.key_dir, made.anchor_dir):
        directory.mkdir(mode=0o700)
        os.chown(directory, IMAGE_USER, IMAGE_USER)
    yield made
    for container in made.started:
        container.remove()
    for server in (cluster.main, cluster.keys):
        postgres.psql(server.access, f"DROP DATABASE {name} WITH (FORCE);")


def container(place: Place, image: str, name: str, module: str, **settings: str) -> Container:
    role = {"migrate": "owner", "beat": ""}.get(name, name)
    environment = {f"RUNDBORD_{key.upper()}": value for key, value in settings.items()}
    mounts = []
    if role:
        environment["RUNDBORD_DATABASE_URL"] = place.main[f"rundbord_{role}"]
        environment["RUNDBORD_KEYS_URL"] = place.keys[f"rundbord_{role}"]
    if name in ("api", "worker", "notifier"):
        environment["RUNDBORD_KEY_DIR"] = "/run/keys"
        mounts.append(f"{place.key_dir}:/run/keys" + ("" if name == "worker" else ":ro"))
        environment["RUNDBORD_ANCHOR_DIR"] = "/run/anchors"
        mounts.append(f"{place.anchor_dir}:/run/anchors" + ("" if name == "worker" else ":ro"))
    made = Container(image, f"rundbord-{name}-{os.getpid()}", ["python", "-m", module], environment, mounts)
    place.started.append(made)
    return made


def municipality(place: Place, image: str) -> str:
    """Add one as its operator does, from the image; gives its host."""
    one = container(place, image, "worker", "services.core.tenancy")
    one.name = f"rundbord-tenant-{os.getpid()}"
    one.command += ["add", "/run/tenants/randers", "--base", "example.dk"]
    one.environment["RUNDBORD_OWNER_URL"] = place.main["rundbord_owner"]
    one.mounts.append(f"{ROOT}/tenants:/run/tenants:ro")
    said = json.loads(one.finish().strip().splitlines()[-1])
    assert said["changed"] is True
    return str(said["host"])


def ask(port: int, host: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": host, "Accept": "application/json"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


async def one_professional(place: Place) -> None:
    """What a staff list would tell the system."""
    settings = Settings(
        database_url=place.main["rundbord_worker"],
        keys_url=place.keys["rundbord_worker"],
        key_dir=place.key_dir,
    )
    db = await Database.open(settings, {}, size=1)
    try:
        (tenant,) = await db.tenants()
        async with db.write(SystemIdentity(tenant), "staff.record") as tx:
            told = NewStaff(source_key="1", name="Ida Prøve", email="ida@example.dk", profession="teacher")
            await record_staff(tx, told)
    finally:
        await db.close()


async def sweeps_done(place: Place) -> int:
    connection = await asyncpg.connect(place.main_superuser)
    try:
        return int(await connection.fetchval("select count(*) from rundbord.sweep_run where state = 'done'"))
    finally:
        await connection.close()


@dataclass(frozen=True)
class System:
    """The running containers, and where the api answers for which host."""

    containers: dict[str, Container]
    port: int
    host: str


@pytest.fixture(scope="module")
def system(image: str, place: Place, valkey_url: str) -> System:
    """Migrated, one municipality added, all four processes up."""
    container(place, image, "migrate", "services.core.db.migrate").finish()
    host = municipality(place, image)
    port, metrics = free_port(), free_port()
    settings = {
        "api": {"bind": f"127.0.0.1:{port}", "redis_url": valkey_url},
        "worker": {"redis_url": valkey_url},
        "beat": {"redis_url": valkey_url},
        "notifier": {
            "redis_url": valkey_url,
            "metrics_bind": f"127.0.0.1:{metrics}",
            "smtp_url": f"smtp://127.0.0.1:{free_port()}",
            "mail_from": "ingen-svar@example.dk",
        },
    }
    began = time.monotonic()
    running = {
        name: container(place, image, name, module, **settings[name]).start()
        for name, module in PROCESSES.items()
    }
    running["api"].becomes_healthy()
    running["notifier"].becomes_healthy()
    print(f"api ready and notifier well after {time.monotonic() - began:.1f} s")
    return System(running, port, host)


def test_migrating_again_changes_nothing(image: str, place: Place, system: System) -> None:
    assert "nothing to do" in container(place, image, "migrate", "services.core.db.migrate").finish()


def test_the_api_answers_for_its_municipality_and_no_other(system: System) -> None:
    assert ask(system.port, system.host, "/health/ready")[0] == 200
    status, body = ask(system.port, system.host, "/auth/me")
    assert (status, "UNAUTHENTICATED" in body) == (401, True)
    assert ask(system.port, "fremmed.example.dk", "/auth/me")[0] == 421


def test_pages_and_the_design_systems_files_are_in_the_image(system: System) -> None:
    assert ask(system.port, system.host, "/static/vendor/dkfds/css/dkfds.min.css")[0] == 200
    status, body = ask(system.port, system.host, "/")
    assert status < 400, body + system.containers["api"].log()


def test_beat_wakes_valkey_carries_and_the_worker_records(place: Place, system: System) -> None:
    """The whole chain leaves a row: nothing else writes one."""
    deadline = time.monotonic() + 120
    while not asyncio.run(sweeps_done(place)):
        assert time.monotonic() < deadline, "".join(system.containers[n].log() for n in ("worker", "beat"))
        time.sleep(0.5)


def test_what_is_done_to_somebody_is_anchored_outside_the_database(place: Place, system: System) -> None:
    """An access event of ours is sealed and anchored by the worker's container, under keys it shares with us."""
    asyncio.run(one_professional(place))
    deadline = time.monotonic() + 120
    while not any(path.is_file() and path.stat().st_size for path in place.anchor_dir.rglob("*")):
        assert time.monotonic() < deadline, system.containers["worker"].log()
        time.sleep(0.5)


def test_every_process_ends_by_itself_when_asked(system: System) -> None:
    """Last: SIGTERM, as an orchestrator sends it; nothing has to be killed."""
    assert {name: each.stop() for name, each in system.containers.items()} == dict.fromkeys(PROCESSES, 0)
