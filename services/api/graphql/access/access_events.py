"""``accessEvents`` and ``accessLogStanding``: the log itself, for those who look after the looking."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import AUDITOR, field, object_type, query
from services.api.graphql.ids import read_id
from services.core.audit import reading
from services.core.errors import say
from services.core.identity import PersonId


@object_type(description="One look at something, or one change of it. It says nothing of what was seen.")
class LoggedEvent:
    """A look or a change."""

    id: strawberry.ID = field(description="Its id, as the sealed chain has it.", personal=False)
    at: datetime = field(description="When.", personal=True)
    actor: str = field(description="The professional; of a family it says no more than that.", personal=True)
    staff_id: strawberry.ID | None = field(
        description="The professional's id; null for a family and the system.", personal=True
    )
    capacity: str = field(description="In which capacity; `system` for sweeps and deliveries.", personal=True)
    operation: str = field(description="What was done, as a code.", personal=True)
    changed: bool = field(description="Whether anything was changed.", personal=True)
    subjects: int = field(description="How many dossiers it was about.", personal=False)
    reasons: int = field(
        description="How many grants it rested on; a leader's sight of their unit needs none.", personal=False
    )


@object_type(description="What came out when the chain was recomputed and compared with its anchors.")
class LogVerification:
    """A verification."""

    at: datetime = field(description="When.", personal=False)
    whole: bool = field(description="Whether nothing was found.", personal=False)
    links: int = field(description="Links that were followed.", personal=False)
    waiting: int = field(description="Events that waited for their link.", personal=False)
    findings: list[str] = field(description="What should not be, as codes.", personal=False)
    notes: list[str] = field(
        description="What is no finding, as codes: a recorded restore, links not anchored yet.",
        personal=False,
    )


@object_type(description="How far the log is sealed, and what came out when it was verified.")
class LogStanding:
    """The log's standing."""

    sealed: int = field(description="Links of the chain.", personal=False)
    sealed_at: datetime | None = field(description="When the newest was made.", personal=False)
    waiting: int = field(description="Events that wait for their link.", personal=False)
    verifications: list[LogVerification] = field(
        description="The latest verifications, newest first; one a day.", personal=False
    )


@query(
    description="Everyone's looks and changes in the municipality, newest first.", personal=True, who=AUDITOR
)
async def access_events(
    info: Info,
    staff_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="Those of one professional alone.")
    ] = None,
    first: First = 25,
    after: After = None,
) -> Connection[LoggedEvent]:
    """Nothing of a child: neither whom it was about nor what was seen."""
    page = page_of("accessEvents", first, after)
    rows = await reading.logged(
        info.context.tx,
        limit=page.fetch,
        before=page.after_moment,
        actor=None if staff_id is None else PersonId(read_id(staff_id)),
    )
    kept, more = from_query(page, rows, lambda row: (row.occurred_at.isoformat(), str(row.id)))
    return connection(([(_event(row, info.context.language), cursor) for row, cursor in kept], more))


@query(description="How far the log is sealed, and whether it was found whole.", personal=False, who=AUDITOR)
async def access_log_standing(info: Info) -> LogStanding:
    """From the database; the anchors outside it are compared by the daily verification."""
    tx = info.context.tx
    now = await reading.standing(tx)
    return LogStanding(
        sealed=now.sealed,
        sealed_at=now.sealed_at,
        waiting=now.waiting,
        verifications=[
            LogVerification(
                at=one.verified_at,
                whole=not one.findings,
                links=one.links,
                waiting=one.waiting,
                findings=one.findings,
                notes=one.notes,
            )
            for one in await reading.verifications(tx)
        ],
    )


def _event(row: reading.LoggedEvent, language: str) -> LoggedEvent:
    whose = f"access.{row.capacity}" if row.capacity in ("family", "system") else "access.nobody"
    return LoggedEvent(
        id=strawberry.ID(str(row.id)),
        at=row.occurred_at,
        actor=row.actor_name or say(whose, language),
        staff_id=None if row.actor_id is None else strawberry.ID(str(row.actor_id)),
        capacity=row.capacity,
        operation=row.operation,
        changed=row.changed,
        subjects=row.subjects,
        reasons=row.reasons,
    )
