"""Several meetings of a series at once: what became of each date, and those to invite to or to answer."""

from collections.abc import Sequence

from services.api.graphql.consultation.parts import SeatAnswer
from services.api.graphql.consultation.types import Consultation, consultation_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.payloads import UserErrorType, errors_field, user_error
from services.core.consultation import inviting, store
from services.core.consultation.inviting import Dated


@object_type(description="What became of one date.")
class DateOutcome:
    """A date."""

    consultation: Consultation = field(description="The meeting as it is now.", personal=True)
    changed: int = field(
        description="How many were changed there; 0 where all was so already.", personal=True
    )
    refused: UserErrorType | None = field(
        description="Why nothing was changed there, where something stood against it.", personal=True
    )


@object_type(description="What became of each date, the next first; or why nothing was done at all.")
class DatesPayload:
    """Dates."""

    dates: list[DateOutcome] | None = field(description="One for each date.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@object_type(description="A meeting to which the viewer is invited, and what they have answered.")
class ConsultationInvitation:
    """An invitation."""

    consultation: Consultation = field(description="The meeting.", personal=True)
    answer: SeatAnswer = field(description="What the viewer has answered.", personal=True)


@query(
    description="The meetings about nobody named to come to which the viewer is invited, the next first.",
    personal=True,
    who=STAFF,
)
async def consultation_invitations(info: Info) -> list[ConsultationInvitation]:
    """To answer all of them on one page."""
    tx = info.context.tx
    found = []
    for one in await tx.many(store.INVITATIONS_AHEAD):
        row = await store.consultation(tx, one.consultation_id)
        if row.convener_id == tx.actor.person:
            continue  # who called it is not asked whether they come
        found.append(
            ConsultationInvitation(consultation=consultation_type(row), answer=SeatAnswer(one.answer))
        )
    return sorted(found, key=lambda one: one.consultation.starts_at)[: inviting.MOST_AT_ONCE]


@query(
    description="The meetings about nobody named to come that the viewer leads, the next first: to invite to several at once.",
    personal=True,
    who=STAFF,
)
async def consultations_led(info: Info) -> list[Consultation]:
    """At most 60."""
    return [consultation_type(row) for row in await inviting.led_ahead(info.context.tx)]


async def outcomes_of(info: Info, found: Sequence[Dated]) -> list[DateOutcome]:
    """The dates as the schema answers them."""
    return [
        DateOutcome(
            consultation=consultation_type(await store.consultation(info.context.tx, one.row.id)),
            changed=one.changed,
            refused=user_error(one.refused, info.context.language) if one.refused else None,
        )
        for one in found
    ]
