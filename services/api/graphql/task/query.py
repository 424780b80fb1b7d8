"""``tasks``: what waits for the viewer, wherever it is."""

from collections.abc import Mapping
from datetime import datetime

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type, query
from services.api.graphql.model.loading import model_in_force, version_of
from services.core.casework.roles import roles_in
from services.core.casework.service import CASEWORKERS
from services.core.deadline.rules import DECIDE_ANEW
from services.core.errors import say
from services.core.identity import PersonId
from services.core.measure import wording
from services.core.network.service import deadline_key
from services.core.person import colleagues, reading
from services.core.problem.receipt import steps_of_authority
from services.core.problem.settling import settled_by_hand
from services.core.series.rules import series_name, types_of
from services.core.task import store


@object_type(description="Something that waits for the viewer.")
class Task:
    """A task."""

    kind: str = field(
        description="`answer`, `consent`, `deadline`, `hold`, `conclude`, `coordinator`, `coordinator_left`, "
        "`undelivered`, `times` (say when it suits), `fix_time` (choose one), `handover`, `suggestion`, `agreement`, "
        "`series`, `report`, `access_request` or `emergency` (judge it); `silent_invitation`, `silent_times`, "
        "`silent_coordinator`, `silent_handover`, `silent_suggestion`, `silent_agreement`, `silent_consent`: "
        "somebody was asked and has not answered.",
        personal=True,
    )
    title: str = field(description="In words.", personal=True)
    due_at: datetime | None = field(description="By when; null: as soon as it suits.", personal=True)
    meeting_id: strawberry.ID | None = field(description="The meeting it is about.", personal=True)
    child_id: strawberry.ID | None = field(description="The child it is about.", personal=True)
    child_name: str | None = field(
        description="The child's name, so that a list of tasks can be told apart.", personal=True, sealed=True
    )
    person_name: str | None = field(
        description="Who has not answered; null where a task is about nobody's silence.",
        personal=True,
        sealed=True,
    )
    unit_id: strawberry.ID | None = field(
        description="The place whose fixed meetings run out.", personal=False
    )
    series_type: str | None = field(
        description="The meeting type to fix times for, as `type` of `fixSeries`.", personal=False
    )
    consent_id: strawberry.ID | None = field(description="The consent it is about.", personal=True)
    problem_id: strawberry.ID | None = field(description="The problem it is about.", personal=True)
    deadline_id: strawberry.ID | None = field(description="The deadline it is.", personal=True)
    deed: str | None = field(
        description="What the deadline is for, as the model names it, for example `send_agenda`; null for no deadline.",
        personal=False,
    )
    deadline_version: int | None = field(
        description="The deadline's `version`, for `settleDeadline`.", personal=False
    )
    by_hand: bool = field(
        description="Whether somebody says that it was done (`settleDeadline`), since nothing else shows it.",
        personal=False,
    )


@query(description="What waits for the viewer, the most urgent first.", personal=True)
async def tasks(info: Info, first: First = 25, after: After = None) -> Connection[Task]:
    """Read from where each is; nothing is stored twice."""
    page = page_of("tasks", first, after)
    tx = info.context.tx
    rows: list[store.TaskRow | store.OfficeRow] = [
        *await store.tasks(tx, await _roles(info)),
        *await store.tasks_of_office(tx),
    ]
    kept, more = from_list(page, rows, lambda row: row.key)
    of_children = [row for row, _ in kept if isinstance(row, store.TaskRow)]
    children = await reading.children_of(tx, {row.child_id for row in of_children})
    silent = await colleagues.names(tx, {row.person_id for row in of_children if row.person_id is not None})
    names = {child: found.name for child, found in children.items()} | silent
    shown = [
        (
            await (_task(info, row, names) if isinstance(row, store.TaskRow) else _of_office(info, row)),
            cursor,
        )
        for row, cursor in kept
    ]
    return connection((shown, more))


async def _of_office(info: Info, row: store.OfficeRow) -> Task:
    language, model = info.context.language, await model_in_force(info)
    kind = row.series_type or ""
    # A family's request is of no series.
    name = series_name(model, kind, language) if kind else ""
    return Task(
        kind=row.kind,
        title=say(f"task.{row.kind}", language, {"meeting": name}),
        due_at=row.due_at if row.kind == "access_request" else None,
        meeting_id=None,
        child_id=None,
        child_name=None,
        person_name=None,
        unit_id=_id(row.unit_id),
        series_type=next((one.key for one in types_of(model, kind)), None),
        consent_id=None,
        problem_id=None,
        deadline_id=None,
        deed=None,
        deadline_version=None,
        by_hand=False,
    )


async def _task(info: Info, row: store.TaskRow, children: Mapping[PersonId, str]) -> Task:
    language = info.context.language
    model = await (version_of(info, row.model_version_id) if row.model_version_id else model_in_force(info))
    meeting = model.meeting(row.meeting_type) if row.meeting_type else None
    names = {one.key: one.name.in_language(language) for one in (meeting.deadlines if meeting else ())}
    names |= {one.key: one.name.in_language(language) for one in model.reassessments}
    names |= {one.key: one.name.in_language(language) for one in model.processes}
    names |= {key: words.in_language(language) for key, words in steps_of_authority(model).items()}
    names |= {
        deadline_key(one.key): say(
            "network.evaluation_due", language, {"network": one.name.in_language(language)}
        )
        for one in model.networks
    }
    names[DECIDE_ANEW] = wording.DECIDE_ANEW.in_language(language)
    title = names.get(row.deadline_key or "", row.deadline_key or "")
    said = {
        "meeting": meeting.name.in_language(language) if meeting else "",
        # After an event no meeting may be called yet: its type says which one it is about.
        "deadline": f"{meeting.name.in_language(language)}: {title}"
        if meeting and row.after_event
        else title,
    }
    return Task(
        kind=row.kind,
        title=say(f"task.{row.kind}", language, said),
        due_at=row.due_at,
        meeting_id=_id(row.meeting_id),
        child_id=_id(row.child_id),
        child_name=children.get(row.child_id),
        person_name=None if row.person_id is None else children.get(row.person_id),
        unit_id=None,
        series_type=None,
        consent_id=_id(row.consent_id),
        problem_id=_id(row.problem_id),
        deadline_id=_id(row.deadline_id),
        deed=row.deadline_task,
        deadline_version=row.deadline_version,
        by_hand=settled_by_hand(
            row.deadline_task or "", of_meeting=row.meeting_id is not None, after_event=bool(row.after_event)
        )
        if row.kind == "deadline"
        else False,
    )


async def _roles(info: Info) -> frozenset[str]:
    """The roles that the viewer can fill; a family fills none by its office."""
    if info.context.actor.capacity not in CASEWORKERS:
        return frozenset()
    return await roles_in(info.context.tx, await model_in_force(info))


def _id(value: object | None) -> strawberry.ID | None:
    return None if value is None else strawberry.ID(str(value))
