"""Synthetic cases, made as people would make them: through the services, each by the one who may."""

import hashlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from services.core.calendar import calendar_of, local_day, local_instant
from services.core.casework.roles import fits
from services.core.casework.service import Case, load_case, load_case_of
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import UserError
from services.core.identity import Credential, DossierId, PersonId, RequestIdentity, SystemIdentity
from services.core.meeting import store as meetings
from services.core.meeting.answering import (
    AnswerInvitation,
    add_agenda_item,
    answer_invitation,
)
from services.core.meeting.calling import CallMeeting, call_meeting, plan_for
from services.core.meeting.co_authoring import not_heard, record_heard
from services.core.meeting.invitees import Choice
from services.core.meeting.plan import MeetingPlan, PlannedParticipant
from services.core.meeting.store import Particulars
from services.core.meeting.supplying import Said
from services.core.meeting.taking_place import send_agenda
from services.core.person import colleagues, reading
from services.core.problem.service import OpenProblem, open_problem
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.service import Added
from services.local.seed import store
from services.local.seed.cast import CHILDREN, WORKERS, Worker, person_id

_REASON: Final = "Forældrene og skolen ønsker et fælles møde nu."
_TYPES: Final = {
    "randers": ("netvaerksmoede_3", "inddragende_netvaerksmoede", "niveau_1_samtale"),
    "slagelse": ("se_ske_moede", "netvaerksmoede"),
    "ringsted": ("samarbejdsmoede", "tvaerfagligt_dialogmoede", "bfm_samarbejdsmoede"),
}
"""Which meeting types are tried, in this order; for another tenant all of its model."""
_INVITED: Final = (Strength.ALWAYS, Strength.CONDITIONAL, Strength.AS_A_RULE)


@dataclass(frozen=True, slots=True)
class Story:
    """A child's case. ``days`` is in how many days the meeting is; None: it is a problem without a meeting yet.

    ``track`` and ``level``: where the problem begins, in a model that knows them; else on the first of each.
    """

    child: str
    actor: str
    capacity: str
    title: str
    description: str
    days: int | None
    answers: tuple[tuple[str, str], ...] = ()
    family_item: str = ""
    send: bool = False
    track: str = ""
    level: int | None = None


STORIES: Final = (
    Story(
        "barn", "leder", "leader", "Uro i frikvartererne",
        "Kommer ofte i konflikt ved boldburet; falder til ro hos pædagogen.",
        days=21, answers=(("mor", "coming"),), family_item="Lektier om torsdagen",
    ),
    Story(
        "unge-15", "leder", "leader", "Fravær i 8. klasse", "Fravær om mandagen siden efterårsferien.",
        days=14, answers=(("unge-15", "coming"), ("far", "another_time")), send=True,
    ),
    Story(
        "unge-17", "leder", "leader", "Overgang til ungdomsuddannelse",
        "Mødet ligger efter 18-årsdagen: moderens adgang ender inden.", days=35,
    ),
    Story("barn-delt", "leder", "leader", "Trives ikke i skiftedagene", "Træt og ked af det om mandagen.", days=None),
    Story(
        "barn-sag", "raadgiver", "adviser", "Støtte i hjemmet", "Der er en aktiv sag.",
        days=28, track="home", level=5,
    ),
    Story("soeskende", "dagtilbudsleder", "leader", "Sprog", "Bruger få ord og peger meget.", days=18),
)  # fmt: skip


class Stories:
    """Tells the cases of one tenant."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._worker = worker
        self._api = api
        self._tenant = tenant

    async def tell(self) -> int:
        """Make every case that is not there yet; answers how many meetings were called."""
        return sum([await self._one(story) for story in STORIES])

    async def _one(self, story: Story) -> bool:
        child = self._id(story.child)
        async with self.acting(story.actor, story.capacity) as who:
            problem = await self._problem(who, story, child)
            if problem is None or story.days is None:
                return False
            meeting = await self._call(who, story, child, problem)
            if meeting is None:
                return False
            # What a municipality's model does not give (an invitation, an agenda) is left out of the story.
            for answerer, answer in story.answers:
                with suppress(UserError):
                    await self._answer(story, meeting, answerer, answer)
            if story.send:
                with suppress(UserError):
                    async with self._api.write(who, "seed.sendAgenda") as tx:
                        await self.hear(tx, meeting)
                        await send_agenda(tx, meeting, (await meetings.meeting(tx, meeting)).version)
        return True

    async def _problem(self, who: RequestIdentity, story: Story, child: PersonId) -> UUID | None:
        """The problem's id; None when the case is told already, or the child is not here (no such place)."""
        async with self._api.write(who, "seed.openProblem") as tx:
            known = await reading.child(tx, child)
            if known is None:
                return None
            if known.casework_id is not None:
                return await _waits_for_the_next(tx, known.casework_id)
            model = (await load_case(tx, child)).model
            tracks = [track.key for track in model.tracks] or ["main"]
            track = story.track if story.track in tracks else tracks[0]
            level = story.level if story.level in {one.number for one in model.levels} else None
            opening = OpenProblem(
                child, track, story.title, story.description, level, _REASON if level else ""
            )
            return (await open_problem(tx, opening)).id

    async def _call(self, who: RequestIdentity, story: Story, child: PersonId, problem: UUID) -> UUID | None:
        """The first of the types that the model allows here; it follows up the last one that was held."""
        async with self._api.read(who, "seed.plan") as tx:
            case = await load_case(tx, child)
            known = await meetings.meetings_of(tx, case.casework.dossier_id) if case.casework else []
        model, previous = case.model, max(known, key=lambda one: one.starts_at).id if known else None
        types = _TYPES.get(self._tenant.slug, tuple(one.key for one in model.meetings))
        for type_key in types:
            # A type that a case's facts rule out refuses; the next one is tried.
            try:
                return await self.call(who, child, problem, type_key, story.days or 0, previous=previous)
            except UserError:
                continue
        return None

    async def call(
        self,
        who: RequestIdentity,
        child: PersonId,
        problem: UUID,
        type_key: str,
        days: int,
        *,
        previous: UUID | None = None,
    ) -> UUID:
        """Call a meeting of this type in so many days, with those of the cast whom the model asks for."""
        async with self._api.write(who, "seed.callMeeting") as tx:
            case = await load_case(tx, child)
            starts_at = _working_day_at_ten(case, tx.now, days)
            plan = await plan_for(
                tx, case, type_key, starts_at, problem=problem, previous=previous, said=Said(reason=_REASON)
            )
            choices = await self._choices(tx, case, plan, child)
            command = CallMeeting(
                child=child,
                type=type_key,
                starts_at=starts_at,
                place="Mødelokalet ved kontoret",
                problem=problem,
                choices=choices,
                previous=previous,
                reason=_REASON,
                particulars=_particulars(case.model.meeting(type_key), plan),
            )
            return (await call_meeting(tx, command)).id

    async def _choices(
        self, tx: ReadTx, case: Case, plan: MeetingPlan, child: PersonId
    ) -> tuple[Choice, ...]:
        nearest = {self._id(worker.key): worker.role for worker in self._nearest(child)}
        everyone = await colleagues.staff(tx, list(nearest))
        wanted = {RoleKind.LEADER: "leader", RoleKind.ADVISER: "adviser"}
        found = []
        for role in plan.participants:
            if role.kind in (RoleKind.CHILD, RoleKind.CUSTODY_HOLDER, RoleKind.NETWORK):
                continue
            able = [
                person
                for person, capacity in nearest.items()
                if capacity == wanted.get(role.kind, "professional")
                and fits(case.model, role.role, everyone[person].profession)
            ]
            if role.kind is RoleKind.LEADER and tx.actor.person in able:
                able = [tx.actor.known_person]
            if able and (role.strength in _INVITED or role.role == "psychologist"):
                found.append(Choice(role.role, person=able[0]))
            elif _is_missing(role):
                found.append(Choice(role.role, leave_out_reason="Er ikke relevant for dette barn."))
        return tuple(found)

    def _nearest(self, child: PersonId) -> list[Worker]:
        """The professionals: the child's own first, then those of its place."""
        young = next(one for one in CHILDREN if self._id(one.key) == child)
        own = {key for key, _ in young.relations}
        return sorted(WORKERS, key=lambda worker: (worker.key not in own, worker.place != young.place))

    @staticmethod
    async def hear(tx: WriteTx, meeting: UUID) -> None:
        """Whoever of the family has not been heard here was called by telephone, where the model wants them heard."""
        row = await meetings.meeting(tx, meeting)
        for one in await not_heard(tx, await load_case_of(tx, row.dossier_id), row):
            await record_heard(tx, meeting, one.id, "Talt med på telefon.", row.version)

    async def _answer(self, story: Story, meeting: UUID, answerer: str, answer: str) -> None:
        async with self.acting(answerer, "family") as who, self._api.write(who, "seed.answer") as tx:
            await answer_invitation(tx, AnswerInvitation(meeting, answer))
            if story.family_item and answerer == story.answers[0][0]:
                await add_agenda_item(tx, meeting, story.family_item)

    @asynccontextmanager
    async def acting(self, key: str, capacity: str) -> AsyncIterator[RequestIdentity]:
        """A session of someone of the cast, gone when the block ends."""
        session, hashed = new_id(), hashlib.sha256(secrets.token_bytes(32)).digest()
        system = SystemIdentity(self._tenant.tenant)
        async with self._worker.write(system, "session.open") as tx:
            await tx.run(
                store.OPEN_SESSION,
                id=session,
                hash=hashed,
                person=self._id(key),
                capacity=capacity,
            )
        try:
            yield RequestIdentity(self._tenant.host, Credential("bearer", hashed))
        finally:
            async with self._worker.write(system, "session.end") as tx:
                await tx.run(store.CLOSE_SESSION, id=session)

    def _id(self, key: str) -> PersonId:
        return PersonId(person_id(self._tenant.slug, key))


async def _waits_for_the_next(tx: ReadTx, dossier: DossierId) -> UUID | None:
    """The problem of a case that has its meetings behind it and none before it."""
    known = await meetings.meetings_of(tx, dossier)
    if not known or any(one.status != "concluded" for one in known):
        return None
    return max(known, key=lambda one: one.starts_at).problem_id


def _is_missing(role: PlannedParticipant) -> bool:
    return role.invited and (role.leave_out_reason or (role.may_leave_out and role.strength in _INVITED))


def _particulars(meeting: MeetingType, plan: MeetingPlan) -> Particulars:
    """The first ground and purpose of the type, its documents, and those who answer for it beside the convener."""
    duty = plan.convener
    return Particulars(
        grounds=tuple(one.key for one in meeting.grounds[:1]),
        purposes=tuple(one.key for one in meeting.purposes[:1]),
        documents=tuple(one.key for one in meeting.documents if one.ready_before == "call"),
        answered_by=(*duty.must_include, *duty.and_one_of[:1]) if duty is not None else (),
    )


def _working_day_at_ten(case: Case, now: datetime, days: int) -> datetime:
    day = calendar_of(case.model).next_working_day(local_day(now) + timedelta(days=days))
    return local_instant(day, time(10))
