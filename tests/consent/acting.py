"""Who asks, who answers and how, in a few words, for the tests of this folder."""

from datetime import datetime, timedelta
from uuid import UUID

from services.core.consent import store
from services.core.consent.recording import RecordAnswer, record_answer
from services.core.consent.rules import AnswerState
from services.core.consent.service import give_consent, withdraw_consent
from services.core.consent.store import ConsentRow
from services.core.meeting import store as meetings
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.problem.service import OpenProblem, open_problem
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from tests.builders.world import Town, World

TYPE = "netvaerksmoede_3"
PAPER = b"%PDF-1.7\nJa. Underskrevet."
SCHOOL = (("staff", "teacher"), ("psychologist", "psychologist"))


async def called(world: World, town: Town, child: str = "child", *more: tuple[str, str]) -> UUID:
    """A level 3 meeting in a month, to which a psychologist comes once the family has said yes."""
    async with world.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro"))
    async with world.api.write(town.who("leader"), "test.call") as tx:
        choices = [Choice(role, person=town.id(who)) for role, who in (*SCHOOL, *more)]
        command = CallMeeting(
            child=town.id(child),
            type=TYPE,
            starts_at=tx.now + timedelta(days=30),
            place="Skolens mødelokale",
            problem=problem.id,
            choices=(*choices, Choice("network", name="Mormor")),
            reason="Det haster.",
        )
        return (await call_meeting(tx, command)).id


async def latest(world: World, town: Town, who: str, purpose: str = "exchange") -> ConsentRow:
    """What somebody was asked last for a purpose."""
    async with world.api.read(town.who(who), "test.asked") as tx:
        rows = await store.asked_of(tx, town.id(who), before=None, limit=50)
        return next(row for row in rows if row.purpose == purpose)


async def gives(world: World, town: Town, *who: str, purpose: str = "exchange") -> None:
    """They say yes themselves."""
    for one in who:
        row = await latest(world, town, one, purpose)
        async with world.api.write(town.who(one), "test.give") as tx:
            await give_consent(tx, row.id, row.text_version, row.version)


async def withdraws(world: World, town: Town, who: str, purpose: str = "exchange") -> None:
    """They take it back themselves."""
    row = await latest(world, town, who, purpose)
    async with world.api.write(town.who(who), "test.withdraw") as tx:
        await withdraw_consent(tx, row.id, row.version)


async def recorded(
    world: World,
    town: Town,
    giver: str,
    channel: str,
    answer: AnswerState = AnswerState.GIVEN,
    *,
    child: str = "child",
    purpose: str = "exchange",
    by: str = "leader",
    document: bytes | None = None,
    ago: timedelta = timedelta(),
) -> ConsentRow:
    """A professional writes down what somebody said."""
    async with world.api.write(town.who(by), "test.record") as tx:
        on_paper = channel == "paper" and answer is not AnswerState.WITHDRAWN
        command = RecordAnswer(
            town.id(child),
            purpose,
            town.id(giver),
            answer,
            channel,
            tx.now - ago,
            "På mødet i klassen" if channel == "oral" else "",
            None,
            document if document is not None else (PAPER if on_paper else None),
        )
        return await record_answer(tx, command)


async def sees(world: World, town: Town, who: str, meeting: UUID) -> bool:
    """Whether somebody finds a meeting."""
    async with world.api.read(town.who(who), "test.sees") as tx:
        return await tx.one(meetings.FIND_MEETING, id=meeting) is not None


async def told(world: World, kind: str, who: UUID | None = None) -> list[tuple[str, str, str | None]]:
    """The messages of a kind: occasion, state and reason."""
    async with world.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select occurrence_key, state, reason from message where kind = $1 and ($2::uuid is null or recipient_id = $2)"
            " and channel = 'mail' order by planned_at",
            *(kind, who),
        )
        return [(row["occurrence_key"], row["state"], row["reason"]) for row in rows]


async def sweep(world: World, town: Town) -> None:
    """What falls due is handled."""
    await run_sweep(world.worker, world.key_dir, town.tenant, SweepKind.DEADLINES)


async def now(world: World, town: Town) -> datetime:
    """Business time."""
    async with world.worker.read(town.system, "test.now") as tx:
        return tx.now
