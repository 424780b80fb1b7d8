"""What a mail server can do to a notifier: each answer and each cut, and a death in the moment of its yes."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from services.local.notifier import LEASE
from tests.faults.machine import Machine, ids_of
from tests.faults.rounds import Known, Result, judge, starts_at
from tests.faults.settling import settled
from tests.faults.stops import second
from tests.faults.verdict import Verdict
from tests.faults.work import LANES, Ledger, Town
from tests.notifier.smtp_peer import CUT, Peer

Act = Callable[[], Awaitable[None]]


class MailServer(Peer):
    """The scripted peer, which can also be told to do something in the moment of its yes."""

    def __init__(self) -> None:
        super().__init__()
        self.before_yes: Act | None = None
        """Done once, when the content has been taken and the 250 has not been said."""
        self.after_yes: Act | None = None
        """Done once, right after the 250."""
        self.cut_content = False
        """Cut the connection instead of reading the content: nothing is delivered."""
        self.hang_up = False
        """Cut the connection right after the 250 for a content."""

    async def _answer(self, verb: str, writer: asyncio.StreamWriter) -> bool:
        if verb == "DATA" and self.cut_content:
            return False
        if verb == "END" and (act := self.before_yes):
            self.before_yes = None
            await act()
        said = await super()._answer(verb, writer)
        if verb == "END" and (act := self.after_yes):
            self.after_yes = None
            await act()
        return said and not (verb == "END" and self.hang_up)

    def mails(self) -> dict[str, list[str]]:
        """As the sink's: Message-IDs by outbox id."""
        return ids_of(self.accepted)


@dataclass(frozen=True)
class Trouble:
    """One kind of trouble. ``seconds`` it lasts; ``refused``: what was tried meanwhile goes another way, if any."""

    name: str
    verb: str = ""
    reply: str = ""
    seconds: float = 5.0
    refused: bool = False
    kill: str = ""
    """Process killed in the moment of a yes: "" none."""
    before: bool = False
    """Killed before the 250 is said, not after."""
    overtaken: bool = False
    """The notifier stands still in that moment for longer than its lease, and another takes over."""
    content: bool = False
    hang_up: bool = False
    """Cut right after each 250 for a content."""
    stall: float = 0.0


TROUBLES: Final = (
    Trouble("421 greeting", "CONNECT", "421 busy"),
    Trouble("421 recipient", "RCPT", "421 closing"),
    Trouble("450 recipient", "RCPT", "450 later"),
    Trouble("451 content", "END", "451 later"),
    Trouble("452 recipient", "RCPT", "452 no room"),
    Trouble("550 recipient", "RCPT", "550 unknown", refused=True),
    Trouble("552 content", "END", "552 too much", refused=True),
    Trouble("554 greeting", "CONNECT", "554 no service"),
    Trouble("554 content", "END", "554 no", refused=True),
    Trouble("cut before data", "DATA", CUT),
    Trouble("cut before dot", content=True),
    Trouble("cut after dot", "END", CUT, seconds=3.0),
    Trouble("cut after 250", hang_up=True),
    Trouble("stall 20 s", stall=20.0),
    Trouble("stall 40 s", stall=40.0),
    Trouble("dies before 250", kill="notifier", before=True),
    Trouble("dies after 250", kill="notifier"),
    Trouble("main at the 250", kill="postgres"),
    Trouble("keys at the 250", kill="keys"),
    Trouble("overtaken before 250", overtaken=True, before=True, seconds=22.0),
    Trouble("overtaken after 250", overtaken=True, seconds=22.0),
)


_NEITHER: Final = """
select m.kind from message m
where m.reason = 'refused' and m.state <> 'dead' and not exists (
    select from message other
    where other.tenant_id = m.tenant_id and other.recipient_id = m.recipient_id
      and other.occurrence_key = m.occurrence_key and other.id <> m.id and other.channel <> 'inbox'
      and (other.state in ('sent', 'dead') or other.reason in ('refused', 'no_address', 'told_together')))
"""


class Post:
    """One system that sends to a scripted mail server."""

    def __init__(self, machine: Machine, town: Town, server: MailServer) -> None:
        self.machine = machine
        self.town = town
        self.server = server
        self.crashes = 0
        self._known = Known()

    async def trouble(self, trouble: Trouble) -> Result:
        """Mails are planned while the trouble lasts; then it ends, and all that may go must have gone once."""
        begun, verdict, heard = time.monotonic(), Verdict(), self.town.heard
        acknowledged, before = heard.acknowledged, heard.answers.copy()
        heard.wrong, heard.longest = [], 0.0
        ledger = Ledger(await starts_at(self.machine))
        refused_before = await self._refused()
        self._begin(trouble)
        for lane in LANES:
            for send in (True, False, True):
                await self.town.case(lane, ledger, send=send)
        await asyncio.sleep(trouble.seconds)
        if trouble.stall:
            # So slow is the server for one mail; the next come while it still is.
            await asyncio.sleep(trouble.stall)
        self._end()
        over = time.monotonic()
        await self.machine.whole()
        back = time.monotonic() - over
        done = await settled(self.machine, verdict)
        refused = await self._refused() - refused_before
        if bool(refused) != trouble.refused:
            verdict.other.append(f"{refused} mails refused")
        verdict.lost += [
            f"{row['kind']} refused by mail, then brought by no other way, and no dead letter"
            for row in await self.machine.rows(_NEITHER)
        ]
        # By which way the other mails went is for each case to find out: shapes are compared where none is refused.
        await judge(
            self.machine,
            self.town,
            ledger,
            verdict,
            lambda: self.server.mails() | self.machine.arrived_beside_mail(),
            crashes=self.crashes,
            known=self._known,
            alike=not trouble.refused,
        )
        return Result(
            name=trouble.name,
            actions=heard.acknowledged - acknowledged,
            verdict=verdict,
            seconds=time.monotonic() - begun,
            back=back,
            done=done,
            longest=heard.longest,
            answers=heard.answers - before,
        )

    def _begin(self, trouble: Trouble) -> None:
        if trouble.verb:
            self.server.script[trouble.verb] = trouble.reply
        if trouble.stall:
            self.server.slow["END"] = trouble.stall
        self.server.cut_content = trouble.content
        self.server.hang_up = trouble.hang_up
        if trouble.kill or trouble.overtaken:
            act = self._overtake if trouble.overtaken else self._killer(trouble.kill)
            if trouble.before:
                self.server.before_yes = act
            else:
                self.server.after_yes = act
            self.crashes += trouble.overtaken or trouble.kill == "notifier"

    def _killer(self, name: str) -> Act:
        async def kill() -> None:
            os.kill(self.machine.pid(name), signal.SIGKILL)

        return kill

    async def _overtake(self) -> None:
        """The mail goes on at once; the notifier is stopped in that moment, before it can read the answer."""
        pid = self.machine.pid("notifier")
        os.kill(pid, signal.SIGSTOP)
        self._overtaking = asyncio.create_task(self._go_on_later(pid))

    async def _go_on_later(self, pid: int) -> None:
        async with second(self.machine, "notifier"):
            await asyncio.sleep(LEASE.total_seconds() + 3)
            os.kill(pid, signal.SIGCONT)
            await asyncio.sleep(3)

    def _end(self) -> None:
        self.server.script.clear()
        self.server.slow.clear()
        self.server.cut_content = self.server.hang_up = False

    async def _refused(self) -> int:
        rows = await self.machine.rows("select count(*) as n from message where reason = 'refused'")
        return int(rows[0]["n"])
