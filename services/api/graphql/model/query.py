"""``modelVersions``, one of them, two compared, and one as a document."""

import asyncio
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import OF_THE_MODEL, field, object_type, query
from services.api.graphql.ids import read_id
from services.api.graphql.model.types import ModelChange, ModelVersion, change_type, version_types
from services.core.tenancy import in_force
from services.core.tenancy.changed import changes
from services.core.tenancy.explain import explain_html
from services.core.tenancy.versions import Version, approved_before, find_version, versions

_Version = Annotated[strawberry.ID, strawberry.argument(description="A version of the model.")]


@query(description="Every version of the model, the newest first.", personal=True, who=OF_THE_MODEL)
async def model_versions(info: Info, first: First = 25, after: After = None) -> Connection[ModelVersion]:
    """Also what was rejected or taken back."""
    page = page_of("modelVersions", first, after)
    kept, more = from_list(page, await versions(info.context.tx), lambda one: str(one.id))
    nodes = await version_types(info, [one for one, _ in kept])
    return connection((list(zip(nodes, (cursor for _, cursor in kept), strict=True)), more))


@query(description="One version of the model.", personal=True, who=OF_THE_MODEL)
async def model_version(info: Info, id: _Version) -> ModelVersion:
    """Absent and another's answer alike."""
    (found,) = await version_types(info, [await find_version(info.context.tx, read_id(id))])
    return found


@object_type(description="Two versions compared.")
class ModelComparison:
    """A comparison."""

    before_id: strawberry.ID = field(description="The older version.", personal=False)
    before_number: int = field(description="Its number.", personal=False)
    changes: list[ModelChange] = field(
        description="What differs, in the order of the model's parts; empty where they say the same.",
        personal=False,
    )


@query(description="What differs between two versions, in words.", personal=False, who=OF_THE_MODEL)
async def model_changes(
    info: Info,
    after_id: _Version,
    before_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(description="The older one; without it the last approved one before."),
    ] = None,
) -> ModelComparison | None:
    """Null for the first version of all, which nothing comes before."""
    tx = info.context.tx
    after = await find_version(tx, read_id(after_id))
    if before_id is not None:
        before: Version | None = await find_version(tx, read_id(before_id))
    else:
        before = await approved_before(tx, after)
    if before is None:
        return None
    old = (await in_force.model_version(tx, before.id)).model
    new = (await in_force.model_version(tx, after.id)).model
    return ModelComparison(
        before_id=strawberry.ID(str(before.id)),
        before_number=before.row.number,
        changes=[change_type(one) for one in changes(old, new, info.context.language)],
    )


@query(
    description="A version as a document for people: one HTML page with pictures of its levels and meetings.",
    personal=False,
    who=OF_THE_MODEL,
)
async def model_document(info: Info, id: _Version) -> str:
    """In the session's language."""
    found = await find_version(info.context.tx, read_id(id))
    model = (await in_force.model_version(info.context.tx, found.id)).model
    # Half a second of reckoning: others are answered meanwhile.
    return await asyncio.to_thread(explain_html, model, info.context.language)
