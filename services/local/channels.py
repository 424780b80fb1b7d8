"""The file of channels of a local system: every way out leads to a peer on this machine, for all of its tenants.

Each kind of way has a function here that describes its peer; their secrets are drawn once for a data directory.
"""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from services.local.home import Home, write_private
from services.local.ports import Ports
from services.local.toml_text import table_of_array

EVERYBODY = ["*"]


def write_channels(file: Path, home: Home, ports: Ports) -> None:
    """Write the file. A second start finds the same secrets in it."""
    secret = _Secrets(home.path / "channels.json")
    described = [("sms", _sms(ports, secret)), ("digital_post", _digital_post(ports, secret))]
    write_private(file, "\n".join(table_of_array(name, entry) for name, entry in described))
    secret.keep()


def _sms(ports: Ports, secret: Callable[[str], str]) -> dict[str, Any]:
    return {
        "name": "local",
        "tenants": EVERYBODY,
        "url": f"http://127.0.0.1:{ports.sms}/messages",
        "sender": "Rundbord",
        "headers": {"Authorization": f"Bearer {secret('sms')}"},
        "json": {
            "to": "{to}",
            "from": "{sender}",
            "text": "{text}",
            "reference": "{reference}",
            "callback": "{callback}",
        },
        "idempotency_header": "Idempotency-Key",
        "answers": {"taken": [202], "pointer": "/status", "equals": "accepted"},
        "receipts": {
            "url": f"http://127.0.0.1:{ports.receipts}",
            "proof": "header",
            "secret": f"Bearer {secret('sms-receipts')}",
            "state": "/status",
            "code": "/code",
            "arrived": ["delivered"],
            "came_back": ["undeliverable"],
        },
    }


def _digital_post(ports: Ports, secret: Callable[[str], str]) -> dict[str, Any]:
    return {
        "name": "local",
        "tenants": EVERYBODY,
        "url": f"http://127.0.0.1:{ports.digital_post}",
        "token": f"Holder-of-key {secret('digital-post')}",
        "ask_first": True,
        "receipts_secret": secret("digital-post-receipts"),
    }


class _Secrets:
    """Secrets by name: those of the last start, and new ones where there is none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}

    def __call__(self, name: str) -> str:
        return self._known.setdefault(name, secrets.token_urlsafe(32))

    def keep(self) -> None:
        write_private(self._file, json.dumps(self._known))
