"""``chooseContact``."""

from datetime import time

from services.api.graphql.contact.types import ContactPayload, own_choice
from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.payloads import mutation
from services.core.contact.rules import Choice, Way
from services.core.contact.service import choose
from services.core.errors import invalid


@input_type(description="How the viewer wants to be told: the whole choice, as it is to be.")
class ChooseContactInput:
    """A choice."""

    channels: list[Way] = input_field(description="By which ways, at least one.")
    quiet_from: str | None = input_field(
        description="From this time by the Danish clock (`22:00`) only what is urgent; both null: no quiet hours.",
        default=None,
    )
    quiet_until: str | None = input_field(
        description="Until this time, which may be the next day.", default=None
    )
    remind_days: int | None = input_field(
        description="So many days before a meeting, 0 to 14; null: as the municipality does.", default=None
    )
    language: str = input_field(description="The language of messages and of the portal, as a tag (`da`).")
    expected_version: int = input_field(
        description="The version that was read; 0 where nothing was chosen yet."
    )


@mutation(
    description="Choose how to be told, from now on and for what waits to be sent. In whatever capacity: it is the person's."
)
async def choose_contact(info: Info, input: ChooseContactInput) -> ContactPayload:
    """The viewer's own alone."""
    await choose(
        info.context.write,
        Choice(
            ways=tuple(input.channels),
            quiet_from=_time("quietFrom", input.quiet_from),
            quiet_until=_time("quietUntil", input.quiet_until),
            remind_days=input.remind_days,
            language=input.language,
        ),
        input.expected_version,
    )
    return ContactPayload(contact_choice=await own_choice(info))


def _time(name: str, written: str | None) -> time | None:
    if written is None:
        return None
    try:
        read = time.fromisoformat(written)
    except ValueError:
        read = None
    if read is None or read.tzinfo is not None or read.second or read.microsecond:
        raise invalid("contact.no_time", "input", name)
    return read
