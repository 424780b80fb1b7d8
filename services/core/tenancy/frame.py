"""The frame of a model: whose it is, for whom, which services and persons take part, and under what law."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

import msgspec

from services.core.tenancy.language import Clause, Condition, Named, Part, Period, Text, one_of


class Contact(Part, frozen=True):
    """Whom a citizen can reach about the system itself."""

    name: Text
    email: str = ""
    phone: str = ""
    web: str = ""


class Provider(Part, frozen=True):
    """Public facts of an identity provider. Addresses, ids and secrets stand in settings."""

    kind: Annotated[str, one_of("municipality", "mitid")]
    capacity: Annotated[str, one_of("professional", "family")]
    role_claim: str = "roles"


class RoleMapping(Part, frozen=True):
    """What a role claim from the municipality's own provider means here."""

    claim: str
    capacity: Annotated[str, one_of("professional", "leader", "adviser", "administrator", "dpo", "auditor")]
    profession: str = ""
    scope: Annotated[str, one_of("unit", "tenant")] = "unit"


class CalendarRule(Part, frozen=True, kw_only=True):
    """What the municipality decides about deadlines and reminders: days off, how many days ahead, the time of day."""

    first_of_may_off: bool = False
    reminder_time: dt.time = dt.time(9, 0)
    remind_days: Annotated[int, msgspec.Meta(ge=0, le=14)] = 1
    why: Text = Text()


class Messages(Part, frozen=True, kw_only=True):
    """The ways by which messages leave, in the order in which they are tried where the chosen ones lead nowhere.

    `per_minute`: at most so many leave in a minute, over all ways. Addresses and secrets of gateways stand in settings.
    """

    channels: tuple[Annotated[str, one_of("mail", "sms", "digital_post")], ...] = ("mail",)
    per_minute: Annotated[int, msgspec.Meta(ge=1, le=60_000)] = 600
    why: Text = Text()


class Look(Part, frozen=True, kw_only=True):
    """How the municipality's pages and documents look. Its logo is the file `logo.svg` in the same directory.

    `colour`: #rrggbb, dark enough to be read on white (a contrast of 4.5). `address`: the line at the foot of a page.
    """

    colour: str = "#0a4a6b"
    address: str = ""


class Statements(Part, frozen=True, kw_only=True):
    """What the municipality must say to everyone about these pages (the accessibility act; GDPR, articles 13 and 14).

    `accessibility`, `data_protection`: whom to write to. `conformance`: how far the pages keep to the standard, found
    on `assessed_on` by the municipality `self` or by `other`: without that day the statement is shown as a draft.
    `shortcomings`: what fails. `published`: its own address at was.digst.dk.
    """

    accessibility: Contact | None = None
    conformance: Annotated[str, one_of("full", "partial", "none")] = "partial"
    assessed_on: dt.date | None = None
    assessed_by: Annotated[str, one_of("self", "other")] = "self"
    shortcomings: tuple[Text, ...] = ()
    published: str = ""
    data_protection: Contact | None = None


class TenantInfo(Part, frozen=True, kw_only=True):
    """The municipality: `id` and `host` are labels of [a-z0-9-]; `languages` begins with the default."""

    id: str
    name: str
    cvr: str
    host: str
    languages: tuple[str, ...]
    contact: Contact
    timezone: str = "Europe/Copenhagen"
    calendar: CalendarRule = CalendarRule()
    messages: Messages = Messages()
    look: Look = Look()
    statements: Statements = Statements()


class AgeRight(Clause, frozen=True, kw_only=True):
    """What is the child's own from a birthday on, at midnight in Denmark.

    `text` tells it to the child in plain words. `opens_portal`: from then on they see their own case.
    """

    key: str
    from_age: int
    name: Text
    text: Text
    opens_portal: bool = False


class Population(Clause, frozen=True, kw_only=True):
    """Whom the model covers, in whole years: up to and including the year in which `to_age` is the age.

    `rights`: what the child's own age gives it.
    """

    from_age: int = 0
    to_age: int
    unborn: bool = False
    majority_age: int = 18
    name: Text = Text()
    rights: tuple[AgeRight, ...] = ()


class Stage(Part, frozen=True, kw_only=True):
    """A stage of life that clauses can ask for; the first that fits a child is the child's.

    `unit_kinds` are where the child goes; a stage without any is that of a child who goes nowhere yet.
    """

    key: str
    name: Text
    unborn: bool = False
    unit_kinds: tuple[str, ...] = ()
    from_age: int | None = None
    below_age: int | None = None


class Area(StrEnum):
    """The two areas that must work together (ALL-03)."""

    GENERAL = "general"
    SPECIALISED = "specialised"
    OTHER = "other"


class Service(Named, frozen=True, kw_only=True):
    """A part of the municipality, or a partner outside it."""

    area: Area
    external: bool = False
    rule: str = ""
    from_age: int | None = None
    to_age: int | None = None
    instruments: tuple[str, ...] = ()


class Profession(Named, frozen=True, kw_only=True):
    """What a professional is, and the service that the profession comes from."""

    service: str
    instruments: tuple[str, ...] = ()


class RoleKind(StrEnum):
    """What sort of person fills a role; decides where candidates are looked for."""

    CHILD = "child"
    CUSTODY_HOLDER = "custody_holder"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    LEADER = "leader"
    ADVISER = "adviser"


class Role(Named, frozen=True, kw_only=True):
    """A role at a meeting, filled by any of `professions` or `service`; `own_unit`: of the child's unit.

    `attached_to`: the kinds of unit where somebody is attached in this role to support the staff.
    """

    kind: RoleKind
    professions: tuple[str, ...] = ()
    service: str = ""
    own_unit: bool = False
    rule: str = ""
    attached_to: tuple[str, ...] = ()


class Fact(Named, frozen=True, kw_only=True):
    """Something that a professional can confirm about a case and that conditions ask for.

    `examples` say what counts; with `open_list` other things count as well. `about` case: it is so of the child's case
    as a whole and confirmed there alone, whatever the problem.
    """

    rule: str = ""
    about: Annotated[str, one_of("problem", "case")] = "problem"
    examples: tuple[Named, ...] = ()
    open_list: bool = False


class Wording(Part, frozen=True, kw_only=True):
    """How a legal reference is cited from `applies_from` on; `verified` only if it was read in a source."""

    citation: Text
    applies_from: dt.date
    source: str = ""
    verified: bool = False


class LegalReference(Part, frozen=True, kw_only=True):
    """One legal basis with its wordings over time (ALL-05). `paper`: as the municipality's paper cites it."""

    key: str
    name: Text
    paper: Text = Text()
    wordings: tuple[Wording, ...] = ()
    rule: str = "ALL-05"

    def on(self, day: dt.date) -> Wording | None:
        """The wording in force on `day`, or None before the first."""
        fit = [w for w in self.wordings if w.applies_from <= day]
        return max(fit, key=lambda w: w.applies_from) if fit else None


class ConsentBasis(Part, frozen=True, kw_only=True):
    """A legal basis of consent and what it does to expiry; None means that it stands until withdrawn."""

    key: str
    name: Text
    law: tuple[str, ...] = ()
    written: bool = False
    expires_after: Period | None = None
    why: Text = Text()


class ConsentText(Part, frozen=True, kw_only=True):
    """The words that the person says yes or no to. An answered version never changes; write a new one."""

    version: int
    applies_from: dt.date
    text: Text


class Asked(StrEnum):
    """Who must answer. Each answers alone; silence is never yes."""

    EACH_CUSTODY_HOLDER = "each_custody_holder"
    YOUNG_PERSON = "young_person"
    BOTH = "both"


class ConsentPurpose(Clause, frozen=True, kw_only=True):
    """A purpose that is asked for. From `own_from_age` the young person answers too; from 18 alone.

    Who has not answered after `remind_after` is reminded, and after `escalate_after` whoever asked and who leads the work
    are told: silence is never yes. `remind_before_expiry`: so long before a yes lapses its giver is told.
    """

    key: str
    name: Text
    basis: str
    texts: tuple[ConsentText, ...]
    asked_of: Asked = Asked.BOTH
    own_from_age: int = 15
    what: Text = Text()
    from_whom: Text = Text()
    shared_with: Text = Text()
    expires_after: Period | None = None
    remind_after: Period | None = None
    escalate_after: Period | None = None
    remind_before_expiry: Period | None = None


class Fate(StrEnum):
    """What happens at the end: destroyed, or handed to the archive first and then destroyed here."""

    DESTROY = "destroy"
    PRESERVE = "preserve"


class Retention(Clause, frozen=True, kw_only=True):
    """How long a kind of record is kept, counted from which event, and why."""

    record: Annotated[str, one_of("casework", "session", "message", "anonymous_meeting", "access_event")]
    trigger: Annotated[str, one_of("casework_closed", "ended", "sent", "meeting_held", "recorded")]
    keep: Period
    then: Fate = Fate.DESTROY
    export_before: bool = False


class Keeper(StrEnum):
    """Who answers for what a municipality tells its committee, and receives what is told upwards."""

    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class Indicator(Named, frozen=True, kw_only=True):
    """What a committee follows; never about an individual (ALL-09).

    `measure` and `besides` are of the closed list in `measures`. A count below `smallest_group` is not shown.
    `within`: how soon is soon, where the measure asks. `judgement`: numbers leave only with an overall judgement in
    words. `expectation` says in words what is hoped for; it never weighs on what a professional may or must do.
    """

    every: Period
    measure: str
    besides: tuple[str, ...] = ()
    within: Period | None = None
    keepers: tuple[Keeper, ...] = (Keeper.LEADER, Keeper.ADMINISTRATOR)
    smallest_group: int = 5
    judgement: bool = True
    expectation: Text = Text()
    rule: str = ""
    also: tuple[str, ...] = ()


FOLLOWERS = {
    "coordinator": Text("Den, der holder trådene", "Who holds the thread"),
    "convener": Text("Den, der har indkaldt mødet", "Who has called the meeting"),
}
"""Who follows up a deadline without being a role of the model: in the words used where the model has none."""


class Escalation(Clause, frozen=True, kw_only=True):
    """Who is told when something has not been done: `after` counts from the deadline.

    `deadline` is that of a meeting or a reassessment; `to` a role, or `coordinator` or `convener` of the very case.
    """

    deadline: str
    after: Period
    to: str


class UnitKind(Named, frozen=True, kw_only=True):
    """A kind of place: a school, a day care. `service` is whose it is."""

    service: str = ""
    private: bool = False


class FamilyText(Part, frozen=True, kw_only=True):
    """A text written for the family, by key."""

    key: str
    text: Text
    when: Condition = Condition()
    rule: str = ""
