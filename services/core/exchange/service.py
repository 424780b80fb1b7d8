"""Record that private information was exchanged without consent, and count it.

It is allowed, never a duty: so many times for one child on one legal basis, more only in special cases with a
reason. Who records it waits for whoever does so at the same moment, so that the count is never passed.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.rules import may_exchange, not_told
from services.core.casework.service import Case, ensure_casework, load_case, require_part
from services.core.db.tx import WriteTx, new_id
from services.core.errors import invalid
from services.core.exchange import store
from services.core.exchange.events import ExchangeRecorded
from services.core.exchange.store import ExchangeDetails, ExchangeRow
from services.core.keys.seal import SealLabel
from services.core.tenancy.form_values import ANSWER_LIMIT
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class RecordExchange:
    """On which basis, with whom, why and on which local day; ``special_reason`` where the basis asks for one."""

    child: UUID
    basis: str
    with_whom: str
    why: str
    on: date
    special_reason: str = ""


async def record_exchange(tx: WriteTx, command: RecordExchange) -> ExchangeRow:
    """Record one; RULE_BLOCKED beyond the count of its basis, with the basis in words and the law."""
    case = await load_case(tx, command.child)
    actor = await require_part(tx, case)
    basis = next((one for one in case.model.exchanges if one.key == command.basis), None)
    if basis is None:
        known = ", ".join(one.key for one in case.model.exchanges)
        raise invalid("exchange.unknown", "input", "basis", known=known)
    for name, text in (("withWhom", command.with_whom), ("why", command.why)):
        if not text.strip():
            raise invalid("exchange.text_missing", "input", name)
    for name, text in (
        ("withWhom", command.with_whom),
        ("why", command.why),
        ("specialReason", command.special_reason),
    ):
        if len(text) > ANSWER_LIMIT:
            raise invalid("form.text_too_long", "input", name, limit=ANSWER_LIMIT)
    if command.on > local_day(tx.now):
        raise invalid("exchange.in_the_future", "input", "on")
    dossier = (await ensure_casework(tx, case)).dossier_id
    await caseworks.hold_still(tx, dossier)
    used = (await store.used(tx, case.child.id)).get(basis.key, 0)
    allowed = may_exchange(case.model, basis.key, case.facts, used, tx.now, command.special_reason)
    require(allowed, "input", "specialReason" if "reason" in allowed.needs else "basis")
    exchange = new_id()
    content = ExchangeDetails(command.with_whom.strip(), command.why.strip(), command.special_reason.strip())
    told = family_is_told(case)
    await tx.run(
        store.INSERT_EXCHANGE,
        id=exchange,
        dossier_id=dossier,
        child_id=case.child.id,
        exchange_key=basis.key,
        special=used >= basis.at_most,
        told=told,
        exchanged_on=command.on,
        recorded_by=actor,
        sealed=await tx.seal(SealLabel.EXCHANGE, dossier, exchange, content),
    )
    await caseworks.touch(tx, dossier)
    tx.emit(ExchangeRecorded(dossier, exchange, told))
    return next(row for row in await store.exchanges_of(tx, dossier) if row.id == exchange)


def family_is_told(case: Case) -> bool:
    """Whether no shield of the model keeps custody holders from being told, in the case or in a problem of it."""
    shielded = not_told(case.model, case.facts).union(
        *(not_told(case.model, case.facts, problem) for problem in case.facts.problems)
    )
    return not any(case.model.role(role).kind is RoleKind.CUSTODY_HOLDER for role in shielded)
