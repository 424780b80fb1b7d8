"""``ContactChoice``: how the viewer is reached and wants to be told."""

from datetime import time

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.contact.addresses import to_read
from services.core.contact.rules import Way
from services.core.contact.service import Contact, own_contact

enum_type(
    Way,
    name="ContactWay",
    description="A way by which somebody can choose to be told. The inbox of the portal is always there beside it.",
    values={
        "MAIL": "Mail: neutral words and a link.",
        "SMS": "A text message to the telephone: neutral words and a link.",
        "DIGITAL_POST": "The official post box of citizens, for families.",
    },
)


@object_type(description="A way out that the municipality offers, and whether it is chosen.")
class OfferedWay:
    """A way."""

    way: Way = field(description="Which.", personal=False)
    chosen: bool = field(description="Whether the viewer is told by it.", personal=True)
    why_not: str | None = field(
        description="Why it does not lead to the viewer now, in words; null where it does.", personal=True
    )


@object_type(description="How the viewer is reached, and wants to be told. Nobody else reads it.")
class ContactChoice:
    """The viewer's own, whatever the capacity."""

    ways: list[OfferedWay] = field(
        description="The ways that the municipality offers, in its order.", personal=True
    )
    quiet_from: str | None = field(
        description="From this time by the Danish clock (`22:00`) only what is urgent is sent; null: no quiet hours.",
        personal=True,
    )
    quiet_until: str | None = field(
        description="Until this time by the Danish clock, which may be the next day; null: no quiet hours.",
        personal=True,
    )
    remind_days: int | None = field(
        description="So many days before a meeting the viewer is reminded, 0 is the same day; null: as the municipality does.",
        personal=True,
    )
    usual_remind_days: int = field(
        description="So many days before a meeting the municipality reminds who has not chosen.",
        personal=False,
    )
    language: str = field(description="The language of messages and of the portal.", personal=True)
    languages: list[str] = field(
        description="The languages that the municipality has, the default first.", personal=False
    )
    email: str | None = field(description="The viewer's own mail address.", personal=True, sealed=True)
    telephone: str | None = field(
        description="The viewer's own telephone number, as it is read in Denmark.",
        personal=True,
        sealed=True,
    )
    may_change_details: bool = field(
        description="Whether the viewer changes address and number here; of a professional the municipality says them.",
        personal=True,
    )
    version: int = field(
        description="The choice's version, 0 before the first: the `expectedVersion` of `chooseContact`.",
        personal=False,
    )
    details_version: int = field(
        description="The version of address and number: the `expectedVersion` of `changeContactDetails`.",
        personal=False,
    )


@object_type(description="How the viewer is reached and told after the change, or why nothing was changed.")
class ContactPayload:
    """The viewer's own."""

    contact_choice: ContactChoice | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


async def own_choice(info: Info) -> ContactChoice:
    """The viewer's own as the schema answers it."""
    return _choice_type(await own_contact(info.context.tx), info.context.language)


def _choice_type(own: Contact, language: str) -> ContactChoice:
    return ContactChoice(
        ways=[
            OfferedWay(
                way=one.way,
                chosen=one.chosen,
                why_not=one.why_not.text(language) if one.why_not else None,
            )
            for one in own.ways
        ],
        quiet_from=_clock(own.quiet_from),
        quiet_until=_clock(own.quiet_until),
        remind_days=own.remind_days,
        usual_remind_days=own.usual_days,
        language=own.language,
        languages=list(own.languages),
        email=own.email or None,
        telephone=to_read(own.telephone) or None,
        may_change_details=not own.staff,
        version=own.version,
        details_version=own.details_version,
    )


def _clock(value: time | None) -> str | None:
    return None if value is None else value.strftime("%H:%M")
