"""A meeting type: when it may be called, by whom, with whom, about what, by when, and what it can lead to."""

from enum import StrEnum
from typing import Annotated

from services.core.tenancy.ladder import PriorStep
from services.core.tenancy.language import Clause, Condition, Part, Period, Strength, Subject, Text, one_of
from services.core.tenancy.rhythm import Cancellation, HomeVisit, Length, Rhythm
from services.core.tenancy.supports import Local


class Duty(Clause, frozen=True, kw_only=True):
    """Who does something. Of several duties for one task the first whose condition holds applies.

    `roles`: any of them (`together`: all of them). `external`: from outside the convening unit.
    `agreed_before`: settled at the latest so long before the meeting. `must_include`: these are among those who do
    it, beside one of `and_one_of`; `otherwise_agreed`: unless another division was agreed so long before.
    """

    roles: tuple[str, ...]
    together: bool = False
    external: bool = False
    agreed_before: Period | None = None
    must_include: tuple[str, ...] = ()
    and_one_of: tuple[str, ...] = ()
    otherwise_agreed: Period | None = None
    when: Condition = Condition()


class ParticipantRule(Clause, frozen=True, kw_only=True):
    """A role at the meeting and how strongly it belongs there.

    `leave_out_reason`: leaving the role out takes a recorded reason. `or_perspective`: instead of coming, the
    person's perspective can be brought. `agreed_by`: those who must agree that the role is invited.
    `consent`: a consent purpose that the role's presence takes. `professions`: which of them, open list.
    `leaves_after`: the point of the agenda after which the role leaves.
    """

    role: str
    strength: Strength
    when: Condition = Condition()
    external: bool = False
    leave_out_reason: bool = False
    or_perspective: bool = False
    agreed_by: tuple[str, ...] = ()
    consent: str = ""
    at_least: int = 0
    professions: tuple[str, ...] = ()
    leaves_after: str = ""


class Externals(Clause, frozen=True, kw_only=True):
    """How many outside professions. Beyond `at_most` another type is advised, never enforced."""

    at_least: int = 0
    at_most: int | None = None
    consider: str = ""


class Telling(StrEnum):
    """How the parents stand to a meeting that is held without them, or with them."""

    TAKES_PART = "takes_part"
    INFORMED = "informed"
    CONSENTS = "consents"
    NOT_IDENTIFIED = "not_identified"
    ABSENT = "absent"


class FamilyPart(Clause, frozen=True, kw_only=True):
    """The family's part. Consents are keys of consent purposes; being told and saying yes are never mixed.

    `heard_before_agenda`: the agenda is final only once everyone of the family who is invited was asked about it.
    """

    part: Telling
    co_author_agenda: bool = False
    co_author_circle: bool = False
    heard_before_agenda: bool = False
    consent_to_holding: str = ""
    consent_to_exchange: str = ""
    sees_record: bool = True
    adult_decides_on_parents: bool = True
    chooses_readers: bool = False


class PerspectiveRule(Clause, frozen=True, kw_only=True):
    """Whose perspective closing takes; `attempts_suffice`: or recorded attempts and why they failed."""

    of: tuple[Annotated[str, one_of("child", "parent")], ...]
    attempts_suffice: bool = True
    when: Condition = Condition()
    consider: tuple[Text, ...] = ()


class Purpose(Clause, frozen=True, kw_only=True):
    """What the meeting is for."""

    key: str
    text: Text


class Ground(Clause, frozen=True, kw_only=True):
    """A ground for calling the meeting. Any of the facts in `shown_by`, once confirmed, proposes it: nobody says it twice."""

    key: str
    text: Text
    shown_by: tuple[str, ...] = ()


class AgendaPoint(Clause, frozen=True, kw_only=True):
    """A point of the agenda that the model brings along. `minutes`: how long it takes; 0: its part of what is left."""

    key: str
    text: Text
    when: Condition = Condition()
    minutes: int = 0


class Anchor(StrEnum):
    """The event that a deadline is counted from."""

    MEETING = "meeting"
    CALLED = "called"
    HELD = "held"
    CONCLUDED = "concluded"
    MEASURE_STARTED = "measure_started"
    LEVEL_ENTERED = "level_entered"
    EVENT = "event"


class Late(StrEnum):
    """What follows when there is too little time left as the meeting is called."""

    REASON = "reason"
    ADVICE = "advice"
    BLOCK = "block"


class DeadlineRule(Clause, frozen=True, kw_only=True):
    """What must be done by when.

    `before` counts backward from the anchor and rounds to an earlier working day, otherwise forward and to a
    later one. `sending_day_counts`: the day of sending is one of the days counted. `event`: the fact whose day an
    anchor of that kind is. `first_only`: not for a meeting that follows up another of its type. `sooner_after`: a process
    that runs when the anchor comes; once it is done, `sooner_within` counts from that day, where that is sooner.
    """

    key: str
    name: Text
    task: str
    anchor: Anchor
    event: str = ""
    within: Period
    before: bool = False
    sending_day_counts: bool = False
    by: str = ""
    to: tuple[str, ...] = ()
    remind_before: tuple[Period, ...] = ()
    late: Late = Late.REASON
    first_only: bool = False
    sooner_after: str = ""
    sooner_within: Period | None = None
    when: Condition = Condition()


class DocumentRule(Clause, frozen=True, kw_only=True):
    """A document that belongs to the meeting; `ready_before` is call, meeting or conclude: before what it must exist."""

    key: str
    name: Text
    form: str = ""
    ready_before: Annotated[str, one_of("", "call", "meeting", "conclude")] = ""
    when: Condition = Condition()


class FollowUp(Clause, frozen=True, kw_only=True):
    """How it is followed up. `first_within` counts from the anchor, `next_within` from this meeting."""

    same_circle: bool = False
    meeting: str = ""
    anchor: Anchor = Anchor.HELD
    first_within: Period | None = None
    next_within: Period | None = None
    called_at_meeting: bool = False


class Effect(StrEnum):
    """What an outcome does."""

    STAY = "stay"
    MOVE = "move"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    CALL = "call"
    DECIDE = "decide"


class LeadsTo(Part, frozen=True, kw_only=True):
    """Where an outcome leads: a level, a meeting type, a process, a follow-up of the same type and circle."""

    effect: Effect
    level: int | None = None
    meeting: str = ""
    process: str = ""
    within: Period | None = None
    same_circle: bool = False
    follow_up_possible: bool = False
    reassess: str = ""


class Outcome(Clause, frozen=True, kw_only=True):
    """A result that the meeting can have."""

    key: str
    text: Text
    leads_to: LeadsTo
    when: Condition = Condition()
    reason: bool = False
    family_text: Text = Text()


class Preparation(Clause, frozen=True, kw_only=True):
    """What those invited know or find out beforehand; `agreed`: only where it has been agreed, otherwise always."""

    key: str
    text: Text
    agreed: bool = False
    ways: tuple[Text, ...] = ()


class DecidedBy(Clause, frozen=True, kw_only=True):
    """The type is the right one only if one of `roles` comes (`present`) or stays away; otherwise `otherwise` is."""

    roles: tuple[str, ...]
    present: bool = True
    otherwise: str


class Invitation(Clause, frozen=True, kw_only=True):
    """What the invitation says to everybody who is invited."""

    text: Text


class MeetingType(Clause, frozen=True, kw_only=True):
    """A meeting type in full. `weight` orders types from light to heavy; an order, never a compulsion.

    `local`: what each place settles by itself. `online`: it may be held, or joined, by video.
    `follow_up_form` serves from the second meeting of the type on.
    """

    key: str
    name: Text
    text: Text = Text()
    family_text: Text = Text()
    guide: str = ""
    kind_of: str = ""
    weight: int = 0
    trial: bool = False
    levels: tuple[int, ...] = ()
    tracks: tuple[str, ...] = ()
    subjects: tuple[Subject, ...]
    purposes: tuple[Purpose, ...] = ()
    grounds: tuple[Ground, ...] = ()
    ground_required: bool = False
    purpose_required: bool = False
    when: Condition = Condition()
    prior: tuple[PriorStep, ...] = ()
    rhythm: Rhythm = Rhythm()
    minutes: int = 60
    length: Length | None = None
    cancellation: Cancellation | None = None
    home_visit: bool = False
    visit: HomeVisit | None = None
    online: bool = True
    variants: tuple[str, ...] = ()
    local: tuple[Local, ...] = ()
    methods: tuple[str, ...] = ()
    decided_by: DecidedBy | None = None
    preparation: tuple[Preparation, ...] = ()
    invitation: Invitation | None = None
    convener: tuple[Duty, ...] = ()
    chair: tuple[Duty, ...] = ()
    writer: tuple[Duty, ...] = ()
    follows_up: tuple[Duty, ...] = ()
    participants: tuple[ParticipantRule, ...] = ()
    externals: Externals | None = None
    both_areas: str = ""
    family: FamilyPart
    perspective: PerspectiveRule | None = None
    agenda: tuple[AgendaPoint, ...] = ()
    form: str = ""
    follow_up_form: str = ""
    documents: tuple[DocumentRule, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    follow_up: FollowUp | None = None
    outcomes: tuple[Outcome, ...] = ()
    record_identity: bool = True
    agreements_close_to_child: str = ""
