"""``Child`` and the picture of its levels."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from services.api.graphql.action_plan.types import ActionPlan, plans_of_child
from services.api.graphql.child.age_rights import AgeRight, age_rights
from services.api.graphql.child.around import AroundChild, is_guest
from services.api.graphql.child.ladder import LadderOfChild
from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.consent.of_child import ConsentsOfChild
from services.api.graphql.consent.types import Consent, consent_type
from services.api.graphql.context import Info
from services.api.graphql.conversation.types import (
    Conversation,
    ConversationSummary,
    conversations_of_child,
    summaries_of_child,
)
from services.api.graphql.deadline.types import Deadline, deadlines_beside_meetings
from services.api.graphql.fields import EMPLOYED, STAFF, computed, field, object_type
from services.api.graphql.measure.types import Measure, MeasureKind, measures_of_child
from services.api.graphql.measure.types import kinds_of_child as measure_kinds_of_child
from services.api.graphql.meeting.agreement import Agreement, agreement_type
from services.api.graphql.meeting.types import Meeting, meeting_type
from services.api.graphql.model.kept_away import KeptAway, kept_away_of
from services.api.graphql.model.loading import case_of_child, model_in_force
from services.api.graphql.people.family import FamilyOfChild
from services.api.graphql.people.types import Staff, Unit, one_staff, unit_of
from services.api.graphql.problem.confirmed import Fact, facts_of_case
from services.api.graphql.problem.types import Problem, problem_type
from services.api.graphql.process.types import Process, ProcessKind, processes_of_child
from services.api.graphql.process.types import kinds_of_child as process_kinds_of_child
from services.api.graphql.undelivered.of_case import UndeliveredOfChild
from services.api.graphql.underretning.types import (
    Notification,
    Underretning,
    notification_type,
    underretning_type,
)
from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.consent import store as consents
from services.core.meeting import store as meetings
from services.core.network import store as networks
from services.core.person.reading import Child as ChildFound
from services.core.problem import store as problems
from services.core.problem.coordinating import contact_of
from services.core.problem.moves import starting_level
from services.core.problem.store import ProblemRow
from services.core.retention.service import due_of
from services.core.tenancy.in_force import current_model, model_version
from services.core.underretning.store import about


@object_type(description="Where a child stands in one track: the highest level of its open problems there.")
class TrackLevel:
    """A track and its level."""

    track: str = field(description="Key of the track.", personal=False)
    track_name: str = field(description="The track in words.", personal=False)
    level: int = field(description="The level.", personal=True)
    level_name: str = field(description="The level in words.", personal=True)
    highest: int = field(description="The highest level that the model has, for a picture.", personal=False)


@object_type(description="A child or young person.")
class Child(AroundChild, ConsentsOfChild, FamilyOfChild, LadderOfChild, UndeliveredOfChild):
    """A child."""

    found: strawberry.Private[ChildFound]
    id: strawberry.ID = field(description="The person's id.", personal=True)
    name: str = field(description="The name.", personal=True, sealed=True)
    closed_at: datetime | None = field(description="When the last casework was closed.", personal=True)

    @computed(description="Whole years; null for an unborn child.", personal=True)
    def age(self, info: Info) -> int | None:
        """By the Danish day it is."""
        return self.found.age(local_day(info.context.now))

    @computed(
        description="What is the child's own by its age, from this moment's birthday on.", personal=True
    )
    async def age_rights(self, info: Info) -> list[AgeRight]:
        """By the model that the case follows."""
        return age_rights(info, (await case_of_child(info, self.found.id)).model, self.found)

    @computed(
        description="Whole weeks of the pregnancy; null once the child is born, or where its term is not known.",
        personal=True,
        sealed=True,
        who=STAFF,
    )
    async def pregnancy_week(self, info: Info) -> int | None:
        """SL-16: some offers belong to certain weeks."""
        return (await case_of_child(info, self.found.id)).facts.pregnancy_week

    @computed(description="The unit that answers for the child.", personal=True)
    async def unit(self, info: Info) -> Unit | None:
        """School, day care, or health team."""
        return await unit_of(info, self.found.unit_id)

    @computed(
        description="Version of the casework, for `closeCasework` and `confirmCaseFacts`; null when none is open.",
        personal=False,
        # Not for a family: a casework may be open for what it must not be told of.
        who=EMPLOYED,
    )
    async def version(self, info: Info) -> int | None:
        """The casework's version."""
        row = await self._casework(info)
        return row.version if row is not None and row.closed_at is None else None

    @computed(
        description="The version of the model that the running case follows, with the one in force; null without one.",
        personal=False,
        who=STAFF,
    )
    async def followed(self, info: Info) -> "FollowedVersion | None":
        """For moving the case."""
        row = await self._casework(info)
        if row is None or row.closed_at is not None:
            return None
        own = await model_version(info.context.tx, row.model_version_id)
        current = await current_model(info.context.tx)
        return FollowedVersion(
            number=own.number,
            current_id=strawberry.ID(str(current.id)),
            current_number=current.number,
            is_current=own.id == current.id,
            to_be_moved=not (current.model.versions is None or current.model.versions.running_cases_stay),
        )

    @computed(description="The level in each track. Everyone is on the first level.", personal=True)
    async def levels(self, info: Info) -> list[TrackLevel]:
        """Empty where the model has no levels."""
        model = (await case_of_child(info, self.found.id)).model
        # Who sees one meeting can't be told where the child stands beside it.
        if not model.levels or await is_guest(info, self.found):
            return []
        rows = [row for row in await self._problems(info) if row.status == "open"]
        numbers = [level.number for level in model.levels]
        language = info.context.language
        found = []
        for track in model.tracks:
            standing = [row.level for row in rows if row.track == track.key and row.level is not None]
            level = max(standing, default=starting_level(model) or min(numbers))
            name = model.level(level).name.in_language(language)
            words = track.name.in_language(language)
            found.append(
                TrackLevel(
                    track=track.key, track_name=words, level=level, level_name=name, highest=max(numbers)
                )
            )
        return found

    @computed(
        description="The tracks a problem can be in, as the model has them.", personal=False, who=EMPLOYED
    )
    async def tracks(self, info: Info) -> list["Track"] | None:
        """For opening a problem."""
        model = (await case_of_child(info, self.found.id)).model
        language = info.context.language
        return [Track(key=track.key, name=track.name.in_language(language)) for track in model.tracks]

    @computed(description="Every problem, the open ones first.", personal=True)
    async def problems(self, info: Info) -> list[Problem]:
        """Of the newest casework."""
        return [problem_type(row) for row in await self._problems(info)]

    @computed(
        description="What professionals have confirmed of the case as a whole, whatever the problem.",
        personal=True,
        sealed=True,
        who=STAFF,
    )
    async def confirmed(self, info: Info) -> list[Fact] | None:
        """Every fact of the model; never for a family."""
        case = await case_of_child(info, self.found.id)
        return await facts_of_case(info, case.model, case.casework.dossier_id if case.casework else None)

    @computed(
        description="What the case must judge again or meet about after an event, the next first.",
        personal=True,
        who=STAFF,
    )
    async def deadlines(self, info: Info) -> list[Deadline] | None:
        """Of the open casework; a meeting's own stand with the meeting."""
        case = await case_of_child(info, self.found.id)
        return await deadlines_beside_meetings(info, case.casework.dossier_id) if case.casework else []

    @computed(
        description="Who of the family must not learn of the case as a whole; null: all may.",
        personal=True,
        who=STAFF,
    )
    async def kept_away(self, info: Info) -> KeptAway | None:
        """By the model's shields, from what is confirmed of the case."""
        return kept_away_of(info, await case_of_child(info, self.found.id), None)

    @computed(description="Processes with a clock of their own, newest first.", personal=True)
    async def processes(self, info: Info) -> list[Process]:
        """Of the newest casework; a family sees those it has been told of."""
        return await processes_of_child(info, self.found.casework_id)

    @computed(description="Processes that the viewer may begin.", personal=True, who=STAFF)
    async def process_kinds(self, info: Info) -> list[ProcessKind] | None:
        """Of the model; none that runs already."""
        return await process_kinds_of_child(info, self.found.id)

    @computed(
        description="Conversations with the child by itself, newest first: for professionals and the child alone.",
        personal=True,
    )
    async def conversations(self, info: Info) -> list[Conversation]:
        """Of the newest casework; empty for a parent, whatever there is (Barnets lov §5)."""
        return await conversations_of_child(info, self.found.casework_id)

    @computed(description="What the parents were told of such conversations.", personal=True)
    async def conversation_summaries(self, info: Info) -> list[ConversationSummary]:
        """Of the newest casework."""
        return await summaries_of_child(info, self.found.casework_id)

    @computed(description="Measures: help that was decided on, newest first.", personal=True)
    async def measures(self, info: Info) -> list[Measure]:
        """Of the newest casework; a family sees what was decided with it, and what has started."""
        return await measures_of_child(info, self.found.casework_id)

    @computed(description="Measures that the viewer may decide on.", personal=True, who=STAFF)
    async def measure_kinds(self, info: Info) -> list[MeasureKind] | None:
        """Of the model."""
        return await measure_kinds_of_child(info, self.found.id)

    @computed(description="The model's ways past all steps.", personal=False, who=STAFF)
    async def notifications(self, info: Info) -> list[Notification] | None:
        """By the law of today."""
        model = await model_in_force(info)
        return [notification_type(info, model, one) for one in model.bypasses]

    @computed(description="Underretninger that the viewer may see, newest first.", personal=True, who=STAFF)
    async def underretninger(self, info: Info) -> list[Underretning] | None:
        """Of the newest casework; never for a family."""
        if self.found.casework_id is None:
            return []
        rows = await about(info.context.tx, self.found.casework_id)
        return [underretning_type(row) for row in rows]

    @computed(description="Meetings, oldest first unless asked otherwise.", personal=True)
    async def meetings(
        self,
        info: Info,
        first: First = 25,
        after: After = None,
        newest_first: Annotated[
            bool, strawberry.argument(description="Begin with what is furthest ahead.")
        ] = False,
    ) -> Connection[Meeting]:
        """Of the newest casework."""
        page = page_of("child.meetings", first, after)
        rows = (
            await meetings.meetings_of(info.context.tx, self.found.casework_id)
            if self.found.casework_id
            else []
        )
        ordered = list(reversed(rows)) if newest_first else rows
        kept, more = from_list(page, ordered, lambda row: str(row.id))
        return connection(([(meeting_type(row), cursor) for row, cursor in kept], more))

    @computed(description="What was agreed, what is open first.", personal=True)
    async def agreements(self, info: Info, first: First = 25, after: After = None) -> Connection[Agreement]:
        """Of the newest casework."""
        page = page_of("child.agreements", first, after)
        rows = (
            await meetings.agreements_of(info.context.tx, self.found.casework_id)
            if self.found.casework_id
            else []
        )
        kept, more = from_list(page, rows, lambda row: str(row.id))
        return connection(([(await agreement_type(info, row), cursor) for row, cursor in kept], more))

    @computed(description="Consents, newest first. A giver sees their own alone.", personal=True)
    async def consents(self, info: Info, first: First = 25, after: After = None) -> Connection[Consent]:
        """Of the newest casework."""
        page = page_of("child.consents", first, after)
        rows = (
            await consents.consents_of(info.context.tx, self.found.casework_id)
            if self.found.casework_id
            else []
        )
        kept, more = from_list(page, rows, lambda row: str(row.id))
        return connection(([(consent_type(row, info.context.now), cursor) for row, cursor in kept], more))

    @computed(
        description="Plans made with the child and the family; for professionals also those not begun.",
        personal=True,
    )
    async def action_plans(self, info: Info) -> list[ActionPlan]:
        """RI-21: of the newest casework."""
        return await plans_of_child(info, self.found.id, self.found.casework_id)

    @computed(description="Whom the family can contact: who holds the thread.", personal=True)
    async def contact_person(self, info: Info) -> Staff | None:
        """SL-15, ALL-08: a network's one contact, else the coordinator on the highest level, else the last convener."""
        if self.found.casework_id is None:
            return None
        for network in await networks.networks_of(info.context.tx, self.found.casework_id):
            if network.contact_person_id is not None:
                return await one_staff(info, network.contact_person_id)
        rows = [row for row in await self._problems(info) if row.status == "open"]
        threads = await problems.coordinators(info.context.tx, self.found.casework_id)
        model = (await case_of_child(info, self.found.id)).model
        for row in sorted(rows, key=lambda row: (-(row.level or 0), row.opened_at)):
            held = contact_of(model, threads.get(row.id, []))
            if held is not None:
                return await one_staff(info, held.person_id)
        called = await meetings.meetings_of(info.context.tx, self.found.casework_id)
        return await one_staff(info, called[-1].convener_id) if called else None

    @computed(
        description="The first day on which the closed casework may be erased; null while it is open.",
        personal=True,
    )
    async def erase_after(self, info: Info) -> date | None:
        """By the tenant's own rule."""
        if self.found.casework_id is None:
            return None
        due = await due_of(info.context.tx, self.found.casework_id)
        return due.due_on if due else None

    async def _casework(self, info: Info) -> caseworks.CaseworkRow | None:
        if self.found.casework_id is None:
            return None
        dossier = self.found.casework_id
        return await info.context.once(
            f"casework:{dossier}", lambda: caseworks.casework(info.context.tx, dossier)
        )

    async def _problems(self, info: Info) -> list[ProblemRow]:
        if self.found.casework_id is None:
            return []
        dossier = self.found.casework_id
        return await info.context.once(
            f"problems:{dossier}", lambda: problems.problems(info.context.tx, dossier)
        )


@object_type(description="Which version of the model a case follows, and which one is in force.")
class FollowedVersion:
    """A version followed."""

    number: int = field(description="Number of the version that the case follows.", personal=False)
    current_id: strawberry.ID = field(description="The version in force.", personal=False)
    current_number: int = field(description="Its number.", personal=False)
    is_current: bool = field(description="Whether the two are the same.", personal=False)
    to_be_moved: bool = field(
        description="Whether the municipality asks that running cases are moved; none moves by itself.",
        personal=False,
    )


@object_type(description="A track of the model.")
class Track:
    """A track."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)


def child_type(found: ChildFound) -> Child:
    """A child as the schema answers it."""
    return Child(found=found, id=strawberry.ID(str(found.id)), name=found.name, closed_at=found.closed_at)
