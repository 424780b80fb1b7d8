"""What the committee's figures remember of a meeting when it is concluded."""

from services.core.db.tx import WriteTx
from services.core.indicator.service import note_answers
from services.core.meeting import store
from services.core.meeting.events import MeetingConcluded
from services.core.tenancy.service import current_model


async def note_what_is_counted(tx: WriteTx, event: MeetingConcluded) -> None:
    """A box of its form that an indicator counts was ticked: the form itself is sealed and cannot be counted."""
    form = await store.form(tx, event.meeting)
    if form is None:
        return
    values = (await store.form_details(tx, form)).values
    model = (await current_model(tx)).model
    await note_answers(tx, event.dossier, event.meeting, form.form_key, values, model)
