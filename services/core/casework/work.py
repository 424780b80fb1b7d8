"""What is so of a case by itself because a process runs or is done, or a measure runs: nobody is asked for it (ALL-10)."""

from collections.abc import Iterable

from services.core.casework.store import WorkRow
from services.core.tenancy.facts import EventFacts
from services.core.tenancy.model import Model


def facts_of_work(model: Model, work: Iterable[WorkRow]) -> tuple[EventFacts, ...]:
    """The facts that the model says are so, each with the local day since when."""
    processes = {one.key: one for one in model.processes}
    measures = {one.key: one for one in model.measures}
    found: dict[str, EventFacts] = {}
    for row in work:
        day = row.began_on
        facts: tuple[str, ...] = ()
        if row.kind == "process" and row.key in processes:
            over = row.ended_on
            facts = processes[row.key].while_running if over is None else processes[row.key].once_done
            day = over or row.began_on
        elif row.kind == "measure" and row.key in measures and row.ended_on is None:
            facts = measures[row.key].while_running
        for fact in facts:
            # Of several the first: what is counted from it has run since then.
            if fact not in found or day < found[fact].on:
                found[fact] = EventFacts(fact, day)
    return tuple(found.values())
