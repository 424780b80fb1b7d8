"""``shareRecord``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.api.graphql.sharing.types import Share, share_type
from services.core.sharing import service
from services.core.sharing.service import RecordKind


@input_type(description="A record for somebody who has a place in a meeting.")
class ShareRecordInput:
    """What, to whom, why, on what ground, until when. Give one of ``consentPurpose`` and ``law``."""

    participant_id: strawberry.ID = input_field(description="The professional's place in a meeting.")
    kind: RecordKind = input_field(description="What kind of record.")
    record_id: strawberry.ID = input_field(
        description="The meeting, for its record or its form; the plan; the problem."
    )
    reason: str = input_field(description="Why it is necessary.")
    until: date = input_field(description="The last day on which it can be read.")
    consent_purpose: str | None = input_field(description="Key of a consent that stands.", default=None)
    law: str | None = input_field(description="Key of a legal reference of the model.", default=None)
    special_reason: str | None = input_field(
        description="Why once more, where the law's use is counted and spent.", default=None
    )


@object_type(description="The share, or why nothing was shared.")
class SharePayload:
    """A share."""

    share: Share | None = field(description="It.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Share a record with somebody who comes to a meeting; it ends with the place and with its ground.",
    who=STAFF,
)
async def share_record(info: Info, input: ShareRecordInput) -> SharePayload:
    """For those with a lasting part in the case. The family sees it where it may know."""
    row = await service.share_record(
        info.context.write,
        service.ShareRecord(
            participant=read_id(input.participant_id),
            kind=input.kind,
            record=read_id(input.record_id),
            reason=input.reason,
            until=input.until,
            purpose=input.consent_purpose or None,
            law=input.law or None,
            special_reason=input.special_reason or "",
        ),
    )
    return SharePayload(share=share_type(info, row))
