"""What a planned meeting looks like: the values that `rules.plan_meeting` answers with."""

import datetime as dt
from dataclasses import dataclass

from services.core.consent.rules import ConsentNeed
from services.core.deadline.rules import PlannedDeadline
from services.core.tenancy.decision import Reason
from services.core.tenancy.facts import CircleMember
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength, Subject, Text
from services.core.tenancy.meetings import Effect


@dataclass(frozen=True)
class PlannedDuty:
    """Who does something: any of `roles` (all of them if `together`); `agreed_on`: settled by the end of that day.

    `must_include` answer for it beside one of `and_one_of`, unless another division is agreed by `otherwise_by`.
    """

    roles: tuple[str, ...]
    together: bool
    external: bool
    agreed_on: dt.date | None
    why: Reason
    must_include: tuple[str, ...] = ()
    and_one_of: tuple[str, ...] = ()
    otherwise_by: dt.date | None = None


@dataclass(frozen=True)
class PlannedParticipant:
    """A role at the meeting. `invited`: without further choice; `resolvable` None where it is not known.

    `refs` are the people of the previous circle. `consent` is the purpose without which the role may not come.
    """

    role: str
    name: Text
    kind: RoleKind
    strength: Strength
    external: bool
    invited: bool
    may_leave_out: bool
    leave_out_reason: bool
    or_perspective: bool
    agreed_by: tuple[str, ...]
    consent: str
    at_least: int
    professions: tuple[str, ...]
    resolvable: bool | None
    refs: tuple[str, ...]
    why: Reason
    leaves_after: str = ""


@dataclass(frozen=True)
class PlannedItem:
    """An agenda point, a purpose or a ground that the model brings along."""

    key: str
    text: Text
    why: Reason


@dataclass(frozen=True)
class MeetingPlan:
    """A meeting as the model wants it. `blocks` stop it; `needs` would let it through once supplied.

    `enters_level`: calling it moves the problem there. `excluded` roles never take part; those of `not_told` must not
    even learn of it.
    """

    type_key: str
    name: Text
    family_text: Text
    form: str
    minutes: int
    subjects: tuple[Subject, ...]
    purposes: tuple[PlannedItem, ...]
    grounds: tuple[PlannedItem, ...]
    convener: PlannedDuty | None
    chair: PlannedDuty | None
    writer: PlannedDuty | None
    follows_up: PlannedDuty | None
    participants: tuple[PlannedParticipant, ...]
    excluded: tuple[str, ...]
    agenda: tuple[PlannedItem, ...]
    deadlines: tuple[PlannedDeadline, ...]
    consents: tuple[ConsentNeed, ...]
    perspective_of: tuple[str, ...]
    same_circle: bool
    extra_circle: tuple[CircleMember, ...]
    enters_level: int | None
    blocks: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    needs: tuple[str, ...]
    advice: tuple[Reason, ...]
    why: tuple[Reason, ...]
    grounds_required: bool = False
    purposes_required: bool = False
    guide: str = ""
    methods: tuple[PlannedItem, ...] = ()
    preparation: tuple[PlannedItem, ...] = ()
    documents: tuple[PlannedItem, ...] = ()
    invitation: PlannedItem | None = None
    visit: PlannedItem | None = None
    not_told: tuple[str, ...] = ()
    family_chooses_readers: bool = False
    grounds_shown: frozenset[str] = frozenset()

    @property
    def allowed(self) -> bool:
        """Whether it may be called as things stand."""
        return not self.blocks and not self.needs


@dataclass(frozen=True)
class MeetingOption:
    """A type that could be called. `allowed` where its `needs` are supplied."""

    type_key: str
    name: Text
    allowed: bool
    advised: bool
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class OutcomeOption:
    """A result that the meeting can have, and what it leads to; days are the last local ones."""

    key: str
    text: Text
    effect: Effect
    moves_to: int | None
    meeting: str
    process: str
    same_circle: bool
    follow_up_possible: bool
    follow_up_by: dt.date | None
    reassess_by: dt.date | None
    reason_needed: bool
    open: bool
    why: Reason
