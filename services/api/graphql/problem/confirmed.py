"""``Confirmed``: what professionals have confirmed about a problem or of a case, in the model's words."""

from collections.abc import Sequence
from datetime import date, datetime

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import case_of
from services.core.identity import DossierId
from services.core.person import colleagues
from services.core.problem import store
from services.core.problem.confirming import discussable, of_problems
from services.core.problem.store import ConfirmationRow, ConfirmedFacts, ProblemRow
from services.core.tenancy.frame import Fact as ModelFact
from services.core.tenancy.model import Model

History = Sequence[tuple[ConfirmationRow, ConfirmedFacts]]


@object_type(description="A fact that the model's conditions ask for, and whether it is confirmed.")
class Fact:
    """A fact."""

    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In the model's words.", personal=False)
    confirmed: bool = field(description="Whether it is confirmed now.", personal=True)
    on: date | None = field(description="The Danish day on which it happened.", personal=True, sealed=True)
    by: str | None = field(description="Who confirmed it.", personal=True)
    at: datetime | None = field(description="Since when it is confirmed.", personal=True)


@object_type(description="A level at which no child is named.")
class DiscussedLevel:
    """A level without names."""

    level: int = field(description="The level.", personal=False)
    name: str = field(description="The level in words.", personal=False)
    discussed: bool = field(
        description="Whether it was discussed there, as a professional says.", personal=True
    )


@object_type(description="What is confirmed about a problem, and what could be.")
class Confirmed:
    """Facts, levels without names, and whether it is about the family."""

    facts: list[Fact] = field(description="The facts that can be so of one problem.", personal=True)
    levels: list[DiscussedLevel] = field(description="Every level without names.", personal=True)
    family_related: bool = field(description="Wholly or partly about the family.", personal=True)


async def confirmed_of(info: Info, row: ProblemRow) -> Confirmed:
    """All of it as it stands now."""
    tx = info.context.tx
    model = (await case_of(info, row.dossier_id)).model
    history = [(one, await store.confirmed(tx, one)) for one in await store.confirmations(tx, row.id)]
    now = history[-1][1] if history else ConfirmedFacts()
    return Confirmed(
        facts=await _facts(info, of_problems(model), history),
        levels=[
            DiscussedLevel(
                level=level.number,
                name=level.name.in_language(info.context.language),
                discussed=level.number in now.discussed,
            )
            for level in discussable(model)
        ],
        family_related=now.family_related,
    )


async def facts_of_case(info: Info, model: Model, dossier: DossierId | None) -> list[Fact]:
    """Every fact of the model, and which are confirmed of the case as a whole; None: no casework is open."""
    tx = info.context.tx
    rows = await store.confirmations_of_case(tx, dossier) if dossier else []
    return await _facts(info, model.facts, [(one, await store.confirmed(tx, one)) for one in rows])


async def _facts(info: Info, facts: Sequence[ModelFact], history: History) -> list[Fact]:
    people = await colleagues.staff(info.context.tx, [one.confirmed_by for one, _ in history])
    found = []
    for fact in facts:
        since = _since(fact.key, history)
        person = people.get(since.confirmed_by) if since else None
        found.append(
            Fact(
                key=fact.key,
                name=fact.name.in_language(info.context.language),
                confirmed=since is not None,
                on=history[-1][1].days[fact.key] if since else None,
                by=person.name if person else None,
                at=since.confirmed_at if since else None,
            )
        )
    return found


def _since(key: str, history: History) -> ConfirmationRow | None:
    """Where the unbroken time began in which the fact has been confirmed, or None."""
    found = None
    for row, content in reversed(history):
        if key not in content.facts:
            break
        found = row
    return found
