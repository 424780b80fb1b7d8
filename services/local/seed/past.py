"""What has been in each town before the day it is looked at: two meetings about one child, and what became of them.

Told day by day through the services, each by the one who may, at the moment it happened (``earlier.py``).
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from services.core.access_request.service import AskForAccess, answer_access_request, ask_for_access
from services.core.calendar import TenantCalendar, local_day, local_instant
from services.core.casework.service import load_case
from services.core.consent import store as consents
from services.core.consent.rules import is_needed
from services.core.consent.service import ask_consent, give_consent, withdraw_consent
from services.core.db.database import Database
from services.core.db.tx import WriteTx
from services.core.identity import PersonId, SystemIdentity
from services.core.meeting import store as meetings
from services.core.meeting.answering import AnswerInvitation, answer_invitation
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting
from services.core.meeting.recording import MakeAgreement, close_agreement, fill_form, make_agreement
from services.core.meeting.taking_place import HoldMeeting, hold_meeting, send_agenda
from services.core.message.service import list_inbox, mark_read
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import REACTIONS
from services.core.sweep.deadlines import STEP as DEADLINES
from services.core.tenancy.model import Model
from services.core.tenancy.perspectives import Voice
from services.core.tenancy.service import Added
from services.local.seed.cases import STORIES, Stories
from services.local.seed.cast import person_id
from services.local.seed.earlier import Earlier, carry
from services.local.seed.past_words import ANSWER, MEETINGS, WAY, Behind, Said
from services.local.seed.voices import say

_STORY: Final = STORIES[0]
_PURPOSE: Final = "exchange"
_MOST: Final = 50


def first_morning(today: date) -> datetime:
    """When a town with a past begins, as UTC."""
    return local_instant(today - timedelta(days=70), time(8))


class Past:
    """The past of one tenant, backwards from ``today`` (a Copenhagen day); none for a town that ``WAY`` does not know."""

    def __init__(
        self,
        worker: Database,
        api: Database,
        post: Database,
        tenant: Added,
        today: date,
        calendar: TenantCalendar,
    ) -> None:
        begin = first_morning(today)
        self._today, self._tenant, self._calendar = today, tenant, calendar
        self._worker = Earlier(worker, REACTIONS, begin)
        self._api = Earlier(api, REACTIONS, begin)
        self._post = Earlier(post, {}, begin)
        self._stories = Stories(self._worker, self._api, tenant)
        self._child = self._id(_STORY.child)

    async def tell(self) -> None:
        """Tell it all; it ends on the last working day, with nothing of it left to be told."""
        self._on(-66, time(9))
        async with self._as("leder", "leader", "child") as tx:
            if (await load_case(tx, self._child)).casework is not None:
                return  # told already
        problem, previous = await self._open(), None
        await self._ask_for_a_copy()
        for behind, (kind, outcome) in zip(MEETINGS, WAY[self._tenant.slug], strict=True):
            meeting = await self._call(problem, behind, kind, previous)
            await self._before(meeting, behind)
            await self._at_the_table(meeting, behind, outcome)
            previous = meeting
        await self._since()

    async def _open(self) -> UUID:
        async with self._as("leder", "leader", "openProblem") as tx:
            model = (await load_case(tx, self._child)).model
            track = model.tracks[0].key if model.tracks else "main"
            opened = await open_problem(tx, OpenProblem(self._child, track, _STORY.title, _STORY.description))
        return opened.id

    async def _ask_for_a_copy(self) -> None:
        self._on(-65, time(20))
        async with self._as("far", "family", "askForAccess") as tx:
            asked = await ask_for_access(tx, AskForAccess(self._child, "access"), self._calendar)
        self._on(-63, time(10))
        async with self._as("dpo", "dpo", "answerAccessRequest") as tx:
            await answer_access_request(tx, asked.id, True, ANSWER, asked.version)

    async def _call(self, problem: UUID, behind: Behind, kind: str, previous: UUID | None) -> UUID:
        self._on(behind.called, time(11))
        days = behind.held - behind.called
        async with self._stories.acting("leder", "leader") as who:
            meeting = await self._stories.call(who, self._child, problem, kind, days, previous=previous)
        async with self._as("leder", "leader", "askConsent") as tx:
            if is_needed((await load_case(tx, self._child)).model, kind, _PURPOSE):
                await ask_consent(tx, self._child, _PURPOSE, meeting)
        await self._carried()
        return meeting

    async def _before(self, meeting: UUID, behind: Behind) -> None:
        """The parents answer, consent and say how they see it; the child has told its teacher; the agenda goes out."""
        for days, parent, said in ((3, "mor", behind.mother), (4, "far", behind.father)):
            self._on(behind.called + days, time(19, 30))
            async with self._as(parent, "family", "answerInvitation") as tx:
                await answer_invitation(tx, AnswerInvitation(meeting, "coming"))
                await _say(tx, meeting, Voice.PARENT, said)
                for asked in await consents.consents_of(tx, (await meetings.meeting(tx, meeting)).dossier_id):
                    if asked.state == "asked" and asked.giver_id == tx.actor.person:
                        await give_consent(tx, asked.id, asked.text_version, asked.version)
        self._on(behind.called + 7, time(12))
        async with self._as("leder", "leader", "sendAgenda") as tx:
            await _say(tx, meeting, Voice.CHILD, behind.child, drawn=behind.drawn)
            await self._stories.hear(tx, meeting)
            await send_agenda(tx, meeting, (await meetings.meeting(tx, meeting)).version)
        await self._carried()

    async def _at_the_table(self, meeting: UUID, behind: Behind, outcome: str) -> None:
        """It is held, written and concluded, and what was agreed is done or not."""
        async with self._as("leder", "leader", "holdMeeting") as tx:
            starts_at = (await meetings.meeting(tx, meeting)).starts_at
        self._move(starts_at - timedelta(hours=1))
        await self._carried()
        self._move(starts_at)
        async with self._as("leder", "leader", "holdMeeting") as tx:
            await _hold(tx, meeting, (await load_case(tx, self._child)).model)
        self._move(starts_at + timedelta(minutes=50))
        async with self._as("leder", "leader", "concludeMeeting") as tx:
            model = (await load_case(tx, self._child)).model
            await _fill(tx, meeting, model, behind)
            agreed = await self._agree(tx, meeting, behind)
            row = await meetings.meeting(tx, meeting)
            await conclude_meeting(tx, ConcludeMeeting(meeting, outcome, row.version, behind.reason))
        await self._carried()
        for agreement, after in agreed:
            self._on(behind.held + after, time(15))
            async with self._as("leder", "leader", "closeAgreement") as tx:
                await _read(tx)
                known = await meetings.agreement(tx, agreement)
                await close_agreement(tx, agreement, "done", known.version)

    async def _agree(self, tx: WriteTx, meeting: UUID, behind: Behind) -> list[tuple[UUID, int]]:
        """What was agreed; answers which of it was done, and after how many days."""
        circle = {row.person_id: row.id for row in await meetings.participants(tx, meeting)}
        done = []
        for one in behind.agreed:
            responsible = circle.get(self._id(one.by)) or circle[self._id("mor")]
            due_on = self._calendar.next_working_day(local_day(tx.now) + timedelta(days=one.due_after))
            made = await make_agreement(
                tx, MakeAgreement(meeting, one.what, responsible, due_on, close_to_child=True)
            )
            if one.done_after is not None:
                done.append((made.id, one.done_after))
        return done

    async def _since(self) -> None:
        """The mother takes her consent back, another asks for a copy, and what falls due is told on its day."""
        self._on(-8, time(20))
        async with self._as("mor", "family", "withdrawConsent") as tx:
            await _read(tx)
            dossier = (await load_case(tx, self._child)).casework
            for one in await consents.consents_of(tx, dossier.dossier_id) if dossier else ():
                if one.state == "given" and one.giver_id == tx.actor.person:
                    await withdraw_consent(tx, one.id, one.version)
        self._on(-5, time(20))
        async with self._as("mor-alene", "family", "askForAccess") as tx:
            await ask_for_access(tx, AskForAccess(self._id("barn-alene"), "access"), self._calendar)
        self._on(-1, time(9))
        system = SystemIdentity(self._tenant.tenant)
        while await DEADLINES.settle_next(self._worker, system):
            pass
        await self._carried()

    def _on(self, days: int, clock: time) -> None:
        """Go on to the working day that is so many days from today, or the one before it."""
        day = self._calendar.previous_working_day(self._today + timedelta(days=days))
        self._move(local_instant(day, clock))

    def _move(self, at: datetime) -> None:
        """Forward only: around a holiday two days can fall on one."""
        at = max(at, self._api.at + timedelta(minutes=1))
        for one in (self._worker, self._api, self._post):
            one.at = at

    async def _carried(self) -> None:
        await carry(self._post, self._tenant.tenant)

    @asynccontextmanager
    async def _as(self, key: str, capacity: str, operation: str) -> AsyncIterator[WriteTx]:
        async with (
            self._stories.acting(key, capacity) as who,
            self._api.write(who, f"seed.{operation}") as tx,
        ):
            yield tx

    def _id(self, key: str) -> PersonId:
        return PersonId(person_id(self._tenant.slug, key))


async def _read(tx: WriteTx) -> None:
    """Whoever comes by has read what has come until then."""
    for one in await list_inbox(tx, _MOST):
        await mark_read(tx, one.id)


async def _say(tx: WriteTx, meeting: UUID, voice: Voice, said: Said, *, drawn: bool = False) -> None:
    await say(tx, await meetings.meeting(tx, meeting), voice, said.words, said.tenths, drawn=drawn)


async def _hold(tx: WriteTx, meeting: UUID, model: Model) -> None:
    """With everyone who is invited, and everything ready that the type asks for."""
    row = await meetings.meeting(tx, meeting)
    kind = model.meeting(row.type)
    present = tuple(one.id for one in await meetings.participants(tx, meeting) if one.status == "invited")
    ready = tuple(one.key for one in kind.documents), tuple(one.key for one in kind.preparation)
    await hold_meeting(tx, HoldMeeting(meeting, present, row.version, *ready))


async def _fill(tx: WriteTx, meeting: UUID, model: Model, behind: Behind) -> None:
    form = await meetings.form(tx, meeting)
    if form is None:
        return
    asked = {field.key for field in model.form(form.form_key).fields if not field.source}
    values = {key: said for key, said in behind.forms.items() if key in asked}
    await fill_form(tx, meeting, values, complete=True, expected_version=form.version)
