"""Closed world: whatever can happen stands in the one table of reactions, and nothing in it is forgotten."""

import importlib
import inspect
from pathlib import Path

from services.core.db.tx import Event
from services.core.reactions import REACTIONS
from tests.architecture.tree import ROOT


def test_every_event_type_is_in_the_table_and_nothing_else() -> None:
    known: set[type[Event]] = set()
    for file in (ROOT / "services" / "core").glob("*/events.py"):
        module = importlib.import_module(f"services.core.{file.parent.name}.events")
        known |= {one for _, one in inspect.getmembers(module, inspect.isclass) if issubclass(one, Event)}
    bases = {base for one in known for base in one.__mro__[1:]}
    assert known - bases == set(REACTIONS)


def test_every_reaction_is_used_and_takes_a_transaction_and_its_event() -> None:
    used = {reaction for reactions in REACTIONS.values() for reaction in reactions}
    found = set()
    for file in Path(ROOT / "services" / "core" / "reactions").glob("*.py"):
        if file.stem in ("__init__", "circle"):
            continue
        module = importlib.import_module(f"services.core.reactions.{file.stem}")
        found |= {
            one
            for name, one in inspect.getmembers(module, inspect.iscoroutinefunction)
            if one.__module__ == module.__name__ and not name.startswith("_")
        }
    assert used == found
    assert all(list(inspect.signature(one).parameters) == ["tx", "event"] for one in used)
