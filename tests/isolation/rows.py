"""What a village's tests know of its rows: which there are, whose they are, and the marks in them."""

from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from services.core.casework.store import casework
from services.core.consent import store as consents
from services.core.db.tx import ReadTx
from services.core.identity import PersonId
from services.core.meeting import store
from services.core.person import reading
from services.core.problem.store import problem as find_problem
from tests.builders.world import Town, World

_numbers = count(1)


@dataclass(frozen=True)
class Mark:
    """A text that is somebody's. ``readers``: the people of the town who may read it; ``found``: somebody must."""

    text: str
    town: str
    readers: frozenset[str]
    found: bool = True


@dataclass(frozen=True)
class Target:
    """A row somebody may ask for. ``owners``: who alone may, where the circle at large may not."""

    id: UUID
    version: int = 1
    state: str = ""
    owners: frozenset[str] | None = None


@dataclass
class Family:
    """A child's case: ids by kind (`child`, `problem`, `meeting`, …), and who sees it."""

    town: str
    name: str
    circle: frozenset[str]
    staff: frozenset[str]
    guest: str = ""
    """Of the staff the one who has places in meetings and nothing else: comes to all but one, and sees no more (ADR 0023)."""
    targets: dict[str, list[Target]] = field(default_factory=dict)
    form_versions: dict[UUID, int] = field(default_factory=dict)

    @property
    def known(self) -> frozenset[str]:
        """The circle but the guest: who sees the case."""
        return self.circle - {self.guest}

    @property
    def near(self) -> frozenset[str]:
        """The staff but the guest."""
        return self.staff - {self.guest}

    def add(self, kind: str, target: Target) -> None:
        """Remember a row."""
        self.targets.setdefault(kind, []).append(target)


@dataclass
class Village:
    """Both towns, their families and every mark in them."""

    world: World
    families: dict[tuple[str, str], Family] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    requested: set[str] = field(default_factory=set)
    """Names that a request for access carries: whoever answers it knows them from there, and from nowhere else (ADR 0033)."""

    def mark(self, town: str, what: str, readers: frozenset[str], *, found: bool = True) -> str:
        """A new text that only ``readers`` of ``town`` may be given."""
        text = f"mk{next(_numbers):04d}-{town}-{what}"
        self.marks[text] = Mark(text, town, readers, found)
        return text


async def collect(tx: ReadTx, town: Town, family: Family) -> None:
    """Every id and version as they are in the end."""
    found = await reading.child(tx, PersonId(town.id(family.name)))
    assert found is not None
    assert found.casework_id is not None
    dossier = found.casework_id
    family.targets["casework"] = [Target(dossier, (await casework(tx, dossier)).version)]
    problem = await find_problem(tx, family.targets["problem"][0].id)
    family.targets["problem"] = [Target(problem.id, problem.version)]
    names = {person: name for name, person in town.people.ids.items()}
    for row in await consents.consents_of(tx, dossier):
        family.add("consent", Target(row.id, row.version, row.state, frozenset({names[row.giver_id]})))
        # What professionals do to an answer is for those who see the case.
        family.add("answer", Target(row.id, row.version, row.state, family.near))
    meetings = family.targets.pop("meeting")
    for target in meetings:
        meeting = await store.meeting(tx, target.id)
        assert meeting.status == target.state
        # A cancelled meeting shows a guest nothing any more.
        owners = family.known if meeting.status == "cancelled" else None
        family.add("meeting", Target(meeting.id, meeting.version, meeting.status, owners))
        form = await store.form(tx, meeting.id)
        family.form_versions[meeting.id] = form.version if form else 1
        for one in await store.participants(tx, meeting.id):
            family.add("participant", Target(one.id, one.version, str(meeting.id), owners))
        for agreement in await store.agreements(tx, meeting.id):
            family.add("agreement", Target(agreement.id, agreement.version, agreement.status))
