"""Several children at one table: each has a meeting of its own, and they are held as one (trap 19).

Form, circle, consents and deadlines are each child's, behind the wall of its own dossier: who sees one of the
children learns nothing of another. What the meetings share is when and where.
"""

from uuid import UUID

from services.core.casework.service import Case
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, invalid
from services.core.meeting import store
from services.core.meeting.leading import coming_meeting
from services.core.meeting.store import MeetingRow
from services.core.person import circle, reading
from services.core.person.reading import Child
from services.core.tenancy.language import Subject
from services.core.tenancy.meetings import MeetingType

_OF_SIBLINGS = frozenset({Subject.SIBLINGS, Subject.FAMILY})


async def others(tx: ReadTx, meeting: MeetingRow) -> list[MeetingRow]:
    """The meetings of other children that this one is held together with, as far as the actor may see them."""
    if meeting.gathering_id is None:
        return []
    rows = await tx.many(store.GATHERING, gathering_id=meeting.gathering_id)
    return [row for row in rows if row.id != meeting.id]


async def could_join(tx: ReadTx, meeting: MeetingRow, kind: MeetingType, child: Child) -> list[Child]:
    """Brothers and sisters for whom this meeting can be called too, as far as the actor may see them."""
    if _OF_SIBLINGS.isdisjoint(kind.subjects):
        return []
    there = {row.dossier_id for row in await others(tx, meeting)}
    found = []
    for sibling in await circle.siblings(tx, child.id):
        known = await reading.child(tx, sibling.child_id)
        if known is not None and known.casework_id not in there:
            found.append(known)
    return found


async def join(tx: WriteTx, meeting_id: UUID, case: Case, kind: MeetingType) -> MeetingRow:
    """A meeting that one for this child is about to be called together with; both are one gathering from then on.

    NOT_FOUND for a foreign one, FORBIDDEN for one that the actor does not lead, RULE_BLOCKED where the model knows no
    such meeting about brothers and sisters or a group, or the children are neither.
    """
    first = await store.meeting(tx, meeting_id)
    first = await coming_meeting(tx, first.id, first.version)
    if first.type != kind.key:
        raise invalid("meeting.together_other_type", "input", "type")
    child = await reading.child_of_casework(tx, first.dossier_id)
    there = {first.dossier_id, *(row.dossier_id for row in await others(tx, first))}
    if case.casework is not None and case.casework.dossier_id in there:
        raise invalid("meeting.together_already", "input", "childId")
    related = child is not None and any(
        one.child_id == case.child.id for one in await circle.siblings(tx, child.id)
    )
    if Subject.GROUP not in kind.subjects and (_OF_SIBLINGS.isdisjoint(kind.subjects) or not related):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.together_not_siblings", field=("input", "childId"))
    if first.gathering_id is None:
        await tx.run(store.SET_GATHERING, id=first.id, gathering_id=new_id())
        first = await store.meeting(tx, first.id)
    return first
