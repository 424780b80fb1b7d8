"""What committees follow: figures in which nobody can be recognised, released only with a judgement in words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from services.core.calendar.periods import unrounded
from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.frame import Indicator
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model

_JUDGEMENT = Text(
    "Tal står ikke alene: den sammenfattende helhedsvurdering mangler.",
    "Numbers do not stand alone: the overall judgement is missing.",
)
_NOT_YET = Text("Perioden er ikke slut.", "The period is not over.")


@dataclass(frozen=True)
class Figure:
    """One group's count; None where it is too small to be shown."""

    group: str
    count: int | None


def indicator(model: Model, key: str) -> Indicator:
    """The indicator with this key; KeyError for an unknown one."""
    for one in model.indicators:
        if one.key == key:
            return one
    raise KeyError(key)


def figures(model: Model, key: str, counts: Mapping[str, int]) -> tuple[Figure, ...]:
    """The counts with the small ones left out. Where only one is left out the next smallest goes too, so that no
    total gives it away.
    """
    smallest = indicator(model, key).smallest_group
    hidden = {group for group, count in counts.items() if 0 < count < smallest}
    shown = sorted((count, group) for group, count in counts.items() if group not in hidden and count)
    if len(hidden) == 1 and shown:
        hidden.add(shown[0][1])
    return tuple(Figure(group, None if group in hidden else count) for group, count in counts.items())


def period_end(model: Model, key: str, began_on: dt.date) -> dt.date:
    """The last day of the period that began on `began_on`."""
    return unrounded(began_on, indicator(model, key).every) - dt.timedelta(days=1)


def may_release(model: Model, key: str, began_on: dt.date, today: dt.date, judgement: str) -> Decision:
    """Whether a period's figures may go to the committee: the period is over, and there is a judgement in words."""
    one = indicator(model, key)
    path = f"indicators/{key}"
    if today <= period_end(model, key, began_on):
        return Decision(False, (Reason("not_yet", _NOT_YET, one.rule, one.also, path),))
    if one.judgement and not judgement.strip():
        missing = Reason("judgement", _JUDGEMENT, "ALL-09", (one.rule,), path)
        return Decision(False, (missing,), needs=("judgement",))
    return Decision(True)
