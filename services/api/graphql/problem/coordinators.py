"""``CoordinatorPlace``: who holds the thread of a problem, in each of the model's places for it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import case_of
from services.api.graphql.model.reason import Reason, reasons
from services.api.graphql.people.types import Staff, staff_of
from services.core.problem import store
from services.core.problem.coordinating import coordinators_complete, places_of, support_reasons
from services.core.problem.handover import facts_of
from services.core.problem.store import CoordinatorRow, ProblemRow
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.model import Model


@object_type(
    description="A place of a problem's thread: what it is called, who holds it, who has been offered it."
)
class CoordinatorPlace:
    """A place."""

    place: str = field(
        description="Its key in the model; empty where the only one has no name.", personal=False
    )
    name: str = field(description="What the model calls it.", personal=False)
    holder: Staff | None = field(description="Who holds it; null where nobody does.", personal=True)
    since: datetime | None = field(description="Since when.", personal=True)
    left: bool = field(
        description="Whether the holder no longer works here: the next must be found.", personal=True
    )
    pending: Staff | None = field(
        description="Who has been offered it; until they accept, the holder holds it.", personal=True
    )


async def coordinators_of(info: Info, row: ProblemRow) -> list[CoordinatorPlace]:
    """Every place of the model in its order, then those that people hold from an earlier version of it.

    Empty for a family where the model keeps them to the professionals.
    """
    model = (await case_of(info, row.dossier_id)).model
    if info.context.actor.is_family and model.coordinators and not model.coordinators.visible_to_family:
        return []
    held = {one.place: one for one in await threads(info, row)}
    people = await staff_of(
        info, [one.person_id for one in held.values()] + [one.pending_id for one in held.values()]
    )
    names = {place.key: place.name.in_language(info.context.language) for place in places_of(model)}
    role = model.coordinators.name.in_language(info.context.language) if model.coordinators else ""
    return [
        _place(place, names.get(place, role), held.get(place), people)
        for place in [*names, *(held.keys() - names.keys())]
    ]


async def threads(info: Info, row: ProblemRow) -> list[CoordinatorRow]:
    """The stored places of one problem, read once an operation for the whole casework."""
    tx = info.context.tx
    found = await info.context.once(
        f"coordinators:{row.dossier_id}", lambda: store.coordinators(tx, row.dossier_id)
    )
    return found.get(row.id, [])


async def professions_of(
    info: Info, row: ProblemRow, rule: Callable[[Model, CaseFacts, ProblemFacts], tuple[str, ...]]
) -> list[str]:
    """The professions that a rule of the model names for an open problem, in words."""
    case = await case_of(info, row.dossier_id)
    facts = case.facts_of(row.id)
    if facts is None or row.status != "open":
        return []
    names = {one.key: one.name.in_language(info.context.language) for one in case.model.professions}
    return [names.get(key, key) for key in rule(case.model, case.facts, facts)]


async def advice_of(info: Info, row: ProblemRow) -> list[Reason]:
    """Places still to fill, the profession that the model proposes, and who co-coordinates in this case."""
    case, language = await case_of(info, row.dossier_id), info.context.language
    facts = case.facts_of(row.id)
    if facts is None or row.status != "open":
        return []
    rows = await threads(info, row)
    here = [(one.person_id, one.place) for one in rows if one.person_id is not None and one.employed]
    held = await facts_of(info.context.tx, here)
    judged = coordinators_complete(case.model, held, info.context.now)
    beside = support_reasons(case.model, case.facts, facts, info.context.now)
    return reasons((*judged.reasons, *judged.advice, *beside), language)


def _place(key: str, name: str, row: CoordinatorRow | None, people: Mapping[UUID, Staff]) -> CoordinatorPlace:
    return CoordinatorPlace(
        place=key,
        name=name,
        holder=people.get(row.person_id) if row and row.person_id else None,
        since=row.since if row else None,
        left=row is not None and row.person_id is not None and not row.employed,
        pending=people.get(row.pending_id) if row and row.pending_id else None,
    )
