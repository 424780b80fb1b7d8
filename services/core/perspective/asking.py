"""What somebody is asked at a meeting, what was asked before, and how their answers have moved."""

from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.db.tx import ReadTx
from services.core.identity import DossierId
from services.core.meeting import store as meetings
from services.core.meeting.leading import RUNNING, leads
from services.core.meeting.store import MeetingRow
from services.core.person import reading
from services.core.perspective import store
from services.core.perspective.rules import Answered, Movement, movements
from services.core.tenancy.perspectives import PerspectiveForm, Voice, fitting, named
from services.core.tenancy.service import model_version


async def form_for(tx: ReadTx, meeting: MeetingRow, voice: Voice) -> PerspectiveForm:
    """The form that fits, by the model that the meeting was called under and the child's age on the day of the meeting."""
    model = (await model_version(tx, meeting.model_version_id)).model
    child = await reading.child_of_casework(tx, meeting.dossier_id)
    age = None if child is None else child.age(local_day(meeting.starts_at))
    return fitting(model.perspectives, voice, age, meeting.type)


async def form_then(tx: ReadTx, key: str | None, version: UUID | None) -> PerspectiveForm | None:
    """The form in which something was answered, as it was then; None where it was said in free words."""
    if key is None or version is None:
        return None
    return named((await model_version(tx, version)).model.perspectives, key)


async def voices(tx: ReadTx, meeting: MeetingRow) -> tuple[Voice, ...]:
    """With which voices the actor may record something at this meeting: a family's own first, then the child's."""
    if meeting.status not in RUNNING:
        return ()
    circle = await meetings.participants(tx, meeting.id)
    kind = next(
        (one.kind for one in circle if one.person_id == tx.actor.person and one.status == "invited"), None
    )
    if not tx.actor.is_family:
        if await leads(tx, meeting):
            return (Voice.CHILD, Voice.PARENT, Voice.PROFESSIONAL)
        return (Voice.PROFESSIONAL,) if kind == "professional" and not meeting.guest else ()
    if kind == "child":
        return (Voice.CHILD,)
    if kind != "parent":
        return ()
    opens = (await caseworks.casework(tx, meeting.dossier_id)).self_access_from
    alone = opens is not None and opens <= tx.now
    return (Voice.PARENT,) if alone else (Voice.PARENT, Voice.CHILD)


async def moved(tx: ReadTx, dossier: DossierId) -> tuple[Movement, ...]:
    """How the answers on scales have moved over the case's meetings, as far as the actor may read them."""
    said = []
    for row in await tx.many(store.ANSWERED_IN_DOSSIER, dossier_id=dossier):
        form = await form_then(tx, row.form_key, row.model_version_id)
        if form is not None:
            answers = (await store.details(tx, row)).answers
            said.append(
                Answered(
                    row.whose,
                    row.speaker_id,
                    row.meeting_id,
                    row.starts_at,
                    local_day(row.starts_at),
                    form,
                    answers,
                )
            )
    return movements(said)
