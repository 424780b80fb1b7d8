"""What the tests of imports share: files as text, and an import brought to its rest."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.core.intake import service, store, working
from services.core.intake.records import Kind
from services.core.intake.store import ChangeRow, ErrorRow, RunRow
from tests.builders.world import Town, World

UNITS = """nøgle;navn;type;overenhed
omr;Området Nord;centre;
elm;Elmeskolen;school;omr
"""
STAFF = """nøgle;navn;mail;telefon;faggruppe
med-1;Kaja Klasseprøve;kaja@kommune.example;89151516;class_teacher
med-2;Lars Lederprøve;lars@kommune.example;;school_leader
"""
PEOPLE = """nøgle;type;navn;cpr;fødselsdato;mail;telefon;adresse
b1;barn;Ea Prøvebarn;710117-6001;17-01-2017;;;Ahornvej 1
b2;barn;Ib Prøvebarn;710117-6002;2015-01-17;;;Ahornvej 1
v1;voksen;Mia Prøvevoksen;610188-6003;01-01-1988;mia@familie.example;20001111;Ahornvej 1
v2;voksen;Bo Prøvevoksen;610187-6004;01-01-1987;;;Birkevej 2
"""
EMPLOYMENTS = """medarbejder;enhed;rolle;fra;til
med-1;elm;fagperson;01-08-2024;
med-2;elm;leder;01-08-2024;
"""
ENROLMENTS = """barn;enhed;fra;til
b1;elm;01-08-2024;
b2;elm;01-08-2024;
"""
CUSTODY = """barn;forældremyndighedsindehaver;fra;til
b1;v1;17-01-2017;
b1;v2;17-01-2017;
b2;v1;17-01-2015;
"""
RELATIONS = """barn;medarbejder;relation;fra;til
b1;med-1;klasselærer;01-08-2024;
"""
PROTECTIONS = """person;beskyttelse;fra;til
v2;adresse;2026-01-01;2026-12-31
v1;navn;2026-11-01;
"""
MOVES = """barn;dato
b2;01-02-2027
"""
DEATHS = """person;dato
v1;2026-01-15
"""
FILES = (
    (Kind.UNIT, UNITS),
    (Kind.STAFF, STAFF),
    (Kind.PERSON, PEOPLE),
    (Kind.EMPLOYMENT, EMPLOYMENTS),
    (Kind.ENROLMENT, ENROLMENTS),
    (Kind.CUSTODY, CUSTODY),
    (Kind.RELATION, RELATIONS),
    (Kind.PROTECTION, PROTECTIONS),
    (Kind.MOVE, MOVES),
    (Kind.DEATH, DEATHS),
)


@dataclass(frozen=True)
class Looked:
    """An import at rest: its row, and what the check and the carrying out found."""

    run: RunRow
    checked: tuple[ChangeRow, ...]
    applied: tuple[ChangeRow, ...]
    errors: tuple[ErrorRow, ...]
    counts: dict[tuple[str, str, str], int]

    def words(self, phase: str = "check") -> list[tuple[int, str, str, list[str], list[str], list[str]]]:
        """The changes without their ids."""
        rows = self.checked if phase == "check" else self.applied
        return [(row.place, row.kind, row.action, row.fields, row.before, row.after) for row in rows]

    def wrong(self) -> list[tuple[int, str, str]]:
        """Errors as row, field, code."""
        return [(row.place, row.field, row.code) for row in self.errors]


async def bring(
    world: World, town: Town, kind: Kind, text: str, *, snapshot: bool = False, source: str = "elev"
) -> RunRow:
    """An administrator brings a file."""
    async with world.api.write(town.who("administrator"), "test.bring") as tx:
        return await service.receive_file(tx, source, kind, text.encode(), snapshot=snapshot)


async def look(world: World, town: Town, run: UUID) -> Looked:
    """An import as an administrator sees it."""
    async with world.api.read(town.who("administrator"), "test.look") as tx:
        return Looked(
            await store.run(tx, run),
            tuple(await store.changes(tx, run, "check", 500, None)),
            tuple(await store.changes(tx, run, "apply", 500, None)),
            tuple(await store.errors(tx, run, ("read", "check", "apply"), 500, None)),
            {(row.phase, row.kind, row.action): row.number for row in await store.counts(tx, run)},
        )


async def check(world: World, town: Town, kind: Kind, text: str, **how: Any) -> Looked:
    """Bring a file and have it checked."""
    run = await bring(world, town, kind, text, **how)
    await working.go_on(world.worker, town.system)
    return await look(world, town, run.id)


async def carry_out(
    world: World, town: Town, kind: Kind, text: str, *, accepted: int = 0, **how: Any
) -> Looked:
    """Bring a file, have it checked and carried out."""
    checked = await check(world, town, kind, text, **how)
    async with world.api.write(town.who("administrator"), "test.apply") as tx:
        await service.have_applied(tx, checked.run.id, checked.run.version, accepted)
    await working.go_on(world.worker, town.system)
    return await look(world, town, checked.run.id)


async def everything(world: World) -> dict[str, list[str]]:
    """Every row of every table that an import can change, as text; imports' own tables and the log are left out."""
    async with world.behind_the_walls() as connection:
        names = await connection.fetch(
            "select relname::text as name from pg_class where relnamespace = 'rundbord'::regnamespace and relkind = 'r'"
        )
        own = {"intake_run", "intake_part", "intake_seen", "intake_error", "intake_change", "intake_count"}
        log = {"access_event", "unsealed_event", "audit_seal", "session", "dossier"}
        return {
            name: sorted(str(tuple(row)) for row in await connection.fetch(f"select * from {name}"))
            for (name,) in names
            if name not in own | log
        }
