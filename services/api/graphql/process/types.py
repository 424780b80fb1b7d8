"""``Process``: something with a clock of its own beside the meetings, and what may begin."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.loading import case_of, case_of_child
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_of_actor
from services.core.identity import DossierId, PersonId
from services.core.process import rules, store
from services.core.process.store import ProcessRow
from services.core.tenancy import ladder


@object_type(description="Something that a process must throw light on.")
class ProcessPoint:
    """A point."""

    number: int = field(description="Its number in the model, from 1, for `recordProcess`.", personal=False)
    name: str = field(description="In words.", personal=False)
    covered: bool = field(description="Whether it is covered.", personal=True)


@object_type(description="A process of the model that may begin for a child.")
class ProcessKind:
    """A kind of process."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)


@object_type(description="A process with a clock of its own, for example the child welfare assessment.")
class Process:
    """A process."""

    row: strawberry.Private[ProcessRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    key: str = field(description="Its key in the model.", personal=True)
    problem_id: strawberry.ID | None = field(description="The problem it is about.", personal=True)
    known_on: date = field(
        description="The Danish day its clock counts from: when the need was known.", personal=True
    )
    due_on: date = field(description="The last Danish day on which it is concluded in time.", personal=True)
    begun_at: datetime = field(description="When it began.", personal=True)
    ended_at: datetime | None = field(description="When it was concluded; null while it runs.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)

    @computed(description="In words.", personal=True)
    async def name(self, info: Info) -> str:
        """From the model that governs the case."""
        rule = await self._rule(info)
        return rule.name.in_language(info.context.language) if rule else self.row.key

    @computed(description="Who began it.", personal=True)
    async def begun_by(self, info: Info) -> Staff | None:
        """A professional: whom the family can ask."""
        return await one_staff(info, self.row.begun_by)

    @computed(description="Whether the family may see it.", personal=True, who=STAFF)
    def family_told(self) -> bool | None:
        """What a family has been told is not taken back."""
        return self.row.family_told

    @computed(description="Whether its last day is over and it is not concluded.", personal=True)
    def late(self, info: Info) -> bool:
        """By the Danish day it is."""
        return self.row.ended_at is None and rules.missed(self.row.due_on, info.context.now)

    @computed(
        description="What is done and said when its last day is not kept; null while it can be.",
        personal=True,
    )
    async def if_missed(self, info: Info) -> str | None:
        """The law's own demand: a preliminary assessment."""
        rule = await self._rule(info)
        if rule is None or not self.late(info):
            return None
        return rule.if_missed.in_language(info.context.language) or None

    @computed(description="What it throws light on.", personal=True, sealed=True, who=STAFF)
    async def points(self, info: Info) -> list[ProcessPoint] | None:
        """The model's points, and which of them are covered."""
        rule, known = await self._rule(info), await store.details(info.context.tx, self.row)
        return [
            ProcessPoint(
                number=number, name=one.in_language(info.context.language), covered=one.da in known.covered
            )
            for number, one in enumerate(rule.covers if rule else (), start=1)
        ]

    @computed(description="What it found.", personal=True, sealed=True, who=STAFF)
    async def findings(self, info: Info) -> str | None:
        """As far as it has come."""
        return (await store.details(info.context.tx, self.row)).findings or None

    @computed(
        description="The preliminary assessment, made because its last day was not kept.",
        personal=True,
        sealed=True,
        who=STAFF,
    )
    async def preliminary(self, info: Info) -> str | None:
        """Empty while the clock is kept."""
        return (await store.details(info.context.tx, self.row)).preliminary or None

    @computed(description="Why it began, where that was said.", personal=True, sealed=True, who=STAFF)
    async def reason(self, info: Info) -> str | None:
        """As it was recorded."""
        return (await store.details(info.context.tx, self.row)).reason or None

    @computed(description="What is missing before it can be concluded.", personal=True, who=STAFF)
    async def missing(self, info: Info) -> list[Reason] | None:
        """Empty once it is concluded."""
        case, rule = await case_of(info, self.row.dossier_id), await self._rule(info)
        if rule is None or self.row.ended_at is not None:
            return []
        known = await store.details(info.context.tx, self.row)
        judged = rules.may_conclude(
            case.model,
            rule.key,
            known.covered,
            self.row.due_on,
            known.preliminary,
            info.context.now,
            by=await roles_of_actor(info.context.tx, case),
        )
        return reasons(judged.reasons, info.context.language)

    @computed(description="The rule behind it.", personal=False)
    async def why(self, info: Info) -> Reason | None:
        """With the law of the day it began."""
        rule, model = await self._rule(info), (await case_of(info, self.row.dossier_id)).model
        return (
            reason(rules.why(model, rule.key, local_day(self.row.begun_at)), info.context.language)
            if rule
            else None
        )

    async def _rule(self, info: Info) -> ladder.Process | None:
        model = (await case_of(info, self.row.dossier_id)).model
        return next((one for one in model.processes if one.key == self.row.key), None)


def process_type(row: ProcessRow) -> Process:
    """A stored process as the schema answers it."""
    return Process(
        row=row,
        id=strawberry.ID(str(row.id)),
        key=row.key,
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        known_on=row.known_on,
        due_on=row.due_on,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        version=row.version,
    )


async def processes_of_child(info: Info, dossier: DossierId | None) -> list[Process]:
    """Those of the newest casework that the viewer may see, newest first."""
    rows = await store.processes_of(info.context.tx, dossier) if dossier else []
    return [process_type(row) for row in rows]


async def kinds_of_child(info: Info, child: PersonId) -> list[ProcessKind]:
    """The model's processes that do not run for the child, where the viewer has a role that begins them."""
    case = await case_of_child(info, child)
    dossier = case.casework.dossier_id if case.casework else None
    rows = await store.processes_of(info.context.tx, dossier) if dossier else []
    running = {row.key for row in rows if row.ended_at is None}
    by = await roles_of_actor(info.context.tx, case)
    language, day = info.context.language, local_day(info.context.now)
    return [
        ProcessKind(
            key=one.key,
            name=one.name.in_language(language),
            why=reason(rules.why(case.model, one.key, day), language),
        )
        for one in case.model.processes
        if one.key not in running and (not one.by or not by.isdisjoint(one.by))
    ]
