"""``Consent``: what, for what, by whom, on what basis, and where it stands."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from services.api.graphql.consent.resting import MOST_RESTING, Resting, resting_type
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.people.types import Staff, one_staff
from services.core.consent import store
from services.core.consent.store import ConsentRow
from services.core.person import colleagues, reading
from services.core.tenancy.language import Text

if TYPE_CHECKING:
    from services.api.graphql.child.types import Child


class ConsentState(Enum):
    """Where a consent stands."""

    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALIDATED = "invalidated"


class ConsentChannel(Enum):
    """How an answer came."""

    PORTAL = "portal"
    PAPER = "paper"
    ORAL = "oral"


enum_type(
    ConsentChannel,
    description="How an answer came.",
    values={
        "PORTAL": "By the giver, logged in.",
        "PAPER": "On paper, which is kept with it.",
        "ORAL": "By word of mouth, as a professional wrote it down.",
    },
)
enum_type(
    ConsentState,
    description="Where a consent stands. Silence is never yes.",
    values={
        "ASKED": "Asked for, not answered.",
        "GIVEN": "Given.",
        "DECLINED": "Declined.",
        "WITHDRAWN": "Given, and taken back: valid until then.",
        "EXPIRED": "Given, and past its time.",
        "INVALIDATED": "Said to be given, and never valid.",
    },
)


@object_type(description="One person's consent for one purpose.")
class Consent:
    """A consent."""

    row: strawberry.Private[ConsentRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    purpose: str = field(description="Key of the purpose.", personal=True)
    state: ConsentState = field(description="Where it stands now.", personal=True)
    asked_at: datetime = field(description="When it was asked for.", personal=True)
    answered_at: datetime | None = field(description="When it was answered.", personal=True)
    withdrawn_at: datetime | None = field(description="When it was taken back.", personal=True)
    expires_at: datetime | None = field(
        description="When it lapses; null: stands until withdrawn.", personal=True
    )
    channel: ConsentChannel | None = field(
        description="How the answer came; null while it is open.", personal=True
    )
    recorded_at: datetime | None = field(
        description="When a professional wrote the answer down; null where the giver gave it themselves.",
        personal=True,
    )
    invalidated_at: datetime | None = field(description="When it was found never to be valid.", personal=True)
    written: bool = field(description="Whether the basis takes a yes in writing alone.", personal=False)
    text_version: int = field(description="Version of the text that is said yes or no to.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you answer.", personal=False)

    @computed(description="What the purpose is called.", personal=True)
    async def purpose_name(self, info: Info) -> str:
        """From the model, in the session's language."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        return purpose.name.in_language(info.context.language)

    @computed(description="The words that are said yes or no to.", personal=True)
    async def purpose_text(self, info: Info) -> str:
        """The text of this version, in the session's language."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        shown = next((one for one in purpose.texts if one.version == self.row.text_version), None)
        return (shown.text if shown else purpose.name).in_language(info.context.language)

    @computed(description="Which information, in the words that were shown.", personal=True)
    async def information(self, info: Info) -> str | None:
        """In the session's language."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        return as_read(self.row.information, purpose.what, info.context.language)

    @computed(description="Who shares it.", personal=True)
    async def from_whom(self, info: Info) -> str | None:
        """In the session's language."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        return as_read(self.row.from_whom, purpose.from_whom, info.context.language)

    @computed(description="With whom it is shared.", personal=True)
    async def to_whom(self, info: Info) -> str | None:
        """In the session's language."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        return as_read(self.row.to_whom, purpose.shared_with, info.context.language)

    @computed(description="What information it is about, and whom it is shared with.", personal=True)
    async def about(self, info: Info) -> str | None:
        """From the model."""
        purpose = (await version_of(info, self.row.model_version_id)).purpose(self.row.purpose)
        language = info.context.language
        said = [text.in_language(language) for text in (purpose.what, purpose.shared_with) if text]
        return " – ".join(said) or None

    @computed(description="Who wrote the answer down.", personal=True)
    async def recorded_by(self, info: Info) -> Staff | None:
        """A professional; null where the giver answered themselves."""
        return await one_staff(info, self.row.recorded_by)

    @computed(description="Where and how it was given, as it was written down.", personal=True, sealed=True)
    async def where(self, info: Info) -> str | None:
        """For its giver and for those who work with the case."""
        return (await store.consent_details(info.context.tx, self.row)).where or None

    @computed(description="Why it was never valid.", personal=True, sealed=True)
    async def invalid_because(self, info: Info) -> str | None:
        """As it was written down."""
        return (await store.consent_details(info.context.tx, self.row)).invalid_because or None

    @computed(description="Whether the paper it was given on is kept: see `consentDocument`.", personal=True)
    async def has_document(self, info: Info) -> bool:
        """Only an answer on paper has one."""
        if self.row.channel != "paper":
            return False
        papers = await info.context.tx.many(store.DOCUMENTS_OF_DOSSIER, dossier_id=self.row.dossier_id)
        return any(paper.id == self.row.id for paper in papers)

    @computed(description="What was shared on this answer, newest first.", personal=True)
    async def resting(self, info: Info) -> list[Resting]:
        """Also what has been stopped since: what was shared is not taken back."""
        rows = await info.context.tx.many(
            store.RESTING_ON_CONSENTS, consents=[self.row.id], limit=MOST_RESTING
        )
        return [resting_type(row) for row in rows]

    @computed(description="The legal basis in words.", personal=True)
    async def basis(self, info: Info) -> str | None:
        """From the model."""
        basis = (await version_of(info, self.row.model_version_id)).basis(self.row.basis)
        return basis.name.in_language(info.context.language) or None

    @computed(description="The child it is about.", personal=True)
    async def child(
        self, info: Info
    ) -> Annotated["Child", strawberry.lazy("services.api.graphql.child.types")] | None:
        """None when the child can no longer be seen."""
        from services.api.graphql.child.types import child_type  # noqa: PLC0415 - a consent names its child, a child its consents

        found = await reading.child_of_casework(info.context.tx, self.row.dossier_id)
        return None if found is None else child_type(found)

    @computed(description="Who is asked.", personal=True)
    async def giver(self, info: Info) -> str | None:
        """The name, for those who may know it."""
        names = await colleagues.names(info.context.tx, [self.row.giver_id])
        return names.get(self.row.giver_id)


def as_read(kept: str, text: Text, language: str) -> str | None:
    """What is kept with the consent; where it is the model's Danish, the same in the language of the one who reads it."""
    said = text.in_language(language) if kept == text.in_language("da") else kept
    return said or None


def consent_type(row: ConsentRow, now: datetime) -> Consent:
    """A stored consent as it stands at ``now``."""
    return Consent(
        row=row,
        id=strawberry.ID(str(row.id)),
        purpose=row.purpose,
        state=ConsentState(row.state_at(now)),
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        withdrawn_at=row.withdrawn_at,
        expires_at=row.expires_at,
        channel=ConsentChannel(row.channel) if row.channel else None,
        recorded_at=row.recorded_at,
        invalidated_at=row.invalidated_at,
        written=row.written,
        text_version=row.text_version,
        version=row.version,
    )
