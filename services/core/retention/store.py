"""The queries of retention and their row types."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.core.db.queries import Queries

_queries = Queries(__file__)


@dataclass(frozen=True, slots=True)
class DueRow:
    """When a dossier's time is out, and under which rule of the tenant's."""

    dossier_id: UUID
    record: str
    rule: str
    counted_from: date
    due_on: date
    export_before: bool


@dataclass(frozen=True, slots=True)
class WouldErase:
    """A record whose time is out. ``held`` or ``export_before`` stops its erasure."""

    dossier_id: UUID
    record: str
    rule: str
    counted_from: date
    due_on: date
    export_before: bool
    held: bool


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold; its reason is sealed."""

    id: UUID
    dossier_id: UUID
    placed_by: UUID
    placed_at: datetime
    lifted_at: datetime | None
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """That something was erased: which kind of record, under which rule, when, and when no backup holds it."""

    id: UUID
    record: str
    rule: str
    counted_from: date
    due_on: date
    erased_at: datetime
    backups_gone_on: date


@dataclass(frozen=True, slots=True)
class OpenErasure:
    """An erasure on its way."""

    id: UUID
    erased_id: UUID
    state: str
    record: str
    rule: str
    counted_from: date
    due_on: date


@dataclass(frozen=True, slots=True)
class StillDue:
    """What decides, at the last moment, whether it may be erased."""

    due_on: date
    export_before: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Id:
    """An id alone."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Count:
    """How many are due."""

    due: int


@dataclass(frozen=True, slots=True)
class Locked:
    """The empty answer of a lock."""

    locked: str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Machine time."""

    at: datetime


PUT_DUE = _queries.command("put_due")
DROP_DUE = _queries.command("drop_due")
READ_DUE = _queries.rows("read_due", DueRow)
DOSSIERS_OF_CHILD = _queries.rows("dossiers_of_child", Id)
INSERT_HOLD = _queries.command("insert_hold")
LIFT_HOLD = _queries.command("lift_hold")
FIND_HOLD = _queries.rows("find_hold", HoldRow)
LIST_HOLDS = _queries.rows("list_holds", HoldRow)
LIST_CERTIFICATES = _queries.rows("list_certificates", CertificateRow)
LIST_DUE = _queries.rows("list_due", WouldErase)
BEGIN = _queries.command("begin_erasure")
TAKE_OPEN = _queries.rows("take_open_erasure", OpenErasure)
KNOWN_ERASURES = _queries.rows("known_erasures", Id)
RECORD_REPLAYED = _queries.command("record_replayed")
LOCK_DOSSIER = _queries.rows("lock_dossier", Id)
STILL_DUE = _queries.rows("still_due", StillDue)
DELETE_DOSSIER = _queries.command("delete_dossier")
ADVANCE = _queries.command("advance_erasure")
CERTIFY = _queries.command("insert_certificate")
SET_ASIDE = _queries.command("set_erasure_aside")
COUNT_DUE = _queries.rows("count_due_erasures", Count)
EXISTING = _queries.rows("existing_dossiers", Id)
LOCK_EPOCHS = _queries.rows("lock_epochs", Locked)
MACHINE_TIME = _queries.rows("read_machine_time", Moment)
