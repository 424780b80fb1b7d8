"""What the rules are told about a case. Frozen values: no I/O, no clock, nothing that identifies anybody.

The service layer fills these from its rows. Roles are keys of the model's roles.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class LevelStep:
    """A level on which the problem has stood, since the local day `entered_on`."""

    level: int
    entered_on: dt.date


@dataclass(frozen=True)
class EventFacts:
    """A confirmed fact and the local day on which it happened or was received."""

    fact: str
    on: dt.date


@dataclass(frozen=True)
class LastDone:
    """A reassessment, by its key, and the local day on which it was last done."""

    key: str
    on: dt.date


@dataclass(frozen=True)
class ProblemFacts:
    """One problem: its track and level, what has been discussed where, and what has been confirmed about it.

    `discussed` are levels where it was discussed without being placed there; an anonymous discussion is said
    by the professional and never looked up, since nothing may link it to a named child. `meetings` are the
    types held about this problem. `facts` are keys of the model's facts, `events` their days where known.
    """

    id: str
    track: str
    level: int
    history: tuple[LevelStep, ...] = ()
    discussed: frozenset[int] = frozenset()
    meetings: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    family_related: bool = False
    coordinator: str | None = None
    events: tuple[EventFacts, ...] = ()
    reassessed: tuple[LastDone, ...] = ()

    def visited(self) -> frozenset[int]:
        """Every level on which it has stood or was discussed."""
        return frozenset({self.level, *(step.level for step in self.history), *self.discussed})


@dataclass(frozen=True)
class OfferFacts:
    """What the family said to an offer: accepted or declined."""

    key: str
    accepted: bool


@dataclass(frozen=True)
class CaseFacts:
    """The child and the case. `age` is whole years on the day asked about, None before birth.

    `available` are the roles that somebody can fill; None means that it is not known, and then nothing is
    said about a missing person. `custody_holders` are opaque ids, one answer each. `unit_kind` and `private` are of
    the child's place, `departments` keys of the services that work with the family, `offers` what was answered.
    `facts` are so of the case as a whole, whatever the problem; `events` are their days where known.
    """

    age: int | None
    stage: str = ""
    problems: tuple[ProblemFacts, ...] = ()
    active_case: bool = False
    facts: frozenset[str] = frozenset()
    available: frozenset[str] | None = None
    custody_holders: tuple[str, ...] = ()
    meetings: frozenset[str] = frozenset()
    unit_kind: str = ""
    private: bool = False
    district: str = ""
    pregnancy_week: int | None = None
    departments: frozenset[str] = frozenset()
    events: tuple[EventFacts, ...] = ()
    offers: tuple[OfferFacts, ...] = ()

    def problem(self, problem_id: str) -> ProblemFacts:
        """The problem with this id; KeyError when the case has none such."""
        for problem in self.problems:
            if problem.id == problem_id:
                return problem
        raise KeyError(problem_id)


@dataclass(frozen=True)
class CircleMember:
    """Somebody who belonged to the previous meeting's circle; `ref` is the caller's own id for the person."""

    role: str
    ref: str


@dataclass(frozen=True)
class PreviousMeeting:
    """The meeting that this one follows up."""

    type_key: str
    held_on: dt.date | None
    circle: tuple[CircleMember, ...] = ()


@dataclass(frozen=True)
class PerspectiveFacts:
    """A recorded perspective: `whose` is child or parent; or the attempts and why they failed."""

    whose: str
    obtained: bool
    attempts: bool = False


@dataclass(frozen=True)
class AgreementFacts:
    """An agreement: somebody answers for it, by when, and whether it is done close to the child."""

    has_responsible: bool
    due_on: dt.date | None = None
    close_to_child: bool = False


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting about to be concluded. `filled` are the keys of form fields that hold an answer.

    `follows_up`: it was the second or a later one of its chain. `documents` are keys of those that are there; None
    where the caller does not know.
    """

    type_key: str
    case: CaseFacts
    held_on: dt.date | None
    problem: ProblemFacts | None = None
    filled: frozenset[str] = frozenset()
    perspectives: tuple[PerspectiveFacts, ...] = ()
    agreements: tuple[AgreementFacts, ...] = ()
    attended: frozenset[str] = frozenset()
    reason: str = ""
    next_coordinator: bool = False
    next_called_for: dt.date | None = None
    follows_up: bool = False
    documents: frozenset[str] | None = None
