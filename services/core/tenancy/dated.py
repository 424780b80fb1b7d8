"""Which clauses follow the law's day in a running case although the rest of the practice stays (`dated`)."""

from typing import TypeVar

import msgspec

from services.core.tenancy.ladder import Process
from services.core.tenancy.language import Clause
from services.core.tenancy.meetings import MeetingType

C = TypeVar("C", bound=Clause | Process)


def newest(pinned: tuple[C, ...], current: tuple[C, ...]) -> tuple[C, ...]:
    """The pinned clauses, but for those that the newest version calls dated: these are the newest version's own."""
    followed = {_key(one): one for one in current if one.dated}
    return tuple(followed.get(_key(one), one) for one in pinned)


def newest_meetings(
    pinned: tuple[MeetingType, ...], current: tuple[MeetingType, ...]
) -> tuple[MeetingType, ...]:
    """The pinned meeting types with the newest version of their dated deadlines, documents and follow-up."""
    known = {meeting.key: meeting for meeting in current}
    return tuple(_meeting(one, known.get(one.key, one)) for one in pinned)


def _meeting(pinned: MeetingType, current: MeetingType) -> MeetingType:
    follow_up = pinned.follow_up
    if follow_up is not None and current.follow_up is not None and current.follow_up.dated:
        follow_up = current.follow_up
    return msgspec.structs.replace(
        pinned,
        deadlines=newest(pinned.deadlines, current.deadlines),
        documents=newest(pinned.documents, current.documents),
        follow_up=follow_up,
    )


def _key(part: Clause | Process) -> str:
    return str(getattr(part, "key", ""))
