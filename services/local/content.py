"""What lives in a local system: its tenants, from their TOML, and the synthetic people and cases of the seed."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.local.home import Home
from services.local.people import TestPerson
from services.local.processes import Addresses
from services.local.providers import Municipality


@dataclass(frozen=True)
class Filled:
    """The tenants and the people who can log in."""

    tenants: Sequence[Municipality]
    people: Sequence[TestPerson]


async def fill(home: Home, at: Addresses, host_base: str, *, empty: bool) -> Filled:
    """Add the tenants that are missing and, into a system without any, the seed; repeatable."""
    return Filled((), ())
