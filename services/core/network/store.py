"""Rows of networks about families and of their evaluations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network about a family; ``sealed`` holds ``NetworkDetails``, ``services`` are keys of the model."""

    id: UUID
    dossier_id: DossierId
    network_key: str
    model_version_id: UUID
    bearing_force_id: PersonId | None
    contact_person_id: PersonId | None
    services: list[str]
    formed_by: PersonId
    formed_at: datetime
    sealed: bytes
    version: int


class NetworkDetails(msgspec.Struct, frozen=True):
    """What the network can do, in words: they tell what the family needs."""

    competences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """One evaluation; ``sealed`` holds ``EvaluationDetails``."""

    id: UUID
    dossier_id: DossierId
    network_id: UUID
    form_key: str
    model_version_id: UUID
    by_family: bool
    recorded_by: PersonId
    recorded_at: datetime
    sealed: bytes


class EvaluationDetails(msgspec.Struct, frozen=True):
    """Answers by field key; of professionals also status and adjustment."""

    values: dict[str, str] = {}
    status: str = ""


NETWORKS_OF_DOSSIER = _SQL.rows("networks_of_dossier", NetworkRow)
FIND_NETWORK = _SQL.rows("find_network", NetworkRow)
INSERT_NETWORK = _SQL.command("insert_network")
ADJUST_NETWORK = _SQL.command("adjust_network")
EVALUATIONS_OF_NETWORK = _SQL.rows("evaluations_of_network", EvaluationRow)
INSERT_EVALUATION = _SQL.command("insert_evaluation")


async def network(tx: ReadTx, network_id: UUID) -> NetworkRow:
    """A network; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_NETWORK, id=network_id)
    if found is None:
        raise not_found()
    return found


async def networks_of(tx: ReadTx, dossier: DossierId) -> list[NetworkRow]:
    """The networks about a family."""
    return await tx.many(NETWORKS_OF_DOSSIER, dossier_id=dossier)


async def evaluations(tx: ReadTx, network_id: UUID) -> list[EvaluationRow]:
    """How it was evaluated, as far as the actor may see it, newest first."""
    return await tx.many(EVALUATIONS_OF_NETWORK, network_id=network_id)


async def competences(tx: ReadTx, row: NetworkRow) -> tuple[str, ...]:
    """What the network can do."""
    return (
        await tx.open_sealed(SealLabel.NETWORK, row.dossier_id, row.id, row.sealed, NetworkDetails)
    ).competences


async def evaluation_details(tx: ReadTx, row: EvaluationRow) -> EvaluationDetails:
    """Open what was answered."""
    return await tx.open_sealed(
        SealLabel.NETWORK_EVALUATION, row.dossier_id, row.id, row.sealed, EvaluationDetails
    )
