"""Who else is around a child: recorded, and ended with its history. Nobody gets access by it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel
from services.core.person import store
from services.core.person.family_circle import (
    RelationFacts,
    RelationKind,
    ShownTo,
    circle_kinds,
    may_record,
)
from services.core.tenancy.refusal import refusal

_SQL = Queries(__file__, "circle.sql")


class RelationDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who it is (``SealLabel.FAMILY_RELATION``). ``variant`` is a key of the kind, ``language`` what is interpreted.

    ``relation``: who they are to the one they belong to, in that one's words.
    """

    name: str
    contact: str = ""
    variant: str = ""
    language: str = ""
    note: str = ""
    relation: str = ""


class InformationDetails(msgspec.Struct, frozen=True):
    """What was asked and what was told (``SealLabel.INFORMATION_GIVEN``)."""

    asked: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelation:
    """Somebody around a child.

    ``person`` is somebody known here: another child for a sibling. ``belongs_to`` is one of the family. ``source_key``:
    by which a register tells of it again; empty where a professional records it. ``shown_to`` None: as the kind has it.
    """

    kind: RelationKind
    name: str = ""
    contact: str = ""
    variant: str = ""
    language: str = ""
    note: str = ""
    relation: str = ""
    person: PersonId | None = None
    belongs_to: PersonId | None = None
    meeting: UUID | None = None
    of_age: bool = False
    bound_to_secrecy: bool = False
    shown_to: ShownTo | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    source_key: str = ""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One of the circle; ``sealed`` holds ``RelationDetails``. Times are business time."""

    id: UUID
    child_id: PersonId
    dossier_id: DossierId
    kind: str
    person_id: PersonId | None
    belongs_to: PersonId | None
    meeting_id: UUID | None
    shown_to: str
    secrecy_at: datetime | None
    valid_from: datetime
    valid_until: datetime | None
    recorded_at: datetime
    recorded_by: PersonId | None
    ended_at: datetime | None
    ended_by: PersonId | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class GivenRow:
    """What a parent without custody was told once."""

    id: UUID
    dossier_id: DossierId
    relation_id: UUID
    asked_on: date
    given_at: datetime
    given_by: PersonId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class SiblingRow:
    """A child that is a sibling of another, as far as the actor may see both."""

    child_id: PersonId
    explicit: bool


_FIND = _SQL.rows("find_relation", RelationRow)
_BY_SOURCE = _SQL.rows("relation_by_source", RelationRow)
_OF_CHILD = _SQL.rows("relations_around_child", RelationRow)
_OF_MEETING = _SQL.rows("companions_of_meeting", RelationRow)
_SIBLINGS = _SQL.rows("siblings_of_child", SiblingRow)
_ADD = _SQL.command("add_family_relation")
_END = _SQL.command("end_family_relation")
_GIVEN = _SQL.rows("information_given", GivenRow)
_GIVE = _SQL.command("give_information")


async def record_relation(tx: WriteTx, child: PersonId, told: NewRelation) -> UUID:
    """Record somebody around a child; answers the row's id. With a known ``source_key`` what changed alone is written.

    RULE_BLOCKED where the kind asks for more (a companion of 15, bound to secrecy), NOT_FOUND for an unknown child.
    Who may record is held by the database, and explained by ``casework.family``.
    """
    kind = circle_kinds()[told.kind]
    decision = may_record(
        kind,
        RelationFacts(
            named=bool(told.name.strip()),
            belongs_to=told.belongs_to is not None,
            known_person=told.person is not None and told.person != child,
            of_age=told.of_age,
            bound_to_secrecy=told.bound_to_secrecy,
            language=bool(told.language.strip()),
            of_meeting=told.meeting is not None,
            shown_to=told.shown_to,
        ),
    )
    if not decision.allowed:
        raise refusal(decision.reasons, decision.needs, "input", decision.needs[0])
    if told.variant and told.variant not in {one.key for one in kind.variants}:
        raise invalid("person.unknown_variant", "input", "variant")
    said = RelationDetails(
        told.name.strip(),
        told.contact.strip(),
        told.variant,
        told.language.strip(),
        told.note.strip(),
        told.relation.strip(),
    )
    known = None
    if told.source_key:
        known = await tx.one(_BY_SOURCE, source_key=told.source_key)
    if known is not None:
        if _same(known, told) and await details_of(tx, known) == said:
            return known.id
        await end_relation(tx, known.id, told.valid_from)
    dossier = await _dossier(tx, child)
    shown = told.shown_to or kind.shown[0]
    relation = new_id()
    await tx.run(
        _ADD,
        id=relation,
        child_id=child,
        dossier_id=dossier,
        kind=told.kind.value,
        person_id=told.person,
        belongs_to=told.belongs_to,
        meeting_id=told.meeting,
        shown_to=shown.value,
        secrecy_at=tx.now if told.bound_to_secrecy else None,
        valid_from=told.valid_from or tx.now,
        valid_until=told.valid_until,
        recorded_by=tx.actor.person,
        source_key=told.source_key or None,
        sealed=await tx.seal(SealLabel.FAMILY_RELATION, dossier, relation, said),
    )
    return relation


async def end_relation(
    tx: WriteTx, relation: UUID, until: datetime | None = None, expected_version: int | None = None
) -> None:
    """Somebody is no longer around a child, from ``until`` (now) on; the row stays. Ended already, nothing changes.

    NOT_FOUND for an absent or foreign one alike, CONFLICT for an old ``expected_version``.
    """
    row = await tx.one(_FIND, id=relation)
    if row is None:
        raise not_found()
    if row.ended_at is not None:
        return
    await tx.run_versioned(
        _END,
        id=row.id,
        until=max(until or tx.now, row.valid_from),
        ended_by=tx.actor.person,
        expected_version=row.version if expected_version is None else expected_version,
    )


async def around(tx: ReadTx, child: PersonId) -> list[RelationRow]:
    """Those around a child, also who no longer is; the present ones first. As far as the actor may know of them."""
    return await tx.many(_OF_CHILD, child_id=child)


async def companions(tx: ReadTx, meeting: UUID) -> list[RelationRow]:
    """Who comes with somebody to a meeting, and who interprets there. No participants: no parties (trap 14)."""
    return await tx.many(_OF_MEETING, meeting_id=meeting)


async def siblings(tx: ReadTx, child: PersonId) -> list[SiblingRow]:
    """Other children with a holder in common, or said to be siblings; only such as the actor may see (trap 19)."""
    return await tx.many(_SIBLINGS, child_id=child)


async def relation(tx: ReadTx, relation_id: UUID) -> RelationRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    row = await tx.one(_FIND, id=relation_id)
    if row is None:
        raise not_found()
    return row


async def details_of(tx: ReadTx, row: RelationRow) -> RelationDetails:
    """Open who it is."""
    return await tx.open_sealed(
        SealLabel.FAMILY_RELATION, row.dossier_id, row.id, row.sealed, RelationDetails
    )


async def give_information(
    tx: WriteTx, relation_id: UUID, asked_on: date, asked: str, told: str, *, nothing_of_holder: bool
) -> GivenRow:
    """A parent without custody asked concretely and was told: an act that is recorded (trap 7).

    ``nothing_of_holder``: that nothing confidential of the custody holder was in it; RULE_BLOCKED without.
    """
    row = await relation(tx, relation_id)
    kind = circle_kinds()[RelationKind(row.kind)]
    if "told_on_request" not in kind.may:
        raise UserError(ErrorCode.RULE_BLOCKED, "person.not_told_on_request")
    if not nothing_of_holder:
        raise refusal((kind.reason("circle.confidential", kind.why),), (), "input", "nothingOfHolder")
    for name, text in (("asked", asked), ("told", told)):
        if not text.strip():
            raise invalid("person.information_missing", "input", name)
    if asked_on > local_day(tx.now):
        raise invalid("person.asked_ahead", "input", "askedOn")
    given = new_id()
    said = InformationDetails(asked.strip(), told.strip())
    await tx.run(
        _GIVE,
        id=given,
        dossier_id=row.dossier_id,
        relation_id=row.id,
        asked_on=asked_on,
        given_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.INFORMATION_GIVEN, row.dossier_id, given, said),
    )
    return next(one for one in await information_given(tx, [row.id]) if one.id == given)


async def information_given(tx: ReadTx, relations: Collection[UUID]) -> list[GivenRow]:
    """What these parents without custody were told, the latest first."""
    return await tx.many(_GIVEN, relations=list(relations)) if relations else []


async def told_of(tx: ReadTx, row: GivenRow) -> InformationDetails:
    """Open what was asked and told."""
    return await tx.open_sealed(
        SealLabel.INFORMATION_GIVEN, row.dossier_id, row.id, row.sealed, InformationDetails
    )


def _same(row: RelationRow, told: NewRelation) -> bool:
    begins = told.valid_from is None or told.valid_from == row.valid_from
    return (
        row.ended_at is None
        and begins
        and (row.kind, row.person_id, row.belongs_to, row.valid_until)
        == (
            told.kind.value,
            told.person,
            told.belongs_to,
            told.valid_until,
        )
    )


async def _dossier(tx: ReadTx, child: PersonId) -> DossierId:
    row = await tx.one(store.BY_ID, ids=[child])
    if row is None or row.kind != "subject":
        raise not_found()
    return row.dossier_id
