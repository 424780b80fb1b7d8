"""Every process of the local system: its command, the settings it gets (no more than it needs), its readiness."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from services.local import postgres, valkey
from services.local.home import Home
from services.local.mark import is_marked
from services.local.postgres import Access
from services.local.process import listens
from services.local.supervisor import Spec

_SHELL = ("PATH", "HOME", "LANG", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR")
MAIL_FROM = "Rundbord <ingen-svar@rundbord.localhost>"
BOUNCES = "retur@rundbord.localhost"


@dataclass(frozen=True)
class Addresses:
    """Where everything of this start is to be found, ours or someone else's."""

    main: Access
    keys: Access
    redis_url: str
    smtp: str
    """host:port"""
    providers: Path
    channels: Path
    """Ways out beside mail, and their secrets."""
    receipts: str
    """host:port at which the notifier hears what became of messages"""
    bounces: str
    """host:port at which it takes in mail that came back"""
    tenants: Path
    public_url: str
    bind: str


def server(item: postgres.Server) -> Spec:
    """Describe an embedded PostgreSQL server; SIGINT is its fast shutdown, SIGQUIT its immediate one."""
    return Spec(
        name=item.name,
        argv=item.argv(),
        env=postgres.environment(),
        cwd=item.home,
        is_ready=item.is_ready,
        stop_signal=signal.SIGINT,
        death_signal=signal.SIGQUIT,
        identity=postgres.identity(),
        stop_seconds=20,
        rank=0,
    )


def queue(item: valkey.Server) -> Spec:
    """Describe the embedded Valkey."""
    return Spec(
        name="valkey",
        argv=item.configure(),
        env={},
        cwd=item.home,
        is_ready=lambda pid: item.is_ready(),  # noqa: ARG005 - its password tells whose it is
        rank=0,
    )


def services(home: Home, at: Addresses) -> list[Spec]:
    """Describe api, worker, beat and notifier, in the order of their start."""
    main, keys = at.main.dsn, at.keys.dsn
    common = {"PUBLIC_URL": at.public_url, "REDIS_URL": at.redis_url, "KEY_DIR": str(home.keyring)}
    common |= {"ANCHOR_DIR": str(home.anchors)}

    def of(role: str) -> dict[str, str]:
        return {"DATABASE_URL": main(role), "KEYS_URL": keys(role), **common}

    return [
        _python(home, "api", of("rundbord_api") | {"PROVIDERS_FILE": str(at.providers), "BIND": at.bind}),
        _python(home, "worker", of("rundbord_worker"), stop_seconds=10),
        _python(home, "beat", {"REDIS_URL": at.redis_url}),
        _python(
            home,
            "notifier",
            of("rundbord_notifier")
            | {"SMTP_URL": f"smtp://{at.smtp}", "MAIL_FROM": MAIL_FROM}
            | {"CHANNELS_FILE": str(at.channels), "RECEIPTS_BIND": at.receipts}
            | {"BOUNCE_ADDRESS": BOUNCES, "BOUNCE_BIND": at.bounces},
        ),
    ]


def mail_sink(home: Home, port: int, bounces: str) -> Spec:
    """Describe the mail sink."""
    where = ("--port", str(port), "--dir", str(home.mails), "--bounces", bounces)
    return _python(home, "mail_sink", {}, *where)


def sms_gateway(home: Home, port: int, channels: Path) -> Spec:
    """Describe the SMS gateway."""
    where = ("--port", str(port), "--dir", str(home.sms), "--channels", str(channels))
    return _python(home, "sms_gateway", {}, *where)


def digital_post(home: Home, port: int, channels: Path, receipts: str) -> Spec:
    """Describe Digital Post."""
    where = ("--port", str(port), "--dir", str(home.letters), "--channels", str(channels))
    return _python(home, "digital_post", {}, *where, "--receipts", receipts)


def identity(home: Home, port: int, config: Path) -> Spec:
    """Describe the test identity providers (a package of its own, which knows nothing of ours)."""
    return Spec(
        name="identity",
        argv=[sys.executable, "-P", "-m", "services.local.identity", "--config", str(config)],
        env=shell_environment(),
        cwd=home.run,
        is_ready=lambda pid: listens(port),  # noqa: ARG005 - the port is ours
    )


def shell_environment() -> dict[str, str]:
    """Give the few variables of the person's shell that programs need; none of ours is among them."""
    kept = {name: os.environ[name] for name in _SHELL if name in os.environ}
    return {**kept, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def _python(
    home: Home, name: str, settings: dict[str, str], *arguments: str, stop_seconds: float = 8
) -> Spec:
    mark = home.run / f"{name}.ready"
    return Spec(
        name=name,
        argv=[
            *(sys.executable, "-P", "-m", f"services.local.{name}"),
            *arguments,
            *("--ready-file", str(mark)),
            *(["--gated"] if settings else []),  # the peers need no database, and wait for none
        ],
        env=shell_environment() | {f"RUNDBORD_{key}": value for key, value in settings.items()},
        cwd=home.run,
        is_ready=lambda pid: is_marked(mark, pid),
        stop_seconds=stop_seconds,
        before_start=lambda: mark.unlink(missing_ok=True),
    )
