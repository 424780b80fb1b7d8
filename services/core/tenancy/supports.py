"""What a structure holds beside levels and meetings: offers, checklists, networks, whom to reach, what is handed on.

Each is a clause that `casework.rules` answers with. A `trial` supports and advises; it never stands in the way.
"""

from enum import StrEnum
from typing import Annotated

from services.core.tenancy.forms import Audience
from services.core.tenancy.frame import Keeper
from services.core.tenancy.language import Clause, Condition, Named, Part, Period, Text, Unit, one_of


class Sessions(Part, frozen=True, kw_only=True):
    """So many sessions before or after an event; `around` is how long from it."""

    count: int
    before: bool = False
    event: str
    around: Period | None = None


class Offer(Clause, frozen=True, kw_only=True):
    """Something the family is offered and may accept or decline. Declined, it is not pressed again.

    Due where `when` holds or where at least `departments_at_least` departments work with the family.
    """

    key: str
    name: Text
    text: Text = Text()
    when: Condition = Condition()
    departments_at_least: int | None = None
    answer_recorded: bool = True
    goals_with: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    sessions: tuple[Sessions, ...] = ()
    form: str = ""


class ChecklistItem(Clause, frozen=True, kw_only=True):
    """One step of a checklist; the order is that of the file."""

    key: str
    text: Text


class Checklist(Clause, frozen=True, kw_only=True):
    """What is gone through, in this order, when `event` happens."""

    key: str
    name: Text
    event: Annotated[str, one_of("case_opened")]
    when: Condition = Condition()
    items: tuple[ChecklistItem, ...]


class DirectoryEntry(Clause, frozen=True, kw_only=True):
    """Whom to reach in which situation. A number or address stands here only where it is public."""

    key: str
    situation: Text
    reach: Text
    service: str = ""
    phone: str = ""
    when: Condition = Condition()
    trial: bool = False


class Handbook(Clause, frozen=True, kw_only=True):
    """A guide that belongs to the model, and whom it is written for."""

    key: str
    name: Text
    guide: str
    audience: tuple[Audience, ...]
    trial: bool = False


class Method(Clause, frozen=True, kw_only=True):
    """A method, mindset or approach that meetings are held by; `guide` holds its text."""

    key: str
    name: Text
    text: Text = Text()
    guide: str = ""


class Cooperation(Clause, frozen=True, kw_only=True):
    """Services that stand together about the children or families that `when` describes."""

    key: str
    name: Text
    services: tuple[str, ...]
    when: Condition = Condition()


class NetworkRule(Clause, frozen=True, kw_only=True):
    """What each network about a family must name, for whom networks are made, and how they are evaluated.

    `enforced` False: what is missing is advice. `remind_before`: so long before an evaluation is due.
    """

    key: str
    name: Text
    when: Condition = Condition()
    bearing_force: bool = True
    competences: bool = True
    contact_person: bool = True
    services: tuple[str, ...] = ()
    evaluate_every: Period | None = None
    remind_before: tuple[Period, ...] = ()
    evaluation_form: str = ""
    enforced: bool = False


class KnowledgeHandover(Clause, frozen=True, kw_only=True):
    """Knowledge handed to the next setting, in one form that every profession uses the same way."""

    key: str
    name: Text
    form: str
    when: Condition = Condition()
    consent: str = ""


class UpwardReport(Clause, frozen=True, kw_only=True):
    """Something professionals can tell upwards in the organisation; never about a child.

    `to` is the part of the organisation that must hear it; `keepers` read and answer for it.
    """

    key: str
    name: Text
    about: str
    to: str
    form: str = ""
    keepers: tuple[Keeper, ...] = (Keeper.LEADER, Keeper.ADMINISTRATOR)


class Exchange(Clause, frozen=True, kw_only=True):
    """Exchange of private information on a legal basis without consent, and how often it may be used for one child."""

    key: str
    name: Text
    at_most: int
    more_in_special_cases: int = 0
    duty: bool = False
    when: Condition = Condition()


class MeasureRule(Clause, frozen=True, kw_only=True):
    """When a measure may start: the consent, the family's cooperation, the process that it rests on.

    `beside_when`: then it can run beside the process instead of after it. `by`: the roles that decide, start and end
    it. The facts in `while_running` are so by themselves from its start to its end. Where the consent goes while it runs,
    who answers for it settles with the family what happens now, `decide_anew_within`; `if_consent_goes` says how.
    """

    key: str
    name: Text
    consent: str = ""
    cooperation: bool = True
    after_process: str = ""
    decided_with_family: bool = True
    beside_when: Condition | None = None
    by: tuple[str, ...] = ()
    while_running: tuple[str, ...] = ()
    decide_anew_within: Period = Period(1, Unit.WORKING_DAYS)
    if_consent_goes: Text = Text()


class Shield(Clause, frozen=True, kw_only=True):
    """While `when` holds these roles are not told, not invited and not asked."""

    key: str
    roles: tuple[str, ...]
    when: Condition


class Local(StrEnum):
    """What a place or district may settle by itself."""

    DATES = "dates"
    PLACES = "places"
    PERSONS = "persons"
    AGENDA = "agenda"
    METHOD = "method"
    CIRCLE = "circle"
    TYPES = "types"


class LocalChoice(Clause, frozen=True, kw_only=True):
    """What may differ from place to place; all else is the same in the whole municipality."""

    may_vary: tuple[Local, ...] = (Local.DATES, Local.PLACES, Local.PERSONS)


class Versioning(Clause, frozen=True, kw_only=True):
    """How the model changes: how many must approve beside its author, and what running cases do.

    `running_cases_stay` False: those who work in a running case are asked to move it. No case moves by itself, for what
    changes is shown first.
    """

    approvals: int = 1
    running_cases_stay: bool = True


class TypeChoice(Clause, frozen=True, kw_only=True):
    """How a meeting type is chosen. With `compulsory_steps` a heavier type waits until a lighter one has been held."""

    by: tuple[Text, ...] = ()
    compulsory_steps: bool = False


class District(Named, frozen=True, kw_only=True):
    """A part of the municipality. It has a name only: a district cannot write rules of its own."""


class Variant(Clause, frozen=True, kw_only=True):
    """One of several models side by side; the first whose condition holds is the child's."""

    key: str
    name: Text
    when: Condition
