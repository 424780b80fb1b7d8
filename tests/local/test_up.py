"""`up` as its users meet it: ready line, restarts, stops and deaths, two side by side."""

import json
import os
import signal
import smtplib
import socket
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from services.local.welcome import PROCESSES
from tests.local.running import Up, processes_of, run, wait_until


def test_the_ready_line_is_as_the_contract_has_it(up: Up) -> None:
    line = up.line
    assert set(line) == {
        *("v", "url", "connect", "tenants", "persons", "databases", "valkey", "mail_dir", "sms_dir"),
        "digital_post_dir",
        *("log_dir", "anchor_dir", "pids"),
    }
    assert line["v"] == 1
    assert [tenant["id"] for tenant in line["tenants"]] == ["randers", "ringsted", "slagelse"]
    for tenant in line["tenants"]:
        port = line["connect"].rpartition(":")[2]
        assert tenant["url"] == f"http://{tenant['host']}:{port}"
        assert tenant["graphql"] == f"{tenant['url']}/graphql"
    roles = {"rundbord_owner", "rundbord_api", "rundbord_worker", "rundbord_notifier"}
    assert set(line["databases"]["main"]) == set(line["databases"]["keys"]) == roles
    assert set(line["pids"]) == set(PROCESSES)
    assert all(line["pids"].values())


def test_a_tenant_answers_at_its_host_and_a_stranger_does_not(up: Up) -> None:
    def status(host: str) -> int:
        request = Request(f"http://{up.line['connect']}/auth/me", headers={"Host": host})
        try:
            with urlopen(request, timeout=60) as answer:
                return int(answer.status)
        except OSError as problem:
            return int(getattr(problem, "code", 0))

    assert status(up.line["tenants"][0]["host"]) == 401
    assert status("nowhere.localhost") == 421


def test_each_process_is_told_only_what_it_needs(up: Up) -> None:
    def told(name: str) -> set[str]:
        content = Path(f"/proc/{up.running()['pids'][name][0]}/environ").read_bytes().split(b"\0")
        return {item.split(b"=")[0].decode() for item in content if item.startswith(b"RUNDBORD_")}

    assert told("beat") == {"RUNDBORD_REDIS_URL"}
    assert "RUNDBORD_SMTP_URL" not in told("api") | told("worker")
    assert "RUNDBORD_PROVIDERS_FILE" not in told("worker") | told("notifier")
    assert told("postgres") == told("keys") == told("valkey") == set()


@pytest.mark.parametrize("name", ["api", "worker", "beat", "notifier", "valkey", "keys", "postgres"])
def test_a_killed_process_comes_back(up: Up, name: str) -> None:
    (before,) = up.running()["pids"][name]
    os.kill(before, signal.SIGKILL)

    def is_back() -> bool:
        now = up.running()["pids"][name]
        return bool(now) and now != [before] and run("status", "--data", str(up.data)).returncode == 0

    wait_until(f"{name} is back and all is well", is_back)


def test_a_mail_is_one_file_with_its_headers(up: Up) -> None:
    port = json.loads((up.data / "ports.json").read_text())["mail"]
    folder = Path(up.line["mail_dir"])
    before = set(folder.iterdir())
    mail = b"Subject: Nyt\r\nX-Rundbord-Outbox: 42\r\n\r\nDer er nyt.\r\n"
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as smtp:
        smtp.sendmail("a@example.org", ["b@example.org", "c@example.org"], mail)
    (file,) = set(folder.iterdir()) - before
    assert file.suffix == ".eml"
    kept = message_from_bytes(file.read_bytes(), policy=default)
    assert kept["X-Rundbord-Outbox"] == "42"
    assert kept["X-Envelope-To"] == "b@example.org, c@example.org"
    assert kept.get_content().strip() == "Der er nyt."


def test_the_clock_moves_forward_only_and_for_all(up: Up) -> None:
    def clock(*words: str) -> dict[str, int | str]:
        answer = run("clock", *words, "--json", "--data", str(up.data))
        assert answer.returncode == 0, answer.stderr
        found: dict[str, int | str] = json.loads(answer.stdout)
        return found

    before = int(clock("show")["offset_seconds"])
    assert clock("advance", "1d12h")["offset_seconds"] == before + 36 * 3600
    back = run("clock", "set", "2020-01-01T00:00", "--json", "--data", str(up.data))
    assert back.returncode == 2
    assert clock("show")["offset_seconds"] == before + 36 * 3600


def test_a_sweep_is_run_by_the_worker(up: Up) -> None:
    answer = run("sweep", "--tenant", "randers", "--wait", "--json", "--data", str(up.data))
    assert answer.returncode == 0, answer.stderr
    assert {item["state"] for item in json.loads(answer.stdout)["sweeps"]} == {"done"}


def test_one_data_directory_carries_one_system(up: Up) -> None:
    second = run("up", "--data", str(up.data))
    assert second.returncode == 3
    assert "already running" in second.stderr


def test_two_side_by_side_and_a_kill_leaves_nothing(up: Up, data: Path) -> None:
    other = Up.start(data, "--empty")
    try:
        assert other.line["connect"] != up.line["connect"]
        assert len(processes_of(data)) > 8
    finally:
        other.stop(signal.SIGKILL)
    wait_until("no process is left", lambda: not processes_of(data))
    assert run("status", "--data", str(up.data)).returncode == 0

    # What was killed finds its data again, as does what was stopped.
    again = Up.start(data, "--empty")
    print(f"start after a kill: {again.seconds:.1f} s")
    # Ports may have been taken meanwhile; the roles' passwords stand in the databases themselves.
    assert who_may_log_in(again) == who_may_log_in(other)
    assert again.stop() == 0
    wait_until("no process is left", lambda: not processes_of(data))
    third = Up.start(data, "--empty")
    print(f"second start: {third.seconds:.1f} s")
    assert third.stop(signal.SIGTERM) == 0


def who_may_log_in(system: Up) -> list[str]:
    return [dsn.split("@")[0] for dsn in system.line["databases"]["main"].values()]


def test_a_taken_port_is_named_in_a_sentence(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = run("up", "--data", str(data), "--port", str(port))
    assert answer.returncode == 3
    assert f"Port {port} is taken" in answer.stderr
    assert "Traceback" not in answer.stderr
