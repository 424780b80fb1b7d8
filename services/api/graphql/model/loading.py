"""Models and cases, loaded once an operation however many fields ask."""

from uuid import UUID

from services.api.graphql.context import Info
from services.core.casework.service import Case, load_case, load_case_of
from services.core.tenancy.model import Model
from services.core.tenancy.service import current_model, model_version


async def version_of(info: Info, version: UUID) -> Model:
    """One version of the tenant's model."""
    return (await model_version(info.context.tx, version)).model


async def model_in_force(info: Info) -> Model:
    """The tenant's model of today."""
    return (await current_model(info.context.tx)).model


async def case_of(info: Info, dossier: UUID, under: UUID | None = None) -> Case:
    """The case that a casework's dossier is; ``under``: by the version that a meeting was called under."""
    return await info.context.once(
        f"case-of:{dossier}:{under}", lambda: load_case_of(info.context.tx, dossier, under=under)
    )


async def case_of_child(info: Info, child: UUID) -> Case:
    """The case of a child."""
    return await info.context.once(f"case:{child}", lambda: load_case(info.context.tx, child))
