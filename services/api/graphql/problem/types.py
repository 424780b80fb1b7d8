"""``Problem`` and its moves and next steps."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.kept_away import KeptAway, kept_away_of
from services.api.graphql.model.loading import case_of
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, one_staff
from services.api.graphql.problem.confirmed import Confirmed, confirmed_of
from services.api.graphql.problem.coordinators import (
    CoordinatorPlace,
    advice_of,
    coordinators_of,
    professions_of,
    threads,
)
from services.core.keys.seal import SealLabel
from services.core.person import colleagues
from services.core.problem import rules, store
from services.core.problem.coordinating import contact_of, supporting
from services.core.problem.store import LevelMoveDetails, LevelMoveRow, ProblemRow


class ProblemStatus(Enum):
    """Open or closed."""

    OPEN = "open"
    CLOSED = "closed"


enum_type(
    ProblemStatus,
    description="Whether a problem is worked on.",
    values={"OPEN": "Worked on.", "CLOSED": "No longer worked on."},
)
enum_type(
    rules.Kind,
    name="StepKind",
    description="What kind of step can come next.",
    values={
        "MOVE": "The problem moves to another level.",
        "CALL_MEETING": "A meeting is called.",
        "NOTIFY": "A notification of concern, past all steps: never blocked, never delayed.",
    },
)


@object_type(description="A move of a problem from one level to another.")
class LevelMove:
    """A move."""

    at: datetime = field(description="When it was moved.", personal=True)
    from_level: int | None = field(description="The level before; null when it was opened.", personal=True)
    to_level: int = field(description="The level after.", personal=True)
    by: str | None = field(description="The professional who moved it.", personal=True)
    reason: str | None = field(description="The recorded reason.", personal=True, sealed=True, who=STAFF)


@object_type(description="Something that can come next, with why or why not.")
class NextStep:
    """A next step."""

    kind: rules.Kind = field(description="What kind of step.", personal=False)
    level: int | None = field(description="The level it leads to.", personal=True)
    type: str | None = field(description="Key of the meeting type or of the notification.", personal=True)
    type_name: str | None = field(description="The same in words.", personal=True)
    allowed: bool = field(description="Whether it may be done, once `needs` are supplied.", personal=True)
    advised: bool = field(description="Whether the model points to it now.", personal=True)
    needs: list[str] = field(
        description="Codes of what must be supplied, for example `reason`.", personal=True
    )
    reasons: list[Reason] = field(description="Why, or why not.", personal=True)


@object_type(description="One problem of a child; level and thread belong to it.")
class Problem:
    """A problem."""

    row: strawberry.Private[ProblemRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    track: str = field(description="Key of its track.", personal=True)
    level: int | None = field(description="Its level; null where the model has none.", personal=True)
    status: ProblemStatus = field(description="Whether it is worked on.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)
    opened_at: datetime = field(description="When work on it began.", personal=True)
    closed_at: datetime | None = field(
        description="When work on it ended; null while it is worked on.", personal=True
    )

    @computed(description="Who ended the work on it.", personal=True, who=STAFF)
    async def closed_by(self, info: Info) -> Staff | None:
        """Null while it is worked on."""
        return await one_staff(info, self.row.closed_by)

    @computed(description="What it is about, briefly.", personal=True, sealed=True)
    async def title(self, info: Info) -> str:
        """Opened from the problem's sealed column."""
        return (await store.details(info.context.tx, self.row)).title

    @computed(description="What it is about, at length.", personal=True, sealed=True, who=STAFF)
    async def description(self, info: Info) -> str | None:
        """Opened from the problem's sealed column."""
        return (await store.details(info.context.tx, self.row)).description or None

    @computed(description="The track in words.", personal=True)
    async def track_name(self, info: Info) -> str | None:
        """From the model that governs the case; None where it has no tracks, or no longer this one."""
        model = (await case_of(info, self.row.dossier_id)).model
        known = {track.key: track.name.in_language(info.context.language) for track in model.tracks}
        return known.get(self.row.track)

    @computed(description="The level in words.", personal=True)
    async def level_name(self, info: Info) -> str | None:
        """From the model that governs the case."""
        model = (await case_of(info, self.row.dossier_id)).model
        known = {level.number: level.name.in_language(info.context.language) for level in model.levels}
        return known.get(self.row.level) if self.row.level is not None else None

    @computed(description="The level in which the effort stays anchored, and why.", personal=True)
    async def anchored_in(self, info: Info) -> Reason | None:
        """RA-29: null where the model says nothing of it, and once the problem is closed."""
        if self.row.status != "open":
            return None
        model = (await case_of(info, self.row.dossier_id)).model
        found = rules.anchored_in(model, self.row.level, info.context.now)
        return reason(found[1], info.context.language) if found else None

    @computed(
        description="Who holds the thread (tovholder): plain to everyone. Of several, whom to contact.",
        personal=True,
    )
    async def coordinator(self, info: Info) -> Staff | None:
        """RA-05."""
        model = (await case_of(info, self.row.dossier_id)).model
        held = contact_of(model, await threads(info, self.row))
        return await one_staff(info, held.person_id if held else None)

    @computed(description="Who has been offered a place of the thread and not answered yet.", personal=True)
    async def pending_coordinator(self, info: Info) -> Staff | None:
        """RA-05: until they accept, the old one holds it."""
        asked = (one.pending_id for one in await threads(info, self.row) if one.pending_id is not None)
        return await one_staff(info, next(asked, None))

    @computed(description="Every place of the thread, and who holds it: plain to everyone.", personal=True)
    async def coordinators(self, info: Info) -> list[CoordinatorPlace]:
        """RA-05, RA-30."""
        return await coordinators_of(info, self.row)

    @computed(
        description="The professions that the model proposes to hold the thread; anybody else can.",
        personal=True,
        who=STAFF,
    )
    async def coordinator_proposed(self, info: Info) -> list[str] | None:
        """RA-06, RA-14."""
        return await professions_of(info, self.row, rules.default_coordinator)

    @computed(
        description="The professions that co-coordinate beside the coordinator.", personal=True, who=STAFF
    )
    async def coordinator_support(self, info: Info) -> list[str] | None:
        """SL-28."""
        return await professions_of(info, self.row, supporting)

    @computed(
        description="What the model says of who holds the thread, and of who co-coordinates.",
        personal=True,
        who=STAFF,
    )
    async def coordinator_advice(self, info: Info) -> list[Reason] | None:
        """RA-06, SL-28: never in the way."""
        return await advice_of(info, self.row)

    @computed(description="What professionals have confirmed.", personal=True, sealed=True, who=STAFF)
    async def confirmed(self, info: Info) -> Confirmed | None:
        """For the model's conditions; never for a family."""
        return await confirmed_of(info, self.row)

    @computed(description="Every move, oldest first.", personal=True)
    async def moves(self, info: Info) -> list[LevelMove]:
        """The history of its levels."""
        tx = info.context.tx
        rows = await info.context.once(
            f"moves:{self.row.dossier_id}", lambda: store.moves(tx, self.row.dossier_id)
        )
        mine = [row for row in rows if row.problem_id == self.row.id]
        people = await colleagues.staff(tx, [row.moved_by for row in mine])
        return [
            LevelMove(
                at=row.moved_at,
                from_level=row.from_level,
                to_level=row.to_level,
                by=people[row.moved_by].name if row.moved_by in people else None,
                reason=None if info.context.actor.is_family else await _reason_of(info, row),
            )
            for row in mine
        ]

    @computed(description="Who of the family must not learn of it; null: all may.", personal=True, who=STAFF)
    async def kept_away(self, info: Info) -> KeptAway | None:
        """By the model's shields."""
        case = await case_of(info, self.row.dossier_id)
        return kept_away_of(info, case, case.facts_of(self.row.id))

    @computed(
        description="What can come next, with reasons; the duty to notify first.", personal=True, who=STAFF
    )
    async def next_steps(self, info: Info) -> list[NextStep] | None:
        """Computed by the model's rules; empty for a closed problem."""
        case = await case_of(info, self.row.dossier_id)
        facts = case.facts_of(self.row.id)
        if facts is None or self.row.status != "open":
            return []
        language = info.context.language
        names = {one.key: one.name.in_language(language) for one in case.model.meetings}
        names |= {one.key: one.name.in_language(language) for one in case.model.bypasses}
        return [
            NextStep(
                kind=step.kind,
                level=step.level,
                type=step.type_key or None,
                type_name=names.get(step.type_key),
                allowed=step.allowed,
                advised=step.advised,
                needs=list(step.needs),
                reasons=reasons(step.reasons, language),
            )
            for step in rules.next_steps(case.model, case.facts, facts, info.context.now)
        ]


def problem_type(row: ProblemRow) -> Problem:
    """A stored problem as the schema answers it."""
    return Problem(
        row=row,
        id=strawberry.ID(str(row.id)),
        track=row.track,
        level=row.level,
        status=ProblemStatus(row.status),
        version=row.version,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )


async def _reason_of(info: Info, row: LevelMoveRow) -> str | None:
    opened = await info.context.tx.open_sealed(
        SealLabel.LEVEL_MOVE, row.dossier_id, row.id, row.sealed, LevelMoveDetails
    )
    return opened.reason or None
