"""What committees follow: figures in which nobody can be recognised, released only with a judgement in words.

Why no child can be made out (ALL-09), also by comparing figures with each other and with what somebody knows already:

- *Children are counted, each once a measure and period.* A meeting more or less of one child changes nothing, and a
  figure's size is the number of children behind it.
- *The municipality is the smallest unit.* No figure is made for a unit, a district or a person. Who knows one unit by
  heart subtracts it: hence a part is large enough only if `smallest` children remain without any one unit.
- *Everything shown is a part of a whole that is taken to be known.* So the rest is a figure too: a part is shown only
  where what is left is large enough as well, or where any number from none to `smallest - 1` of it still fits.
- *Nought is a small number.* "None" tells of each child as much as "all"; neither is ever shown. Only a list of parts
  may leave out those that nobody is in, as long as more than one remains.
- *Measures that could be subtracted from one another have one whole.* All about meetings divide the same children, so a
  ticked box is shown against all of them and never against those who had that type of meeting. Children by type and
  by level, where one is the sum of the other, cannot both be in a model (`check`).
- *Which parts are put together is not chosen by size*: it tells nothing of the sizes.
- *Counted once.* A period is counted when it is over and never again; periods of a measure lie on one grid and cannot
  overlap (the database refuses), so no two counts differ by a few days and a few children. What was too small to be
  shown is not kept.
- *A child that is erased* leaves no row behind; in what was counted it is one of at least `smallest`.
"""

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from services.core.calendar.periods import add_months, unrounded
from services.core.tenancy.decision import Decision, Reason
from services.core.tenancy.frame import Indicator
from services.core.tenancy.language import Period, Text, Unit
from services.core.tenancy.measures import EVALUATION, FIELD, GROUND, Measure, Shape, measure_of
from services.core.tenancy.model import Model

ALL = ""
"""The whole that a measure's parts divide."""
REST = "rest"
"""Parts that are too small to be shown alone, together."""
OTHER = "other"
"""Whatever is of no part that the model has any more, or of none."""
VALUE = "value"
"""What somebody entered."""

_JUDGEMENT = Text(
    "Tal står ikke alene: den sammenfattende helhedsvurdering mangler.",
    "Numbers do not stand alone: the overall judgement is missing.",
)
_NOT_YET = Text("Perioden er ikke slut.", "The period is not over.")
_OTHER = Text("Andre", "Others")
_MONTHS = {Unit.MONTHS: 1, Unit.HALF_YEARS: 6, Unit.YEARS: 12}
_YEAR = 12

Counts: TypeAlias = Mapping[str, Mapping[str, int]]
"""Children by part and unit."""


@dataclass(frozen=True)
class Figure:
    """A number that may be seen; None where it may not. `small`: since it is too small."""

    group: str
    number: float | None
    small: bool = False


def indicator(model: Model, key: str) -> Indicator:
    """The indicator with this key; KeyError for an unknown one."""
    for one in model.indicators:
        if one.key == key:
            return one
    raise KeyError(key)


def measures_of(one: Indicator) -> tuple[Measure, ...]:
    """What the indicator measures, its own first; `check` tells of one that is unknown."""
    return tuple(found for key in (one.measure, *one.besides) if (found := measure_of(key)))


def parts_of(model: Model, measure: Measure) -> tuple[tuple[str, Text], ...]:
    """A measure's parts with their names: its own, or those of the model."""
    if measure.key == "meetings_by_type":
        return (*((one.key, one.name) for one in model.meetings), (OTHER, _OTHER))
    if measure.key == "meetings_by_level":
        return (*((str(one.number), one.name) for one in model.levels), (OTHER, _OTHER))
    return measure.groups


def name_of(model: Model, measure: Measure) -> Text:
    """What a measure is called: a ticked box as its form asks."""
    if measure.key.startswith(GROUND):
        key = measure.key.removeprefix(GROUND)
        grounds = (ground for meeting in model.meetings for ground in meeting.grounds if ground.key == key)
        return next((ground.text for ground in grounds), measure.name)
    if not measure.key.startswith((FIELD, EVALUATION)):
        return measure.name
    form, _, key = measure.key.partition(":")[2].partition(".")
    fields = next((one.fields for one in model.forms if one.key == form), ())
    return next((field.label for field in fields if field.key == key), measure.name)


def ticked(model: Model, prefix: str, form: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The measures with this prefix whose box in the form was ticked, as the model's indicators count them."""
    found = []
    for one in model.indicators:
        for key in (one.measure, *one.besides):
            named, _, field = key.removeprefix(prefix).partition(".")
            if key.startswith(prefix) and named == form and values.get(field) == "true":
                found.append(key)
    return tuple(found)


def grounds_counted(model: Model, grounds: Iterable[str]) -> tuple[str, ...]:
    """The measures that count one of these grounds of a meeting."""
    given = {f"{GROUND}{ground}" for ground in grounds}
    return tuple(key for one in model.indicators for key in (one.measure, *one.besides) if key in given)


def figures(model: Model, measure: Measure, counts: Counts, smallest: int) -> tuple[Figure, ...]:
    """What may be shown of a counted measure: the whole, then its parts as far as they are large enough."""
    known = [key for key, _ in parts_of(model, measure)] or [ALL]
    parts = {key: Counter(counts.get(key, {})) for key in known}
    if OTHER in parts:
        parts[OTHER] = _together(Counter(one) for key, one in counts.items() if key not in known[:-1])
    whole = _together(parts.values())
    if _beyond_one_unit(whole) < smallest:
        return (Figure(ALL, None, small=True),)
    found = [Figure(ALL, whole.total())]
    # Of two parts each is the other's rest.
    if measure.shape is Shape.PARTS and len(parts) > 2:
        found += _parts(parts, smallest)
    elif measure.shape is not Shape.COUNT:
        found += _steps(parts, smallest)
    return tuple(found)


def _steps(parts: dict[str, Counter[str]], smallest: int) -> Iterator[Figure]:
    """Each part, else the first against the others together, else the one that is too small."""
    sizes = {key: _beyond_one_unit(part) for key, part in parts.items()}
    if len(parts) > 2 and min(sizes.values()) < smallest:
        first, *others = parts
        yield from _steps({first: parts[first], REST: _together(parts[key] for key in others)}, smallest)
        return
    small = {key for key, size in sizes.items() if size < smallest}
    # Which one it is, is told only where it could be anything from none on and the other large in any spread: twice
    # `smallest` in two units leave that many beyond one.
    apart = _beyond_one_unit(_together(parts.values())) >= 3 * smallest - 1 and len(small) == 1
    for key, part in parts.items():
        yield Figure(key, None if small else part.total(), small=apart and key in small)


def _parts(parts: dict[str, Counter[str]], smallest: int) -> Iterator[Figure]:
    """The large parts and the small ones together; none at all where the sum would tell of one."""
    large = {key: part for key, part in parts.items() if _beyond_one_unit(part) >= smallest}
    rest = _together(part for key, part in parts.items() if key not in large)
    if rest:
        room = (len(parts) - len(large) - 1) * (smallest - 1)
        told = bool(large) and _beyond_one_unit(rest) >= smallest and rest.total() <= room
    else:
        told = len(large) > 1
    if told:
        yield from (Figure(key, part.total()) for key, part in large.items())
        if rest:
            yield Figure(REST, rest.total())


def _together(parts: Iterable[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in parts:
        found.update(part)
    return found


def _beyond_one_unit(part: Counter[str]) -> int:
    """How many children remain for one who knows the unit that has most of them."""
    return part.total() - max(part.values(), default=0)


def entered(measure: Measure, value: float, respondents: int, smallest: int) -> tuple[Figure, ...]:
    """What may be kept of a figure that somebody enters; ValueError for one that cannot be.

    A count is itself the number of people; a share (in percent) and a score are of `respondents`.
    """
    if value < 0 or respondents < 0 or (measure.shape is Shape.ENTERED_SHARE and value > 100):
        raise ValueError(measure.key)
    if measure.shape is Shape.ENTERED_COUNT:
        small = value < smallest
        return (Figure(VALUE, None if small else value, small=small),)
    if respondents < smallest:
        return (Figure(ALL, None, small=True), Figure(VALUE, None, small=True))
    yes = respondents * value / 100
    small = measure.shape is Shape.ENTERED_SHARE and min(yes, respondents - yes) < smallest
    return (Figure(ALL, respondents), Figure(VALUE, None if small else value, small=small))


def on_grid(every: Period) -> bool:
    """Whether a year divides into such periods: then they never overlap, and everyone means the same by a quarter."""
    return every.unit in _MONTHS and every.count > 0 and _YEAR % (every.count * _MONTHS[every.unit]) == 0


def period_with(every: Period, day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the period that a day is in."""
    months = every.count * _MONTHS[every.unit]
    first = dt.date(day.year, (day.month - 1) // months * months + 1, 1)
    last = add_months(first, months - 1)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def periods_over(every: Period, since: dt.date, today: dt.date, most: int) -> list[tuple[dt.date, dt.date]]:
    """The latest periods, at most so many, that ended on `since` or later and are over today; the oldest first."""
    found: list[tuple[dt.date, dt.date]] = []
    period = period_with(every, today)
    while len(found) < most:
        period = period_with(every, period[0] - dt.timedelta(days=1))
        if period[1] < since:
            break
        found.append(period)
    return found[::-1]


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
