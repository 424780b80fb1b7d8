"""Series of meetings, the final agenda, holding and cancelling one, who may read its record, and which form serves it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from services.core.calendar import calendar_of, local_day
from services.core.calendar.periods import unrounded
from services.core.meeting import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.rhythm import Yearly


@dataclass(frozen=True)
class Readiness:
    """What is there as a meeting begins: documents, what was prepared, what it was agreed to prepare; keys of the type."""

    documents: frozenset[str] = frozenset()
    prepared: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    reason: str = ""


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


def record_for(meeting: MeetingType) -> str:
    """Who may read the record of a meeting of this type: `circle`, those `chosen` by the family, or `professionals`."""
    if meeting.family.chooses_readers:
        return "chosen"
    return "circle" if meeting.family.sees_record else "professionals"


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


def may_send_agenda(
    model: Model, type_key: str, not_heard: Iterable[str], now: dt.datetime, reason: str = ""
) -> Decision:
    """Whether the agenda may be sent as final while these people of the family have not been heard (SL-06)."""
    rule = model.meeting(type_key).family
    if not rule.heard_before_agenda or not list(not_heard):
        return Decision(True)
    because = Why(model, local_day(now)).of(rule, "heard", f"meetings/{type_key}/family", wording.HEARD)
    if reason.strip():
        return Decision(True, advice=(because,))
    return Decision(False, (because,), needs=("reason",))


def may_hold(
    model: Model,
    type_key: str,
    case: CaseFacts,
    ready: Readiness,
    now: dt.datetime,
    problem: ProblemFacts | None = None,
) -> Decision:
    """Whether the meeting may be held with what is there. `needs`: document:<key>, preparation:<key>.

    A document is waited for; what should have been prepared may be missing for a recorded reason (RI-10).
    """
    meeting = model.meeting(type_key)
    why = Why(model, local_day(now))
    path = f"meetings/{type_key}"
    lacks: list[tuple[str, Reason]] = [
        (f"document:{one.key}", why.of(one, "document", f"{path}/documents/{one.key}", one.name))
        for one in meeting.documents
        if one.ready_before in {"call", "meeting"}
        and one.key not in ready.documents
        and holds(one.when, case, problem)
    ]
    unprepared = [
        (f"preparation:{one.key}", why.of(one, "preparation", f"{path}/preparation/{one.key}", one.text))
        for one in meeting.preparation
        if one.key not in ready.prepared and (not one.agreed or one.key in ready.agreed)
    ]
    if not ready.reason.strip():
        lacks += unprepared
    needs = tuple(code for code, _ in lacks)
    advice = tuple(reason for _, reason in unprepared) if ready.reason.strip() else ()
    return Decision(not needs, tuple(reason for _, reason in lacks), advice, needs)


def form_for(meeting: MeetingType, *, follows_up: bool) -> str:
    """The key of the form that serves this meeting of its chain."""
    return meeting.follow_up_form if follows_up and meeting.follow_up_form else meeting.form
