"""What a share rests on: the consents that stand, or the law. Kept in the transaction that shares.

Why this is safe: the database writes it (``keep_resting``) and looks itself whether the consent stands, so that there is
no share without its ground. What loses its ground is stopped by the database's own reckoning, not by somebody's memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.service import Case
from services.core.consent import store
from services.core.consent.store import StoppedRow
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.tenancy.decision import Why


class ShareKind(StrEnum):
    """What was shared."""

    INVITATION = "invitation"
    AGENDA = "agenda"
    CONCLUSION = "conclusion"
    EXCHANGE = "exchange"
    HANDOVER = "handover"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Resting:
    """The ground of a share: ``purpose`` with the consents that stand, or ``basis`` with the law it names."""

    purpose: str | None = None
    consents: tuple[UUID, ...] = ()
    basis: str | None = None
    law: tuple[str, ...] = ()


async def rests_on(
    tx: ReadTx, case: Case, purpose: str | None = None, *, basis: str | None = None, law: Sequence[str] = ()
) -> Resting:
    """The ground on which something of this case may be shared now: one of ``purpose`` and ``basis``.

    ``purpose`` is a key of the model's consents: RULE_BLOCKED (``consent.does_not_stand``, with the law of its basis)
    unless everyone who must has said yes. ``basis`` is a key of the model's own (an exchange, a meeting type) for what
    needs no consent; ``law`` are keys of its legal references. INVALID_INPUT for a purpose the model has not.
    """
    if case.casework is None:
        raise not_found()
    if (purpose is None) == (basis is None):
        raise ValueError("a share rests on one ground: a purpose or a basis")
    if purpose is None:
        return Resting(basis=basis, law=tuple(law))
    asked = next((one for one in case.model.purposes if one.key == purpose), None)
    if asked is None:
        known = ", ".join(one.key for one in case.model.purposes)
        raise invalid("consent.unknown_purpose", "input", "purpose", known=known)
    words = await tx.one(store.CONSENT_WORDS, dossier_id=case.casework.dossier_id, purpose=purpose)
    if words is None or not words.consents:
        why = Why(case.model, local_day(tx.now)).of(asked, "consent", f"purposes/{purpose}", asked.name)
        raise UserError(
            ErrorCode.RULE_BLOCKED,
            "consent.does_not_stand",
            params={"purpose": asked.name.in_language(tx.actor.language)},
            rule_id=why.rule or None,
            legal_basis="; ".join(one.words(tx.actor.language) for one in why.legal_basis) or None,
        )
    return Resting(purpose=purpose, consents=tuple(words.consents), law=tuple(asked.law))


async def keep_resting(
    tx: WriteTx,
    dossier: UUID,
    kind: ShareKind,
    about: UUID,
    ground: Resting,
    *,
    meeting: UUID | None = None,
    receiver: UUID | None = None,
) -> bool:
    """Keep that something was shared and on which ground. False where its consent stands no more: then do not share."""
    row = await tx.one(
        store.KEEP_RESTING,
        id=new_id(),
        dossier=dossier,
        kind=kind.value,
        about_id=about,
        meeting=meeting,
        receiver=receiver,
        purpose=ground.purpose,
        basis=ground.basis,
        law=list(ground.law),
    )
    tx.touched.add(dossier)
    return row is not None and row.kept


async def stop_resting(tx: WriteTx, dossier: UUID) -> list[StoppedRow]:
    """Stop what has lost its ground in a casework; answers it. What was shared before stays as it is recorded."""
    return await tx.many(store.STOP_RESTING, dossier_id=dossier)
