"""Looking for words wherever a running system keeps anything: database files, Valkey, logs, mails."""

from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from pathlib import Path

import redis

from tests.acceptance.conftest import System

_PIECE = 8 * 1024 * 1024


def places(system: System) -> Iterator[Path]:
    """Every file of the data directory, and of the directory beside it in which root keeps its databases."""
    data = system.up.data
    roots = [data]
    pointer = data / "elsewhere"
    if pointer.exists():
        roots.append(Path(pointer.read_text().strip()))
    for root in roots:
        for file in root.rglob("*"):
            if file.is_file() and "programs" not in file.parts:
                yield file


def files_with(system: System, words: Iterable[str]) -> dict[str, list[str]]:
    """Which files hold which of the words, as UTF-8."""
    wanted = [word.encode() for word in words]
    overlap = max(len(word) for word in wanted)
    found: dict[str, list[str]] = {}
    for file in places(system):
        before = b""
        try:
            with file.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    for word in wanted:
                        if word in before + piece:
                            found.setdefault(word.decode(), []).append(str(file))
                    before = piece[-overlap:]
        except FileNotFoundError:
            continue  # a log segment that was recycled meanwhile
    return found


def valkey_with(system: System, words: Iterable[str]) -> list[str]:
    """Which of the words stand in any key or value of Valkey."""
    client = redis.Redis.from_url(system.line["valkey"])
    with client:
        held = b"".join(key + (client.dump(key) or b"") for key in client.scan_iter())
    return [word for word in words if word.encode() in held]


def assert_sent_once(system: System) -> None:
    """No message of the outbox was delivered twice."""
    files = list(Path(system.line["mail_dir"]).glob("*.eml"))
    numbers = [message_from_bytes(f.read_bytes(), policy=policy.default)["X-Rundbord-Outbox"] for f in files]
    assert numbers
    assert len(numbers) == len(set(numbers)), "a message was delivered twice"
