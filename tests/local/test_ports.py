"""Systems that start at the same time do not choose the same port, though neither listens yet."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from services.local.errors import EnvironmentProblem
from services.local.ports import choose

HOLD = """
import sys
from pathlib import Path
from services.local.ports import choose
print(choose(Path(sys.argv[1]), None).api, flush=True)
sys.stdin.read()
"""


def test_a_port_chosen_by_another_start_is_not_chosen_again(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "other.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdout is not None
        taken = int(other.stdout.readline())
        mine = tmp_path / "ports.json"
        mine.write_text(
            json.dumps(dict.fromkeys(("api", "postgres", "keys", "valkey", "identity", "mail"), taken))
        )
        assert taken not in vars(choose(mine, None)).values()
        with pytest.raises(EnvironmentProblem, match=str(taken)):
            choose(tmp_path / "wanted.json", taken)
    finally:
        other.communicate("")
