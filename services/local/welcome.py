"""What `up` says when it is ready: one line of JSON for tools, a short table for people."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from services.local.home import Home
from services.local.people import TestPerson
from services.local.postgres import LOGIN_ROLES
from services.local.processes import Addresses
from services.local.providers import Municipality

VERSION = 1
PROCESSES = ("api", "worker", "beat", "notifier", "postgres", "keys", "valkey")


def ready_line(
    home: Home,
    at: Addresses,
    tenants: Sequence[Municipality],
    people: Sequence[TestPerson],
    pids: Mapping[str, list[int]],
) -> dict[str, Any]:
    """Build the ready line, as *Contracts* of the design has it; for tools, so it changes only by version."""
    return {
        "v": VERSION,
        "url": f"http://{at.bind}",
        "connect": at.bind,
        "tenants": [
            {"id": tenant.slug, "host": tenant.host, "url": tenant.url, "graphql": f"{tenant.url}/graphql"}
            for tenant in tenants
        ],
        "persons": [
            {
                "id": str(person.id),
                "tenant": person.tenant,
                "capacity": person.capacity,
                "role": person.role,
                "login_hint": person.login_hint,
            }
            for person in people
        ],
        "databases": {
            "main": {role: at.main.dsn(role) for role in LOGIN_ROLES},
            "keys": {role: at.keys.dsn(role) for role in LOGIN_ROLES},
        },
        "valkey": at.redis_url,
        "mail_dir": str(home.mails),
        "sms_dir": str(home.sms),
        "digital_post_dir": str(home.letters),
        "log_dir": str(home.logs),
        "anchor_dir": str(home.anchors),
        "pids": {name: pids.get(name, []) for name in PROCESSES},
    }


def table(
    home: Home, at: Addresses, tenants: Sequence[Municipality], people: Sequence[TestPerson], smtp: str | None
) -> str:
    """Lay out what a person needs to begin: addresses, who can log in and what they see, mails and logs."""
    lines = [f"ready http://{at.bind}"]
    for tenant in tenants:
        lines += ["", f"{tenant.name}  {tenant.url}"]
        own = [person for person in people if person.tenant == tenant.slug]
        widths = [max((len(cell(p)) for p in own), default=0) for cell in (_hint, _name, _role)]
        lines += [
            f"  {_hint(p):{widths[0]}}  {_name(p):{widths[1]}}  {_role(p):{widths[2]}}  {p.sees}" for p in own
        ]
    if people:
        lines += ["", "Log in as someone:  <address>/auth/login?login_hint=<first column>"]
    mails = f"sent on to {smtp}" if smtp else str(home.mails)
    lines += [
        "",
        f"Mails  {mails}",
        f"SMS    {home.sms}",
        f"post   {home.letters}",
        f"Logs   {home.logs}",
        "",
        "Ctrl-C stops everything.",
    ]
    return "\n".join(lines)


def compact(line: Mapping[str, Any]) -> str:
    """Give the ready line as exactly one line of text."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _hint(person: TestPerson) -> str:
    return person.login_hint


def _name(person: TestPerson) -> str:
    return person.name


def _role(person: TestPerson) -> str:
    return person.role
