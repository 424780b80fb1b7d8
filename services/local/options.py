"""What `./rundbord up` can be asked for."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from services.local.home import CHECKOUT, DEFAULT


@dataclass(frozen=True)
class Options:
    """The flags of `up`. None: we start that part ourselves."""

    data: Path
    port: int | None
    json: bool
    empty: bool
    tenants: Path
    providers: Path | None
    channels: Path | None
    smtp: str | None
    database_url: str | None
    keys_url: str | None
    redis_url: str | None


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the flag that says which local system is meant."""
    parser.add_argument(
        "--data", type=Path, default=DEFAULT, metavar="DIR", help="its data directory (default: .rundbord)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the flag for programs that read the answer."""
    parser.add_argument("--json", action="store_true", help="answer as one line of JSON")


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the flag that says in which language people are answered."""
    parser.add_argument(
        "--language", choices=("da", "en"), default="da", help="in which language (default: da)"
    )


def add_up(parser: argparse.ArgumentParser) -> None:
    """Add the flags of `up`."""
    add_data(parser)
    parser.add_argument("--port", type=int, help="port of the api (default: 8080, or a free one)")
    parser.add_argument("--json", action="store_true", help="print exactly one line of JSON when ready")
    parser.add_argument("--empty", action="store_true", help="no synthetic cases")
    parser.add_argument(
        "--tenants", type=Path, default=CHECKOUT / "tenants", metavar="DIR", help="the tenants' models"
    )
    parser.add_argument("--providers", type=Path, metavar="FILE", help="identity providers (TOML), not ours")
    parser.add_argument("--channels", type=Path, metavar="FILE", help="gateways of messages (TOML), not ours")
    parser.add_argument("--smtp", metavar="HOST:PORT", help="send mail there instead of to the sink")
    parser.add_argument(
        "--database-url",
        metavar="URL",
        help="use this PostgreSQL (a role that may create roles and databases)",
    )
    parser.add_argument("--keys-url", metavar="URL", help="the same for the keys instance")
    parser.add_argument("--redis-url", metavar="URL", help="use this Valkey or Redis")


def parsed(arguments: argparse.Namespace) -> Options:
    """Give what the command line said, in types."""
    return Options(
        data=arguments.data,
        port=arguments.port,
        json=arguments.json,
        empty=arguments.empty,
        tenants=arguments.tenants.absolute(),
        providers=arguments.providers.absolute() if arguments.providers else None,
        channels=arguments.channels.absolute() if arguments.channels else None,
        smtp=arguments.smtp,
        database_url=arguments.database_url,
        keys_url=arguments.keys_url,
        redis_url=arguments.redis_url,
    )
