"""The corpus of broken models in `broken.toml`, and the sound model that each of them was."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from services.core.tenancy.new import new_tenant

MEETING = "meetings/samarbejdsmoede.toml"
FORM = "forms/referat.toml"
_COMMENT = re.compile(r"""^((?:[^"#]|"[^"]*")*)#.*""")


@dataclass(frozen=True)
class Broken:
    """A change of one file, and the code, the path and a part of the Danish and the English sentence that follow.

    `at` is text that stands on the line where the mistake must be told; where it is left out, what was written there.
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    path: str
    da: str
    en: str
    at: str = ""


BROKEN = tuple(
    Broken(**one)
    for one in tomllib.loads((Path(__file__).parent / "broken.toml").read_text(encoding="utf-8"))["broken"]
)


def sound_model(parent: Path) -> Path:
    """The start without its comments, but for each file's schema."""
    directory = new_tenant(parent, "nyby")
    for path in directory.rglob("*.toml"):
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        bare = [_COMMENT.sub(r"\1", line).rstrip() for line in lines]
        kept = [line for line, old in zip(bare, lines, strict=True) if line or not old]
        path.write_text("\n".join([first, *kept]) + "\n", encoding="utf-8")
    return directory
