"""What the model says about a meeting at which nobody is named. Values in, a plan or decision with reasons out.

The engine is the named meetings' own (`meeting.rules`), told of a case that is nobody's.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from services.core.calendar import local_day
from services.core.meeting.closing import form_needed, may_conclude, outcomes
from services.core.meeting.plan import MeetingPlan, OutcomeOption
from services.core.meeting.rules import plan_meeting
from services.core.meeting.supplied import Supplied
from services.core.tenancy.decision import Decision
from services.core.tenancy.facts import AgreementFacts, CaseFacts, MeetingFacts, PerspectiveFacts
from services.core.tenancy.forms import Form
from services.core.tenancy.frame import Fact, RoleKind
from services.core.tenancy.language import Condition, Subject
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

UNNAMED = frozenset({Subject.NOBODY_NAMED, Subject.GROUP, Subject.ALL_OF_A_PLACE})
"""What such a meeting can be about (ALL-02)."""
FAMILY = frozenset({RoleKind.CHILD, RoleKind.CUSTODY_HOLDER, RoleKind.NETWORK})
"""Roles that nobody here can have."""


def subjects_of(meeting: MeetingType) -> tuple[Subject, ...]:
    """What a meeting of the type can be about without a name; none: it is always about somebody."""
    found = tuple(subject for subject in meeting.subjects if subject in UNNAMED)
    return found or (() if meeting.record_identity else (Subject.NOBODY_NAMED,))


def callable_types(model: Model) -> tuple[MeetingType, ...]:
    """The types that can be held about nobody named, a group or a place, in the model's order."""
    return tuple(meeting for meeting in model.meetings if subjects_of(meeting))


@dataclass(frozen=True)
class Setting:
    """Where it is held, and what the professionals have said is so. Nothing of it identifies anybody."""

    unit_kind: str = ""
    district: str = ""
    facts: frozenset[str] = frozenset()


def nobody(model: Model, setting: Setting) -> CaseFacts:
    """The case of nobody: a place, and what was said."""
    stage = next((one.key for one in model.stages if setting.unit_kind in one.unit_kinds), "")
    return CaseFacts(
        age=None,
        stage=stage,
        unit_kind=setting.unit_kind,
        district=setting.district,
        facts=setting.facts,
    )


def plan(
    model: Model,
    type_key: str,
    setting: Setting,
    starts_at: dt.datetime,
    now: dt.datetime,
    supplied: Supplied,
) -> MeetingPlan:
    """The meeting as the model wants it, without the roles of a family. Raises KeyError for an unknown type."""
    found = plan_meeting(model, nobody(model, setting), type_key, starts_at, now, supplied=supplied)
    return replace(
        found,
        participants=tuple(one for one in found.participants if one.kind not in FAMILY),
        consents=(),
        perspective_of=(),
    )


@dataclass(frozen=True)
class Held:
    """What is there when one is concluded."""

    type_key: str
    setting: Setting
    held_on: dt.date | None
    filled: frozenset[str] = frozenset()
    agreements: tuple[AgreementFacts, ...] = ()
    attended: frozenset[str] = frozenset()
    reason: str = ""


def may_end(model: Model, held: Held, outcome: str, now: dt.datetime) -> Decision:
    """Whether it may be concluded with this outcome; all that is missing is told at once."""
    return may_conclude(model, _facts(model, held), outcome, now)


def outcome_options(model: Model, held: Held, now: dt.datetime) -> tuple[OutcomeOption, ...]:
    """What it can come to. Where an outcome leads on, that is advice: nothing is called, moved or linked by it."""
    found = outcomes(model, held.type_key, nobody(model, held.setting), now, held_on=held.held_on)
    return tuple(one for one in found if one.open)


def form_wanted(model: Model, held: Held) -> Form | None:
    """The form that must be filled before the end, e.g. the green one once a course has been decided (RA-09)."""
    return form_needed(model, _facts(model, held))


def facts_asked(model: Model, meeting: MeetingType) -> tuple[Fact, ...]:
    """The facts that its agenda, documents, form and outcomes turn on: what the professionals are asked."""
    form = model.form(meeting.form) if meeting.form else None
    parts = (meeting.agenda, meeting.documents, meeting.outcomes, *((form,) if form else ()))
    wanted = {key for one in _conditions(parts) for key in (*one.facts, *one.facts_any, *one.facts_none)}
    return tuple(fact for fact in model.facts if fact.key in wanted)


def _facts(model: Model, held: Held) -> MeetingFacts:
    return MeetingFacts(
        type_key=held.type_key,
        case=nobody(model, held.setting),
        held_on=held.held_on,
        filled=held.filled,
        # Of nobody there is no view to wait for.
        perspectives=(PerspectiveFacts("child", True), PerspectiveFacts("parent", True)),
        agreements=held.agreements,
        attended=held.attended,
        reason=held.reason,
    )


def _conditions(part: object) -> Iterator[Condition]:
    if isinstance(part, Condition):
        yield part
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _conditions(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from _conditions(one)


def held_day(status: str, starts_at: dt.datetime) -> dt.date | None:
    """The local day on which it was held; None while it has not been."""
    return local_day(starts_at) if status in ("held", "concluded") else None
