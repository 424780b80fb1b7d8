"""The queries of the sweeps and their row types."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import DueCount, Queries
from services.core.identity import DossierId, PersonId

_queries = Queries(__file__)


@dataclass(frozen=True, slots=True)
class RunId:
    """A run that was just begun."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ClaimedRun:
    """A run under this worker's lease."""

    sweep: str
    attempt: int


@dataclass(frozen=True, slots=True)
class LatestRun:
    """How a sweep last ended; machine time."""

    sweep: str
    state: str
    ended_at: datetime
    handled: int
    failed: int


@dataclass(frozen=True, slots=True)
class EndedCustody:
    """A custody that is over: whose it was, the dossier it opened, and the holder's own.

    ``holds_again``: they see the child for another reason now. ``silenced``: the child or they have died.
    """

    id: UUID
    source_id: UUID
    person_id: PersonId
    ended_dossier: DossierId
    own_dossier: DossierId
    silenced: bool
    holds_again: bool


BEGIN_RUN = _queries.rows("begin_run", RunId)
CLAIM_RUN = _queries.rows("claim_run", ClaimedRun)
FINISH_RUN = _queries.command("finish_run")
LATEST_RUNS = _queries.rows("latest_runs", LatestRun)
ENDED_CUSTODY = _queries.rows("ended_custody", EndedCustody)
TOLD_CUSTODY = _queries.command("told_custody")
PUT_OFF_CUSTODY = _queries.command("put_off_custody")
COUNT_ENDED_CUSTODY = _queries.rows("count_ended_custody", DueCount)
DELETE_OLD_RUNS = _queries.command("delete_old_runs")
DELETE_SESSIONS = _queries.command("delete_ended_sessions")
DELETE_LOGIN_ATTEMPTS = _queries.command("delete_login_attempts")
DELETE_LOGOUT_TOKENS = _queries.command("delete_logout_tokens")
DELETE_IDEMPOTENCY_KEYS = _queries.command("delete_idempotency_keys")
