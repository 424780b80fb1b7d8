"""Made-up names of each town, Danish to the ear and no one's."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["staff", "mother", "father", "child"]

_FIRST: Final[dict[Kind, tuple[str, ...]]] = {
    "staff": (
        "Mette", "Søren", "Anette", "Birgit", "Klaus", "Pernille", "Dorthe", "Sanne", "Palle", "Lone", "Kirsten",
        "Rikke", "Arne", "Ditte", "Karsten", "Hanne", "Torben", "Inge", "Bodil", "Ejvind", "Gitte", "Preben",
    ),
    "mother": (
        "Anna", "Camilla", "Louise", "Helle", "Sofie", "Tina", "Maria", "Karen", "Nanna", "Trine", "Åse", "Signe",
        "Line", "Maja", "Ida", "Julie",
    ),
    "father": (
        "Jesper", "Thomas", "Brian", "Kim", "Rasmus", "Henrik", "Martin", "Lars", "Bjørn", "Peter", "Jonas",
        "Mikkel", "Jørgen", "Ole", "Simon", "Anders",
    ),
    "child": (
        "Asta", "Viggo", "Freja", "Storm", "Oskar", "Selma", "Esther", "Åge", "Øllegaard", "Ægir", "Liva",
        "Valdemar", "Ellen", "Hjalte", "Solveig", "Karla",
    ),
}  # fmt: skip
_STAFF: Final = (
    "Mosekonge", "Sivsko", "Birkebæk", "Tangmand", "Rugmark", "Klitvang", "Enghave", "Stærmose", "Lyngtorp",
    "Havrekær", "Pilestub", "Ulvedal", "Krattegn", "Vindeltrappe", "Hyldetop", "Mosebryg",
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
    """The names of one town; first names go round their kind, so that no two towns call the same role alike."""

    tenant: str

    def first(self, kind: Kind, number: int) -> str:
        """The first name of the ``number``-th of its kind in the cast."""
        # Randers begins the round: its head of school is Mette.
        order = ("randers", "slagelse", "ringsted")
        turn = order.index(self.tenant) if self.tenant in order else len(order)
        return _FIRST[kind][(number + 5 * turn) % len(_FIRST[kind])]

    def staff(self, number: int) -> str:
        """A professional's full name."""
        return f"{self.first('staff', number)} {_STAFF[number % len(_STAFF)]}"

    def family(self, kind: Kind, number: int, family: int) -> str:
        """The full name of someone of a family: everyone of one family has its surname."""
        return f"{self.first(kind, number)} {FAMILIES[family % len(FAMILIES)]}"

    def place(self, template: str) -> str:
        """A unit's name."""
        school, school2, daycare, centre = _PLACES.get(self.tenant, _ELSEWHERE)
        return template.format(school=school, school2=school2, daycare=daycare, centre=centre)

    def hint(self, key: str, kind: Kind, number: int) -> str:
        """The login hint: tenant, role and first name, in letters every shell takes."""
        return f"{self.tenant}-{key}-{self.first(kind, number).lower().translate(_FOLDED)}"
