"""``Form`` and its fields, as the viewer may see them."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.perspective import in_words, rows_told, speakers
from services.api.graphql.meeting.perspective_form import answers_of
from services.api.graphql.model.form_field import FormField, form_fields
from services.api.graphql.model.loading import version_of
from services.api.graphql.people.types import Staff, one_staff
from services.core.identity import PersonId
from services.core.meeting import form_history, store
from services.core.meeting.form_history import FormVersionRow
from services.core.meeting.store import MeetingRow
from services.core.person import reading
from services.core.perspective import store as perspectives
from services.core.perspective.asking import form_then
from services.core.tenancy.forms import USES, begun_beforehand
from services.core.tenancy.service import model_version


@object_type(description="How a meeting's form was filled, once.")
class FormFilling:
    """A filling."""

    row: strawberry.Private[FormVersionRow]
    version: int = field(description="The form's `version` after it.", personal=False)
    filled_at: datetime = field(description="When.", personal=True)
    complete: bool = field(description="Whether the form was complete with it.", personal=False)

    @computed(description="By whom.", personal=True)
    async def filled_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.filled_by)


@object_type(description="A meeting's form; it keeps the model version whose fields it has.")
class Form:
    """A form."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    key: str = field(description="Key of the form in the model.", personal=False)
    name: str = field(description="Its name.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you fill it.", personal=False)
    text: str | None = field(description="What is to be borne in mind.", personal=False)
    colour: str | None = field(
        description="The paper by which people know it: green, yellow, blue or red.", personal=False
    )
    model_version: int = field(
        description="Number of the model version it has its fields from.", personal=False
    )
    fields: list[FormField] = field(description="Its fields; a family gets those it may read.", personal=True)
    uses: list[str] = field(description="What it serves as, in words.", personal=False)
    begun_beforehand: bool = field(
        description="Whether it is filled in before the meeting already: it invites, or it is the agenda.",
        personal=False,
    )
    completed_at: datetime | None = field(description="When it was said to be complete.", personal=True)

    @computed(
        description="Its fillings of the last 14 days, the newest first; each can be had back (`restoreForm`).",
        personal=True,
        who=STAFF,
    )
    async def fillings(self, info: Info) -> list[FormFilling] | None:
        """For professionals who may read the form."""
        rows = await form_history.versions(info.context.tx, read_id(str(self.id)))
        return [
            FormFilling(row=row, version=row.version, filled_at=row.filled_at, complete=row.complete)
            for row in rows
        ]


async def form_of(info: Info, meeting: MeetingRow) -> Form | None:
    """The meeting's form as this viewer may see it."""
    tx = info.context.tx
    row = await store.form(tx, meeting.id)
    if row is None:
        return None
    form = (await version_of(info, row.model_version_id)).form(row.form_key)
    number = (await model_version(tx, row.model_version_id)).number
    values = dict((await store.form_details(tx, row)).values)
    known = await _known(info, meeting) if any(one.source for one in form.fields) else {}
    # Only of the family it makes a difference who it is about.
    child = await _child(info, meeting) if info.context.actor.is_family else None
    return Form(
        id=strawberry.ID(str(row.id)),
        key=row.form_key,
        name=form.name.in_language(info.context.language),
        version=row.version,
        text=form.text.in_language(info.context.language) or None,
        colour=form.colour or None,
        model_version=number,
        fields=form_fields(info, form, values, known, child),
        uses=[USES[one].in_language(info.context.language) for one in form.uses],
        begun_beforehand=begun_beforehand(form),
        completed_at=row.completed_at,
    )


async def _child(info: Info, meeting: MeetingRow) -> PersonId | None:
    found = await info.context.once(
        f"child-of:{meeting.dossier_id}",
        lambda: reading.child_of_casework(info.context.tx, meeting.dossier_id),
    )
    return None if found is None else found.id


async def _known(info: Info, meeting: MeetingRow) -> dict[str, str]:
    """What stands elsewhere on the meeting already: nothing is asked for twice (ALL-10)."""
    found: dict[str, str] = {}
    tx = info.context.tx
    rows = [row for row in await rows_told(info, meeting) if row.stands]
    names = await speakers(info, meeting, rows) if rows else {}
    # Whose name isn't known comes first: after a name it would read as that one's.
    for row in sorted(rows, key=lambda row: row.speaker_id in names):
        told = await perspectives.details(tx, row)
        form = await form_then(tx, row.form_key, row.model_version_id)
        answers = answers_of(form, told.answers, info.context.language)
        said = in_words(told, answers, obtained=row.obtained)
        # Where several speak under one heading, each is named: two parents' answers are no conversation.
        several = len({one.speaker_id for one in rows if one.whose == row.whose}) > 1
        if several and row.speaker_id in names:
            said = f"{names[row.speaker_id]}:\n{said}"
        key = f"perspective.{row.whose}"
        found[key] = f"{found[key]}\n{said}" if key in found else said
    return found
