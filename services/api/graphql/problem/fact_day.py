"""``FactDay``: when a confirmed fact happened."""

from collections.abc import Iterable
from datetime import date

from services.api.graphql.fields import input_field, input_type


@input_type(description="The day on which a confirmed fact happened or became known.")
class FactDay:
    """A fact and its day."""

    fact: str = input_field(description="Key of a fact that is confirmed.")
    on: date = input_field(description="The Danish day, not after today.")


def read_days(said: Iterable[FactDay] | None) -> dict[str, date]:
    """The days by fact; of two for one fact the last counts."""
    return {one.fact: one.on for one in said or ()}
