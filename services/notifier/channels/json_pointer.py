"""Looking into an answer whose form is configuration: a JSON pointer (RFC 6901), and a value as text."""

from typing import Any


def find(document: Any, pointer: str) -> Any:
    """What stands at ``pointer`` (``''``: the whole); None where nothing does."""
    if not pointer:
        return document
    found = document
    for part in pointer.removeprefix("/").split("/"):
        step = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def as_text(value: Any) -> str:
    """A single value as JSON would write it, a text without its quotes; '' for nothing and for what holds others."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""
