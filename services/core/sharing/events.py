"""What happens to a share that others react to. Ids only."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.tx import Event
from services.core.identity import DossierId, PersonId


@dataclass(frozen=True, slots=True)
class RecordShared(Event):
    """A record was shared with ``receiver`` for ``meeting``.

    ``about``: the problem that the record is about. ``consent``: one that it rests on. ``tell``: the family is to be told
    of it here, and was not by an exchange that was counted.
    """

    dossier: DossierId
    share: UUID
    receiver: PersonId
    meeting: UUID
    about: UUID | None
    consent: UUID | None
    tell: bool
