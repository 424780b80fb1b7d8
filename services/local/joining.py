"""A tenant that joins a running system: its staff, and the identity providers that vouch for them, without a restart.

What the start found out about tenants and people (``remembered.py``) is added to, and the providers' files are written
anew; api and test providers read them again by themselves.
"""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from services.core.db.database import Database
from services.core.reactions import REACTIONS
from services.core.settings import Settings
from services.core.tenancy.loader import load_model
from services.core.tenancy.service import Added
from services.local import providers, remembered
from services.local.acting import as_worker, worker_settings
from services.local.content import municipality, seed_of_this_system
from services.local.home import Home, open_home, write_private

_PATIENCE = 15.0
"""Seconds until the processes must have seen the new files; they look every second."""


async def join(running: Mapping[str, Any], data: Path, added: Added, directory: Path) -> bool:
    """Let people of a tenant that was just added log in; False where the providers are not ours, or it was here."""
    home = open_home(data)
    config, known = home.run / "identity.json", remembered.kept(home)
    if not config.exists() or known is None or any(one.slug == added.slug for one in known.tenants):
        return False
    people = list(known.people)
    if seeding := seed_of_this_system():
        async with as_worker(running, data) as worker:
            api = await Database.open(as_api(running, data), REACTIONS, size=2)
            try:
                await seeding.seed(worker, api, added, empty=True)
            finally:
                await api.close()
        (home.path / f"seeded-{added.slug}-empty.stamp").touch()
        people += seeding.people(added.slug, empty=True)
    public_url = f"http://{{host}}:{running['connect'].rpartition(':')[2]}"
    joined = remembered.Filled(
        [*known.tenants, municipality(public_url, load_model(directory), added)], people
    )
    port = int(json.loads(config.read_text())["bind"].rpartition(":")[2])
    providers.configure(home, port, joined.tenants, joined.people)
    remembered.replace_kept(home, joined)
    _tell_tools(home, running, joined)
    await _seen(_discovery(port, added.slug), "issuer")
    await _seen(_login(running["connect"], added.host), "providers")
    return True


def as_api(running: Mapping[str, Any], data: Path) -> Settings:
    """Give the settings of the api of the running system."""
    databases = running["databases"]
    return msgspec.structs.replace(
        worker_settings(running, data),
        database_url=databases["main"]["rundbord_api"],
        keys_url=databases["keys"]["rundbord_api"],
    )


def _tell_tools(home: Home, running: Mapping[str, Any], joined: remembered.Filled) -> None:
    newest = joined.tenants[-1]
    told = {
        **running,
        "tenants": [
            *running["tenants"],
            {"id": newest.slug, "host": newest.host, "url": newest.url, "graphql": f"{newest.url}/graphql"},
        ],
        "persons": [
            *running["persons"],
            *(
                {name: str(value) for name, value in asdict(one).items() if name in _TOLD}
                for one in joined.people
                if one.tenant == newest.slug
            ),
        ],
    }
    write_private(home.running, json.dumps(told, ensure_ascii=False))


_TOLD = ("id", "tenant", "capacity", "role", "login_hint")


def _login(connect: str, host: str) -> urllib.request.Request:
    return urllib.request.Request(
        f"http://{connect}/auth/login",
        headers={"Host": f"{host}:{connect.rpartition(':')[2]}", "Accept": "application/json"},
    )


def _discovery(port: int, slug: str) -> urllib.request.Request:
    return urllib.request.Request(f"http://127.0.0.1:{port}/{slug}/.well-known/openid-configuration")


async def _seen(request: urllib.request.Request, told: str) -> None:
    """Wait until a process that reads the files by itself answers with what is told of the new tenant."""
    loop = asyncio.get_running_loop()
    until = loop.time() + _PATIENCE
    while loop.time() < until:
        if await asyncio.to_thread(_tells, request, told):
            return
        await asyncio.sleep(0.2)


def _tells(request: urllib.request.Request, told: str) -> bool:
    try:
        with urllib.request.urlopen(request, timeout=2) as answer:  # noqa: S310 - our own processes, on loopback
            return bool(json.load(answer).get(told))
    except (urllib.error.URLError, TimeoutError, ValueError):
        return False
