"""The harness's own parts: a fault that is not done proves nothing."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.clocks import next_change
from tests.faults.faults import NAMES, batches
from tests.faults.journal import Journal, rows, table
from tests.faults.rounds import Result
from tests.faults.settling import SECONDS_EACH, STILL_SECONDS, Patience
from tests.faults.verdict import Verdict
from tests.faults.wire import Wire, Wires


@pytest.fixture
async def wire(tmp_path: Path) -> AsyncIterator[Wire]:
    """A wire to a server that says everything again."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(1000):
            writer.write(piece)
        writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    book = tmp_path / "book"
    book.write_text(json.dumps({"a→b": server.sockets[0].getsockname()}))
    async with Wires(["a→b"], book) as wires:
        yield wires["a→b"]
    server.close()


async def says(wire: Wire, seconds: float = 5) -> float:
    """How long an answer through the wire takes."""
    begun = time.monotonic()
    async with asyncio.timeout(seconds):
        reader, writer = await asyncio.open_connection("127.0.0.1", wire.port)
        writer.write(b"hello")
        assert await reader.readexactly(5) == b"hello"
        writer.close()
    return time.monotonic() - begun


async def test_a_wire_carries_and_does_each_trouble(wire: Wire) -> None:
    await says(wire)
    wire.stall()
    with pytest.raises(TimeoutError):
        await says(wire, 0.3)
    await wire.heal()
    wire.slow(0.1, 0)
    assert await says(wire) >= 0.2, "there and back"
    await wire.refuse()
    with pytest.raises(ConnectionRefusedError):
        await says(wire)
    await wire.heal()
    assert await says(wire) < 0.2


async def test_a_cut_is_a_reset_at_both_ends_and_what_was_held_arrives(wire: Wire) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", wire.port)
    writer.write(b"one")
    assert await reader.readexactly(3) == b"one"
    assert wire.cut() == 2
    with pytest.raises(ConnectionResetError):
        await reader.readexactly(1)
    reader, writer = await asyncio.open_connection("127.0.0.1", wire.port)
    wire.stall()
    writer.write(b"two")
    await asyncio.sleep(0.1)
    await wire.heal()
    assert await asyncio.wait_for(reader.readexactly(3), 5) == b"two"


def test_a_run_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    file = tmp_path / "results"
    found = Result("api", 3, Verdict(lost=["a mail"], mails=7), 1.0, answers=Counter({"200": 3}), seed=2)
    Journal(file).add(found)
    Journal(file).add(Result("keys disk full", 0, Verdict(), 0.0, skipped="not here", seed=2))
    again = Journal(file)
    assert again.results[0] == found
    assert again.has(2, "api")
    assert not again.has(1, "api")
    assert not again.well
    (first, second) = rows(again.results, NAMES)
    assert (first["runs"], first["mails"], first["lost"], first["twice"]) == (1, 7, 1, 0)
    assert (second["runs"], second["skipped"]) == (0, "not here")
    assert "skipped: not here" in table(again.results, NAMES)


def waits(backlog: list[list[str]], every: float, ahead: float = 0) -> float | None:
    """Seconds after which nobody waits any more, with one look ``every`` so many; None: to its end."""
    patience = Patience(0)
    for look, left in enumerate(backlog):
        if patience.rest(dict.fromkeys(left, ahead), look * every) is None:
            return look * every
    return None


def test_it_waits_while_the_backlog_shrinks_and_not_while_it_stands_still_or_only_grows() -> None:
    names = [str(number) for number in range(400)]
    assert waits([names[done:] for done in range(399)], every=0.9) is None, "one by one, for six minutes"
    assert waits([names[:3]] * 100, every=1) == STILL_SECONDS + 1
    assert waits([names[: 3 + look] for look in range(100)], every=1) == STILL_SECONDS + 1
    slow = waits([names[done:] for done in range(399)], every=STILL_SECONDS - 1)
    assert slow is not None
    assert slow <= 400 * SECONDS_EACH + 2 * STILL_SECONDS, "whose every step takes minutes never ends"


def test_what_has_its_moment_to_be_tried_again_stands_still_from_then_on() -> None:
    later = [["a"]] * 24
    assert waits(later, every=5, ahead=5) is None
    assert waits(later, every=5) == STILL_SECONDS + 5


def test_every_fault_is_in_one_batch_and_has_a_name_of_its_own() -> None:
    together = [one.name for batch in batches(NAMES) for one in batch]
    assert together == list(NAMES)
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(
    ("forward", "at"),
    [(True, datetime(2027, 3, 28, 1, tzinfo=UTC)), (False, datetime(2027, 10, 31, 1, tzinfo=UTC))],
)
def test_when_the_clocks_change(forward: bool, at: datetime) -> None:
    assert next_change(datetime(2026, 11, 23, 8, 30, tzinfo=UTC), forward=forward) == at
