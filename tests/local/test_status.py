"""`status` says how it goes, also when half of it does not answer; a long run shows how far it is and can be stopped."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from services.core.sweep.kinds import EVERY_LOCAL, SweepKind
from tests.local.running import Up, command, environment, run, wait_until


@contextmanager
def standing_still(up: Up, *names: str) -> Iterator[None]:
    """These processes answer nothing meanwhile."""
    pids = [pid for name in names for pid in up.running()["pids"][name]]
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def status(up: Up) -> tuple[int, dict[str, Any]]:
    answer = run("status", "--json", "--data", str(up.data))
    return answer.returncode, json.loads(answer.stdout)


@pytest.fixture(autouse=True)
def well(up: Up) -> None:
    """What an earlier test did to it is over."""
    wait_until("it is well", lambda: status(up)[0] == 0)


def test_every_municipality_tells_what_waits_and_when_each_sweep_last_ran(up: Up) -> None:
    code, said = status(up)
    assert code == 0
    assert said["ok"] is True
    assert set(said["tenants"]) == {"randers", "ringsted", "slagelse"}
    for found in said["tenants"].values():
        assert found["findings"] == []
        assert set(found["channels"]) == {"mail", "sms", "digital_post", "inbox"}
        assert found["channels"]["mail"]["oldest_seconds"] is None
        assert set(found["sweeps"]) == {kind.value for kind in SweepKind}
        assert all(sweep["outcome"] == "done" for sweep in found["sweeps"].values())
        for kind in SweepKind:
            assert found["sweeps"][kind.value]["age_seconds"] < 3 * EVERY_LOCAL[kind].total_seconds() + 60, (
                kind
            )


@pytest.mark.parametrize(("away", "asked"), [(("postgres", "valkey"), False), (("keys",), True)])
def test_what_is_away_is_said_and_stops_nothing_else(up: Up, away: tuple[str, ...], asked: bool) -> None:
    with standing_still(up, *away):
        code, said = status(up)
    assert code == 1
    assert said["ok"] is False
    assert said["databases"] == {"main": "postgres" not in away, "keys": "keys" not in away}
    assert said["valkey"] is ("valkey" not in away)
    assert all(item["alive"] for item in said["processes"].values())
    assert bool(said["tenants"]) is asked
    assert set(said["unasked"]) == (set() if asked else {"randers", "ringsted", "slagelse"})


def test_waiting_for_sweeps_shows_how_far_they_are_and_is_stopped_with_a_sentence(up: Up) -> None:
    with standing_still(up, "worker"):
        waiting = subprocess.Popen(
            [*command("sweep"), "--wait", "--data", str(up.data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            # Whoever runs the tests in the background has it ignored, and what they start would inherit that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        assert waiting.stderr is not None
        assert "0 of 21 sweeps have ended" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=30)
    assert waiting.returncode == 130
    assert (out, "Traceback" in err) == ("", False)
    assert "Stopped waiting. The worker carries out what was asked for" in err
    # Asked again it is carried out: nothing is left half done.
    assert run("sweep", "--wait", "--tenant", "randers", "--data", str(up.data)).returncode == 0
