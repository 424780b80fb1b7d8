"""``AccessRequest``: somebody of a family asks for what is kept about itself, or that something is put right."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.access_request import store
from services.core.access_request.rules import OPEN
from services.core.access_request.store import AccessRequestRow


class AccessRequestKind(Enum):
    """What is asked for."""

    ACCESS = "access"
    RECTIFICATION = "rectification"


class AccessRequestState(Enum):
    """Where a request stands."""

    ASKED = "asked"
    EXTENDED = "extended"
    ANSWERED = "answered"
    REFUSED = "refused"


enum_type(
    AccessRequestKind,
    description="What is asked for.",
    values={
        "ACCESS": "A copy of what is kept (GDPR article 15).",
        "RECTIFICATION": "That something is put right (GDPR article 16).",
    },
)
enum_type(
    AccessRequestState,
    description="Where a request stands.",
    values={
        "ASKED": "It waits for its answer.",
        "EXTENDED": "It waits, and takes longer for a reason that was told.",
        "ANSWERED": "It has its answer; of `ACCESS` the copy can be fetched.",
        "REFUSED": "It was refused, with the reason.",
    },
)


@object_type(description="A request for access or correction: for who asked and the data protection officer.")
class AccessRequest:
    """A request."""

    row: strawberry.Private[AccessRequestRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)
    kind: AccessRequestKind = field(description="What is asked for.", personal=True)
    state: AccessRequestState = field(description="Where it stands.", personal=True)
    asked_at: datetime = field(description="When.", personal=True)
    due_at: datetime = field(description="The first moment that is too late for an answer.", personal=True)
    answered_at: datetime | None = field(description="When it was answered or refused.", personal=True)
    late: bool = field(description="Whether it waits and its time is over.", personal=True)
    subject_id: strawberry.ID = field(description="Whom it is about.", personal=True)
    own: bool = field(description="Whether it is about who asked.", personal=True)
    read_at: datetime = field(
        description="The moment of this reading, to date a copy that is made with it.", personal=False
    )

    @computed(description="Who asked, by name.", personal=True, sealed=True)
    async def asker(self, info: Info) -> str:
        """As they were called then."""
        return (await store.words_of(info.context.tx, self.row)).asker

    @computed(description="Whom it is about, by name.", personal=True, sealed=True)
    async def subject(self, info: Info) -> str:
        """As they were called then."""
        return (await store.words_of(info.context.tx, self.row)).subject

    @computed(
        description="What is to be put right or looked for, in the asker's words.", personal=True, sealed=True
    )
    async def words(self, info: Info) -> str:
        """Opened from its sealed column."""
        return (await store.words_of(info.context.tx, self.row)).words

    @computed(description="Why the answer takes longer; empty where it does not.", personal=True, sealed=True)
    async def reason(self, info: Info) -> str:
        """GDPR art. 12(3)."""
        return (await store.words_of(info.context.tx, self.row)).reason

    @computed(description="What was answered, or why it was refused.", personal=True, sealed=True)
    async def answer(self, info: Info) -> str:
        """GDPR art. 12(4)."""
        return (await store.words_of(info.context.tx, self.row)).answer


@object_type(description="The request after the change, or why it was not changed.")
class AccessRequestPayload:
    """A changed request."""

    access_request: AccessRequest | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


def request_type(info: Info, row: AccessRequestRow) -> AccessRequest:
    """A stored request as the schema answers it."""
    return AccessRequest(
        row=row,
        id=strawberry.ID(str(row.id)),
        version=row.version,
        kind=AccessRequestKind(row.kind),
        state=AccessRequestState(row.state),
        asked_at=row.asked_at,
        due_at=row.due_at,
        answered_at=row.answered_at,
        late=row.state in OPEN and info.context.now >= row.due_at,
        subject_id=strawberry.ID(str(row.subject_id)),
        own=row.subject_id == row.asked_by,
        read_at=info.context.now,
    )
