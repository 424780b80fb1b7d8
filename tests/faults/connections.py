"""Each connection between a process and a server: cut, stalled, slowed, refused."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Final

from tests.faults.fault import Fault, Strike
from tests.faults.machine import Machine
from tests.faults.wire import Wire
from tests.faults.wired import CONNECTIONS

How = Callable[[Wire, random.Random], Awaitable[None]]


async def _cut(wire: Wire, chance: random.Random) -> None:
    for _ in range(3):
        wire.cut()
        await asyncio.sleep(chance.uniform(0.05, 0.5))


async def _stalled(wire: Wire, chance: random.Random) -> None:
    wire.stall()
    # Mostly shorter than anyone's patience, sometimes longer than every timeout.
    await asyncio.sleep(chance.choice((3, 6, 12, 35)))


async def _slowed(wire: Wire, chance: random.Random) -> None:
    wire.slow(*chance.choice(((0.3, 0.0), (0.05, 8000.0), (0.0, 2000.0))))
    await asyncio.sleep(8)


async def _refused(wire: Wire, chance: random.Random) -> None:
    await wire.refuse()
    await asyncio.sleep(chance.uniform(2, 6))


HOW: Final[dict[str, How]] = {"cut": _cut, "stalled": _stalled, "slowed": _slowed, "refused": _refused}


def _on(connection: str, how: How) -> Strike:
    async def strike(machine: Machine, chance: random.Random) -> None:
        wire = machine.wires[connection]
        try:
            await how(wire, chance)
        finally:
            await wire.heal()
            machine.over()

    return strike


async def _every_wire_cut(machine: Machine, chance: random.Random) -> None:
    for wire in machine.wires:
        wire.cut()


async def _every_wire_refused(machine: Machine, chance: random.Random) -> None:
    for wire in machine.wires:
        await wire.refuse()
    await asyncio.sleep(chance.uniform(0.5, 1.0))
    for wire in machine.wires:
        await wire.heal()
    machine.over()


CUTS: Final = (
    *(Fault(f"{one} {name}", _on(one, how), strikes=1) for one in CONNECTIONS for name, how in HOW.items()),
    Fault("every wire cut", _every_wire_cut, strikes=4, short=True),
    Fault("every wire refused", _every_wire_refused, short=True),
)

__all__ = ["CUTS"]
