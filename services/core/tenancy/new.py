"""A commented start for a municipality that is not here yet: small, sound, and ready to be called.

Its text stands in `start/`: what each field means is said there in Danish and English, beside the field.
"""

import re
from pathlib import Path

from services.core.tenancy.schema import write_schemas

_NAME = re.compile(r"[a-z][a-z0-9-]{1,40}")
_START = Path(__file__).parent / "start"


def new_tenant(parent: Path, name: str) -> Path:
    """Writes a commented model into `parent/name`, and the schemas into `parent/schema` where there are none.

    Returns the model's directory. Raises ValueError for a name that is no label of a host, FileExistsError where
    something is there already.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"'{name}' must be lower-case letters, digits and hyphens, beginning with a letter")
    directory = parent / name
    directory.mkdir(parents=True)
    for source in sorted(_START.rglob("*.toml")):
        path = directory / source.relative_to(_START)
        path.parent.mkdir(exist_ok=True)
        text = source.read_text(encoding="utf-8").replace("@name@", name)
        path.write_text(text.replace("@title@", name.replace("-", " ").title()), encoding="utf-8")
    if not (parent / "schema").exists():
        write_schemas(parent / "schema")
    return directory
