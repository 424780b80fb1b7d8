"""What a birth date decides: when custody ends by itself, and from when the young person may look for themselves."""

from datetime import date, datetime, timedelta
from typing import Final

from services.core.calendar.instants import midnight_of_birthday
from services.core.tenancy.frame import AgeRight
from services.core.tenancy.model import Model

MAJORITY: Final = 18
_UNBORN: Final = timedelta(days=19 * 366)
_TERM: Final = timedelta(weeks=40)


def majority_at(born_on: date | None, now: datetime) -> datetime:
    """Midnight Europe/Copenhagen of the 18th birthday, in UTC: from that instant on custody is over.

    For the unborn an instant no 18th birthday can lie behind; the birth date replaces it.
    """
    return now + _UNBORN if born_on is None else midnight_of_birthday(born_on, MAJORITY)


def is_adult(born_on: date | None, now: datetime) -> bool:
    """Whether a child or young person is 18 or older at ``now``."""
    return born_on is not None and now >= midnight_of_birthday(born_on, MAJORITY)


def pregnancy_week(expected_on: date | None, day: date) -> int | None:
    """How many whole weeks a pregnancy has lasted on a Copenhagen day: week 14 is 14+0 to 14+6 of the 40 to term.

    None where the expected day of birth is not known, and before the pregnancy began.
    """
    if expected_on is None:
        return None
    lasted = (day - (expected_on - _TERM)).days
    return lasted // 7 if lasted >= 0 else None


def own_access_age(model: Model) -> int:
    """From which age a young person may log in: what the model says, and never later than they answer for themselves.

    Who is asked for consent must be able to see what it is about.
    """
    said = [right.from_age for right in model.population.rights if right.opens_portal]
    return min([*said, *(purpose.own_from_age for purpose in model.purposes)], default=MAJORITY)


def rights_of(model: Model, born_on: date | None, now: datetime) -> tuple[AgeRight, ...]:
    """What is a child's own at ``now``, each from midnight in Denmark of its birthday; of the unborn nothing is."""
    if born_on is None:
        return ()
    return tuple(
        right for right in model.population.rights if now >= midnight_of_birthday(born_on, right.from_age)
    )


def self_access_from(model: Model, born_on: date | None) -> datetime | None:
    """When the young person may see the own case, in UTC; None for the unborn, who get it with their birth date."""
    return None if born_on is None else midnight_of_birthday(born_on, own_access_age(model))


_ORDER: Final = str.maketrans("æøåäöü", "{|}{|y")


def danish_key(name: str) -> str:
    """By what names are sorted: æ ø å last, aa as å. The same key as the database's ``danish_key``."""
    return name.lower().replace("aa", "å").translate(_ORDER)
