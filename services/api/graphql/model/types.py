"""``ModelVersion``: a version of the municipality's model, and what was said of it."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.people.types import staff_of
from services.core.identity import Capacity
from services.core.tenancy.approval import Verdict, VersionState
from services.core.tenancy.changed import Change
from services.core.tenancy.store import DecisionRow
from services.core.tenancy.versions import Version

enum_type(
    VersionState,
    name="ModelVersionState",
    description="What a version of the model is today.",
    values={
        "PROPOSED": "Waits for approval by others than its author.",
        "APPROVED": "Approved; applies when its day comes.",
        "IN_FORCE": "Applies now.",
        "PAST": "Applied once; cases that began under it may still follow it.",
        "OVERTAKEN": "A newer version was approved first.",
        "REJECTED": "An administrator said no.",
        "WITHDRAWN": "Its author took it back.",
    },
)
enum_type(
    Verdict,
    name="ModelVerdict",
    description="What somebody said of a proposed version.",
    values={"APPROVED": "Yes.", "REJECTED": "No, with why.", "WITHDRAWN": "Its author took it back."},
)


@object_type(description="What somebody said of a version of the model.")
class ModelDecision:
    """A decision."""

    verdict: Verdict = field(description="What was said.", personal=False)
    by: str | None = field(description="The administrator; null: the operator.", personal=True)
    at: datetime = field(description="When.", personal=False)
    applies_from: date | None = field(
        description="The day before which it must not apply, in this person's view.", personal=False
    )
    note: str | None = field(description="Their words.", personal=False)


@object_type(description="A version of the municipality's model. What it says never changes.")
class ModelVersion:
    """A version."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    number: int = field(description="Its number, from 1.", personal=False)
    state: VersionState = field(description="What it is today.", personal=False)
    digest: str = field(
        description="SHA-256 of what it says, hexadecimal: an approval names exactly this.", personal=False
    )
    author: str | None = field(description="Who proposed it; null: the operator.", personal=True)
    mine: bool = field(description="Whether the viewer proposed it: they can't approve it.", personal=False)
    proposed_at: datetime = field(description="When.", personal=False)
    wanted_from: date = field(description="The earliest day its author wants.", personal=False)
    applies_from: date | None = field(description="From which Danish day it applies.", personal=False)
    missing: int = field(description="How many others must still approve it.", personal=False)
    decisions: list[ModelDecision] = field(description="What was said of it, in order.", personal=False)
    may_approve: bool = field(
        description="Whether the viewer can approve it now: an administrator, not its author, who has not done so.",
        personal=False,
    )


@object_type(description="One difference between two versions of the model.")
class ModelChange:
    """A difference."""

    path: str = field(description="The place in the model, for programs.", personal=False)
    text: str = field(description="The difference in words.", personal=False)
    dated: bool = field(
        description="Whether running cases follow it from its day on (law); otherwise they keep what they had.",
        personal=False,
    )


async def version_types(info: Info, found: list[Version]) -> list[ModelVersion]:
    """Versions as the schema answers them, with everybody's name."""
    ids = [one.row.author_id for one in found]
    ids += [said.person_id for one in found for said in one.decisions]
    names = {key: one.name for key, one in (await staff_of(info, ids)).items()}
    actor = info.context.actor.known_person
    decides = info.context.actor.capacity is Capacity.ADMINISTRATOR
    return [
        ModelVersion(
            id=strawberry.ID(str(one.id)),
            number=one.row.number,
            state=one.state,
            digest=one.row.digest.hex(),
            author=names.get(one.row.author_id) if one.row.author_id else None,
            mine=one.row.author_id == actor,
            proposed_at=one.row.created_at,
            wanted_from=one.row.wanted_from,
            applies_from=one.row.applies_from,
            missing=one.missing,
            decisions=[
                _decision(said, names.get(said.person_id) if said.person_id else None)
                for said in one.decisions
            ],
            may_approve=decides
            and one.state is VersionState.PROPOSED
            and one.row.author_id != actor
            and str(actor) not in one.approved_by,
        )
        for one in found
    ]


def change_type(change: Change) -> ModelChange:
    """A difference as the schema answers it."""
    return ModelChange(path=change.path, text=change.sentence, dated=change.dated)


def _decision(said: DecisionRow, by: str | None) -> ModelDecision:
    return ModelDecision(
        verdict=Verdict(said.decision),
        by=by,
        at=said.decided_at,
        applies_from=said.applies_from,
        note=said.note or None,
    )
