"""The SMS gateway of this machine: keeps every message as one `.json` file, and tells what became of it.

    python -m services.local.sms_gateway --port PORT --dir DIR --channels FILE --ready-file FILE

A file appears whole and before the sender hears 202, like a mail in the sink. Then a receipt goes to the message's
callback, and again until it is taken. Some numbers try the sender's patience, `+45 2010 0…` always and `+45 2010 1…`
at a message's first attempt only:

    …001  taken, and the receipt says undeliverable     …400  400, a number that takes no SMS
    …002  taken, and never answered                     …401  401, a wrong secret
    …003  taken, and the connection cut                 …429  429, Retry-After: 2
    …004  cut, and not taken                            …500  500, broken
    …005  taken, and no receipt ever
"""

import argparse
import asyncio
import hmac
import json
import os
import secrets
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import httpx2

from services.local.http_peer import Asked, Said, serve

_ALWAYS, _AT_FIRST = "+4520100", "+4520101"
_REPEATS = 12
"""A receipt is told so often, a little later each time: about ten minutes in all."""

_Answer: TypeAlias = tuple[int, dict[str, Any], dict[str, str]]
"""Status, JSON and headers."""
_ANSWERS: dict[str, _Answer] = {
    "400": (400, {"status": "refused", "code": 12}, {}),
    "401": (401, {"status": "unauthorised"}, {}),
    "429": (429, {"status": "busy"}, {"Retry-After": "2"}),
    "500": (500, {"status": "broken"}, {}),
}
_TAKEN: _Answer = (202, {"status": "accepted"}, {})
UNDELIVERABLE, SILENT, CUT_AFTER, CUT_BEFORE, NO_RECEIPT = "001", "002", "003", "004", "005"


@dataclass(frozen=True)
class Message:
    """One SMS as it was asked for."""

    to: str
    sender: str
    text: str
    reference: str
    callback: str


class Gateway:
    """Takes messages, and tells what became of them."""

    def __init__(self, directory: Path, token: str, receipts_token: str) -> None:
        self._directory = directory
        self._token = token
        self._receipts_token = receipts_token
        self._seen: set[str] = set()
        self._telling: set[asyncio.Task[None]] = set()

    async def answer(self, asked: Asked) -> Said | None:
        """What a request is answered with; None hangs up."""
        answer = await self._answer(asked)
        if answer is None:
            return None
        status, said, headers = answer
        return Said(status, json.dumps(said).encode(), headers=headers)

    async def _answer(self, asked: Asked) -> _Answer | None:
        """What to say; None: the connection is cut."""
        if (asked.method, asked.path) != ("POST", "/messages"):
            return 404, {"status": "unknown"}, {}
        if not hmac.compare_digest(asked.headers.get("authorization", "").encode(), self._token.encode()):
            return _ANSWERS["401"]
        try:
            told = json.loads(asked.body)
            message = Message(*(told[key] for key in ("to", "from", "text", "reference", "callback")))
        except (ValueError, KeyError, TypeError):
            return 400, {"status": "unreadable"}, {}
        trick = self._trick(message)
        if trick in _ANSWERS or trick == CUT_BEFORE:
            return _ANSWERS.get(trick)
        return await self._take(message, asked.headers.get("idempotency-key", ""), trick)

    async def _take(self, message: Message, idempotency_key: str, trick: str) -> _Answer | None:
        try:
            self._keep(message, idempotency_key)
        except OSError as problem:
            print(f"not kept: {problem.strerror}", file=sys.stderr, flush=True)
            return _ANSWERS["500"]
        if message.callback and trick != NO_RECEIPT:
            task = asyncio.create_task(
                self._tell(message, "undeliverable" if trick == UNDELIVERABLE else "delivered")
            )
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)
        if trick == SILENT:
            await asyncio.sleep(3600)
        return None if trick == CUT_AFTER else _TAKEN

    def _trick(self, message: Message) -> str:
        first = message.reference not in self._seen
        self._seen.add(message.reference)
        if message.to.startswith(_ALWAYS) or (message.to.startswith(_AT_FIRST) and first):
            return message.to[-3:]
        return ""

    def _keep(self, message: Message, idempotency_key: str) -> None:
        name = f"{time.time_ns():020d}-{secrets.token_hex(4)}.json"
        kept = vars(message) | {"idempotency_key": idempotency_key}
        draft = self._directory / f".{name}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(kept, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        draft.rename(self._directory / name)

    async def _tell(self, message: Message, state: str) -> None:
        told = {"reference": message.reference, "to": message.to, "status": state}
        told |= {"code": "27"} if state == "undeliverable" else {}
        async with httpx2.AsyncClient(trust_env=False, timeout=10) as client:
            for repeat in range(_REPEATS):
                await asyncio.sleep(min(0.2 * 2**repeat, 120) if repeat else 0.05)
                try:
                    answer = await client.post(
                        message.callback, json=told, headers={"Authorization": self._receipts_token}
                    )
                except httpx2.HTTPError:
                    continue
                if answer.status_code < 500:
                    return


def main() -> int:
    """Serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="services.local.sms_gateway")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--channels", type=Path, required=True, help="the file that the notifier reads too")
    parser.add_argument("--ready-file", type=Path, required=True)
    arguments = parser.parse_args()
    (agreed,) = tomllib.loads(arguments.channels.read_text())["sms"]
    gateway = Gateway(arguments.dir, agreed["headers"]["Authorization"], agreed["receipts"]["secret"])
    asyncio.run(serve(arguments.port, gateway.answer, arguments.ready_file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
