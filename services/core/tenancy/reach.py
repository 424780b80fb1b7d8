"""What can never happen as the model is written: deadlines nobody can meet, fields nobody sees, consent never asked."""

from collections import Counter
from collections.abc import Iterator

from services.core.tenancy.forms import Form
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.locate import Path
from services.core.tenancy.meetings import Anchor, DeadlineRule, MeetingType
from services.core.tenancy.model import Model

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
_BEHIND = {
    Anchor.HELD,
    Anchor.CONCLUDED,
    Anchor.CALLED,
    Anchor.MEASURE_STARTED,
    Anchor.LEVEL_ENTERED,
    Anchor.EVENT,
}
_DAYS_A_YEAR = 365


def days(period: Period, *, longest: bool = False) -> float:
    """How many days a period is at least, or at most."""
    return period.count * (_LONGEST if longest else _SHORTEST)[period.unit]


def unmeetable(meeting: MeetingType) -> Iterator[tuple[Path, str]]:
    """Deadlines of the type that cannot be met, each with its place and why."""
    for index, rule in enumerate(meeting.deadlines):
        for message in _of_deadline(meeting, rule):
            yield ("deadlines", index), message
    for task in ("convener", "chair", "writer", "follows_up"):
        for index, duty in enumerate(getattr(meeting, task)):
            if duty.agreed_before is not None and duty.agreed_before.count < 1:
                yield (task, index, "agreed_before"), "'agreed_before' must be at least one"
    within = _next_within(meeting)
    if within is not None:
        for index, rule in enumerate(meeting.deadlines):
            notice = rule.before and rule.anchor is Anchor.MEETING
            if notice and days(rule.within, longest=True) > days(within):
                message = "the next meeting comes sooner than its own notice: this can never be kept for a follow-up"
                yield ("deadlines", index, "within"), message


def _of_deadline(meeting: MeetingType, rule: DeadlineRule) -> Iterator[str]:
    if rule.within.count < 1:
        yield "a deadline of nothing can't be met: 'within' must be at least one"
    if rule.before and rule.anchor in _BEHIND:
        yield f"counted backward from '{rule.anchor.value}' it is over before anybody knows of it"
    if rule.anchor is Anchor.EVENT and not rule.event:
        yield "counted from an event, but 'event' names none"
    if rule.anchor is not Anchor.EVENT and rule.event:
        yield f"'event' counts only with anchor = \"event\", not with '{rule.anchor.value}'"
    for period in rule.remind_before:
        if not rule.before and days(period) >= days(rule.within, longest=True):
            yield "the reminder comes before the deadline has begun"
    if rule.task == "hold_meeting" and not rule.before:
        gap = _gap(meeting)
        if gap is not None and gap > days(rule.within, longest=True):
            yield f"a meeting is held about every {gap:.0f} days, which is longer than the deadline"


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


def unseen_fields(form: Form) -> Iterator[tuple[Path, str]]:
    """Fields that nobody may read."""
    for index, field in enumerate(form.fields):
        if not field.visible_to:
            yield ("fields", index), f"nobody sees the field '{field.key}': 'visible_to' is empty"


def asked_twice(form: Form) -> Iterator[tuple[Path, str]]:
    """Questions that a form asks twice, and more questions than it may ask (ALL-10)."""
    sources = Counter(field.source for field in form.fields if field.source)
    labels = Counter(field.label.da for field in form.fields if field.label.da)
    for index, field in enumerate(form.fields):
        if sources[field.source] > 1 or labels[field.label.da] > 1:
            yield ("fields", index), f"the field '{field.key}' asks for what another field holds already"
        if field.source and field.required:
            message = f"'{field.key}' is filled from '{field.source}': asking for it as well is a burden"
            yield ("fields", index), message
    if form.at_most is not None and len(form.fields) > form.at_most:
        yield ("at_most",), f"the form asks {len(form.fields)} questions and may ask {form.at_most}"


def never_asked(model: Model) -> Iterator[tuple[int, str]]:
    """Consent purposes that nothing in the model asks for: their place in the list, and a sentence."""
    asked = {one.consent for meeting in model.meetings for one in meeting.participants}
    asked |= {meeting.family.consent_to_holding for meeting in model.meetings}
    asked |= {one.consent for one in model.measures} | {one.consent for one in model.handovers}
    for index, purpose in enumerate(model.purposes):
        if purpose.key not in asked:
            yield index, f"nothing ever asks for the consent '{purpose.key}'"


def never_used(model: Model) -> Iterator[tuple[str, str]]:
    """Forms that nothing in the model uses: their key, and a sentence."""
    used = {meeting.form for meeting in model.meetings} | {one.follow_up_form for one in model.meetings}
    used |= {document.form for meeting in model.meetings for document in meeting.documents}
    used |= {one.form for one in model.offers} | {one.form for one in model.handovers}
    used |= {one.form for one in model.reports} | {one.evaluation_form for one in model.networks}
    used |= {bypass.template for bypass in model.bypasses}
    for form in model.forms:
        if form.key not in used:
            yield form.key, f"nothing in the model uses the form '{form.key}'"
