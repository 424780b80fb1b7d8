"""Deadlines that nobody can meet, as the model is written."""

from collections.abc import Iterator

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.language import Period, Subject, Unit
from services.core.tenancy.meetings import Anchor, DeadlineRule, MeetingType

# A unit's length in days, the shortest and the longest that it can be.
_SHORTEST = {
    Unit.HOURS: 1 / 24,
    Unit.DAYS: 1,
    Unit.WORKING_DAYS: 1,
    Unit.WEEKS: 7,
    Unit.MONTHS: 28,
    Unit.HALF_YEARS: 181,
    Unit.YEARS: 365,
}
_LONGEST = {**_SHORTEST, Unit.WORKING_DAYS: 2, Unit.MONTHS: 31, Unit.HALF_YEARS: 184, Unit.YEARS: 366}
_DAYS_A_YEAR = 365
_NAMED = frozenset({Subject.NAMED_CHILD, Subject.SIBLINGS, Subject.FAMILY})

_CODE = "unmeetable_deadline"
_NOTHING = Mistake(
    _CODE,
    "en frist på ingenting kan ikke holdes: 'within' skal være mindst én",
    "a deadline of nothing can't be met: 'within' must be at least one",
)
_OVER = Mistake(
    _CODE,
    "talt baglæns fra '{anchor}' er fristen overskredet, før nogen kender den",
    "counted backward from '{anchor}' it is over before anybody knows of it",
)
_NO_EVENT = Mistake(
    _CODE,
    "fristen tælles fra en hændelse, men 'event' nævner ingen",
    "counted from an event, but 'event' names none",
)
_OTHER_ANCHOR = Mistake(
    _CODE,
    "'event' tæller kun sammen med anchor = \"event\", ikke med '{anchor}'",
    "'event' counts only with anchor = \"event\", not with '{anchor}'",
)
_EARLY_REMINDER = Mistake(
    _CODE,
    "påmindelsen kommer, før fristen er begyndt",
    "the reminder comes before the deadline has begun",
)
_SELDOM = Mistake(
    _CODE,
    "der holdes møde cirka hver {gap}. dag, og det er længere end fristen",
    "a meeting is held about every {gap} days, which is longer than the deadline",
)
_NOTICE = Mistake(
    _CODE,
    "næste møde kommer hurtigere end dets eget varsel: det kan aldrig holdes for et opfølgende møde",
    "the next meeting comes sooner than its own notice: this can never be kept for a follow-up",
)
_OF_NOBODY = Mistake(
    "deadline_of_nobody",
    "'{key}' er en frist på et møde, der kan handle om ingen med navn: der er ingen sag, den kan stå i. Skriv den som et punkt"
    " på dagsordenen; det, der aftales på mødet, får sin egen dag",
    "'{key}' is a deadline of a meeting that can be about nobody by name: there is no case for it to stand in. Write it as a"
    " point of the agenda; what is agreed at the meeting has a day of its own",
)
_BOTH = Mistake(
    _CODE,
    "mødet skal holdes før, end dets eget varsel ('{notice}') tillader",
    "the meeting must be held sooner than its own notice ('{notice}') allows",
)
_AGREED = Mistake(_CODE, "'{field}' skal være mindst én", "'{field}' must be at least one")


def days(period: Period, *, longest: bool = False) -> float:
    """How many days a period is at least, or at most."""
    return period.count * (_LONGEST if longest else _SHORTEST)[period.unit]


def unmeetable(meeting: MeetingType) -> Iterator[Remark]:
    """Deadlines of the type that cannot be met, each with its place and why."""
    nobody = not meeting.record_identity or not _NAMED.issuperset(meeting.subjects)
    for index, rule in enumerate(meeting.deadlines):
        if nobody:
            yield _OF_NOBODY.at("deadlines", index, key=rule.key)
        yield from _of_deadline(meeting, rule, ("deadlines", index))
    for task in ("convener", "chair", "writer", "follows_up"):
        for index, duty in enumerate(getattr(meeting, task)):
            for field in ("agreed_before", "otherwise_agreed"):
                period = getattr(duty, field)
                if period is not None and period.count < 1:
                    yield _AGREED.at(task, index, field, field=field)
    within = _next_within(meeting)
    for index, rule in enumerate(meeting.deadlines):
        notice = rule.before and rule.anchor is Anchor.MEETING
        if within is not None and notice and days(rule.within, longest=True) > days(within):
            yield _NOTICE.at("deadlines", index, "within")


def _of_deadline(meeting: MeetingType, rule: DeadlineRule, path: tuple[str | int, ...]) -> Iterator[Remark]:
    if rule.within.count < 1:
        yield _NOTHING.at(*path, "within")
    if rule.before and rule.anchor is not Anchor.MEETING:
        yield _OVER.at(*path, "anchor", anchor=rule.anchor.value)
    if rule.anchor is Anchor.EVENT and not rule.event:
        yield _NO_EVENT.at(*path, "anchor")
    if rule.anchor is not Anchor.EVENT and rule.event:
        yield _OTHER_ANCHOR.at(*path, "event", anchor=rule.anchor.value)
    for index, period in enumerate(rule.remind_before):
        begun = not rule.before and rule.within.count > 0
        if begun and days(period) >= days(rule.within, longest=True):
            yield _EARLY_REMINDER.at(*path, "remind_before", index)
    if rule.task == "hold_meeting" and not rule.before:
        gap = _gap(meeting)
        if gap is not None and gap > days(rule.within, longest=True):
            yield _SELDOM.at(*path, "within", gap=f"{gap:.0f}")
        for other in meeting.deadlines:
            notice = other.before and other.anchor is Anchor.MEETING
            if notice and days(other.within) > days(rule.within, longest=True):
                yield _BOTH.at(*path, "within", notice=other.key)


def _gap(meeting: MeetingType) -> float | None:
    """How many days lie between two meetings of a fixed rhythm at the most."""
    if meeting.rhythm.kind == "fixed_interval" and meeting.rhythm.every is not None:
        return days(meeting.rhythm.every)
    fewest = min((one.at_least for one in meeting.rhythm.yearly), default=0)
    return _DAYS_A_YEAR / fewest if meeting.rhythm.kind == "fixed_slots" and fewest else None


def _next_within(meeting: MeetingType) -> Period | None:
    rule = meeting.follow_up
    if rule is None or (rule.meeting and rule.meeting != meeting.key):
        return None
    return rule.next_within or rule.first_within
