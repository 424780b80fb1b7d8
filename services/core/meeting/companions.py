"""One of the family says who comes with them: a companion (bisidder), who supports and is no party (trap 14).

Forvaltningsloven section 8, barnets lov section 6: it is their right, and nobody has to agree to it. The database holds that it
is their own companion, at a meeting that they are asked to and that is still to be held (``person/policies.sql``).
"""

from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.meeting import store
from services.core.meeting.answering import own_participation
from services.core.meeting.calling import TEXT_LIMIT
from services.core.meeting.events import CompanionNamed
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingRow
from services.core.person import circle
from services.core.person.circle import NewRelation, RelationRow
from services.core.person.family_circle import RelationKind, ShownTo


@dataclass(frozen=True, slots=True)
class BringCompanion:
    """Who comes along, and who that is to the actor (a friend, an aunt); that they are 15 and know that they keep silent."""

    meeting: UUID
    name: str
    relation: str = ""
    of_age: bool = False
    bound_to_secrecy: bool = False


def may_withdraw(tx: ReadTx, row: RelationRow) -> bool:
    """Whether it is the actor's own companion at a meeting."""
    return (
        tx.actor.is_family
        and row.kind == RelationKind.BISIDDER.value
        and row.meeting_id is not None
        and row.ended_at is None
        and row.belongs_to == tx.actor.person
    )


async def bring_companion(tx: WriteTx, command: BringCompanion) -> MeetingRow:
    """Name one's own companion; who called the meeting is told. Answers the meeting.

    RULE_BLOCKED once it was held or cancelled and for a companion who is too young or does not know of secrecy, FORBIDDEN
    for who is not asked to it, INVALID_INPUT for too long a text, NOT_FOUND for a foreign one.
    """
    meeting = await store.meeting(tx, command.meeting)
    if meeting.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    await own_participation(tx, meeting)
    for field, text in (("name", command.name), ("relation", command.relation)):
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", "input", field, limit=TEXT_LIMIT)
    casework = await caseworks.casework(tx, meeting.dossier_id)
    relation = await circle.record_relation(
        tx,
        casework.child_id,
        NewRelation(
            kind=RelationKind.BISIDDER,
            name=command.name,
            relation=command.relation,
            belongs_to=tx.actor.known_person,
            meeting=meeting.id,
            of_age=command.of_age,
            bound_to_secrecy=command.bound_to_secrecy,
            shown_to=ShownTo.OWN,
        ),
    )
    tx.emit(CompanionNamed(meeting.dossier_id, meeting.id, meeting.sequence, relation))
    return meeting


async def withdraw_companion(tx: WriteTx, relation_id: UUID, expected_version: int) -> MeetingRow:
    """One's own companion does not come after all.

    CONFLICT for an old version, FORBIDDEN for what is no companion of one's own, NOT_FOUND for what one does not see.
    """
    row = await circle.relation(tx, relation_id)
    if row.version != expected_version:
        raise conflict()
    if row.meeting_id is None or not may_withdraw(tx, row):
        raise UserError(ErrorCode.FORBIDDEN)
    await circle.end_relation(tx, row.id, expected_version=expected_version)
    return await store.meeting(tx, row.meeting_id)
