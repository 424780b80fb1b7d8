"""Recomputing the whole chain from the events, and comparing it with its anchors.

Found are events changed, removed or slipped in; links changed, removed or made anew; a chain behind its anchor
or different from it. Not found is what someone does who rewrites database and anchors both, or changes an
event in the seconds before it is sealed.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import msgspec

from services.core.audit import anchor, chain, store
from services.core.audit.anchor import Anchor, AnchorDamagedError
from services.core.audit.resuming import Kept, Mark, Told, kept
from services.core.db.database import Database
from services.core.db.tx import ReadTx, new_id
from services.core.identity import SystemIdentity, TenantId

_PAGE = 2000
_KEEP = 20_000
"""So many links are recomputed between two marks: what is done again after a kill; Ctrl-C makes one."""
_EVERY = timedelta(hours=23)
"""A little less than a day, so that a sweep every six hours comes to it once a day."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not be. ``code`` is stable; ``position`` and ``event`` say where, if anywhere."""

    tenant: UUID
    code: str
    position: int | None = None
    event: UUID | None = None
    detail: str = ""

    def __str__(self) -> str:
        """One line for people."""
        place = "".join(
            f" {name} {value}" for name, value in (("link", self.position), ("event", self.event)) if value
        )
        return f"{self.tenant}: {self.code}{place}{f' ({self.detail})' if self.detail else ''}"


@dataclass(slots=True)
class Report:
    """What a verification found. ``notes`` are no findings: a recorded restore, links not anchored yet, a verification
    that was gone on with."""

    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    sealed: int = 0
    waiting: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


async def verify_daily(db: Database, tenant: TenantId, anchor_dir: Path) -> bool:
    """Verify a tenant's chain once a day and record what came out, for its auditor; whether it was done now."""
    who = SystemIdentity(tenant)
    async with db.read(who, "audit.look") as tx:
        lately = await tx.one(store.VERIFIED, within=_EVERY)
    if lately is not None and lately.verified:
        return False
    report = Report()
    await _Check(tenant, report).run(db, anchor_dir)
    async with db.write(who, "audit.record_verification") as tx:
        await tx.run(
            store.INSERT_VERIFICATION,
            id=new_id(),
            links=report.sealed,
            waiting=report.waiting,
            findings=sorted({one.code for one in report.findings}),
            notes=sorted({one.code for one in report.notes}),
        )
    return True


async def verify(
    db: Database,
    anchor_dir: Path,
    tell: Callable[[TenantId, int], None] | None = None,
    *,
    whole: bool = False,
) -> Report:
    """Recompute every tenant's chain; ``db`` as the worker. Reads everything, changes nothing of it.

    Stopped, it is gone on with by the next call within a day (``resuming``), unless that is to be ``whole``. ``tell``
    hears now and then how many links of a tenant have been recomputed.
    """
    report = Report()
    with kept(anchor_dir) as progress:
        tenants = await db.tenants()
        if tenants:
            now = await _now(db, tenants[0])
            if whole or not progress.can_go_on(now):
                progress.begin(now)
        for tenant in tenants:
            found = Report()
            await _Check(tenant, found, tell, progress).run(db, anchor_dir)
            report.findings += found.findings
            report.notes += found.notes
            report.sealed += found.sealed
            report.waiting += found.waiting
    return report


async def _now(db: Database, tenant: TenantId) -> datetime:
    async with db.read(SystemIdentity(tenant), "audit.look") as tx:
        return tx.now


class _Check:
    """The verification of one tenant."""

    def __init__(
        self,
        tenant: TenantId,
        report: Report,
        tell: Callable[[TenantId, int], None] | None = None,
        progress: Kept | None = None,
    ) -> None:
        self._tenant = tenant
        self._report = report
        self._tell = tell
        self._progress = progress
        self._anchors: dict[int, Anchor] = {}
        self._position = 0
        self._chain = chain.first_link(tenant)

    def _found(
        self, code: str, position: int | None = None, event: UUID | None = None, detail: str = ""
    ) -> None:
        self._report.findings.append(Finding(self._tenant, code, position, event, detail))

    async def run(self, db: Database, anchor_dir: Path) -> None:
        # Anchors first: whatever the sealer adds meanwhile makes the chain longer than they say, never shorter.
        try:
            anchors = anchor.read(anchor_dir, self._tenant)
        except AnchorDamagedError as damage:
            self._found("anchor_damaged", detail=str(damage))
            anchors = []
        self._anchors = {one.position: one for one in anchors}
        newest = anchors[-1].position if anchors else 0
        ended = False
        async with db.read(SystemIdentity(self._tenant), "audit.verify") as tx:
            await tx.one(store.PLAN_AFRESH)
            if await self._go_on(tx):
                return
            try:
                async for link in _links(tx, self._position):
                    if self._tell is not None and self._report.sealed % _PAGE == 0:
                        self._tell(self._tenant, self._position)
                    if self._report.sealed % _KEEP == _KEEP - 1:
                        self._keep(newest)
                    self._follow(link)
                await self._outside(tx)
                self._end(anchors)
                ended = True
            finally:
                self._keep(newest, ended=ended)

    async def _go_on(self, tx: ReadTx) -> bool:
        """Take up what a stopped verification left; whether there is nothing more of this chain to recompute."""
        mark = self._progress.marks.get(self._tenant) if self._progress else None
        if mark is None:
            return False
        there = await tx.one(store.AT, position=mark.position)
        if mark.position and (there is None or there.chain != mark.chain):
            # It has changed since: the whole chain is recomputed, so that what has changed is found and told.
            self._found("changed_since_stopped", mark.position)
            return False
        report = self._report
        report.findings += [Finding(self._tenant, *msgspec.structs.astuple(one)) for one in mark.findings]
        report.notes += [Finding(self._tenant, *msgspec.structs.astuple(one)) for one in mark.notes]
        report.sealed, report.waiting = mark.sealed, mark.waiting
        self._position, self._chain = mark.position, mark.chain
        if mark.ended:
            return True
        # Anchors that were written since, for links that had been recomputed before.
        for one in self._anchors.values():
            if mark.anchored < one.position <= mark.position:
                link = await tx.one(store.AT, position=one.position)
                if link is None or link.chain != one.chain:
                    self._found("differs_from_anchor", one.position)
        report.notes.append(Finding(self._tenant, "gone_on_with", mark.position))
        return False

    def _keep(self, anchored: int, *, ended: bool = False) -> None:
        if self._progress is not None:
            report = self._report
            self._progress.keep(
                Mark(
                    self._tenant,
                    self._position,
                    self._chain,
                    anchored,
                    report.sealed,
                    report.waiting,
                    [Told(one.code, one.position, one.event, one.detail) for one in report.findings],
                    [Told(one.code, one.position, one.event, one.detail) for one in report.notes],
                    ended,
                )
            )

    def _follow(self, link: store.LinkRow) -> None:
        if link.kind == "restore":
            self._follow_restore(link)
        else:
            if link.position != self._position + 1:
                self._found("link_missing", self._position + 1)
            self._follow_event(link)
            if chain.next_link(self._chain, link.digest) != link.chain:
                self._found("chain_broken", link.position)
        anchored = self._anchors.get(link.position)
        if anchored is not None and anchored.chain != link.chain:
            self._found("differs_from_anchor", link.position)
        # From here on as the link says: one finding for one change, not one for every link after it.
        self._position, self._chain = link.position, link.chain
        self._report.sealed += 1

    def _follow_event(self, link: store.LinkRow) -> None:
        if link.event is None:
            self._found("event_missing", link.position, link.event_id)
        elif chain.digest_of(self._tenant, link.event) != link.digest:
            self._found("event_changed", link.position, link.event_id)

    def _follow_restore(self, link: store.LinkRow) -> None:
        anchored = self._anchors.get(link.position - 1)
        if anchored is None:
            self._found("restore_without_anchor", link.position)
            return
        said = chain.restore_digest(
            self._tenant, self._position, self._chain, anchored.position, anchored.chain
        )
        if said != link.digest or chain.next_link(anchored.chain, said) != link.chain:
            self._found("restore_changed", link.position)
        lost = anchored.position - self._position
        self._report.notes.append(
            Finding(self._tenant, "restored", link.position, detail=f"{lost} links lost")
        )

    async def _outside(self, tx: ReadTx) -> None:
        for row in await tx.many(store.LOOSE):
            self._found("event_slipped_in", event=row.id)
        for row in await tx.many(store.DOUBLE):
            self._found("event_put_back", event=row.id)
        waiting = await tx.one(store.COUNT_WAITING)
        self._report.waiting += waiting.total if waiting else 0

    def _end(self, anchors: list[Anchor]) -> None:
        newest = anchors[-1].position if anchors else 0
        if newest > self._position:
            self._found("behind_anchor", self._position, detail=f"anchored up to {newest}")
        elif self._position and not anchors:
            self._found("anchor_missing", self._position)
        elif newest < self._position:
            self._report.notes.append(Finding(self._tenant, "not_anchored_yet", self._position))
        for before, after in pairwise(anchors):
            if after.position <= before.position:
                self._found("anchors_out_of_order", after.position)


async def _links(tx: ReadTx, after: int) -> AsyncIterator[store.LinkRow]:
    while page := await tx.many(store.LINKS, after=after, page=_PAGE):
        for link in page:
            yield link
        after = page[-1].position
