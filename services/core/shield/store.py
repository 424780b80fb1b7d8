"""Rows of what is kept from whom, and of the places that a shield takes away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Of this problem (None: of the whole case) these of the family (child, parent, network) learn nothing."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    kind: str
    since: datetime


@dataclass(frozen=True, slots=True)
class SuspendedRow:
    """A place in a circle that was taken away, and who calls that meeting."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    person_id: PersonId | None
    version: int
    convener_id: PersonId


@dataclass(frozen=True, slots=True)
class FreedRow:
    """Someone of a circle who waited for a consent and waits no more."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class KeptMeetingRow:
    """A meeting of which these (child, parent, network) learn nothing."""

    id: UUID
    dossier_id: DossierId
    kind: str


@dataclass(frozen=True, slots=True)
class Silenced:
    """How many messages were taken back."""

    cancelled: int


@dataclass(frozen=True, slots=True)
class CaseworkId:
    """A casework to judge. Named ``id``: being listed is no access to a dossier."""

    id: DossierId


KEPT = _SQL.rows("kept_away", KeptRow)
KEEP = _SQL.command("keep_away")
LET_IN = _SQL.command("let_in")
SUSPEND = _SQL.rows("suspend", SuspendedRow)
DROP_DEADLINES = _SQL.command("drop_deadlines")
FALL_SILENT = _SQL.rows("fall_silent", Silenced)
FREE_OF_CONSENT = _SQL.rows("free_of_consent", FreedRow)
KEPT_MEETINGS = _SQL.rows("kept_meetings", KeptMeetingRow)
TAKE_TO_JUDGE = _SQL.rows("take_to_judge", CaseworkId)
JUDGED = _SQL.command("judged")
PUT_OFF_JUDGING = _SQL.command("put_off_judging")
COUNT_TO_JUDGE = _SQL.rows("count_to_judge", DueCount)


async def kept(tx: ReadTx, dossier: DossierId) -> list[KeptRow]:
    """What is kept from whom in a casework; to a family nothing is."""
    return [] if tx.actor.is_family else await tx.many(KEPT, dossier_id=dossier)


async def kept_kinds(tx: ReadTx, dossier: DossierId, problem: UUID | None) -> frozenset[str]:
    """Who of the family must not learn of this problem (None: of the case): child, parent, network."""
    return frozenset(row.kind for row in await kept(tx, dossier) if row.problem_id in (None, problem))


async def kept_meetings(tx: ReadTx, dossier: DossierId) -> frozenset[tuple[UUID, str]]:
    """The meetings that are kept from somebody, each with whom it is kept from."""
    if tx.actor.is_family:
        return frozenset()
    return frozenset((row.id, row.kind) for row in await tx.many(KEPT_MEETINGS, dossier_id=dossier))
