"""What was said, written and agreed at the two meetings that each town has behind it. Made up, about nobody."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Said:
    """A perspective: the answer on the scale in tenths of the way up, and words for as many questions as ask for some."""

    tenths: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement. ``by``: a key of the cast; days count from the meeting; ``done_after`` None: not done."""

    what: str
    by: str
    due_after: int
    done_after: int | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """A meeting of the past. Days count from today; ``forms`` by a field's key, as far as the model's form has it.

    ``child`` was told to an adult, with a drawing where ``drawn``; ``reason`` why the outcome was chosen.
    """

    called: int
    held: int
    reason: str
    forms: dict[str, str]
    child: Said
    mother: Said
    father: Said
    agreed: tuple[Agreed, ...]
    drawn: bool = False


FIRST: Final = Behind(
    called=-62,
    held=-49,
    reason="Alle ser det samme: frikvarteret er svært, og skolen og hjemmet vil prøve sammen, før flere kommer til.",
    forms={
        "problem": "Uro i frikvartererne. Kommer ofte i konflikt ved boldburet.",
        "situation": "Uro i frikvartererne. Kommer ofte i konflikt ved boldburet.",
        "see_happen": "At frikvarteret bliver et sted, man glæder sig til.",
        "tried_locally": "En fast voksen på gårdtur. Det hjalp de dage, hvor det var den samme.",
        "tried": "En fast voksen på gårdtur. Det hjalp de dage, hvor det var den samme.",
        "works": "En voksen, der kender barnet\nAt vide, hvad der skal ske",
        "risk_factors": "Konflikter, når legen skifter\nLidt søvn før skoledage",
        "protective_factors": "Tegner godt og gerne\nEn god ven i parallelklassen",
        "resources_family": "Taler om dagen hver aften\nMormor bor tæt på",
        "resources_network": "Fodboldtræneren kender barnet godt",
        "resources_professionals": "Pædagogen, som barnet falder til ro hos",
        "new_possibilities": "En rolig leg at vælge i hvert frikvarter.",
    },
    child=Said(2, ("Jeg kan godt lide at tegne.", "De andre skynder sig altid.", "At der er en voksen ude.")),
    mother=Said(3, ("Er god til at sige undskyld.", "Vil ikke af sted om mandagen.", "Ro om morgenen.")),
    father=Said(
        3, ("Er stærk til fodbold.", "Bliver vred, når noget bliver lavet om.", "At vi hører det samme.")
    ),
    agreed=(Agreed("Et roligt sted at være i det lange frikvarter", "laerer", 14, done_after=5),),
    drawn=True,
)
SECOND: Final = Behind(
    called=-42,
    held=-21,
    reason="Der er fremgang i frikvartererne, og der er fortsat brug for, at flere ser på timerne sammen.",
    forms={
        "problem": "Frikvartererne går bedre. Nu er det skiftet fra pause til time, der er svært.",
        "situation": "Frikvartererne går bedre. Nu er det skiftet fra pause til time, der er svært.",
        "see_happen": "At timen begynder roligt for alle, også efter en svær pause.",
        "tried_locally": "Et roligt sted i det lange frikvarter. Det bliver brugt de fleste dage, og konflikterne er færre.",
        "tried": "Et roligt sted i det lange frikvarter. Det bliver brugt de fleste dage, og konflikterne er færre.",
        "works": "Det rolige sted\nAt komme ind i klassen før de andre\nEn fast aftale om morgenen",
        "risk_factors": "Larm, når alle kommer ind på én gang\nTræthed efter weekenden",
        "protective_factors": "Siger selv til, når det bliver for meget\nTo venner i klassen\nSkole og hjem taler sammen",
        "resources_family": "Far følger i skole om mandagen\nMormor henter om torsdagen",
        "resources_network": "Fodboldtræneren lader barnet være hjælpetræner",
        "resources_professionals": "Læreren åbner klassen fem minutter før\nPædagogen er ude i det lange frikvarter",
        "new_possibilities": "Timen begynder fem minutter før for dem, der vil. En opgave at gå ind til.",
        "community": "Klassen finder sammen på, hvordan en time begynder.",
        "follow_up_how": "Vi mødes igen om seks uger i samme kreds.",
    },
    child=Said(4, ("Min ven og det stille sted.", "Når alle råber på én gang.", "At jeg må gå ind først.")),
    mother=Said(4, ("Fortæller selv om sin dag nu.", "Mandage er stadig tunge.", "At aftalerne holder.")),
    father=Said(5, ("Hjælper sin lillebror.", "Søvnen halter.", "At vi mærker en forskel derhjemme.")),
    agreed=(
        Agreed("Klassen er åben fem minutter før timen", "laerer", 7, done_after=6),
        Agreed("I seng kl. 20 før skoledage, også i weekenden", "mor", 45),
        Agreed("Klassens egen aftale om, hvordan en time begynder", "leder", 14),
    ),
)
MEETINGS: Final = (FIRST, SECOND)
WAY: Final = {
    "randers": (("niveau_1_samtale", "enough"), ("netvaerksmoede_3", "progress")),
    "slagelse": (("se_ske_moede", "changes_agreed"), ("se_ske_moede", "changes_agreed")),
    "ringsted": (("samarbejdsmoede", "efforts"), ("samarbejdsmoede", "efforts")),
}
"""Which types the two meetings were, and what each came to; a town of another name has no past."""
ANSWER: Final = "Her er en kopi af det, vi har om dit barn. Ring, hvis noget er svært at forstå."
"""What the officer answered to the request that was settled."""
