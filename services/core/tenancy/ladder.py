"""Levels of effort, the ways between them, who holds the thread, and the way past all steps."""

from enum import StrEnum
from typing import Annotated

from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Clause, Condition, Named, Part, Period, Subject, Text, one_of


class Track(Named, frozen=True, kw_only=True):
    """One of the tracks in which a problem has its level, e.g. school and home."""

    rule: str = ""


class Entry(Clause, frozen=True, kw_only=True):
    """A way into a level: the fact that shows it, once `after` are facts too.

    With `past_all_steps` no level before it is missed.
    """

    fact: str
    after: tuple[str, ...] = ()
    past_all_steps: bool = False


class Level(Clause, frozen=True, kw_only=True):
    """A level of effort. `number` orders the levels; `label` is what people call it (1, A, …)."""

    number: int
    label: str
    name: Text
    text: Text = Text()
    purposes: tuple[Text, ...] = ()
    subjects: tuple[Subject, ...] = ()
    tracks: tuple[str, ...] = ()
    everyone: bool = False
    anchored_in: int | None = None
    entries: tuple[Entry, ...] = ()


class PriorStep(Clause, frozen=True, kw_only=True):
    """Something that comes first: a level at which it was discussed, any of some facts, or a meeting held.

    `as_a_rule`: it can be left out with a recorded reason. `advised`: it is only advice. Otherwise it blocks.
    """

    level: int | None = None
    facts_any: tuple[str, ...] = ()
    meeting: str = ""
    as_a_rule: bool = True
    advised: bool = False


class Transition(Clause, frozen=True, kw_only=True):
    """A way from one level to another. Two levels without one are joined only by a skip."""

    from_level: int
    to_level: int
    tracks: tuple[str, ...] = ()
    when: Condition = Condition()
    leader_involved: bool = False
    with_parents: bool = False
    next_coordinator: bool = False
    prior: tuple[PriorStep, ...] = ()
    decided_at: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    reason: bool = False
    text: Text = Text()


class Skips(Clause, frozen=True, kw_only=True):
    """Whether a level can be skipped, and whether that takes a recorded reason."""

    allowed: bool = True
    reason: bool = True


class ReceiptStep(Clause, frozen=True, kw_only=True):
    """What the receiver of a notification must do, counted from its receipt; `process`: may begin one."""

    key: str
    name: Text
    within: Period | None = None
    process: str = ""


class Bypass(Clause, frozen=True, kw_only=True):
    """A duty past all steps: `facts_any` makes it due at once; nothing in the model can block or delay it.

    `read_by` is a step on the way that never holds it back; `also_contact` is told where a case is active.
    """

    key: str
    name: Text
    facts_any: tuple[str, ...] = ()
    to: str = ""
    address: str = ""
    template: str = ""
    read_by: str = ""
    also_contact: str = ""
    assess_within: Period | None = None
    receipt_within: Period | None = None
    next: Text = Text()
    on_receipt: tuple[ReceiptStep, ...] = ()


class Handover(StrEnum):
    """How the thread changes hands."""

    UNTIL_ACCEPTED = "until_accepted"
    AT_ONCE = "at_once"


class CoordinatorDefault(Clause, frozen=True, kw_only=True):
    """Which profession is proposed; the first whose levels and condition fit. Always changeable."""

    professions: tuple[str, ...]
    levels: tuple[int, ...] = ()
    when: Condition = Condition()


class CoordinatorPlace(Clause, frozen=True, kw_only=True):
    """One of several places beside each other; `kinds`: of which sort of role its holder must be (e.g. leader)."""

    key: str
    name: Text
    kinds: tuple[RoleKind, ...] = ()
    professions: tuple[str, ...] = ()


class Coordinators(Clause, frozen=True, kw_only=True):
    """Who holds the thread of a problem: what the role is called, per what, and how it changes hands.

    `places` name who fills which where there are several; `beside` are professions that support the coordinator.
    """

    name: Text
    per: Annotated[str, one_of("problem", "case", "child")] = "problem"
    handover: Handover = Handover.UNTIL_ACCEPTED
    visible_to_family: bool = True
    defaults: tuple[CoordinatorDefault, ...] = ()
    how_many: int = 1
    places: tuple[CoordinatorPlace, ...] = ()
    beside: tuple[CoordinatorDefault, ...] = ()
    enforced: bool = True


class Reassessment(Clause, frozen=True, kw_only=True):
    """What must be judged again at least every so often while a problem stands on a level."""

    key: str
    name: Text
    level: int
    every: Period
    when: Condition = Condition()
    by: tuple[str, ...] = ()
    remind_before: tuple[Period, ...] = ()


class Process(Part, frozen=True, kw_only=True):
    """A process beside the meetings with a clock of its own, counted from the event named in `anchor`.

    `by`: the roles that begin and conclude it. Begun where `when` does not hold, it takes a recorded reason; what a
    meeting's outcome decides takes none. The facts in `while_running` and `once_done` are so by themselves.
    """

    key: str
    name: Text
    anchor: str
    within: Period
    when: Condition = Condition()
    by: tuple[str, ...] = ()
    remind_before: tuple[Period, ...] = ()
    while_running: tuple[str, ...] = ()
    once_done: tuple[str, ...] = ()
    rule: str = ""
    also: tuple[str, ...] = ()
    why: Text = Text()
    law: tuple[str, ...] = ()
    dated: bool = False
    covers: tuple[Text, ...] = ()
    if_missed: Text = Text()
