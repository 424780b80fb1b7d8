"""Who lives and works in a synthetic municipality: the same roles everywhere, names of each town's own.

All names are made up and none of the CPR numbers can be anyone's: the day is raised by 60, and what the rest says
about a birthday says nothing about the person, whose birth date is reckoned from the day of the seeding (so that
the one who is nearly 18 is so whenever the system is started anew).
"""

from dataclasses import dataclass
from typing import Final, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

CLAIMS: Final = {
    "leader": ("rundbord.leder", "rundbord.fagperson"),
    "professional": ("rundbord.fagperson",),
    "adviser": ("rundbord.raadgiver", "rundbord.fagperson"),
    "administrator": ("rundbord.administrator",),
    "dpo": ("rundbord.dpo",),
    "auditor": ("rundbord.revisor",),
}
"""What the municipality's provider puts into the token, by the capacity it leads to."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit. ``kind`` is a key of the model's ``unit_kinds``; a place of a kind the model lacks is left out."""

    key: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Worker:
    """A professional. ``professions`` are tried in turn until the model knows one; "" needs none."""

    key: str
    professions: tuple[str, ...]
    role: Literal["professional", "leader", "adviser", "administrator", "dpo", "auditor"]
    place: str
    sees: str


@dataclass(frozen=True, slots=True)
class Adult:
    """Someone of a family, with custody or without."""

    key: str
    family: int
    sees: str
    protected: bool = False

    @property
    def kind(self) -> Literal["mother", "father"]:
        """Whose first names fit: the keys say who is whose mother."""
        return "mother" if self.key.startswith("mor") else "father"


@dataclass(frozen=True, slots=True)
class Young:
    """A child. ``days`` is how long after the birthday it is (negative: how long before the next year)."""

    key: str
    family: int
    age: int | None
    days: int
    place: str
    holders: tuple[str, ...]
    relations: tuple[tuple[str, str], ...] = ()
    protected: bool = False
    sees: str = ""
    """What they see when they log in themselves; empty for those too young."""


PLACES: Final = (
    Place("omraade", "centre", "Børn og Unge"),
    Place("skole", "school", "{school}"),
    Place("skole2", "school", "{school2}"),
    Place("dagtilbud", "day_care", "Børnehuset {daycare}"),
    Place("sundhed", "health_team", "Sundhedsplejen"),
    Place("ppr", "ppr_team", "PPR"),
    Place("familiecenter", "centre", "Familiecentret {centre}"),
)

WORKERS: Final = (
    Worker(
        "leder", ("school_leader",), "leader", "skole", "alle børn på egen skole; indkalder og leder møder"
    ),
    Worker("leder2", ("school_leader",), "leader", "skole2", "kun børn på den anden skole"),
    Worker("dagtilbudsleder", ("day_care_leader",), "leader", "dagtilbud", "alle børn i eget dagtilbud"),
    Worker(
        "sundhedsleder",
        ("health_visitor",),
        "leader",
        "sundhed",
        "ufødte og børn, som sundhedsplejen har ansvaret for",
    ),
    Worker("laerer", ("class_teacher",), "professional", "skole", "de børn, læreren er klasselærer for"),
    Worker("laerer2", ("class_teacher", "teacher"), "professional", "skole2", "et barn på den anden skole"),
    Worker("paedagog", ("contact_pedagogue",), "professional", "dagtilbud", "et barn som kontaktpædagog"),
    Worker("sundhedsplejerske", ("health_visitor",), "professional", "sundhed", "ufødt og mindre barn"),
    Worker("psykolog", ("psychologist",), "professional", "ppr", "kun børn fra møder, som er indkaldt"),
    Worker("logopaed", ("speech_therapist",), "professional", "ppr", "intet, før nogen indkalder"),
    Worker(
        "socialraadgiver",
        ("outreach_social_worker", "preventive_social_worker", "family_worker"),
        "professional",
        "familiecenter",
        "kun børn fra møder, som er indkaldt",
    ),
    Worker("raadgiver", ("social_worker",), "adviser", "familiecenter", "børn med en aktiv sag"),
    Worker("administrator", ("",), "administrator", "omraade", "opsætning; ingen børn"),
    Worker("dpo", ("",), "dpo", "omraade", "opbevaring, sletning og spor; intet barn uden begrundelse"),
)

LATECOMERS: Final = (
    Worker(
        "administrator2", ("",), "administrator", "omraade", "opsætning; godkender, hvad andre har foreslået"
    ),
    Worker("revisor", ("",), "auditor", "omraade", "sporet: hvem der har set noget, og om det er helt"),
)
"""Numbered after the other professionals, so that nobody's name changes because they came."""

ADULTS: Final = (
    Adult("mor", 0, "tre børn; det ene med to møder bag sig og et foran"),
    Adult("far", 0, "de samme børn, uden den anden forælders svar"),
    Adult("mor-beskyttet", 1, "eget barn; bor på beskyttet adresse", protected=True),
    Adult("far-delt", 1, "det samme barn, uden den anden forælders adresse og svar"),
    Adult("mor-alene", 2, "eget barn; har bedt om en kopi af sine data"),
    Adult("far-uden", 2, "intet: har ikke forældremyndighed"),
    Adult("papfar", 2, "intet: stedforælder"),
    Adult("mor-voksen", 3, "sin 17-årige, til midnat før 18-årsdagen"),
    Adult("mor-gravid", 4, "sit ufødte barn og et mindre barn"),
    Adult("far-gravid", 4, "det mindre barn"),
    Adult("mor-sag", 5, "et barn med en aktiv sag; navn og adresse er beskyttet", protected=True),
    Adult("far-skole2", 6, "et barn på den anden skole"),
)

CHILDREN: Final = (
    Young("barn", 0, 10, 100, "skole", ("mor", "far"), (("laerer", "class_teacher"),)),
    Young("soeskende", 0, 4, 50, "dagtilbud", ("mor", "far"), (("paedagog", "contact_pedagogue"),)),
    Young("barn-delt", 1, 12, 200, "skole", ("mor-beskyttet", "far-delt"), (("laerer", "class_teacher"),)),
    Young("barn-alene", 2, 8, 20, "skole", ("mor-alene",)),
    Young("unge-17", 3, 17, 345, "skole", ("mor-voksen",), sees="sin egen sag; bliver 18 om få uger"),
    Young("unge-15", 0, 15, 60, "skole", ("mor", "far"), sees="sin egen sag fra de 15 år"),
    Young("ufoedt", 4, None, 0, "sundhed", ("mor-gravid",), (("sundhedsplejerske", "health_visitor"),)),
    Young(
        "mindre",
        4,
        2,
        30,
        "dagtilbud",
        ("mor-gravid", "far-gravid"),
        (("sundhedsplejerske", "health_visitor"),),
    ),
    Young("barn-sag", 5, 9, 150, "skole", ("mor-sag",), (("raadgiver", "adviser"),), protected=True),
    Young("barn-skole2", 6, 11, 80, "skole2", ("far-skole2",), (("laerer2", "class_teacher"),)),
)


def person_id(tenant: str, key: str) -> UUID:
    """The id of someone of the cast: the same in every installation, so that tests can refer to it."""
    return uuid5(NAMESPACE_URL, f"rundbord:seed:{tenant}:{key}")


def source_key(tenant: str, key: str) -> str:
    """By what the municipality's own systems know someone; for professionals the staff id in the token."""
    return f"{tenant}-{key}"
