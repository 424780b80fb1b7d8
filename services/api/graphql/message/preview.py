"""``messagePreviews``: what messages say, before anybody is sent one."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import OF_THE_MODEL, field, object_type, query
from services.api.graphql.ids import read_id
from services.core.errors import LANGUAGES, invalid
from services.core.message.kinds import MessageKind
from services.core.message.preview import Preview, previews
from services.core.tenancy import in_force
from services.core.tenancy.versions import find_version


@object_type(description="One kind of message as a recipient would read it, with made-up facts.")
class MessagePreview:
    """A message that nobody was sent."""

    kind: str = field(description="What it tells, as a code.", personal=False)
    name: str = field(description="What it tells, in words.", personal=False)
    own: bool = field(description="Whether something of it is the municipality's own words.", personal=False)
    language: str = field(description="The language it is written in.", personal=False)
    subject: str = field(description="The mail's subject.", personal=False)
    text: str = field(description="The mail as plain text.", personal=False)
    html: str = field(description="The mail as HTML: a whole page, every text escaped.", personal=False)
    sms: str = field(description="The SMS.", personal=False)
    sms_segments: int = field(description="As how many SMS it is sent and paid for.", personal=False)
    doubts: list[str] = field(
        description="Words of the municipality's own that may tell too much to whoever sees the message.",
        personal=False,
    )


@query(
    description="What messages say by a version of the model: subject, text, HTML and SMS. Nobody's facts are in them.",
    personal=False,
    who=OF_THE_MODEL,
)
async def message_previews(
    info: Info,
    version_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(description="A version of the model; without it the one in force."),
    ] = None,
    kind: Annotated[
        str | None, strawberry.argument(description="One kind alone, as a code; without it all.")
    ] = None,
    language: Annotated[
        str | None, strawberry.argument(description="The language of the messages; without it the session's.")
    ] = None,
) -> list[MessagePreview]:
    """INVALID_INPUT for a kind or language that there is none of."""
    tx = info.context.tx
    if version_id is None:
        found = await in_force.current_model(tx)
    else:
        found = await in_force.model_version(tx, (await find_version(tx, read_id(version_id))).id)
    if kind is not None and kind not in set(MessageKind):
        raise invalid("message.unknown_kind", "kind")
    if language is not None and language not in LANGUAGES:
        raise invalid("message.unknown_language", "language")
    kinds = tuple(MessageKind) if kind is None else (MessageKind(kind),)
    return [_preview(one) for one in previews(found.model, language or info.context.language, tx.now, kinds)]


def _preview(one: Preview) -> MessagePreview:
    return MessagePreview(
        kind=one.kind.value,
        name=one.name,
        own=one.own,
        language=one.words.language,
        subject=one.words.subject,
        text=one.words.text,
        html=one.words.html,
        sms=one.sms,
        sms_segments=one.segments,
        doubts=list(one.doubts),
    )
