"""What happens to how a person is reached that other nouns react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import PersonId


@dataclass(frozen=True, slots=True)
class ContactChanged(Event):
    """A person changed the own mail address or telephone number. ``change`` names the row that keeps the old ones.

    ``mail`` and ``telephone``: whether there was an old one of it that is told.
    """

    change: UUID
    person: PersonId
    mail: bool
    telephone: bool
