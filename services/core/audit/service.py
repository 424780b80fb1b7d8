"""Sealing access events into a chain, and going on after a restore.

Why this is safe: links are made under a lock of the tenant, in the transaction that takes their events off the
queue, so that a sealer killed at any moment has either sealed an event or left it waiting. The chain's head is
anchored outside the database after that commit; the next sealing first anchors what a killed one could not.
A chain that is behind its anchor, or differs from it, is never gone on with: someone must look, and after
a restore say so (``record_restore``).
"""

from pathlib import Path

from services.core.audit import anchor, chain, store
from services.core.audit.anchor import Anchor
from services.core.db.database import Database
from services.core.db.tx import WriteTx
from services.core.identity import SystemIdentity, TenantId


class ChainRefusedError(Exception):
    """The chain and its anchor do not agree; nothing is sealed until someone has looked (`audit verify`)."""


async def seal_events(db: Database, tenant: TenantId, anchor_dir: Path, *, limit: int = 1000) -> int:
    """Seal up to ``limit`` waiting events of a tenant; answers how many. Call until it answers less.

    Raises ``ChainRefusedError`` when the chain is behind its anchor (a restore) or differs from it.
    """
    async with db.write(SystemIdentity(tenant), "audit.seal") as tx:
        end = await _agreed_end(tx, anchor_dir)
        await tx.one(store.PLAN_AFRESH)
        events = await tx.many(store.WAITING, page=limit)
        if not events:
            return 0
        digests = [chain.digest_of(tenant, event) for event in events]
        before, position = (end.chain, end.position) if end else (chain.first_link(tenant), 0)
        made = chain.links(before, digests)
        head = Anchor(position + len(made), chain.segment_of(tx.now), made[-1])
        ids = [event.id for event in events]
        await tx.run(
            store.INSERT_SEALS,
            segment=head.segment,
            positions=list(range(position + 1, head.position + 1)),
            events=ids,
            digests=digests,
            chains=made,
        )
        await tx.run(store.TAKE_OFF_QUEUE, events=ids)
    anchor.append(anchor_dir, tenant, head)
    return len(events)


async def record_restore(db: Database, tenant: TenantId, anchor_dir: Path) -> int:
    """After a backup was restored: let the chain go on from the anchor, with a link that says so.

    Answers how many links the backup lacks. Raises ``ChainRefusedError`` when the chain is not behind its anchor.
    """
    async with db.write(SystemIdentity(tenant), "audit.restore") as tx:
        await tx.one(store.LOCK)
        end, anchored = await tx.one(store.END), anchor.last(anchor_dir, tenant)
        kept, kept_chain = (end.position, end.chain) if end else (0, chain.first_link(tenant))
        if anchored is None or kept >= anchored.position:
            raise ChainRefusedError("the chain is not behind its anchor: nothing was restored")
        digest = chain.restore_digest(tenant, kept, kept_chain, anchored.position, anchored.chain)
        head = Anchor(
            anchored.position + 1, chain.segment_of(tx.now), chain.next_link(anchored.chain, digest)
        )
        await tx.run(
            store.INSERT_RESTORE,
            position=head.position,
            segment=head.segment,
            digest=digest,
            chain=head.chain,
        )
    anchor.append(anchor_dir, tenant, head)
    return anchored.position - kept


async def _agreed_end(tx: WriteTx, anchor_dir: Path) -> store.End | None:
    """The chain's end, locked against other sealers, after its anchor was compared and caught up."""
    await tx.one(store.LOCK)
    end, anchored = await tx.one(store.END), anchor.last(anchor_dir, tx.tenant)
    if anchored is not None:
        if end is None or end.position < anchored.position:
            raise ChainRefusedError("the chain is behind its anchor: was a backup restored?")
        there = await tx.one(store.AT, position=anchored.position)
        if there is None or there.chain != anchored.chain:
            raise ChainRefusedError("the chain differs from its anchor")
    if end is not None and (anchored is None or anchored.position < end.position):
        anchor.append(anchor_dir, tx.tenant, Anchor(end.position, end.segment, end.chain))
    return end
