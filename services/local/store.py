"""The few statements of the local commands."""

from dataclasses import dataclass

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class SweepRow:
    """A sweep that was asked for: planned, running, done or failed; what it handled and what failed."""

    sweep: str
    state: str
    handled: int
    failed: int


OPEN_TOKEN = _SQL.command("open_token")
SWEEP_STATE = _SQL.rows("sweep_state", SweepRow)
