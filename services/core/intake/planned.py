"""A row and what is to be done with it, in words that an administrator may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from services.core.identity import PersonId
from services.core.intake.known import Found, Pending
from services.core.intake.records import PersonRecord, Record, Told, kind_of
from services.core.intake.rules import Wrong, as_errors
from services.core.intake.source import RowError
from services.core.person.details import PersonDetails

Action: TypeAlias = Literal["new", "changed", "same", "wrong"]
MASK: Final = "•••"
"""What stands for what is about a child or one of a family: an administrator sees that it changes and not to what."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a change, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be done with a row. ``found``: whom or what its own key names, ``pointed``: what its fields name."""

    told: Told
    action: Action
    fields: tuple[Field, ...] = ()
    wrong: tuple[RowError, ...] = ()
    found: Found | None = None
    pointed: tuple[Found, ...] = ()
    details: PersonDetails | None = None

    @property
    def place(self) -> int:
        """Where the row stands."""
        return self.told.place

    @property
    def record(self) -> Record:
        """What was told."""
        return self.told.record

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whom here it concerns."""
        return tuple(
            PersonId(one)
            for one in (self.found, *self.pointed)
            if one is not None and not isinstance(one, Pending)
        )

    @property
    def makes(self) -> str:
        """What a later row may point at: what of people they are, of other things that there is one."""
        if isinstance(self.record, PersonRecord):
            return self.record.person_kind or ""
        return kind_of(self.record).value


def refused(told: Told, wrong: Sequence[Wrong]) -> Planned:
    """Nothing is done with the row: this is wrong with it."""
    return Planned(told, "wrong", wrong=as_errors(told.place, told.record, list(wrong)))
