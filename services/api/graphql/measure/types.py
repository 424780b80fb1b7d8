"""``Measure``: help that was decided for a child, and what may be decided."""

from datetime import date
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.loading import case_of, case_of_child
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_of_actor
from services.core.identity import DossierId, PersonId
from services.core.measure import rules, store
from services.core.measure.service import judge_start
from services.core.measure.store import MeasureRow
from services.core.meeting.rules import deadlines_after
from services.core.tenancy.decision import Why
from services.core.tenancy.meetings import Anchor


class MeasureState(Enum):
    """How far it is."""

    DECIDED = "decided"
    RUNNING = "running"
    ENDED = "ended"


enum_type(
    MeasureState,
    description="How far a measure is.",
    values={
        "DECIDED": "Decided on; it has not started.",
        "RUNNING": "It has started.",
        "ENDED": "It has ended, or was given up before it started.",
    },
)


@object_type(description="A measure of the model that may be decided on.")
class MeasureKind:
    """A kind of measure."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)


@object_type(description="Whether a measure may start, and all that is missing.")
class MeasureStart:
    """A judgement."""

    allowed: bool = field(description="Whether it may start now.", personal=True)
    needs: list[str] = field(
        description="Codes of what is missing: `consent`, `cooperation`, `with_family`, `process:<key>`.",
        personal=True,
    )
    missing: list[Reason] = field(description="The same in words.", personal=True)
    advice: list[Reason] = field(description="What to bear in mind.", personal=True)


@object_type(description="Help that was decided for a child (a measure, støttende indsats).")
class Measure:
    """A measure."""

    row: strawberry.Private[MeasureRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    key: str = field(description="Its key in the model.", personal=True)
    state: MeasureState = field(description="How far it is.", personal=True)
    problem_id: strawberry.ID | None = field(description="The problem it is about.", personal=True)
    decided_on: date = field(description="The Danish day on which it was decided.", personal=True)
    with_family: bool = field(description="Whether it was decided with the family.", personal=True)
    started_on: date | None = field(description="The Danish day on which it started.", personal=True)
    ended_on: date | None = field(description="The Danish day on which it ended.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you change it.", personal=False)

    @computed(description="In words.", personal=True)
    async def name(self, info: Info) -> str:
        """From the model that governs the case."""
        rule = rules.rule_of((await case_of(info, self.row.dossier_id)).model, self.row.key)
        return rule.name.in_language(info.context.language) if rule else self.row.key

    @computed(description="What was decided, in words for the family.", personal=True, sealed=True)
    async def what(self, info: Info) -> str:
        """Opened from its sealed column."""
        return (await store.details(info.context.tx, self.row)).what

    @computed(description="Why it ended, where that was said.", personal=True, sealed=True)
    async def end_reason(self, info: Info) -> str | None:
        """Opened from its sealed column."""
        return (await store.details(info.context.tx, self.row)).end_reason or None

    @computed(description="Who decided it, and can be asked about it.", personal=True)
    async def decided_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.row.decided_by)

    @computed(
        description="The last Danish day for looking at it together for the first time; null where none is set.",
        personal=True,
    )
    async def first_follow_up_by(self, info: Info) -> date | None:
        """RI-22: counted from its start."""
        if self.row.started_on is None or self.row.ended_on is not None:
            return None
        case = await case_of(info, self.row.dossier_id)
        problem, now = case.facts_of(self.row.problem_id), info.context.now
        days = [
            due.due_on
            for meeting in case.model.meetings
            for due in deadlines_after(
                case.model,
                meeting.key,
                Anchor.MEASURE_STARTED,
                self.row.started_on,
                case.facts,
                now,
                problem,
            )
        ]
        return min(days, default=None)

    @computed(
        description="Whether everyone asked has said yes and no yes has lapsed; null where no consent is asked for.",
        personal=True,
        # Not for a family: of two holders it would tell each what the other said.
        who=STAFF,
    )
    async def consent_stands(self, info: Info) -> bool | None:
        """RA-27: also once it has started."""
        return await _stands(info, self.row)

    @computed(
        description="The last Danish day for settling with the family what happens, where it runs without its consent.",
        personal=True,
        who=STAFF,
    )
    async def decide_anew_by(self, info: Info) -> date | None:
        """Counted from when the system saw that the consent had gone."""
        since = self.row.without_consent_since
        if since is None or self.row.ended_on is not None:
            return None
        model = (await case_of(info, self.row.dossier_id)).model
        return rules.decide_anew_by(model, self.row.key, local_day(since))

    @computed(
        description="What the model says of a measure whose consent has gone; null while it stands.",
        personal=True,
        who=STAFF,
    )
    async def if_consent_goes(self, info: Info) -> Reason | None:
        """RA-27."""
        if self.row.state != "running" or await _stands(info, self.row) is not False:
            return None
        model = (await case_of(info, self.row.dossier_id)).model
        said = rules.if_consent_goes(model, self.row.key, info.context.now)
        return reason(said, info.context.language) if said else None

    @computed(description="Key of the consent it rests on, for `askConsent`.", personal=True, who=STAFF)
    async def consent_purpose(self, info: Info) -> str | None:
        """Null where none is asked for."""
        rule = rules.rule_of((await case_of(info, self.row.dossier_id)).model, self.row.key)
        return rule.consent or None if rule else None

    @computed(
        description="What stands in the way of its start, the family's cooperation taken as given; null once it has started.",
        personal=True,
        who=STAFF,
    )
    async def may_start(self, info: Info) -> MeasureStart | None:
        """RA-27, RA-35."""
        if self.row.state != "decided":
            return None
        case, language = await case_of(info, self.row.dossier_id), info.context.language
        judged = await judge_start(
            info.context.tx, case, self.row, cooperates=True, with_family=self.row.with_family
        )
        return MeasureStart(
            allowed=judged.allowed,
            needs=list(judged.needs),
            missing=reasons(judged.reasons, language),
            advice=reasons(judged.advice, language),
        )


async def _stands(info: Info, row: MeasureRow) -> bool | None:
    """Whether the consent it rests on stands; None where none is asked for."""
    rule = rules.rule_of((await case_of(info, row.dossier_id)).model, row.key)
    if rule is None or not rule.consent:
        return None
    return await store.consent_stands(info.context.tx, row.dossier_id, rule.consent)


def measure_type(row: MeasureRow) -> Measure:
    """A stored measure as the schema answers it."""
    return Measure(
        row=row,
        id=strawberry.ID(str(row.id)),
        key=row.key,
        state=MeasureState(row.state),
        problem_id=strawberry.ID(str(row.problem_id)) if row.problem_id else None,
        decided_on=row.decided_on,
        with_family=row.with_family,
        started_on=row.started_on,
        ended_on=row.ended_on,
        version=row.version,
    )


async def measures_of_child(info: Info, dossier: DossierId | None) -> list[Measure]:
    """Those of the newest casework that the viewer may see, newest first."""
    rows = await store.measures_of(info.context.tx, dossier) if dossier else []
    return [measure_type(row) for row in rows]


async def kinds_of_child(info: Info, child: PersonId) -> list[MeasureKind]:
    """The model's measures that the viewer has a role to decide on."""
    case = await case_of_child(info, child)
    by, language = await roles_of_actor(info.context.tx, case), info.context.language
    why = Why(case.model, local_day(info.context.now))
    return [
        MeasureKind(
            key=one.key,
            name=one.name.in_language(language),
            why=reason(why.of(one, "measure", f"measures/{one.key}", one.name), language),
        )
        for one in case.model.measures
        if rules.may_decide(case.model, one.key, by, info.context.now).allowed
    ]
