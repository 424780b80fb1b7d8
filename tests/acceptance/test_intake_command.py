"""`./rundbord intake` on the running system: tried, carried out by the real worker, and known the second time."""

from pathlib import Path

from tests.acceptance.conftest import System
from tests.local.running import run

FILE = "nøgle;navn;type\nkom-1;Kommandoskolen;school\n"


def test_a_file_is_brought_from_the_command_line(system: System, tmp_path: Path) -> None:
    file = tmp_path / "steder.csv"
    file.write_text(FILE, encoding="utf-8")
    words = ("intake", str(file), "--tenant", "ringsted", "--source", "kommando", "--kind", "unit")
    tried = system.command(*words, "--dry-run")
    assert (tried["state"], tried["counts"]) == ("checked", {"unit.new": 1})
    done = system.command(*words)
    assert (done["state"], done["counts"], done["errors"]) == ("done", {"unit.new": 1}, [])
    assert system.command(*words)["counts"] == {"unit.same": 1}
    file.write_text(FILE + "kom-2;Rumskolen;raket\n", encoding="utf-8")
    wrong = run(*words, "--language", "en", "--data", str(system.up.data))
    assert wrong.returncode == 1
    assert "row 3     kind: The municipality's model does not know it." in wrong.stdout
    assert "raket" not in wrong.stdout + wrong.stderr
