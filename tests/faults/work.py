"""What people do meanwhile: cases from problem to agenda, and consents given and withdrawn, each step acknowledged.

Free text carries a mark of its own (``MARK``), so that it is found wherever it should not be.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from services.local.seed.cast import person_id
from tests.faults.machine import Machine
from tests.faults.person import Heard, Person

MARK = "hemmeligt-ord"
TENANT = "randers"


@dataclass(frozen=True)
class Lane:
    """A child and those around it. One thing happens to it at a time, as in life; children go side by side."""

    child: str
    parents: tuple[str, ...]


LANES = (Lane("barn", ("mor", "far")), Lane("barn-delt", ("mor-beskyttet", "far-delt")))
CONSENTING = Lane("barn-alene", ("mor-alene",))
"""Consents change who may see the meetings of a child, so they have one to themselves."""


WAYS = {
    "mor": ["SMS"],
    "far": ["MAIL", "SMS"],
    "mor-beskyttet": ["DIGITAL_POST"],
    "far-delt": ["MAIL", "DIGITAL_POST"],
}
"""How those of the families want to be told who do not want it by mail alone."""


@dataclass
class Case:
    """One case as it was acknowledged: its ids, and the words that must be on its agenda once."""

    child: str
    sent: bool
    problem: str = ""
    meeting: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def shape(self) -> tuple[str, bool]:
        """Cases of one shape must look alike in the end."""
        return self.child, self.sent


@dataclass
class Ledger:
    """All that was acknowledged in one round."""

    starts_at: datetime
    cases: list[Case] = field(default_factory=list)
    consents: list[str] = field(default_factory=list)
    """Ids of consents that were asked for, given and withdrawn."""


class Town:
    """Everyone of one town who works in the lanes, logged in."""

    def __init__(self, people: dict[str, Person], heard: Heard) -> None:
        self.people = people
        self.heard = heard

    @classmethod
    async def log_in(cls, machine: Machine) -> "Town":
        """Log everyone in, and give the consents' child a casework to belong to."""
        heard = Heard()
        keys = ("leder", *(parent for lane in (*LANES, CONSENTING) for parent in lane.parents))
        town = cls({key: await Person.log_in(machine, TENANT, key, heard) for key in keys}, heard)
        for key, ways in WAYS.items():
            await town.people[key].do(
                "chooseContact",
                {"channels": ways, "language": "da", "expectedVersion": 0},
                "contactChoice { version }",
            )
        await town.people["leder"].do(
            "openProblem",
            {"childId": _id(CONSENTING.child), "track": "institution", "title": MARK},
            "problem { id }",
        )
        return town

    async def case(self, lane: Lane, ledger: Ledger, *, send: bool) -> Case:
        """Open a problem, call its meeting, answer, add to the agenda; ``send`` it or leave that to its deadline."""
        leader = self.people["leder"]
        case = Case(lane.child, send)
        opened = await leader.do(
            "openProblem",
            {"childId": _id(lane.child), "track": "institution", "title": f"{MARK} {uuid4()}"},
            "problem { id }",
        )
        case.problem = opened["problem"]["id"]
        case.words.append(f"{MARK} {uuid4()}")
        called = await leader.do(
            "callMeeting",
            {
                "childId": _id(lane.child),
                "problemId": case.problem,
                "type": "netvaerksmoede_3",
                "startsAt": ledger.starts_at.isoformat(),
                "place": f"Lokale {MARK}",
                "agenda": case.words[:1],
                "reasonForSkipping": "Det haster.",
                "participants": [{"role": "staff", "personId": _id("laerer")}],
            },
            "meeting { id version }",
        )
        case.meeting, version = called["meeting"]["id"], called["meeting"]["version"]
        ledger.cases.append(case)
        for parent in lane.parents:
            await self.people[parent].do(
                "answerInvitation",
                {"meetingId": case.meeting, "answer": "COMING", "note": f"{MARK} note"},
                "meeting { id }",
            )
            case.words.append(f"{MARK} {uuid4()}")
            await self.people[parent].do(
                "addAgendaItem", {"meetingId": case.meeting, "text": case.words[-1]}, "meeting { id }"
            )
        if send:
            await leader.do(
                "sendAgenda", {"meetingId": case.meeting, "expectedVersion": version}, "meeting { id }"
            )
        return case

    async def consent(self, ledger: Ledger) -> None:
        """Ask for a consent, give it, take it back."""
        asked = await self.people["leder"].do(
            "askConsent",
            {"childId": _id(CONSENTING.child), "purpose": "exchange"},
            "consents { id version textVersion }",
        )
        giver = self.people[CONSENTING.parents[0]]
        for one in asked["consents"]:
            given = await giver.do(
                "giveConsent",
                {
                    "consentId": one["id"],
                    "expectedVersion": one["version"],
                    "textVersion": one["textVersion"],
                },
                "consent { id version }",
            )
            await giver.do(
                "withdrawConsent",
                {"consentId": one["id"], "expectedVersion": given["consent"]["version"]},
                "consent { id }",
            )
            ledger.consents.append(one["id"])

    async def work(self, ledger: Ledger, until: asyncio.Event, least: int) -> None:
        """Work in all lanes side by side until told, and at least so many cases a lane."""

        async def in_lane(lane: Lane) -> None:
            done = 0
            while done < least or not until.is_set():
                await self.case(lane, ledger, send=done % 2 == 0)
                done += 1

        async def with_consents() -> None:
            done = 0
            while done < least or not until.is_set():
                await self.consent(ledger)
                done += 1

        # Whoever is not heard stops alone: the others go on, and the round is not well.
        ended = await asyncio.gather(
            *(in_lane(lane) for lane in LANES), with_consents(), return_exceptions=True
        )
        for end in ended:
            if end is not None:
                raise end


def _id(key: str) -> str:
    return str(person_id(TENANT, key))
