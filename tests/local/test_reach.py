"""Where root's PostgreSQL lives: within reach of `nobody`, whatever the data directory's own doors."""

import os
from pathlib import Path

import pytest

from services.local import reach
from services.local.errors import EnvironmentProblem

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user's PostgreSQL runs as that user")


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "base"
    found.mkdir()
    monkeypatch.setattr(reach, "_BASE", found)
    return found


def closed(tmp_path: Path, name: str) -> Path:
    data = tmp_path / name
    data.mkdir(mode=0o700)
    return data


def test_a_closed_directory_keeps_a_pointer_to_an_open_one(tmp_path: Path, base: Path) -> None:
    data = closed(tmp_path, "data")
    home = reach.server_home(data, "postgres")
    assert home.is_relative_to(base)
    assert reach.server_home(data, "postgres") == home
    assert reach.server_home(data, "keys").parent == home.parent


def test_what_a_removed_directory_left_goes_with_the_next_start(tmp_path: Path, base: Path) -> None:
    gone, stays = closed(tmp_path, "gone"), closed(tmp_path, "stays")
    left, kept = reach.server_home(gone, "postgres"), reach.server_home(stays, "postgres")
    (gone / "elsewhere").unlink()
    gone.rmdir()
    reach.server_home(closed(tmp_path, "next"), "postgres")
    assert not left.exists()
    assert kept.exists()


def test_a_pointer_to_nothing_is_a_sentence(tmp_path: Path, base: Path) -> None:
    data = closed(tmp_path, "data")
    (data / "elsewhere").write_text(f"{base}/away\n")
    with pytest.raises(EnvironmentProblem, match=r"remove .* to start afresh"):
        reach.server_home(data, "postgres")
