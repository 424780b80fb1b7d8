"""Rows of how people are reached and want to be told."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


class FormerContact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a person was reached before a change (``SealLabel.FORMER_CONTACT``); '' for what did not change."""

    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """The actor's own row, sealed. ``work_email`` and ``work_phone`` are None for who is no professional."""

    id: PersonId
    dossier_id: DossierId
    kind: str
    language: str
    sealed: bytes
    version: int
    work_email: str | None
    work_phone: str | None
    has_cpr: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """What the actor chose. ``language`` is None where they go by what the municipality's register says."""

    dossier_id: DossierId
    channels: list[str]
    quiet_from: time | None
    quiet_until: time | None
    remind_days: int | None
    language: str | None
    version: int


@dataclass(frozen=True, slots=True)
class FormerRow:
    """Where somebody was reached before a change, sealed."""

    id: UUID
    dossier_id: DossierId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class DoneRow:
    """Whether it was done."""

    done: bool


OWN = _SQL.rows("own_contact", OwnRow)
CHOICE = _SQL.rows("own_choice", ChoiceRow)
CHOOSE = _SQL.rows("choose", DoneRow)
CHANGE = _SQL.rows("change_own", DoneRow)
TELL = _SQL.rows("tell_of_change", DoneRow)
REMIND = _SQL.rows("plan_reminder", DoneRow)
FORMER = _SQL.rows("former_contact", FormerRow)
FORGET = _SQL.command("forget_changes")
