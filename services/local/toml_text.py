"""Configuration that is written for our own services to read: TOML from plain values."""

import json
from collections.abc import Mapping
from typing import Any


def table_of_array(name: str, entry: Mapping[str, Any]) -> str:
    """One ``[[name]]`` with its values."""
    # JSON strings, lists and numbers are TOML values; inline tables need `=` instead of `:`.
    return f"[[{name}]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in entry.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
