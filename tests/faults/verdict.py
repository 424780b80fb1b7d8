"""What is looked at after a fault: is anything lost, twice, stuck or leaked?"""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from services.core.message.kinds import Channel
from services.local.seed.cast import person_id
from services.local.seed.names import _STAFF, FAMILIES
from services.local.seed.roster import cpr
from services.notifier.app import SLOTS
from tests.faults.machine import Machine
from tests.faults.work import MARK, TENANT, Ledger, Town

Arrived = Callable[[], Mapping[str, Sequence[str]]]
HELD = SLOTS * (len(Channel) - 1)
"""What a notifier holds at most that is on its way out of the system: the slots of each channel but the inbox."""
_SIGNATURE = """
select 'problem' as what, status as a, level::text as b, version::text as c from problem where id = $1
union all select 'meeting', status, version::text, sequence::text from meeting where id = $2
union all select 'participant', role || ':' || status, answer, version::text from participant where meeting_id = $2
union all select 'agenda', origin, added_by::text, null from agenda_item where meeting_id = $2
union all select 'deadline', key, state, person_id::text from deadline where meeting_id = $2
union all select 'message', kind || ':' || channel, recipient_id::text,
       case when reason = 'told_together' then 'sent' when state in ('sent', 'cancelled') then state
            else 'unsettled:' || state end
from message where meeting_id = $2
"""
_OF_CONSENTS = """
select c.id::text as id, c.state || ':' || c.version as state,
       array(select m.kind || ':' || m.channel from message m where m.consent_id = c.id order by 1) as told
from consent c where c.id = any ($1::uuid[])
"""
CONSENT_TOLD = sorted(
    f"{kind}:{channel}"
    for kind in ("consent_asked", "consent_answered", "consent_withdrawn")
    for channel in ("inbox", "mail")
)


@dataclass
class Verdict:
    """What one round came to. Each list is empty when all is well."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    unknowable: int = 0
    """Mails that went again because nobody could know: no answer after the content, or a death before the record."""
    mails: int = 0

    @property
    def well(self) -> bool:
        """Whether nothing was found."""
        return not (self.lost or self.twice or self.leaked or self.other)


async def compare(machine: Machine, ledger: Ledger, verdict: Verdict) -> None:
    """Every acknowledged step is there once: cases of one shape look alike, to the last message."""
    seen: dict[tuple[str, bool], list[Counter[tuple[str, ...]]]] = defaultdict(list)
    for case in ledger.cases:
        rows = await machine.rows(_SIGNATURE, UUID(case.problem), UUID(case.meeting))
        seen[case.shape].append(Counter(tuple(str(value) for value in row) for row in rows))
    for shape, signatures in seen.items():
        for signature in signatures[1:]:
            verdict.lost += [f"{shape}: {what} ×{n}" for what, n in (signatures[0] - signature).items()]
            verdict.twice += [f"{shape}: {what} ×{n}" for what, n in (signature - signatures[0]).items()]
    for row in await machine.rows(_OF_CONSENTS, [UUID(one) for one in ledger.consents]):
        if row["state"] != "withdrawn:3" or row["told"] != CONSENT_TOLD:
            verdict.lost.append(f"consent {row['state']} {row['told']}")
    meetings = [UUID(case.meeting) for case in ledger.cases]
    counted = await machine.rows(
        "select count(*) as n from meeting where starts_at = $1 and convener_id = $2",
        ledger.starts_at,
        person_id(TENANT, "leder"),
    )
    if (n := counted[0]["n"]) != len(meetings):
        (verdict.twice if n > len(meetings) else verdict.lost).append(
            f"{n} meetings for {len(meetings)} acknowledged"
        )


async def words(town: Town, ledger: Ledger, verdict: Verdict) -> None:
    """Through the api, as the leader reads it: every word that was acknowledged stands on its agenda once."""
    for case in ledger.cases:
        seen = await town.people["leder"].ask(
            "query($id: ID!) { meeting(id: $id) { agenda { text } } }", id=case.meeting
        )
        texts = Counter(item["text"] for item in seen["meeting"]["agenda"])
        verdict.lost += ["a word on an agenda" for word in case.words if not texts[word]]
        verdict.twice += ["a word on an agenda" for word in case.words if texts[word] > 1]


async def delivered(
    machine: Machine, arriving: Arrived, verdict: Verdict, *, crashes: int = 0, before: int = 0
) -> int:
    """Each message that is recorded as sent arrived once, nothing else arrived, and what is told together was told.

    ``crashes``: how often a notifier died so far. What went again then had an attempt that was lost, and the same
    Message-ID; and there is at most as much of it as a notifier holds at a time. Answers how much went again in all;
    ``before`` is what an earlier round answered.
    """
    arrived = arriving()
    rows = await machine.rows(
        """select m.id::text as id, m.state, m.kind, m.channel,
                  m.reason = 'told_together' and not exists (
                      select from message by where by.id = m.told_by and by.state = 'sent' and by.kind = m.kind
                      and by.recipient_id = m.recipient_id and by.channel = m.channel and by.settled_at >= m.planned_at
                  ) as untold,
                  (select count(*) from delivery_attempt a where a.message_id = m.id and a.outcome = 'lost') as lost,
                  (select count(*) from delivery_attempt a
                   where a.message_id = m.id and a.failure = 'unknown_end') as unknown
           from message m where m.channel <> 'inbox'"""
    )
    known = {row["id"]: row for row in rows}
    verdict.mails = len(arrived)
    again = 0
    for row in rows:
        n = len(arrived.get(row["id"], ()))
        if row["state"] == "sent" and n == 0 and row["id"] not in machine.told_before:
            verdict.lost.append(f"{row['channel']} {row['kind']}")
        elif row["untold"]:
            verdict.lost.append(f"{row['channel']} {row['kind']}, said to be told with another")
        elif row["state"] in ("cancelled", "dead") and n:
            verdict.other.append(f"{row['kind']} arrived, recorded as {row['state']}")
        elif n > 1:
            same = len(set(arrived[row["id"]])) == 1
            excused = n - 1 <= row["unknown"] + (row["lost"] if crashes else 0)
            again += n - 1
            if not (same and excused):
                verdict.twice.append(
                    f"{row['channel']} {row['kind']} ×{n}, {row['lost']} lost attempts, same id {same}"
                )
    verdict.unknowable = again - before
    unknown = sum(row["unknown"] for row in rows)
    if again > crashes * HELD + unknown:
        verdict.twice.append(f"{again} messages again after {crashes} deaths")
    verdict.other += [f"a message that nobody planned: {one}" for one in arrived if one not in known]
    return again


async def chain(machine: Machine, verdict: Verdict) -> None:
    """The chain of access events verifies, and every event is sealed within half a minute of work's end: a sweep of five
    seconds, with room for a machine that does other things beside."""
    for attempt in range(10):
        code, report = await machine.command("audit", "verify")
        if code == 0 and not report["waiting"]:
            return
        if code != 0:
            break
        await asyncio.sleep(3 if attempt < 9 else 0)
    verdict.other.append(f"audit verify: exit {code}, {str(report)[:300]}")


def leaks(logs: Mapping[str, str], verdict: Verdict) -> None:
    """No name, address, number or word of anyone stands in any log."""
    for name, text in logs.items():
        verdict.leaked += [f"{name}: {trace}" for trace in sorted(set(TRACES.findall(text)))]


TRACES = re.compile(
    "|".join(
        re.escape(trace)
        for trace in (
            *(MARK, "@familie", "@kommune.example", "Opdigtet Vej"),
            *(*FAMILIES, *_STAFF),
            *(cpr(index) for index in range(20)),
        )
    )
)
"""Whatever says who somebody is, or what was written."""
