"""A model sent as texts instead of a directory: judged by the very check that the command line uses.

Why this is safe: names are of a closed form (no way out of the directory made for them), sizes are limited before
anything is written, TOML is read as data, and the directory is gone when the answer is given.
"""

import asyncio
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from services.core.errors import invalid
from services.core.tenancy.check import check_dir
from services.core.tenancy.findings import Finding
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model

MOST_FILES: Final = 200
MOST_CHARACTERS: Final = 240_000
_NAME: Final = re.compile(
    r"([a-z0-9_-]{1,40}/)?[a-z0-9_-]{1,60}(\.[a-z]{2,3})?\.(toml|md)|logo\.svg", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A model without a finding, or the findings."""

    model: Model | None
    findings: tuple[Finding, ...]


async def judge(files: Mapping[str, str]) -> Judged:
    """Check texts by their names in the directory (``model.toml``, ``meetings/x.toml``, ``guides/x.da.md``).

    Raises INVALID_INPUT for a name that is none, or more than is taken.
    """
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_CHARACTERS:
        raise invalid("model.too_much", "input", "files", files=MOST_FILES, characters=MOST_CHARACTERS)
    if not all(_NAME.fullmatch(name) for name in files):
        raise invalid("model.file_name", "input", "files")
    return await asyncio.to_thread(_judge, files)


def _judge(files: Mapping[str, str]) -> Judged:
    with tempfile.TemporaryDirectory(prefix="rundbord-model-") as made:
        directory = Path(made)
        for name, text in files.items():
            file = directory / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        found = check_dir(directory)
        return Judged(None if found else load_model(directory), tuple(found))
