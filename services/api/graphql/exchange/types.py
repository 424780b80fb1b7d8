"""``Exchange`` and ``ExchangeBasis``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.loading import case_of_child, model_in_force
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.casework.rules import may_exchange
from services.core.exchange import store
from services.core.exchange.store import ExchangeRow
from services.core.identity import DossierId, PersonId
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Why


@object_type(description="Private information that was exchanged on a legal basis without consent.")
class Exchange:
    """An exchange."""

    row: strawberry.Private[ExchangeRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    basis: str = field(description="Key of the basis in the model.", personal=True)
    on: date = field(description="The day.", personal=True)
    special: bool = field(description="Whether it was one more, in a special case.", personal=True)
    told: bool = field(description="Whether the family sees it.", personal=True)

    @computed(description="The basis in words.", personal=True)
    async def basis_name(self, info: Info) -> str:
        """By the model of today: the basis follows the law."""
        model = await model_in_force(info)
        found = next((one for one in model.exchanges if one.key == self.row.exchange_key), None)
        return found.name.in_language(info.context.language) if found else self.row.exchange_key

    @computed(description="Who recorded it.", personal=True)
    async def recorded_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.recorded_by)

    @computed(description="With whom.", personal=True, sealed=True)
    async def with_whom(self, info: Info) -> str:
        """As it was written."""
        return (await store.details(info.context.tx, self.row)).with_whom

    @computed(description="Why.", personal=True, sealed=True, who=STAFF)
    async def why(self, info: Info) -> str | None:
        """For professionals: it can tell of others than the reader."""
        return (await store.details(info.context.tx, self.row)).why

    @computed(description="Why once more, in a special case.", personal=True, sealed=True, who=STAFF)
    async def special_reason(self, info: Info) -> str | None:
        """Null where none was needed."""
        return (await store.details(info.context.tx, self.row)).special_reason or None


@object_type(
    description="A legal basis for exchanging information without consent, and its count for a child."
)
class ExchangeBasis:
    """A basis."""

    key: str = field(description="Its key in the model.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule and the law behind it.", personal=False)
    used: int = field(description="How often it was used for this child.", personal=True)
    at_most: int = field(description="How often it may be used.", personal=False)
    more_in_special_cases: int = field(
        description="How often more, in special cases with a reason.", personal=False
    )
    allowed: bool = field(description="Whether it may be used now, if need be with a reason.", personal=True)
    needs_reason: bool = field(description="Whether one more takes a special reason.", personal=True)
    duty: bool = field(description="Whether it is a duty; otherwise nobody has to.", personal=False)


async def exchanges_of_child(info: Info, dossier: DossierId | None) -> list[Exchange]:
    """Those that the viewer may see, newest first."""
    rows = await store.exchanges_of(info.context.tx, dossier) if dossier else []
    return [exchange_type(row) for row in rows]


def exchange_type(row: ExchangeRow) -> Exchange:
    """An exchange as the schema answers it."""
    return Exchange(
        row=row,
        id=strawberry.ID(str(row.id)),
        basis=row.exchange_key,
        on=row.exchanged_on,
        special=row.special,
        told=row.told,
    )


async def bases_of_child(info: Info, child: PersonId) -> list[ExchangeBasis]:
    """The bases that hold for the case, with their count."""
    case = await case_of_child(info, child)
    used = await store.used(info.context.tx, child)
    why = Why(case.model, local_day(info.context.now))
    language = info.context.language
    found = []
    for one in case.model.exchanges:
        if not holds(one.when, case.facts):
            continue
        times = used.get(one.key, 0)
        decided = may_exchange(case.model, one.key, case.facts, times, info.context.now)
        found.append(
            ExchangeBasis(
                key=one.key,
                name=one.name.in_language(language),
                why=reason(why.of(one, "exchange", f"exchanges/{one.key}", one.name), language),
                used=times,
                at_most=one.at_most,
                more_in_special_cases=one.more_in_special_cases,
                allowed=decided.allowed or "reason" in decided.needs,
                needs_reason="reason" in decided.needs,
                duty=one.duty,
            )
        )
    return found
