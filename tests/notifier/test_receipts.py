"""The door for receipts, over a real socket: who is believed, what is refused, and that nothing of it is told."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import httpx2
import pytest
import structlog

from services.core.message.kinds import Channel
from services.core.settings import SettingsError
from services.local.process import free_port
from services.notifier import receipts
from services.notifier.receipts import (
    Incoming,
    Receipt,
    Receiver,
    UnreadableReceiptError,
    same_secret,
    serving,
)

SECRET = "et langt hemmeligt ord"
PATH = "/receipts/sms/prove"


class Plain:
    """A peer that shows its secret in a header and sends a list of its own."""

    path = PATH
    channel = Channel.SMS
    answer = (b"thanks", "text/plain")
    tenants = ("north", "south")

    def authentic(self, incoming: Incoming) -> bool:
        return same_secret(incoming.headers.get("x-secret", ""), SECRET)

    def read(self, incoming: Incoming) -> Sequence[Receipt]:
        try:
            return [Receipt(UUID(one["id"]), one["ok"], one.get("code")) for one in json.loads(incoming.body)]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise UnreadableReceiptError from error


class Book:
    """What was taken; away while ``away`` is set."""

    def __init__(self) -> None:
        self.away: Exception | None = None
        self.taken: list[tuple[str | None, Receipt]] = []

    async def take(self, receiver: Receiver, tenant: str | None, told: Sequence[Receipt]) -> None:
        if self.away is not None:
            raise self.away
        self.taken += [(tenant, receipt) for receipt in told]


@asynccontextmanager
async def door(book: Book) -> AsyncIterator[httpx2.AsyncClient]:
    port = free_port()
    async with (
        serving(f"127.0.0.1:{port}", [Plain()], book.take),
        httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        async with asyncio.timeout(10):
            while True:
                try:
                    await client.get("/")
                    break
                except httpx2.ConnectError:
                    await asyncio.sleep(0.01)
        yield client


def said(*messages: UUID, ok: bool = True) -> bytes:
    return json.dumps([{"id": str(one), "ok": ok, "to": "+4520304050"} for one in messages]).encode()


async def test_a_receipt_is_taken_once_it_shows_the_secret() -> None:
    book, one, two = Book(), uuid4(), uuid4()
    shown = {"X-Secret": SECRET}
    async with door(book) as client:
        for wrong in ({}, {"X-Secret": SECRET[:-1]}, {"X-Secret": SECRET + "x"}, {"X-Secret": ""}):
            answer = await client.post(PATH, content=said(one), headers=wrong)
            assert answer.status_code == 401
            assert answer.json()["error"]["code"] == "UNAUTHENTICATED"
        assert book.taken == []
        assert (await client.post(PATH, content=said(one, two), headers=shown)).status_code == 200
        assert (await client.post(f"{PATH}/south", content=said(one), headers=shown)).status_code == 200
    assert book.taken == [
        (None, Receipt(one, True)),
        (None, Receipt(two, True)),
        ("south", Receipt(one, True)),
    ]


async def test_what_is_no_receipt_is_refused_with_a_stable_code() -> None:
    book, shown = Book(), {"X-Secret": SECRET}
    async with door(book) as client:
        for body in (b"", b"{", b"[1]", b'[{"id": "1", "ok": true}]', "[æ".encode("latin-1")):
            answer = await client.post(PATH, content=body, headers=shown)
            assert (answer.status_code, answer.json()["error"]["code"]) == (400, "INVALID_INPUT")
        for path in ("/", "/receipts/sms/anden", f"{PATH}/elsewhere", f"{PATH}/north/more", "/metrics"):
            answer = await client.post(path, content=said(uuid4()), headers=shown)
            assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")
        large = b" " * (receipts.BODY_BYTES + 1)
        answer = await client.post(PATH, content=large, headers=shown)
        assert (answer.status_code, answer.json()["error"]["code"]) == (413, "LIMIT_EXCEEDED")
    assert book.taken == []


async def test_a_body_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "READ_SECONDS", 0.2)

    async def slow() -> AsyncIterator[bytes]:
        yield b"["
        await asyncio.sleep(1)

    book = Book()
    async with door(book) as client:
        answer = await client.post(PATH, content=slow(), headers={"X-Secret": SECRET})
        assert answer.status_code == 408
    assert book.taken == []


async def test_a_database_that_is_away_makes_the_peer_come_again() -> None:
    book = Book()
    async with door(book) as client:
        for away in (ConnectionRefusedError(), TimeoutError()):
            book.away = away
            answer = await client.post(PATH, content=said(uuid4()), headers={"X-Secret": SECRET})
            assert answer.status_code == 503
            assert answer.headers["Retry-After"]
            assert answer.json()["error"]["code"] == "UNAVAILABLE"
        book.away = ValueError("+4520304050")
        answer = await client.post(PATH, content=said(uuid4()), headers={"X-Secret": SECRET})
        assert (answer.status_code, answer.json()["error"]["code"]) == (500, "INTERNAL")


async def test_no_log_line_holds_what_a_receipt_says() -> None:
    with structlog.testing.capture_logs() as lines:
        book = Book()
        async with door(book) as client:
            await client.post(PATH, content=said(uuid4()), headers={"X-Secret": SECRET})
            await client.post(
                f"{PATH}?to=+4520304050", content=said(uuid4()), headers={"X-Secret": "x" + SECRET}
            )
            await client.post(PATH, content=b'{"to": "+4520304050"', headers={"X-Secret": SECRET})
    assert [line["event"] for line in lines] == ["receipts.refused", "receipts.unreadable"]
    for secret in ("4520304050", SECRET):
        assert secret not in repr(lines)


async def test_a_port_that_is_taken_is_named() -> None:
    bind = f"127.0.0.1:{free_port()}"
    async with serving(bind, [Plain()], Book().take):
        with pytest.raises(SettingsError, match="RUNDBORD_RECEIPTS_BIND"):
            async with serving(bind, [Plain()], Book().take):
                pass


async def test_no_port_is_opened_where_nobody_would_call() -> None:
    port = free_port()
    async with serving(f"127.0.0.1:{port}", [], Book().take), serving("", [Plain()], Book().take):
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", port)
