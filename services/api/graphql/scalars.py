"""Dates and times as the contract writes them: ISO 8601, UTC out, a zone required in."""

from datetime import UTC, date, datetime

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Between them every birth, meeting and retention lies; what is counted from a day outside them can end nowhere."""


def read_datetime(value: object) -> datetime:
    """A moment with its zone, as UTC; raises ``GraphQLError`` for anything else."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else None
        if moment is not None and moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
            if FIRST_YEAR <= moment.year <= LAST_YEAR:
                return moment
    except (ValueError, OverflowError):
        pass
    raise GraphQLError("DateTime must be ISO 8601 with a zone, for example 2027-03-01T12:30:00+01:00.")


def write_datetime(value: datetime) -> str:
    """The moment in UTC, to the second, or finer where it is finer."""
    if value.tzinfo is None:
        raise ValueError("a time without a zone cannot be answered")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_date(value: object) -> date:
    """A calendar day; raises ``GraphQLError`` for anything else."""
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
        except ValueError:
            pass
    raise GraphQLError("Date must be a day as YYYY-MM-DD, for example 2027-03-01.")


SCALARS: dict[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment, ISO 8601: given in UTC (`2027-03-01T11:30:00Z`), taken with any zone.",
        serialize=write_datetime,
        parse_value=read_datetime,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A calendar day in Denmark, `YYYY-MM-DD`.",
        serialize=date.isoformat,
        parse_value=read_date,
    ),
}
