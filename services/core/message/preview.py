"""What messages would say, before anybody is sent one: the same words by the same way, with made-up facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from services.core.calendar.instants import local_day, local_instant
from services.core.message.kinds import MessageKind
from services.core.message.sms_text import compose, segments
from services.core.message.wording import MailFacts, Words, render
from services.core.tenancy.model import Model
from services.core.tenancy.worded import doubts
from services.core.tenancy.wordings import NAMES, TIMED, Wordings

_MEETING: Final = UUID(int=0)
_SOON: Final = timedelta(days=7)
_HOUR: Final = time(10, 0)


@dataclass(frozen=True)
class Preview:
    """One kind of message as a recipient would read it. ``own``: something of it is the municipality's own words.

    ``doubts``: which of these may tell too much.
    """

    kind: MessageKind
    name: str
    own: bool
    words: Words
    sms: str
    segments: int
    doubts: tuple[str, ...]


def previews(
    model: Model, language: str, now: datetime, kinds: Sequence[MessageKind] = tuple(MessageKind)
) -> list[Preview]:
    """The messages of a model as they would be sent in ``language``, about a meeting a week from ``now``.

    The address in them is an example: which host a municipality has is no part of its model.
    """
    when = local_instant(local_day(now) + _SOON, _HOUR)
    host = f"https://{model.tenant.host}.example"
    found = []
    for kind in kinds:
        timed = kind.value in TIMED
        url = f"{host}/meetings/{_MEETING}" if timed else f"{host}/"
        facts = MailFacts(model.tenant.name, url, when if timed else None)
        words = render(kind, language, facts, model.messages)
        text = compose(words, url)
        found.append(
            Preview(
                kind=kind,
                name=NAMES[kind.value].in_language(language),
                own=_is_own(model.messages, words.language, kind),
                words=words,
                sms=text,
                segments=segments(text),
                doubts=tuple(doubts(model, words.language, kind.value)),
            )
        )
    return found


def _is_own(own: Sequence[Wordings], language: str, kind: MessageKind) -> bool:
    return any(one.language == language and kind.value in dict(one.given()) for one in own)
