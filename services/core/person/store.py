"""Rows of people, and the statements by which the system records what it is told about them."""

from dataclasses import dataclass
from uuid import UUID

from services.core.db.queries import DueCount, Queries
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, sealed."""

    id: PersonId
    dossier_id: DossierId
    kind: str
    language: str
    sealed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class TurnedRow:
    """An enrolment that has begun or ended by itself."""

    id: UUID
    child_id: PersonId


@dataclass(frozen=True, slots=True)
class IdRow:
    """An id that is there."""

    id: PersonId


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A custody with the name that the child's dossier keeps of its holder."""

    id: UUID
    dossier_id: DossierId
    holder_id: PersonId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class DoneRow:
    """Whether it was done."""

    done: bool


BY_SOURCE = _SQL.rows("person_by_source", PersonRow)
BY_ID = _SQL.rows("people_by_id", PersonRow)
EXISTS = _SQL.rows("person_exists", IdRow)
INSERT = _SQL.command("insert_person")
UPDATE = _SQL.command("update_person")
MARK_BORN = _SQL.command("mark_born")
RECORD_BORN = _SQL.rows("record_born", DoneRow)
PUT_STAFF = _SQL.command("put_staff")
CUSTODY_OF_HOLDER = _SQL.rows("custody_of_holder", HolderRow)
RENAME_HOLDER = _SQL.command("rename_holder")
MOVE_MAJORITY = _SQL.command("move_majority")
MOVE_SELF_ACCESS = _SQL.command("move_self_access")
MOVE_TERMS = _SQL.command("move_terms")
CLOSE_CUSTODY = _SQL.command("close_custody")
ADD_CUSTODY = _SQL.command("add_custody")
CLOSE_RELATION = _SQL.command("close_relation")
ADD_RELATION = _SQL.command("add_relation")
CLOSE_ENROLMENT = _SQL.command("close_enrolment")
TAKE_TURNED = _SQL.rows("take_turned", TurnedRow)
TURNED = _SQL.command("turned")
PUT_OFF_TURNED = _SQL.command("put_off_turned")
COUNT_TURNED = _SQL.rows("count_turned", DueCount)
ADD_ENROLMENT = _SQL.command("add_enrolment")
CLOSE_EMPLOYMENT = _SQL.command("close_employment")
ADD_EMPLOYMENT = _SQL.command("add_employment")
SETTLE_UNITS = _SQL.command("settle_units")
