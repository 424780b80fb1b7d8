"""``FamilyRelation`` and what surrounds it: who is around a child, siblings, kinds that can be recorded."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, field, object_type
from services.api.graphql.model.loading import case_of_child
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff, staff_of
from services.core.casework.service import require_part
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.meeting import companions
from services.core.person import circle, colleagues, reading
from services.core.person.circle import RelationRow
from services.core.person.family_circle import RelationKind, ShownTo, circle_kinds

enum_type(
    RelationKind,
    name="FamilyRelationKind",
    description="Who somebody is to a child, other than a custody holder or a professional.",
    values={
        "PARENT_WITHOUT_CUSTODY": "A parent without custody: told on concrete request alone, never here.",
        "STEP_PARENT": "The partner of one who holds custody.",
        "FOSTER_PARENT": "A foster family or a respite family.",
        "NETWORK_PERSON": "Somebody of the family's network.",
        "BISIDDER": "A companion of one of the family; no party.",
        "INTERPRETER": "An interpreter at a meeting; no party.",
        "SIBLING": "A brother or sister.",
    },
)
enum_type(
    ShownTo,
    description="Who of the family learns of somebody around the child.",
    values={
        "NOBODY": "No one of the family.",
        "OWN": "The one they belong to.",
        "FAMILY": "All of the family who see the child.",
    },
)


@object_type(description="What a parent without custody was told on a concrete request.")
class InformationGiven:
    """An act."""

    asked_on: date = field(description="The Danish day on which it was asked for.", personal=True)
    given_at: datetime = field(description="When it was told.", personal=True)
    given_by: Staff | None = field(description="Who told it.", personal=True)
    asked: str = field(description="What was asked.", personal=True, sealed=True)
    told: str = field(description="What was told.", personal=True, sealed=True)


@object_type(
    description="Somebody around a child who is neither custody holder nor professional. Gives no access."
)
class FamilyRelation:
    """One of the circle."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    kind: RelationKind = field(description="Who somebody is to the child.", personal=True)
    kind_name: str = field(description="The same in words.", personal=True)
    name: str = field(description="The name.", personal=True, sealed=True)
    contact: str | None = field(description="Ways to reach them.", personal=True, sealed=True, who=STAFF)
    variant: str | None = field(
        description="The sort of it in words: foster or respite.", personal=True, sealed=True
    )
    language: str | None = field(description="What is interpreted.", personal=True, sealed=True)
    note: str | None = field(
        description="A note of the professionals.", personal=True, sealed=True, who=STAFF
    )
    relation: str | None = field(
        description="Who it is to the one they come with, in that one's words.", personal=True, sealed=True
    )
    may_withdraw: bool = field(
        description="Whether it is the viewer's own companion at a meeting (`withdrawCompanion`).",
        personal=True,
    )
    belongs_to: str | None = field(
        description="Whose partner or companion, where the viewer may know.", personal=True, sealed=True
    )
    shown_to: ShownTo | None = field(
        description="Who of the family learns of them.", personal=True, who=STAFF
    )
    valid_from: datetime = field(description="Since when.", personal=True)
    valid_until: datetime | None = field(description="Until when; null: still.", personal=True)
    ended: bool = field(description="Whether somebody said that it is over.", personal=True)
    recorded_by: Staff | None = field(
        description="Who recorded it; null: a register.", personal=True, who=STAFF
    )
    why: Reason = field(description="What such a person may and may not, and by which law.", personal=False)
    information_given: list[InformationGiven] | None = field(
        description="What a parent without custody was told, the latest first.", personal=True, who=STAFF
    )
    version: int = field(description="For `endFamilyRelation`.", personal=False)


@object_type(description="A brother or sister whom the viewer may see as well.")
class Sibling:
    """A sibling."""

    id: strawberry.ID = field(description="The person's id.", personal=True)
    name: str = field(description="The name.", personal=True, sealed=True)
    explicit: bool = field(
        description="Whether somebody said so; else they have a custody holder in common.", personal=True
    )


@object_type(description="A kind of relation that can be recorded.")
class FamilyRelationOption:
    """A kind."""

    kind: RelationKind = field(description="The kind.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="What such a person may and may not, and by which law.", personal=False)
    for_meeting: bool = field(description="Whether it can be for one meeting alone.", personal=False)
    lasting: bool = field(description="Whether it can last beyond a meeting.", personal=False)


async def relations_of_child(info: Info, child: PersonId) -> list[FamilyRelation]:
    """Who is and was around a child, as far as the viewer may know."""
    return await relation_types(info, await circle.around(info.context.tx, child))


async def relation_types(info: Info, rows: list[RelationRow]) -> list[FamilyRelation]:
    """Rows as the schema answers them."""
    tx = info.context.tx
    staff_sees = info.context.actor.capacity.value in STAFF
    names = await colleagues.names(tx, [row.belongs_to for row in rows if row.belongs_to is not None])
    by = await staff_of(info, [row.recorded_by for row in rows]) if staff_sees else {}
    found = []
    for row in rows:
        kind = circle_kinds()[RelationKind(row.kind)]
        said = await circle.details_of(tx, row)
        variants = {one.key: one.name.in_language(info.context.language) for one in kind.variants}
        found.append(
            FamilyRelation(
                id=strawberry.ID(str(row.id)),
                kind=kind.key,
                kind_name=kind.name.in_language(info.context.language),
                name=said.name,
                contact=said.contact or None,
                variant=variants.get(said.variant),
                language=said.language or None,
                note=said.note or None,
                relation=said.relation or None,
                may_withdraw=companions.may_withdraw(tx, row),
                belongs_to=names.get(row.belongs_to) if row.belongs_to else None,
                shown_to=ShownTo(row.shown_to),
                valid_from=row.valid_from,
                valid_until=row.valid_until,
                ended=row.ended_at is not None,
                recorded_by=by.get(row.recorded_by) if row.recorded_by else None,
                why=reason(kind.reason("circle", kind.why), info.context.language),
                information_given=await _given(info, row) if staff_sees else None,
                version=row.version,
            )
        )
    return found


async def siblings_of_child(info: Info, child: PersonId) -> list[Sibling]:
    """Siblings that the viewer sees too, by name."""
    rows = await circle.siblings(info.context.tx, child)
    known = await reading.children_of(info.context.tx, [row.child_id for row in rows])
    found = [
        Sibling(id=strawberry.ID(str(row.child_id)), name=known[row.child_id].name, explicit=row.explicit)
        for row in rows
        if row.child_id in known
    ]
    return sorted(found, key=lambda one: one.name)


async def options_of_child(info: Info, child: PersonId) -> list[FamilyRelationOption]:
    """Kinds that the viewer may record; none without a lasting part in the case."""
    if not await has_part(info, child):
        return []
    language = info.context.language
    return [
        FamilyRelationOption(
            kind=kind.key,
            name=kind.name.in_language(language),
            why=reason(kind.reason("circle", kind.why), language),
            for_meeting=kind.per_meeting != "never",
            lasting=kind.per_meeting != "always",
        )
        for kind in circle_kinds().values()
    ]


async def has_part(info: Info, child: PersonId) -> bool:
    """Whether the viewer has a lasting part in a child's case."""
    try:
        await require_part(info.context.tx, await case_of_child(info, child))
    except UserError as refused:
        if refused.code is not ErrorCode.FORBIDDEN:
            raise
        return False
    return True


async def _given(info: Info, row: RelationRow) -> list[InformationGiven]:
    if row.kind != RelationKind.PARENT_WITHOUT_CUSTODY.value:
        return []
    found = []
    for one in await circle.information_given(info.context.tx, [row.id]):
        said = await circle.told_of(info.context.tx, one)
        by = await one_staff(info, one.given_by)
        found.append(
            InformationGiven(
                asked_on=one.asked_on, given_at=one.given_at, given_by=by, asked=said.asked, told=said.told
            )
        )
    return found
