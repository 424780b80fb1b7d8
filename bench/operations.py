"""The operations that are measured: each is what a request does between its first and its last round trip."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

from bench.world import GRANTS, World
from services.core.casework.caseload import soonest, standings
from services.core.db.database import Database
from services.core.identity import DossierId, RequestIdentity
from services.core.keys.seal import SealLabel
from services.core.meeting import store as meetings
from services.core.person import reading
from services.core.task import store as tasks

Operation = Callable[[Database, World], Awaitable[None]]


async def read_meeting(db: Database, world: World) -> None:
    """Resolve the session; read a meeting, its participants and agenda; open what is sealed; log; commit."""
    await _read_meeting(db, world, "teacher_20")


async def _read_meeting(db: Database, world: World, actor: str) -> None:
    async with db.read(world.actors[actor], "query:meeting") as tx:
        row = await meetings.meeting(tx, world.meeting)
        await meetings.meeting_details(tx, row)
        for participant in await meetings.participants(tx, row.id):
            await meetings.participant_details(tx, participant)
        await meetings.agenda(tx, row.id)


def _read_as(actor: str) -> Operation:
    async def read(db: Database, world: World) -> None:
        await _read_meeting(db, world, actor)

    return read


async def read_meeting_as_leader(db: Database, world: World) -> None:
    """The same by one who leads 20,000 children: by the unit's wall, at this moment, and by no grant."""
    await _read_meeting(db, world, "director")


async def add_agenda_item(db: Database, world: World) -> None:
    """A mutation: resolve, check that the meeting is visible, seal and write a point, log, commit."""
    async with db.write(world.actors["teacher_20"], "mutation:addAgendaItem") as tx:
        row = await meetings.meeting(tx, world.meeting)
        point, dossier = uuid4(), DossierId(world.meeting_dossier)
        details = meetings.AgendaDetails(text="Et punkt fra familien")
        await tx.run(
            meetings.INSERT_AGENDA_ITEM,
            id=point,
            dossier_id=dossier,
            meeting_id=row.id,
            origin="professional",
            added_by=tx.actor.known_person,
            sealed=await tx.seal(SealLabel.AGENDA_ITEM, dossier, point, details),
        )


def _list_of(actor: str) -> Operation:
    async def list_children(db: Database, world: World) -> None:
        who: RequestIdentity = world.actors[actor]
        async with db.read(who, "query:children") as tx:
            # Above the limit of one list the actor has to narrow it, as the api demands.
            unit = (
                world.school
                if actor in (f"teacher_{max(GRANTS)}", f"guest_{max(GRANTS)}", "director")
                else None
            )
            page = await reading.children(tx, first=25, unit=unit)
            if not page.items:
                raise RuntimeError(f"{actor} sees no child: nothing would be measured")

    return list_children


async def caseload(db: Database, world: World) -> None:
    """The children of a whole school that one works with: where each stands, what presses first, a page of them."""
    async with db.read(world.actors["caseload_800"], "query:caseload") as tx:
        known = await standings(tx)
        page = await reading.children(tx, first=50, ranks=soonest(known.values()))
        if len(page.items) < 50 or any(one.id not in known for one in page.items):
            raise RuntimeError("the list is not what is measured")


async def today(db: Database, world: World) -> None:
    """What waits for them: the most urgent tasks with the children's names, and the meetings ahead."""
    async with db.read(world.actors["caseload_800"], "query:today") as tx:
        found = await tasks.tasks(tx, ["teacher"])
        await reading.children_of(tx, {row.child_id for row in found[:100]})
        ahead = await meetings.meetings_page(tx, from_at=tx.now, until_at=None, after=None, limit=51)
        if len(found) < 100 or len(ahead) < 51:
            raise RuntimeError("the day is not what is measured")


OPERATIONS: dict[str, Operation] = {
    "read_meeting": read_meeting,
    **{f"list_children_{count}": _list_of(f"teacher_{count}") for count in GRANTS},
    "list_children_unit_800": _list_of("leader"),
    "list_children_unit_20000": _list_of("director"),
    "read_meeting_unit_20000": read_meeting_as_leader,
    **{f"read_meeting_guest_{count}": _read_as(f"guest_{count}") for count in GRANTS},
    f"list_children_guest_{max(GRANTS)}": _list_of(f"guest_{max(GRANTS)}"),
    "caseload_800": caseload,
    "today_800": today,
    "add_agenda_item": add_agenda_item,
}
