"""The api as a process of its own: start, logs, metrics, and an end that loses no running request."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import httpx2 as httpx
import pytest

from services.local.process import free_port
from tests.contract.world import World
from tests.environment import Databases


@pytest.fixture
def process(world: World, databases: Databases) -> Iterator[tuple[subprocess.Popen[str], int, int]]:
    port, metrics = free_port(), free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "RUNDBORD_DATABASE_URL": databases.main["rundbord_api"],
        "RUNDBORD_KEYS_URL": databases.keys["rundbord_api"],
        "RUNDBORD_KEY_DIR": str(world.settings.key_dir),
        "RUNDBORD_ANCHOR_DIR": str(world.settings.key_dir),
        "RUNDBORD_BIND": f"127.0.0.1:{port}",
        "RUNDBORD_METRICS_BIND": f"127.0.0.1:{metrics}",
    }
    started = subprocess.Popen(
        [sys.executable, "-m", "services.api"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        for _ in range(1200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert started.poll() is None, "the api ended at once"
            time.sleep(0.05)
        yield started, port, metrics
    finally:
        started.kill()
        started.wait(60)


def test_logs_metrics_and_a_graceful_end(
    process: tuple[subprocess.Popen[str], int, int], world: World
) -> None:
    started, port, metrics = process
    address = f"http://127.0.0.1:{port}"
    headers = {
        **world.parent.bearer,
        "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    }
    asked = httpx.get(f"{address}/graphql", params={"query": "{ viewer { capacity } }"}, headers=headers)
    assert asked.json() == {"data": {"viewer": {"capacity": "FAMILY"}}}
    told = httpx.get(f"http://127.0.0.1:{metrics}/metrics").text
    assert 'rundbord_http_requests_total{route="/graphql",status="200"} 1.0' in told
    assert 'rundbord_graphql_operations_total{code="OK",kind="query"} 1.0' in told

    # A request whose body is still coming when SIGTERM arrives is answered all the same.
    answered: list[int] = []

    def slow_body() -> Iterator[bytes]:
        yield b'{"query": "{ viewer'
        started.send_signal(signal.SIGTERM)
        time.sleep(1)
        yield b' { capacity } }"}'

    def ask() -> None:
        kind = {"content-type": "application/json"}
        answered.append(
            httpx.post(
                f"{address}/graphql", content=slow_body(), headers={**headers, **kind}, timeout=60
            ).status_code
        )

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join(60)
    assert answered == [200]
    out, _ = started.communicate(timeout=20)
    lines = [json.loads(line) for line in out.splitlines()]
    line = next(line for line in lines if line.get("route") == "/graphql")
    assert line["trace_id"] == "4bf92f3577b34da6a3ce929d0e0e4736"
    assert set(line) == {
        "event", "level", "timestamp", "service", "trace_id", "method", "route", "status", "milliseconds"
    }  # fmt: skip
    assert "viewer" not in out
    assert world.parent.secret not in out
    assert "nordby" not in out


def test_a_missing_setting_is_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "services.api"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "RUNDBORD_DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr
