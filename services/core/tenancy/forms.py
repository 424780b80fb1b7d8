"""Forms: typed fields with who sees each. A filled form keeps the model version and form it began under."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated, Final

from services.core.tenancy.language import Clause, Condition, Part, Text, one_of


class FieldKind(StrEnum):
    """What can be written in a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    SCALE = "scale"
    DATE = "date"
    BOOLEAN = "boolean"
    LIST = "list"


class Audience(StrEnum):
    """Who can read a field."""

    PROFESSIONALS = "professionals"
    FAMILY = "family"
    CHILD = "child"
    NETWORK = "network"


class Use(StrEnum):
    """What a form serves as; one form can be several."""

    CONVENING = "convening"
    AGENDA = "agenda"
    MINUTES = "minutes"
    HANDOVER = "handover"
    EVALUATION = "evaluation"


USES: Final = {
    Use.CONVENING: Text("indkaldelse", "invitation"),
    Use.AGENDA: Text("dagsorden", "agenda"),
    Use.MINUTES: Text("referat", "minutes"),
    Use.HANDOVER: Text("overlevering", "handover"),
    Use.EVALUATION: Text("evaluering", "evaluation"),
}
"""What each is called."""

COLOURS: Final = ("green", "yellow", "blue", "red")
"""What paper there is: each is a tint in which a document is printed, and named in no other way."""

_BEFOREHAND: Final = frozenset({Use.CONVENING, Use.AGENDA})


class Option(Part, frozen=True, kw_only=True):
    """One possible answer."""

    key: str
    text: Text


class Field(Clause, frozen=True, kw_only=True):
    """One question. `source` names what the system already knows: nothing is asked for twice (ALL-10)."""

    key: str
    label: Text
    kind: FieldKind
    help: Text = Text()
    required: bool = False
    visible_to: tuple[Audience, ...] = (Audience.PROFESSIONALS, Audience.FAMILY)
    options: tuple[Option, ...] = ()
    scale_from: int = 0
    scale_to: int = 10
    source: str = ""
    when: Condition = Condition()


class Form(Clause, frozen=True, kw_only=True):
    """A form; `version` is raised when a field changes its meaning.

    `uses`: what it serves as; a meeting's form is filled before it where it is invitation or agenda, and its end waits
    for it only where it is the minutes. `at_most`: it may ask so many questions and no more (ALL-10). `colour`: that of the
    paper by which people know it.
    """

    key: str
    name: Text
    version: int = 1
    text: Text = Text()
    uses: tuple[Use, ...] = (Use.MINUTES,)
    at_most: int | None = None
    colour: Annotated[str, one_of(*COLOURS)] = ""
    fields: tuple[Field, ...]


def readable(form: Form, audience: Collection[Audience]) -> tuple[Field, ...]:
    """The fields of a form that these readers may read, in their order: exactly those that name one of them."""
    return tuple(one for one in form.fields if not set(audience).isdisjoint(one.visible_to))


def begun_beforehand(form: Form) -> bool:
    """Whether a meeting's form is filled in before the meeting already: it invites, or it is the agenda (RA-37)."""
    return not _BEFOREHAND.isdisjoint(form.uses)
