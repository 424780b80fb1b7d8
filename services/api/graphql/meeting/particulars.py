"""What is said of a meeting beside its circle: as input when it is called, and as it stands for those who lead it."""

from datetime import date

from services.api.graphql.context import Info
from services.api.graphql.fields import field, input_field, input_type, object_type
from services.api.graphql.model.loading import case_of, version_of
from services.api.graphql.model.reason import Reason, reason
from services.core.calendar.instants import local_day
from services.core.meeting import store
from services.core.meeting.store import MeetingDetails, MeetingRow, Particulars
from services.core.meeting.supplying import documents_there
from services.core.tenancy.decision import Why
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model


@input_type(
    description="What the model may ask beside the circle. Keys are those of the plan; days are local ones."
)
class ParticularsInput:
    """The particulars of a call."""

    grounds: list[str] = input_field(description="Keys of the grounds for the meeting.", default=())
    purposes: list[str] = input_field(description="Keys of its purposes.", default=())
    documents: list[str] = input_field(
        description="Keys of documents that are there, wherever they are kept.", default=()
    )
    agreed_preparation: list[str] = input_field(
        description="Keys of what it is agreed that those invited prepare.", default=()
    )
    agreed_by: list[str] = input_field(
        description="Keys of the roles that said yes to bringing somebody in.", default=()
    )
    answered_by: list[str] = input_field(
        description="Keys of the roles that answer for the meeting beside the convener.", default=()
    )
    division_agreed_on: date | None = input_field(
        description="When another division of that was agreed.", default=None
    )
    visit_agreed_with: list[str] = input_field(
        description="Keys of the roles that said yes to a visit at home.", default=()
    )
    measure_started_on: date | None = input_field(
        description="When the measure that it is about began.", default=None
    )
    chair_agreed_on: date | None = input_field(
        description="When the chair was agreed; today if absent.", default=None
    )


def read_particulars(given: ParticularsInput | None) -> Particulars:
    """The same for the services; nothing given: nothing said."""
    if given is None:
        return Particulars()
    return Particulars(
        grounds=tuple(given.grounds),
        purposes=tuple(given.purposes),
        documents=tuple(given.documents),
        agreed_preparation=tuple(given.agreed_preparation),
        agreed_by=tuple(given.agreed_by),
        answered_by=tuple(given.answered_by),
        division_agreed_on=given.division_agreed_on,
        visit_agreed_with=tuple(given.visit_agreed_with),
        measure_started_on=given.measure_started_on,
        chair_agreed_on=given.chair_agreed_on,
    )


@object_type(description="Something that should be there before the meeting.")
class Ready:
    """A document or a preparation."""

    key: str = field(description="Give it to `noteReady` or `holdMeeting`.", personal=False)
    text: str = field(description="In words.", personal=False)
    wanted: bool = field(
        description="Whether the meeting waits for it; else it was not agreed.", personal=True, sealed=True
    )
    there: bool = field(description="Whether it is there.", personal=True, sealed=True)
    why: Reason = field(description="Why it should be.", personal=False)


@object_type(description="What was said of a meeting when it was called, and what is ready.")
class MeetingParticulars:
    """The particulars of a meeting."""

    grounds: list[str] = field(description="The grounds, in words.", personal=True, sealed=True)
    answered_by: list[str] = field(
        description="The roles that answer for it, in words.", personal=True, sealed=True
    )
    chair_agreed_on: date | None = field(description="When the chair was agreed.", personal=True, sealed=True)
    documents: list[Ready] = field(description="Documents to be there first.", personal=True)
    preparation: list[Ready] = field(description="What those invited prepare.", personal=True)


async def particulars_of(info: Info, meeting: MeetingRow, details: MeetingDetails) -> MeetingParticulars:
    """Read from the meeting's sealed details and the model it was called under."""
    model = await version_of(info, meeting.model_version_id)
    kind = model.meeting(meeting.type)
    mine, language = details.particulars, info.context.language
    documents = await documents_there(
        info.context.tx, await case_of(info, meeting.dossier_id, meeting.model_version_id), meeting, mine
    )
    return MeetingParticulars(
        grounds=[one.text.in_language(language) for one in kind.grounds if one.key in mine.grounds],
        answered_by=[model.role(key).name.in_language(language) for key in mine.answered_by],
        chair_agreed_on=mine.chair_agreed_on,
        documents=_documents(meeting, model, kind, documents, language),
        preparation=_preparation(meeting, model, kind, mine, language),
    )


def _documents(
    meeting: MeetingRow, model: Model, kind: MeetingType, there: frozenset[str], language: str
) -> list[Ready]:
    why = Why(model, local_day(meeting.called_at))
    return [
        Ready(
            key=one.key,
            text=one.name.in_language(language),
            wanted=True,
            there=one.key in there,
            why=reason(
                why.of(one, "document", f"meetings/{kind.key}/documents/{one.key}", one.name), language
            ),
        )
        for one in kind.documents
        if one.ready_before
    ]


def _preparation(
    meeting: MeetingRow, model: Model, kind: MeetingType, mine: Particulars, language: str
) -> list[Ready]:
    why = Why(model, local_day(meeting.called_at))
    return [
        Ready(
            key=one.key,
            text=one.text.in_language(language),
            wanted=not one.agreed or one.key in mine.agreed_preparation,
            there=one.key in mine.prepared,
            why=reason(
                why.of(one, "preparation", f"meetings/{kind.key}/preparation/{one.key}", one.text), language
            ),
        )
        for one in kind.preparation
    ]


async def details_of(info: Info, meeting: MeetingRow) -> MeetingDetails:
    """A meeting's sealed details, opened once an operation."""
    return await info.context.once(
        f"meeting-details:{meeting.id}:{meeting.version}",
        lambda: store.meeting_details(info.context.tx, meeting),
    )
