"""What an indicator can measure: a closed list, since each has its own way of being counted or entered.

Everything counted is counted in children, each once, and divides a group of them into parts: so a figure tells how many
children it is about, and what may be shown can be judged from that alone (`indicators.figures`).
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from services.core.tenancy.language import Text

FIELD = "field:"
"""A measure that is a box ticked in a form: `field:<form>.<field>`."""

GROUND = "ground:"
"""A measure that is a ground for a meeting, of whatever type: `ground:<ground>`, e.g. an event that strikes a family."""
EVALUATION = "evaluation:"
"""A measure that is a box ticked as a network was evaluated: `evaluation:<form>.<field>`."""


class Shape(StrEnum):
    """How a measure's figures hang together, which decides what can be shown of them."""

    COUNT = "count"
    SHARE = "share"
    STEPS = "steps"
    PARTS = "parts"
    ENTERED_COUNT = "entered_count"
    ENTERED_SHARE = "entered_share"
    ENTERED_SCORE = "entered_score"


@dataclass(frozen=True)
class Measure:
    """One measure. `whom` says whom its total counts; `groups` are its parts, in the order in which they are told.

    A measure of parts has those of the model: its meeting types or levels.
    """

    key: str
    shape: Shape
    name: Text
    whom: Text
    groups: tuple[tuple[str, Text], ...] = ()

    @property
    def entered(self) -> bool:
        """Whether somebody writes its figure, instead of the system counting it."""
        return self.shape in (Shape.ENTERED_COUNT, Shape.ENTERED_SHARE, Shape.ENTERED_SCORE)


_MET = Text("børn med et møde holdt i perioden", "children with a meeting held in the period")
_ANSWERED = Text("svar", "answers")


def _share(key: str, name: Text, whom: Text, yes: Text, no: Text) -> Measure:
    return Measure(key, Shape.SHARE, name, whom, (("yes", yes), ("no", no)))


_FIELD = _share(
    FIELD,
    Text("Afkrydset i skemaet", "Ticked in the form"),
    _MET,
    Text("Ja, ved et møde", "Yes, at a meeting"),
    Text("Ikke afkrydset", "Not ticked"),
)
_GROUND = _share(
    GROUND,
    Text("Anledning til et møde", "Ground for a meeting"),
    _MET,
    Text("Ja, ved et møde", "Yes, at a meeting"),
    Text("Andre anledninger", "Other grounds"),
)
_EVALUATION = _share(
    EVALUATION,
    Text("Svaret ved evalueringen", "Answered at the evaluation"),
    Text("børn, hvis netværk er evalueret i perioden", "children whose network was evaluated in the period"),
    Text("Ja, hver gang", "Yes, each time"),
    Text("Ikke hver gang", "Not each time"),
)
MEASURES = {
    one.key: one
    for one in (
        Measure(
            "perspectives",
            Shape.STEPS,
            Text("Barnets perspektiv", "The child's perspective"),
            _MET,
            (
                ("obtained", Text("Indhentet ved alle møder", "Obtained at every meeting")),
                ("attempted", Text("Forsøgt, men ikke altid indhentet", "Tried, but not always obtained")),
                ("missing", Text("Hverken indhentet eller forsøgt", "Neither obtained nor tried")),
            ),
        ),
        _share(
            "parent_perspectives",
            Text("Forældrenes perspektiv", "The parents' perspective"),
            _MET,
            Text("Indhentet ved alle møder", "Obtained at every meeting"),
            Text("Ikke ved alle møder", "Not at every meeting"),
        ),
        _share(
            "family_attended",
            Text("Familien var med til mødet", "The family was at the meeting"),
            _MET,
            Text("Med til alle møder", "At every meeting"),
            Text("Ikke med til alle møder", "Not at every meeting"),
        ),
        _share(
            "family_heard",
            Text(
                "Familien blev spurgt, før dagsordenen lå fast",
                "The family was asked before the agenda was final",
            ),
            _MET,
            Text("Spurgt før alle møder", "Asked before every meeting"),
            Text("Ikke spurgt før alle møder", "Not asked before every meeting"),
        ),
        Measure(
            "meetings_by_type",
            Shape.PARTS,
            Text("Børn efter mødetype", "Children by type of meeting"),
            _MET,
        ),
        Measure("meetings_by_level", Shape.PARTS, Text("Børn efter niveau", "Children by level"), _MET),
        Measure(
            "first_meeting",
            Shape.STEPS,
            Text("Fra problematik til første møde", "From problem to first meeting"),
            _MET,
            (
                ("soon", Text("Første møde inden for fristen", "First meeting in time")),
                ("later", Text("Første møde senere", "First meeting later")),
                ("further", Text("Kun opfølgende møder i perioden", "Only further meetings in the period")),
            ),
        ),
        _share(
            "agreements_done",
            Text("Aftaler gjort til tiden", "Agreements done in time"),
            Text("børn med aftaler, der forfaldt i perioden", "children with agreements due in the period"),
            Text("Alle gjort til tiden", "All done in time"),
            Text("Ikke alle til tiden", "Not all in time"),
        ),
        _share(
            "follow_ups_in_time",
            Text("Opfølgning holdt til tiden", "Follow-up held in time"),
            Text(
                "børn med en opfølgning, der forfaldt i perioden",
                "children with a follow-up due in the period",
            ),
            Text("Holdt til tiden", "Held in time"),
            Text("Ikke holdt til tiden", "Not held in time"),
        ),
        Measure(
            "underretninger",
            Shape.COUNT,
            Text("Underretninger", "Underretninger"),
            Text(
                "børn, som der er sendt en underretning om fra systemet",
                "children about whom an underretning was sent from the system",
            ),
        ),
        Measure("reported", Shape.ENTERED_COUNT, Text("Indberettet antal", "Reported number"), Text()),
        Measure(
            "reported_share", Shape.ENTERED_SHARE, Text("Indberettet andel", "Reported share"), _ANSWERED
        ),
        Measure(
            "reported_score", Shape.ENTERED_SCORE, Text("Indberettet score", "Reported score"), _ANSWERED
        ),
    )
}
"""Every measure with a name of its own."""


def measure_of(key: str) -> Measure | None:
    """The measure with this key, or None for one that nobody knows how to count."""
    for prefix, one in ((FIELD, _FIELD), (EVALUATION, _EVALUATION)):
        form, _, field = key.removeprefix(prefix).partition(".")
        if key.startswith(prefix):
            return replace(one, key=key) if form and field else None
    if key.startswith(GROUND):
        return replace(_GROUND, key=key) if key != GROUND else None
    return MEASURES.get(key)
