"""Both PostgreSQL instances with durable settings, and one municipality of 20,000 children to ask about.

Rows are copied in past triggers and policies, since making them one by one would take longer than measuring. What is
asked of them goes through every wall.
"""

import asyncio
import hashlib
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.core.db.migrate import migrate
from services.core.identity import Credential, RequestIdentity
from services.core.keys.keyring import bound_to
from services.core.keys.provider import FileKeyProvider
from services.core.keys.seal import DossierKey, SealLabel, seal
from services.core.meeting.store import AgendaDetails, MeetingDetails, ParticipantDetails
from services.core.person.details import PersonDetails
from services.core.settings import Settings
from services.local import postgres
from services.local.process import free_port

HOST = "bench.localhost"
CHILDREN = 20_000
OF_UNIT = 800
GRANTS = (20, 800, 20_000)
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)
OPEN = asyncpg.Range(LONG_AGO, None)


@dataclass(frozen=True)
class Servers:
    """Where the two instances listen, and where their programs are."""

    main: postgres.Server
    keys: postgres.Server
    key_dir: Path

    def settings(self) -> Settings:
        """Settings of an api process."""
        return Settings(
            database_url=self.main.dsn("rundbord_api"),
            keys_url=self.keys.dsn("rundbord_api"),
            key_dir=self.key_dir,
        )


@dataclass(frozen=True)
class World:
    """What operations ask about. Actors by name: ``teacher_20`` …, ``leader``."""

    actors: dict[str, RequestIdentity]
    meeting: UUID
    meeting_dossier: UUID
    school: UUID


@contextmanager
def servers() -> Iterator[Servers]:
    """Start both instances in a throw-away directory, migrated. Call from the main thread."""
    home = Path(tempfile.mkdtemp(prefix="rundbord-bench-"))
    home.chmod(0o711)
    running = []
    try:
        made = []
        for name, database in (("postgres", "rundbord"), ("keys", "rundbord_keys")):
            access = postgres.embedded_access(database, free_port(), postgres.new_passwords())
            server = postgres.prepare(home, name, access)
            making = postgres.begin_initdb(server)
            if making:
                postgres.end_initdb(server, making)
            made.append(server)
            running.append(postgres.start(server, home / f"{name}.log"))
        for server, process in zip(made, running, strict=True):
            postgres.wait_ready(server, process)
            postgres.apply_roles(server.access)
        asyncio.run(migrate(made[0].dsn("rundbord_owner")))
        asyncio.run(migrate(made[1].dsn("rundbord_owner"), "keys"))
        yield Servers(made[0], made[1], home / "keyring")
    finally:
        for process in running:
            postgres.stop(process)
        shutil.rmtree(home, ignore_errors=True)


class _Filling:
    """Collects rows by table, sealing as it goes."""

    def __init__(self, provider: FileKeyProvider, epoch: UUID, tenant: UUID) -> None:
        self.provider, self.epoch, self.tenant = provider, epoch, tenant
        self.rows: dict[str, list[dict[str, object]]] = {}
        self.keys: dict[UUID, DossierKey] = {}

    def add(self, table: str, **row: object) -> None:
        self.rows.setdefault(table, []).append({"tenant_id": self.tenant, **row})

    def dossier(self, kind: str, unit: UUID | None) -> UUID:
        dossier = uuid4()
        self.add("dossier", id=dossier, kind=kind, unit_id=unit, audit_pseudonym=uuid4(), opened_at=LONG_AGO)
        if unit is not None:
            self.add("dossier_place", dossier_id=dossier, unit_id=unit, valid_from=LONG_AGO)
        key = secrets.token_bytes(32)
        self.keys[dossier] = DossierKey(1, AESGCM(key))
        wrapped = self.provider.wrap(self.epoch, key, bound_to(self.tenant, dossier))
        self.add(
            "dossier_key",
            dossier_id=dossier,
            generation=1,
            epoch_id=self.epoch,
            wrapped=wrapped,
            created_at=LONG_AGO,
        )
        return dossier

    def person(self, kind: str, name: str, unit: UUID | None = None) -> tuple[UUID, UUID]:
        person, dossier = uuid4(), self.dossier("identity", unit)
        sealed = seal(
            self.keys[dossier],
            SealLabel.PERSON,
            self.tenant,
            dossier,
            person,
            PersonDetails(name=name, email=""),
        )
        self.add("person", id=person, dossier_id=dossier, kind=kind, sealed=sealed, language="da", version=1)
        return person, dossier

    def actor(self, capacity: str, unit: UUID) -> tuple[UUID, RequestIdentity]:
        person, _ = self.person("staff", "Fagperson")
        self.add(
            "employment", id=uuid4(), person_id=person, unit_id=unit, role=capacity, valid=OPEN, recorded=OPEN
        )
        shown = secrets.token_bytes(32)
        digest = hashlib.sha256(shown).digest()
        now = datetime.now(UTC)
        self.add(
            "session", id=uuid4(), kind="cookie", credential_hash=digest, person_id=person, capacity=capacity,
            capacities=[capacity], roles=[], language="da", provider="bench", issuer="bench",
            subject_hash=digest, created_at=now, last_seen_at=now, idle_seconds=86_400,
            expires_at=now + timedelta(days=1),
        )  # fmt: skip
        return person, RequestIdentity(HOST, Credential("cookie", digest))


async def fill(where: Servers) -> World:
    """Make the municipality. Some seconds of work."""
    provider, epoch, tenant = FileKeyProvider(where.key_dir), uuid4(), uuid4()
    provider.create_epoch(epoch)
    filling = _Filling(provider, epoch, tenant)
    area, school, elsewhere, version = uuid4(), uuid4(), uuid4(), uuid4()
    for unit, key in ((area, "area"), (school, "school"), (elsewhere, "elsewhere")):
        parent = None if unit == area else area
        filling.add("unit", id=unit, parent_id=parent, kind="school", name=key, source_key=key)
    children = [
        filling.person("subject", f"Barn {number:05d}", school if number < OF_UNIT else elsewhere)
        for number in range(CHILDREN)
    ]
    births = [(tenant, child, date(2015, 1, 1)) for child, _ in children]
    actors: dict[str, RequestIdentity] = {}
    people: dict[str, UUID] = {}
    for count in GRANTS:
        name = f"teacher_{count}"
        people[name], actors[name] = filling.actor("professional", school)
        for _, dossier in children[:count]:
            _grant(filling, people[name], dossier)
    _, actors["leader"] = filling.actor("leader", school)
    # Who leads everything: as many children as there are.
    _, actors["director"] = filling.actor("leader", area)
    meeting, casework = _meeting(filling, children[0][0], school, version, people["teacher_20"])
    for person in people.values():
        _grant(filling, person, casework)
    for count in GRANTS:
        # A place in one meeting about each of so many children, and nothing else (ADR 0023).
        guest, actors[f"guest_{count}"] = filling.actor("professional", school)
        for _, dossier in children[:count]:
            _grant(filling, guest, dossier, "accepted", _place(filling, guest, dossier, uuid4()))
        _grant(filling, guest, casework, "accepted", _place(filling, guest, casework, meeting))
    # Who works with a whole school, and something is at hand with every child of it.
    worker, actors["caseload_800"] = filling.actor("professional", school)
    for child, dossier in children[1:OF_UNIT]:
        _grant(filling, worker, dossier)
        _case(filling, child, school, version, worker)
    await _copy(where, filling, tenant, version, births)
    return World(actors, meeting, casework, school)


def _grant(
    filling: _Filling, person: UUID, dossier: UUID, reason: str = "class_teacher", source: UUID | None = None
) -> None:
    filling.add(
        "access_grant", id=uuid4(), person_id=person, dossier_id=dossier, capacity="professional",
        reason=reason, source_id=source or uuid4(), valid_from=LONG_AGO,
    )  # fmt: skip


def _place(filling: _Filling, person: UUID | None, dossier: UUID, meeting: UUID) -> UUID:
    row = uuid4()
    sealed = seal(
        filling.keys[dossier],
        SealLabel.PARTICIPANT,
        filling.tenant,
        dossier,
        row,
        ParticipantDetails(name="Deltager"),
    )
    filling.add(
        "participant", id=row, dossier_id=dossier, meeting_id=meeting, person_id=person, kind="professional",
        role="teacher", strength="always", external=False, status="invited", access_from=LONG_AGO, sealed=sealed,
    )  # fmt: skip
    return row


def _case(filling: _Filling, child: UUID, unit: UUID, version: UUID, worker: UUID) -> None:
    """A running case with a problem, a meeting ahead and a deadline before it."""
    dossier, problem, meeting = filling.dossier("casework", unit), uuid4(), uuid4()
    now, begins = datetime.now(UTC), datetime.now(UTC) + timedelta(days=30)
    _grant(filling, worker, dossier)
    filling.add(
        "casework", dossier_id=dossier, child_id=child, model_version_id=version, last_activity_at=LONG_AGO
    )
    filling.add(
        "problem", id=problem, dossier_id=dossier, track="school", level=2, status="open", opened_at=LONG_AGO,
        sealed=b"",
    )  # fmt: skip
    filling.add(
        "meeting", id=meeting, dossier_id=dossier, type="network", model_version_id=version, status="planned",
        starts_at=begins, ends_at=begins + timedelta(hours=1), convener_id=worker, called_at=LONG_AGO, sealed=b"",
    )  # fmt: skip
    _place(filling, worker, dossier, meeting)
    filling.add(
        "deadline", id=uuid4(), dossier_id=dossier, meeting_id=meeting, key="agenda", task="send_agenda",
        person_id=worker, due_at=now + timedelta(days=20), next_at=now + timedelta(days=20), state="open",
    )  # fmt: skip


def _meeting(filling: _Filling, child: UUID, unit: UUID, version: UUID, teacher: UUID) -> tuple[UUID, UUID]:
    dossier, meeting = filling.dossier("casework", unit), uuid4()
    key, tenant = filling.keys[dossier], filling.tenant
    filling.add(
        "casework", dossier_id=dossier, child_id=child, model_version_id=version, last_activity_at=LONG_AGO
    )
    filling.add(
        "meeting", id=meeting, dossier_id=dossier, type="network", model_version_id=version, status="planned",
        starts_at=LONG_AGO, ends_at=LONG_AGO + timedelta(hours=1), convener_id=teacher, called_at=LONG_AGO,
        sealed=seal(key, SealLabel.MEETING, tenant, dossier, meeting, MeetingDetails(place="Lokale 3")),
    )  # fmt: skip
    for number in range(6):
        _place(filling, None, dossier, meeting)
        point = uuid4()
        filling.add(
            "agenda_item", id=point, dossier_id=dossier, meeting_id=meeting, position=number, origin="model",
            sealed=seal(key, SealLabel.AGENDA_ITEM, tenant, dossier, point, AgendaDetails(text="Trivsel")),
        )  # fmt: skip
    return meeting, dossier


async def _copy(
    where: Servers, filling: _Filling, tenant: UUID, version: UUID, births: list[tuple[UUID, UUID, date]]
) -> None:
    key_rows = filling.rows.pop("dossier_key")
    main = await asyncpg.connect(where.main.dsn(postgres.SUPERUSER))
    keys = await asyncpg.connect(where.keys.dsn(postgres.SUPERUSER))
    try:
        for connection in (main, keys):
            await connection.execute("set session_replication_role = replica; set search_path = rundbord")
        await main.execute(
            "insert into tenant (id, slug, host, name, cvr, created_at) values ($1, 'bench', $2, 'Bench', '00000000', $3)",
            tenant, HOST, LONG_AGO,
        )  # fmt: skip
        await main.execute(
            "insert into model_version (tenant_id, id, number, language, digest, content, wanted_from, created_at) "
            "values ($1, $2, 1, 1, '\\x00', '{}', '2025-01-01', $3)",
            tenant, version, LONG_AGO,
        )  # fmt: skip
        for table, rows in filling.rows.items():
            await _copy_rows(main, table, rows)
        await keys.execute("insert into key_epoch (id, created_at) values ($1, $2)", filling.epoch, LONG_AGO)
        await _copy_rows(keys, "dossier_key", key_rows)
        await keys.copy_records_to_table(
            "birth", records=births, columns=["tenant_id", "person_id", "born_on"]
        )
        for connection in (main, keys):
            await connection.execute("analyze")
    finally:
        await main.close()
        await keys.close()


async def _copy_rows(connection: asyncpg.Connection, table: str, rows: list[dict[str, object]]) -> None:
    columns = list(rows[0])
    await connection.copy_records_to_table(
        table, records=[tuple(row.values()) for row in rows], columns=columns
    )
