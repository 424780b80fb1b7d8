"""JSON Schema of each kind of file, for editors and tools that write models; a test holds it to the types."""

import sys
from pathlib import Path

import msgspec

from services.core.tenancy.files import KINDS


def schemas() -> dict[str, bytes]:
    """File name to content, one per kind of file."""
    found = {}
    for kind in KINDS:
        schema = msgspec.json.schema(kind.struct)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        text = msgspec.json.encode(schema, order="deterministic")
        found[f"{kind.name}.schema.json"] = msgspec.json.format(text, indent=1) + b"\n"
    return found


def write_schemas(directory: Path) -> None:
    """Writes them all into `directory`, which is made when absent."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (directory / name).write_bytes(content)


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
