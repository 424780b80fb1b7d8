"""``Share``: an earlier or other record for somebody who has a place in a meeting, and what can be shared on what ground."""

from datetime import date, datetime, timedelta

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, computed, field, object_type
from services.api.graphql.model.loading import case_of_child, model_in_force, version_of
from services.api.graphql.people.types import Staff, one_staff
from services.core.action_plan import store as plans
from services.core.calendar.instants import local_day
from services.core.errors import say
from services.core.identity import Capacity, DossierId, PersonId
from services.core.meeting import store as meetings
from services.core.problem import store as problems
from services.core.sharing import store
from services.core.sharing.service import RecordKind, exchange_law
from services.core.sharing.store import ShareRow
from services.core.tenancy.frame import LegalReference

enum_type(
    RecordKind,
    description="What can be shared.",
    values={
        "MEETING": "A meeting's record.",
        "FORM": "A meeting's form alone.",
        "PLAN": "A plan made with the child and its family.",
        "PROBLEM": "What a problem is about, and how it moved between the levels.",
    },
)


@object_type(description="A record that was shared: with whom, why, on what ground, until when.")
class Share:
    """A share."""

    row: strawberry.Private[ShareRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you withdraw it.", personal=False)
    kind: RecordKind = field(description="What kind of record.", personal=True)
    meeting_id: strawberry.ID | None = field(
        description="The meeting whose record or form it is.", personal=True
    )
    shared_at: datetime = field(description="When it was shared.", personal=True)
    until: date = field(description="The last day on which it can be read.", personal=True)
    standing: bool = field(
        description="Whether it can be read: neither over, nor withdrawn, nor without the consents it rests on.",
        personal=True,
    )
    viewer_is_receiver: bool = field(description="Whether it is shared with the viewer.", personal=True)

    @computed(description="The record in words; null where the viewer does not see it.", personal=True)
    async def what(self, info: Info) -> str | None:
        """A meeting by its type and day, a plan by its name, a problem by its title."""
        if self.row.plan_id is not None:
            plan = await info.context.tx.one(plans.FIND_PLAN, id=self.row.plan_id)
            return None if plan is None else await _plan(info, plan)
        if self.row.problem_id is not None:
            problem = await info.context.tx.one(problems.FIND_PROBLEM, id=self.row.problem_id)
            return None if problem is None else (await problems.details(info.context.tx, problem)).title
        meeting = await info.context.tx.one(meetings.FIND_MEETING, id=self.row.meeting_id)
        return None if meeting is None else await _meeting(info, meeting)

    @computed(description="With whom it is shared.", personal=True)
    async def receiver(self, info: Info) -> Staff | None:
        """Somebody with a place in a meeting of the case."""
        return await one_staff(info, self.row.receiver_id)

    @computed(description="Who shared it.", personal=True)
    async def shared_by(self, info: Info) -> Staff | None:
        """A professional with a lasting part in the case."""
        return await one_staff(info, self.row.shared_by)

    @computed(
        description="Why. For professionals: it can tell of others.", personal=True, sealed=True, who=STAFF
    )
    async def reason(self, info: Info) -> str | None:
        """As it was written."""
        return (await store.details(info.context.tx, self.row)).reason

    @computed(
        description="What it rests on, in words: the consent, or the law as it is today.", personal=True
    )
    async def ground(self, info: Info) -> str:
        """By the model of today: the ground follows the law."""
        model, language = await model_in_force(info), info.context.language
        if self.row.consent_purpose is not None:
            known = {one.key: one.name.in_language(language) for one in model.purposes}
            return known.get(self.row.consent_purpose, self.row.consent_purpose)
        # A law that goes past all steps is the duty to notify: a family is not told by a share that somebody thought of it.
        past_all_steps = {key for one in model.bypasses for key in one.law}
        if info.context.tx.actor.capacity is Capacity.FAMILY and self.row.law in past_all_steps:
            return say("sharing.the_law", language)
        law = next((one for one in model.law if one.key == self.row.law), None)
        return cited(law, local_day(info.context.now), language) if law else self.row.law or ""


@object_type(description="A record of a case that can be shared with somebody who has a place in a meeting.")
class ShareableRecord:
    """A record."""

    kind: RecordKind = field(description="What kind of record.", personal=True)
    id: strawberry.ID = field(description="Give it as `recordId`.", personal=True)
    what: str = field(description="The record in words.", personal=True)


@object_type(
    description="A ground on which a record can be shared now: a consent that stands, or a law of the model."
)
class ShareGround:
    """A ground; exactly one of ``consentPurpose`` and ``law``."""

    consent_purpose: str | None = field(description="Key of the consent, where it is one.", personal=True)
    law: str | None = field(description="Key of the legal reference, where it is one.", personal=False)
    name: str = field(description="In words.", personal=False)
    counted: bool = field(
        description="Whether its use is counted for each child (`exchangeBases`).", personal=False
    )


async def shares_of_child(info: Info, dossier: DossierId | None) -> list[Share]:
    """Those that the viewer may see, newest first."""
    rows = await store.shares_of(info.context.tx, dossier) if dossier else []
    return [share_type(info, row) for row in rows]


def share_type(info: Info, row: ShareRow) -> Share:
    """A share as the schema answers it."""
    return Share(
        row=row,
        id=strawberry.ID(str(row.id)),
        version=row.version,
        kind=RecordKind(row.kind),
        meeting_id=strawberry.ID(str(row.meeting_id)) if row.meeting_id else None,
        shared_at=row.shared_at,
        until=local_day(row.valid_until - timedelta(microseconds=1)),
        standing=row.standing,
        viewer_is_receiver=row.receiver_id is not None and row.receiver_id == info.context.actor.person,
    )


async def shareable_of_child(info: Info, dossier: DossierId | None) -> list[ShareableRecord]:
    """Meetings that were held, their forms, plans and problems of a casework, as far as the viewer sees them."""
    if dossier is None:
        return []
    tx, found = info.context.tx, []
    for meeting in reversed(await meetings.meetings_of(tx, dossier)):
        if meeting.status not in ("held", "concluded"):
            continue
        words = await _meeting(info, meeting)
        found.append(_shareable(RecordKind.MEETING, meeting.id, words))
        if (await version_of(info, meeting.model_version_id)).meeting(meeting.type).form:
            found.append(_shareable(RecordKind.FORM, meeting.id, words))
    for plan in await plans.plans_of(tx, dossier):
        found.append(_shareable(RecordKind.PLAN, plan.id, await _plan(info, plan)))
    for problem in await problems.problems(tx, dossier):
        found.append(_shareable(RecordKind.PROBLEM, problem.id, (await problems.details(tx, problem)).title))
    return found


async def grounds_of_child(info: Info, child: PersonId) -> list[ShareGround]:
    """The consents that stand in the case, and the law by which the model lets be exchanged without one: other law says
    what a bisidder or an archive is, and is no ground to share on.
    """
    case, language = await case_of_child(info, child), info.context.language
    if case.casework is None:
        return []
    found = [
        ShareGround(consent_purpose=one.key, law=None, name=one.name.in_language(language), counted=False)
        for one in case.model.purposes
        if await meetings.stands(info.context.tx, case.casework.dossier_id, one.key)
    ]
    today = local_day(info.context.now)
    return found + [
        ShareGround(consent_purpose=None, law=one.key, name=cited(one, today, language), counted=True)
        for one in exchange_law(case.model)
    ]


def cited(law: LegalReference, today: date, language: str) -> str:
    """A legal reference by its name and its words of today."""
    wording = law.on(today)
    name = law.name.in_language(language)
    return f"{name} ({wording.citation.in_language(language)})" if wording else name


def _shareable(kind: RecordKind, record: object, what: str) -> ShareableRecord:
    return ShareableRecord(kind=kind, id=strawberry.ID(str(record)), what=what)


async def _meeting(info: Info, meeting: meetings.MeetingRow) -> str:
    kind = (await version_of(info, meeting.model_version_id)).meeting(meeting.type)
    return f"{kind.name.in_language(info.context.language)}, {local_day(meeting.starts_at):%d.%m.%Y}"


async def _plan(info: Info, plan: plans.ActionPlanRow) -> str:
    form = (await version_of(info, plan.model_version_id)).form(plan.form_key)
    return form.name.in_language(info.context.language)
