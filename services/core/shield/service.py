"""Setting and lifting what the model's shields come to, in the transaction that changed what they rest on.

Why this is safe: the marks that are set here stand behind restrictive policies on every table that leads to a problem
or a meeting (``access/policies.sql``). A shield that begins also takes back what waits to be told, and the places in
circles that are not over. One that ends shows what there is again and invites nobody: a person decides that.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.rules import not_told, shield_reasons
from services.core.casework.service import Case, load_case_of
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.identity import DossierId
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.shield import store
from services.core.shield.store import SuspendedRow
from services.core.tenancy.decision import Reason
from services.core.tenancy.facts import ProblemFacts
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.model import Model

KINDS: Final = {RoleKind.CHILD: "child", RoleKind.CUSTODY_HOLDER: "parent", RoleKind.NETWORK: "network"}
"""The family, by the kind of its place in a circle. Professionals whom a shield names are left out of circles alone."""

Mark = tuple[UUID | None, str]
"""A problem (None: the whole case) and who must not learn of it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is different now. ``suspended`` are the places that were taken away; their conveners are told."""

    begun: frozenset[Mark] = frozenset()
    ended: frozenset[Mark] = frozenset()
    suspended: tuple[SuspendedRow, ...] = ()


_NOTHING: Final = Judged()


def marks(case: Case) -> frozenset[Mark]:
    """What the model keeps from whom as the case stands."""
    whole = _kinds(case.model, not_told(case.model, case.facts))
    found: set[Mark] = {(None, kind) for kind in whole}
    for problem in case.facts.problems:
        kept = _kinds(case.model, not_told(case.model, case.facts, problem))
        found |= {(UUID(problem.id), kind) for kind in kept - whole}
    return frozenset(found)


async def judge(tx: WriteTx, dossier: DossierId) -> Judged:
    """Bring the marks of a casework to what the model says now. One that is closed stays as it is."""
    case = await load_case_of(tx, dossier)
    rows = await store.kept(tx, dossier)
    if not case.model.shields and not rows:  # as in nearly every model
        return _NOTHING
    await caseworks.hold_still(tx, dossier)
    case = await load_case_of(tx, dossier)
    if case.casework is None or case.casework.dossier_id != dossier:
        return _NOTHING
    wanted = marks(case)
    standing = {(row.problem_id, row.kind): row.id for row in await store.kept(tx, dossier)}
    begun, ended = wanted - standing.keys(), standing.keys() - wanted
    for mark in ended:
        await tx.run(store.LET_IN, id=standing[mark])
    for problem, kind in begun:
        await tx.run(store.KEEP, id=new_id(), dossier_id=dossier, problem_id=problem, kind=kind)
    suspended = await _begin(tx, dossier, begun) if begun else ()
    return Judged(frozenset(begun), frozenset(ended), suspended)


async def reasons_of(tx: ReadTx, case: Case, problem: ProblemFacts | None) -> tuple[Reason, ...]:
    """Why some of the family must not learn of a problem, or of a case (None): empty where all may."""
    return () if tx.actor.is_family else shield_reasons(case.model, case.facts, tx.now, problem)


async def _begin(tx: WriteTx, dossier: DossierId, begun: frozenset[Mark]) -> tuple[SuspendedRow, ...]:
    taken: list[SuspendedRow] = []
    for problem, kind in begun:
        taken += await tx.many(store.SUSPEND, dossier_id=dossier, problem_id=problem, kind=kind)
    for one in taken:
        if one.person_id is not None:
            await tx.run(
                store.DROP_DEADLINES, dossier_id=dossier, meeting_id=one.meeting_id, person_id=one.person_id
            )
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.CASE_NEWS,
                recipient=one.convener_id,
                dossier=dossier,
                # A place can be given back, and be taken away again.
                occurrence_key=f"place-taken:{one.id}:{one.version}",
                meeting=one.meeting_id,
            ),
        )
    for freed in await tx.many(store.FREE_OF_CONSENT, dossier_id=dossier):
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.INVITATION,
                recipient=freed.person_id,
                dossier=dossier,
                occurrence_key=f"invitation:{freed.meeting_id}:{freed.id}:by-law",
                meeting=freed.meeting_id,
            ),
        )
    await tx.one(store.FALL_SILENT, dossier_id=dossier)
    return tuple(taken)


def _kinds(model: Model, roles: frozenset[str]) -> frozenset[str]:
    return frozenset(KINDS[kind] for key in roles if (kind := model.role(key).kind) in KINDS)
