"""When meetings of a type are held, how long, how often a year, and when one may be cancelled."""

from typing import Annotated, Final

from services.core.tenancy.language import Clause, Condition, Part, Period, Text, Unit, one_of

TWO_MONTHS: Final = Period(2, Unit.MONTHS)


class Yearly(Part, frozen=True, kw_only=True):
    """How many meetings a year at units of these kinds; no kinds: everywhere."""

    unit_kinds: tuple[str, ...] = ()
    at_least: int
    at_most: int


class Rhythm(Clause, frozen=True, kw_only=True):
    """When meetings of the type are held; `every` belongs to fixed_interval, `yearly` to fixed_slots.

    `fix_before`: so long before the fixed times run out the leader of the place is asked to fix the next ones.
    """

    kind: Annotated[str, one_of("ad_hoc", "as_needed", "fixed_interval", "fixed_slots")] = "ad_hoc"
    every: Period | None = None
    yearly: tuple[Yearly, ...] = ()
    fix_before: Period = TWO_MONTHS
    note: Text = Text()


class Length(Clause, frozen=True, kw_only=True):
    """Minutes: of the whole meeting, or of each child in a meeting about several (`per_child`)."""

    at_least: int = 0
    at_most: int | None = None
    per_child: bool = False


class Cancellation(Clause, frozen=True, kw_only=True):
    """When a meeting of the type may be cancelled."""

    only_without_requests: bool = False
    notice: Period | None = None
    by: tuple[str, ...] = ()


class HomeVisit(Clause, frozen=True, kw_only=True):
    """How a meeting steps into a home: who has said yes to it first, and how it is done."""

    agreed_with: tuple[str, ...] = ()
    how: Text = Text()
    when: Condition = Condition()
