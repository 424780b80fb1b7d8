"""Series of meetings, cancelling one, who may read its record, and which form serves it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from services.core.calendar import calendar_of, local_day
from services.core.calendar.periods import unrounded
from services.core.meeting import wording
from services.core.tenancy.decision import Decision, Why
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.rhythm import Yearly


def yearly(meeting: MeetingType, unit_kind: str) -> Yearly | None:
    """How many meetings a year at a place of this kind; its own number before one for everybody."""
    own = next((one for one in meeting.rhythm.yearly if unit_kind in one.unit_kinds), None)
    return own or next((one for one in meeting.rhythm.yearly if not one.unit_kinds), None)


def may_fix_series(
    model: Model, type_key: str, unit_kind: str, days: Iterable[dt.date], now: dt.datetime
) -> Decision:
    """Whether a place may fix these local days for the year(s) they cover. `needs`: more, fewer, interval, day_off."""
    meeting, planned = model.meeting(type_key), sorted(days)
    why = Why(model, local_day(now))
    because = why.of(
        meeting.rhythm, "rhythm", f"meetings/{type_key}/rhythm", meeting.rhythm.note or meeting.name
    )
    needs = []
    number = yearly(meeting, unit_kind)
    if number is not None:
        for count in Counter(day.year for day in planned).values() or (0,):
            needs += ["more"] if count < number.at_least else ["fewer"] if count > number.at_most else []
    every = meeting.rhythm.every
    if every is not None and meeting.rhythm.kind == "fixed_interval":
        # A day off moves a meeting by a few days: that is no break of the interval.
        slack = dt.timedelta(days=7)
        gaps = pairwise(planned)
        needs += ["interval" for one, other in gaps if other > unrounded(one, every) + slack]
    calendar = calendar_of(model)
    needs += ["day_off" for day in planned if not calendar.is_working_day(day)]
    return Decision(not needs, (because,) if needs else (), needs=tuple(dict.fromkeys(needs)))


def may_cancel(
    model: Model, type_key: str, starts_at: dt.datetime, now: dt.datetime, *, requests: int, role: str = ""
) -> Decision:
    """Whether a meeting may be cancelled, with so many requests waiting for it. `role` '' : not said, not judged."""
    meeting = model.meeting(type_key)
    rule = meeting.cancellation
    if rule is None:
        return Decision(True)
    because = Why(model, local_day(now)).of(
        rule, "cancellation", f"meetings/{type_key}/cancellation", wording.NOT_CANCELLED
    )
    if rule.only_without_requests and requests:
        return Decision(False, (because,))
    if rule.by and role and role not in rule.by:
        return Decision(False, (because,), needs=("by",))
    if rule.notice is not None and local_day(now) > unrounded(local_day(starts_at), rule.notice, -1):
        return Decision(False, (because,), needs=("reason",))
    return Decision(True)


def may_read_record(
    model: Model, type_key: str, role: str, chosen: Iterable[str] | None, now: dt.datetime
) -> Decision:
    """Whether a role may read the record. Where the family chooses readers, only those chosen; None: not chosen yet.

    The family itself and the one who answers for the meeting always may; law beats the choice elsewhere.
    """
    meeting = model.meeting(type_key)
    kind = model.role(role).kind
    if not meeting.family.chooses_readers or kind in {"child", "custody_holder"}:
        return Decision(meeting.family.sees_record or kind not in {"child", "custody_holder", "network"})
    if any(role in duty.roles for duty in meeting.convener):
        return Decision(True)
    if chosen is not None and role in set(chosen):
        return Decision(True)
    because = Why(model, local_day(now)).of(
        meeting.family, "readers", f"meetings/{type_key}/family", wording.READERS
    )
    return Decision(False, (because,), needs=("reader",))


def form_for(meeting: MeetingType, *, follows_up: bool) -> str:
    """The key of the form that serves this meeting of its chain."""
    return meeting.follow_up_form if follows_up and meeting.follow_up_form else meeting.form
