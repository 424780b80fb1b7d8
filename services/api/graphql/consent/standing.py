"""``ConsentStanding``: what everybody's answers to one purpose come to. For professionals; no parent reads another's."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.consent.types import Consent, ConsentState, consent_type
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import case_of_child
from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.consent import rules, store
from services.core.consent.service import giver_id, standing_by
from services.core.identity import PersonId
from services.core.person import reading


class StandingState(Enum):
    """What all the answers come to."""

    GIVEN = "given"
    ASKED = "asked"
    DECLINED = "declined"
    CONFLICT = "conflict"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALIDATED = "invalidated"


enum_type(
    StandingState,
    description="What all the answers to a purpose come to. Everyone who must answer counts, asked or not.",
    values={
        "GIVEN": "Everyone who must has said yes: it stands.",
        "ASKED": "Somebody has not answered, or was never asked.",
        "DECLINED": "Somebody has said no.",
        "CONFLICT": "One says yes and another no.",
        "WITHDRAWN": "Somebody has taken their yes back.",
        "EXPIRED": "A yes is past its time.",
        "INVALIDATED": "A yes was never valid.",
    },
)


@object_type(description="One of those who must answer, and their last word.")
class ConsentGiver:
    """A giver."""

    person_id: strawberry.ID = field(description="Who: a custody holder, or the young person.", personal=True)
    name: str | None = field(description="The name.", personal=True, sealed=True)
    is_child: bool = field(description="Whether it is the young person.", personal=True)
    state: ConsentState | None = field(description="Their last word; null: never asked.", personal=True)
    consent: Consent | None = field(description="The question or answer itself.", personal=True)


@object_type(description="What everybody's answers to one purpose of the model come to now.")
class ConsentStanding:
    """A purpose and how it stands."""

    purpose: str = field(description="Key of the purpose.", personal=False)
    name: str = field(description="In words.", personal=False)
    text: str = field(description="The words that are said yes or no to today.", personal=False)
    what: str | None = field(description="Which information.", personal=False)
    from_whom: str | None = field(description="Who shares it.", personal=False)
    to_whom: str | None = field(description="With whom.", personal=False)
    basis: str = field(description="The legal basis in words.", personal=False)
    written: bool = field(description="Whether only a yes in writing counts.", personal=False)
    state: StandingState = field(description="What the answers come to.", personal=True)
    stands: bool = field(description="Whether it stands.", personal=True)
    until: datetime | None = field(
        description="The first instant at which it will not, by expiry, birthday or custody.", personal=True
    )
    givers: list[ConsentGiver] = field(description="Everyone who must answer now.", personal=True)


async def standings_of_child(info: Info, child: PersonId) -> list[ConsentStanding] | None:
    """Every purpose of the model; null for one who sees no more of the case than a meeting."""
    tx = info.context.tx
    case = await case_of_child(info, child)
    if case.casework is None:
        return []
    dossier, language = case.casework.dossier_id, info.context.language
    whole = await tx.one(caseworks.SEES_WHOLE, dossier=dossier)
    if whole is None or not whole.whole:
        return None
    rows = await store.consents_of(tx, dossier)
    asked = {one.key: rules.givers(case.model, one, case.facts) for one in case.model.purposes}
    people = {giver_id(case, one) for givers in asked.values() for one in givers}
    names = await reading.family_names(tx, people)
    found = []
    for one in case.model.purposes:
        stands = await tx.one(store.STANDING, dossier_id=dossier, purpose=one.key)
        text = rules.text_in_force(case.model, one.key, local_day(info.context.now))
        basis = case.model.basis(one.basis)
        mine = [row for row in rows if row.purpose == one.key]
        found.append(
            ConsentStanding(
                purpose=one.key,
                name=one.name.in_language(language),
                text=text.text.in_language(language),
                what=one.what.in_language(language) or None,
                from_whom=one.from_whom.in_language(language) or None,
                to_whom=one.shared_with.in_language(language) or None,
                basis=basis.name.in_language(language),
                written=basis.written,
                state=StandingState(standing_by(case, one.key, mine, tx).state.value),
                stands=stands is not None and stands.stands,
                until=stands.until if stands is not None else None,
                givers=[
                    _giver(info, giver_id(case, giver), giver == rules.CHILD, mine, names)
                    for giver in asked[one.key]
                ],
            )
        )
    return found


def _giver(
    info: Info, person: PersonId, is_child: bool, rows: list[store.ConsentRow], names: dict[PersonId, str]
) -> ConsentGiver:
    mine = [row for row in rows if row.giver_id == person]
    # What was said last comes before a question that is open beside it.
    last = max(
        mine,
        key=lambda row: (row.state not in ("asked", "invalidated"), row.said_at or row.asked_at),
        default=None,
    )
    return ConsentGiver(
        person_id=strawberry.ID(str(person)),
        name=names.get(person),
        is_child=is_child,
        state=ConsentState(last.state_at(info.context.now)) if last else None,
        consent=consent_type(last, info.context.now) if last else None,
    )
