"""What the worker reads and writes while it carries out an import."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.identity import DossierId, PersonId, UnitId
from services.core.intake.store import RunRow

_SQL = Queries(__file__, "working.sql")


@dataclass(frozen=True, slots=True)
class PartRow:
    """Some rows, sealed (``records.Part``)."""

    id: UUID
    dossier_id: DossierId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class SeenRow:
    """Which row tells of a key."""

    kind: str
    key: bytes
    place: int
    planned: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a source's key is here. Of a relation: whose, where or to whom, and in which role."""

    kind: str
    key: bytes
    person_id: PersonId | None
    unit_id: UnitId | None
    other_id: PersonId | None
    role: str


@dataclass(frozen=True, slots=True)
class MissingCount:
    """How much is known of a source, and how much of that is not told any more."""

    known: int
    missing: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Whether somebody else tells of it."""

    elsewhere: bool


@dataclass(frozen=True, slots=True)
class KnownPersonRow:
    """A person, sealed."""

    id: PersonId
    dossier_id: DossierId
    kind: str
    language: str
    sealed: bytes
    source_key: str | None


@dataclass(frozen=True, slots=True)
class OwnKeyRow:
    """A person by the key it was recorded here under."""

    id: PersonId
    kind: str
    source_key: str


@dataclass(frozen=True, slots=True)
class OwnUnitRow:
    """A place by the key it was recorded here under."""

    id: UnitId
    source_key: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """What is public of a professional."""

    person_id: PersonId
    display_name: str
    work_email: str
    work_phone: str
    profession: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A relation that is held true now, with its period."""

    kind: str
    person_id: PersonId
    unit_id: UnitId | None
    other_id: PersonId | None
    role: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class EndedRun:
    """An import that has ended, and the dossier of its content."""

    id: UUID
    content: DossierId


CLAIM_RUN = _SQL.rows("claim_run", RunRow)
HOLD_RUN = _SQL.rows("hold_run", RunRow)
FREE_RUN = _SQL.command("free_run")
ADVANCE_RUN = _SQL.command("advance_run")
KEEP_RUN = _SQL.command("keep_run")
BEGIN_PHASE = _SQL.command("begin_phase")
SETTLE_RUN = _SQL.command("settle_run")
FIND_PART = _SQL.rows("find_part", PartRow)
FIND_SEEN = _SQL.rows("find_seen", SeenRow)
PLAN_SEEN = _SQL.command("plan_seen")
FIND_KEYS = _SQL.rows("find_keys", KeyRow)
PUT_KEY = _SQL.command("put_key")
DROP_KEY = _SQL.command("drop_key")
LIST_MISSING = _SQL.rows("list_missing", KeyRow)
COUNT_MISSING = _SQL.rows("count_missing", MissingCount)
TOLD_ELSEWHERE = _SQL.rows("told_elsewhere", Elsewhere)
PEOPLE_KNOWN = _SQL.rows("people_known", KnownPersonRow)
PEOPLE_BY_OWN_KEY = _SQL.rows("people_by_own_key", OwnKeyRow)
UNITS_BY_OWN_KEY = _SQL.rows("units_by_own_key", OwnUnitRow)
STAFF_KNOWN = _SQL.rows("staff_known", StaffRow)
FACTS_OF = _SQL.rows("facts_of", FactRow)
INSERT_CHANGE = _SQL.command("insert_changes")
ADD_COUNT = _SQL.command("add_count")
FORGET_PHASE = _SQL.command("forget_phase")
ENDED_RUNS = _SQL.rows("ended_runs", EndedRun)
DELETE_CONTENT = _SQL.command("delete_content")
FORGET_CONTENT = _SQL.command("forget_content")
CANCEL_FORGOTTEN = _SQL.command("cancel_forgotten")
DELETE_OLD = _SQL.command("delete_old")
