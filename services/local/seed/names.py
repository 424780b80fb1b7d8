"""Made-up names of each town, Danish to the ear and no one's."""

from dataclasses import dataclass
from typing import Final

_FIRST: Final = (
    "Mette", "Søren", "Anette", "Birgit", "Klaus", "Pernille", "Dorthe", "Sanne", "Palle", "Lone", "Kirsten",
    "Rikke", "Arne", "Ditte", "Anna", "Jesper", "Camilla", "Thomas", "Louise", "Brian", "Kim", "Helle", "Sofie",
    "Rasmus", "Tina", "Henrik", "Asta", "Viggo", "Freja", "Storm", "Oskar", "Selma", "Ukendt", "Åge", "Øllegaard", "Ærø",
)  # fmt: skip
_STAFF: Final = (
    "Mosekonge", "Sivsko", "Birkebæk", "Tangmand", "Rugmark", "Klitvang", "Enghave", "Stærmose", "Lyngtorp",
    "Havrekær", "Pilestub", "Ulvedal", "Krattegn", "Vindeltrappe",
)  # fmt: skip
FAMILIES: Final = (
    "Kløverblad", "Vintergæk", "Bøgeskov", "Nattergal", "Solsort", "Regnbue", "Stjerneskud",
)  # fmt: skip
_PLACES: Final = {
    "randers": ("Laksetrappens Skole", "Fladbroskolen ved Åen", "Guldsmeden", "Elvehøj"),
    "slagelse": ("Borgbakkens Skole", "Bælthavets Skole", "Vikingeskibet", "Halsskov Have"),
    "ringsted": ("Klosterengens Skole", "Tingstenens Skole", "Mælkebøtten", "Søparken"),
}
_ELSEWHERE: Final = ("Byens Skole", "Landets Skole", "Tusindfryd", "Lindehuset")
_FOLDED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one town; first names go round, so that no two towns call the same role alike."""

    tenant: str

    def first(self, number: int) -> str:
        """The first name of the ``number``-th person of the cast."""
        # Randers begins the round: its head of school is Mette.
        order = ("randers", "slagelse", "ringsted")
        turn = order.index(self.tenant) if self.tenant in order else len(order)
        return _FIRST[(number + 5 * turn) % len(_FIRST)]

    def staff(self, number: int) -> str:
        """A professional's full name."""
        return f"{self.first(number)} {_STAFF[number % len(_STAFF)]}"

    def family(self, number: int, family: int) -> str:
        """The full name of someone of a family."""
        return f"{self.first(number)} {FAMILIES[family % len(FAMILIES)]}"

    def place(self, template: str) -> str:
        """A unit's name."""
        school, school2, daycare, centre = _PLACES.get(self.tenant, _ELSEWHERE)
        return template.format(school=school, school2=school2, daycare=daycare, centre=centre)

    def hint(self, key: str, number: int) -> str:
        """The login hint: tenant, role and first name, in letters every shell takes."""
        return f"{self.tenant}-{key}-{self.first(number).lower().translate(_FOLDED)}"
