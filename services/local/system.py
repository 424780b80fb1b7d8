"""The whole system on one machine: brings it up in order, keeps it up, takes it down."""

import asyncio
import importlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from services.core.db.migrate import migrate
from services.local import channels, postgres, processes, providers, remembered, valkey, welcome
from services.local.errors import EnvironmentProblem
from services.local.health import answers_ready
from services.local.home import CHECKOUT, Home, write_private
from services.local.options import Options
from services.local.people import TestPerson
from services.local.ports import Ports
from services.local.processes import Addresses
from services.local.providers import Municipality
from services.local.supervisor import Spec, Supervisor

Services = Callable[[Home, Addresses], list[Spec]]
"""What describes the processes of ours, in the order of their start."""

HOST_BASE = "localhost"
"""Tenants answer at `<label>.localhost`, which browsers resolve to this machine."""


class System:
    """One running system on one data directory."""

    def __init__(
        self,
        home: Home,
        ports: Ports,
        options: Options,
        say: Callable[[str], None],
        services: Services = processes.services,
    ) -> None:
        self._home = home
        self._ports = ports
        self._options = options
        self._say = say
        self._services = services
        self._supervisor = Supervisor(home.logs, say, self._note)
        self._servers: list[postgres.Server] = []
        self._tenants: Sequence[Municipality] = ()
        self._people: Sequence[TestPerson] = ()
        self._is_ready = False
        self.addresses = self._addresses()

    async def up(self) -> None:
        """Start everything; returns when all of it is ready. Raises EnvironmentProblem."""
        self._home.running.unlink(missing_ok=True)
        if not self._options.channels:
            channels.write_channels(self.addresses.channels, self._home, self._ports)
        # Services load their code meanwhile, and wait at the gate for databases that are ready.
        gate, opener = os.pipe()
        try:
            for spec in self._services(self._home, self.addresses):
                self._supervisor.start(spec, gate)
            await asyncio.gather(self._assets(), self._servers_up())
            await self._schema()
            await self._content()
            self._say("starting the services")
            self._identity()
        finally:
            os.close(opener)
            os.close(gate)
        for name in ("api", "worker", "beat", "notifier"):
            await self._supervisor.ready(name)
        if not self._options.providers:
            await self._supervisor.ready("identity")
        await answers_ready(self._ports.api)
        self._is_ready = True
        self._note()

    async def down(self) -> None:
        """Stop everything in bounded time."""
        self._is_ready = False
        self._home.running.unlink(missing_ok=True)
        await self._supervisor.stop()

    def kill(self) -> None:
        """Stop everything at once."""
        self._supervisor.kill()

    def ready_line(self) -> str:
        """Give the line for tools."""
        pids = {name: self._supervisor.pids(name) for name in welcome.PROCESSES}
        return welcome.compact(
            welcome.ready_line(self._home, self.addresses, self._tenants, self._people, pids)
        )

    def table(self) -> str:
        """Give the table for people."""
        return welcome.table(self._home, self.addresses, self._tenants, self._people, self._options.smtp)

    def _addresses(self) -> Addresses:
        ask, home, ports = self._options, self._home, self._ports

        def access(url: str | None, port: int, database: str) -> postgres.Access:
            if url:
                return postgres.access_from_url(url, home.passwords, database)
            return postgres.embedded_access(database, port, home.passwords)

        return Addresses(
            main=access(ask.database_url, ports.postgres, "rundbord"),
            keys=access(ask.keys_url, ports.keys, "rundbord_keys"),
            redis_url=ask.redis_url
            or valkey.Server(home.path / "valkey", ports.valkey, home.valkey_password).url,
            smtp=ask.smtp or f"127.0.0.1:{ports.mail}",
            providers=ask.providers or home.run / "providers.toml",
            channels=ask.channels or home.run / "channels.toml",
            receipts=f"127.0.0.1:{ports.receipts}",
            bounces=f"127.0.0.1:{ports.bounces}",
            tenants=ask.tenants,
            public_url=f"http://{{host}}:{ports.api}",
            bind=f"127.0.0.1:{ports.api}",
        )

    async def _assets(self) -> None:
        if not (CHECKOUT / "services" / "api" / "static" / "vendor" / "stamp").exists():
            self._say("fetching the design system's files")
        code = await self._supervisor.run(
            "assets", [sys.executable, "-P", str(CHECKOUT / "build_assets.py")], os.environ
        )
        if code != 0:
            raise EnvironmentProblem(
                "The design system's files could not be fetched; "
                f"{self._home.logs / 'assets.log'} says why (is the network, or the npm registry, in reach?)."
            )

    async def _servers_up(self) -> None:
        home, ports = self._home, self._ports
        started = []
        if not self._options.redis_url:
            self._supervisor.start(
                processes.queue(valkey.Server(home.path / "valkey", ports.valkey, home.valkey_password))
            )
            started.append("valkey")
        if not self._options.smtp:
            self._supervisor.start(processes.mail_sink(home, ports.mail, self.addresses.bounces))
            started.append("mail_sink")
        if not self._options.channels:
            self._supervisor.start(processes.sms_gateway(home, ports.sms, self.addresses.channels))
            started.append("sms_gateway")
            at = self.addresses
            self._supervisor.start(processes.digital_post(home, ports.digital_post, at.channels, at.receipts))
            started.append("digital_post")
        own = [
            postgres.prepare(home.path, name, access)
            for name, access, given in (
                ("postgres", self.addresses.main, self._options.database_url),
                ("keys", self.addresses.keys, self._options.keys_url),
            )
            if not given
        ]
        making = [(server, postgres.begin_initdb(server)) for server in own]
        if any(process for _, process in making):
            self._say("making the databases")
        for server, process in making:
            if process:
                while process.poll() is None:
                    await asyncio.sleep(0.02)
                postgres.end_initdb(server, process)
            self._supervisor.start(processes.server(server))
            started.append(server.name)
        for name in started:
            await self._supervisor.ready(name)

    async def _schema(self) -> None:
        for name, access in (("main", self.addresses.main), ("keys", self.addresses.keys)):
            _roles_once(self._home.path / f"roles-{name}.stamp", access)
        self._say("bringing the databases to this version's schema")
        await migrate(self.addresses.main.dsn("rundbord_owner"), "main")
        await migrate(self.addresses.keys.dsn("rundbord_owner"), "keys")

    async def _content(self) -> None:
        filled = await remembered.recall(self._home, self.addresses, self._options)
        if filled is None:
            # Half of core, and the seed: the next starts do without.
            content = importlib.import_module("services.local.content")
            filled = await content.fill(
                self._home, self.addresses, HOST_BASE, empty=self._options.empty, say=self._say
            )
            remembered.remember(self._home, self.addresses, self._options, filled)
        self._tenants, self._people = filled.tenants, filled.people

    def _identity(self) -> None:
        if not self._options.providers:
            _, config = providers.configure(self._home, self._ports.identity, self._tenants, self._people)
            self._supervisor.start(processes.identity(self._home, self._ports.identity, config))

    def _note(self) -> None:
        if self._is_ready:
            write_private(self._home.running, self.ready_line())


def _roles_once(stamp: Path, access: postgres.Access) -> None:
    """Apply roles.sql when it, the server or the passwords are new; psql costs a tenth of a second."""
    wanted = f"{access.host} {access.admin} {postgres.ROLES_SQL.stat().st_mtime_ns}"
    if stamp.exists() and stamp.read_text() == wanted and access.admin == postgres.SUPERUSER:
        return
    postgres.apply_roles(access)
    stamp.write_text(wanted)


def progress() -> Callable[[str], None]:
    """Give a function that prints lines with the seconds since Enter (on stderr; stdout is for answers)."""
    started = float(os.environ.get("RUNDBORD_STARTED", time.monotonic()))

    def say(text: str) -> None:
        print(f"{time.monotonic() - started:5.1f} s  {text}", file=sys.stderr, flush=True)

    return say
