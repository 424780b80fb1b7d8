"""``Agreement``: who does what by when."""

from datetime import date, datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.participant import shown_name
from services.api.graphql.model.loading import version_of
from services.core.keys.seal import SealLabel
from services.core.meeting import deeds, store
from services.core.meeting.store import AgreementDetails, AgreementRow, AgreementSaid
from services.core.meeting.undoing import just_made


class AgreementStatus(Enum):
    """Where an agreement stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


enum_type(
    AgreementStatus,
    description="Where an agreement stands.",
    values={"OPEN": "To be done.", "DONE": "Done.", "DROPPED": "Not to be done any more."},
)


@object_type(description="Something agreed at a meeting, with who follows it up.")
class Agreement:
    """An agreement."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    meeting_id: strawberry.ID = field(description="The meeting it was made at.", personal=True)
    what: str = field(description="What is to be done.", personal=True, sealed=True)
    responsible: str = field(description="Who follows it up.", personal=True, sealed=True)
    due_on: date | None = field(description="By which day.", personal=True)
    status: AgreementStatus = field(description="Where it stands.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you close it.", personal=False)
    close_to_child: bool = field(description="Done close to the child and family.", personal=True)
    just_made: bool = field(
        description="Whether it is so new that it can be undone (`takeBackAgreement`), while the meeting is open.",
        personal=False,
    )
    yours: bool = field(description="Whether it is the viewer's to do.", personal=True)
    settled_at: datetime | None = field(
        description="When it was said to be done, or given up.", personal=True
    )
    said: str | None = field(description="What the one who did it said of it.", personal=True, sealed=True)
    may_take_back: bool = field(
        description="Whether the viewer said within the last hour that it is done (`sayNotDone`).",
        personal=False,
    )


async def agreement_type(info: Info, row: AgreementRow) -> Agreement:
    """A stored agreement, with the responsible participant's name as this viewer may see it."""
    tx = info.context.tx
    opened = await tx.open_sealed(SealLabel.AGREEMENT, row.dossier_id, row.id, row.sealed, AgreementDetails)
    circle = await info.context.once(
        f"circle:{row.meeting_id}", lambda: store.participants(tx, row.meeting_id)
    )
    responsible, yours = "", False
    for one in circle:
        if one.id == row.responsible_id:
            yours = one.person_id is not None and one.person_id == tx.actor.person
            meeting = await info.context.once(
                f"meeting:{row.meeting_id}", lambda: store.meeting(tx, row.meeting_id)
            )
            model = await version_of(info, meeting.model_version_id)
            role = model.role(one.role).name.in_language(info.context.language)
            responsible = await shown_name(info, one, await store.participant_details(tx, one), role)
    return Agreement(
        id=strawberry.ID(str(row.id)),
        meeting_id=strawberry.ID(str(row.meeting_id)),
        what=opened.what,
        responsible=responsible,
        due_on=row.due_on,
        status=AgreementStatus(row.status),
        version=row.version,
        close_to_child=row.close_to_child,
        just_made=just_made(tx, row),
        yours=yours,
        settled_at=row.settled_at,
        said=await _said(info, row),
        may_take_back=deeds.may_take_back(tx, row),
    )


async def _said(info: Info, row: AgreementRow) -> str | None:
    if row.said_sealed is None:
        return None
    said = await info.context.tx.open_sealed(
        SealLabel.AGREEMENT_SAID, row.dossier_id, row.id, row.said_sealed, AgreementSaid
    )
    return said.note
