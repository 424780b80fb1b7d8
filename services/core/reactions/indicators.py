"""What the committee's figures remember of a meeting when it is concluded."""

from services.core.db.tx import WriteTx
from services.core.indicator.service import note_answers
from services.core.meeting import store
from services.core.meeting.events import MeetingConcluded
from services.core.tenancy.service import current_model


async def note_what_is_counted(tx: WriteTx, event: MeetingConcluded) -> None:
    """A ground of it, or a box of its form, that an indicator counts: both are sealed and cannot be counted."""
    form = await store.form(tx, event.meeting)
    values = (await store.form_details(tx, form)).values if form else {}
    model = (await current_model(tx)).model
    grounds = (await store.meeting_details(tx, await store.meeting(tx, event.meeting))).particulars.grounds
    await note_answers(
        tx, event.dossier, event.meeting, form.form_key if form else "", values, model, grounds
    )
