"""The one statement about dossiers that services may run: opening."""

from dataclasses import dataclass

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Opened:
    """The empty answer of a function."""

    opened: str | None


OPEN = _SQL.rows("open_dossier", Opened)
