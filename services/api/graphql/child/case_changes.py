"""``caseChanges``: what becomes different for a case under the version of the model in force."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.core.meeting import moving_case


@object_type(description="One thing that becomes different for a case under another version of the model.")
class CaseChange:
    """A difference."""

    kind: str = field(description="What kind of difference; stable.", personal=False)
    text: str = field(description="The difference in the session's language.", personal=True)
    blocks: bool = field(
        description="Whether it must be settled before the case can be moved.", personal=True
    )


@object_type(description="What moving a case to another version of the model means.")
class CaseChanges:
    """A move, before it is made."""

    from_number: int = field(description="Number of the version that the case follows.", personal=False)
    to_number: int = field(description="Number of the version in force.", personal=False)
    to_id: strawberry.ID = field(description="The version in force.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you move the case.", personal=False)
    changes: list[CaseChange] = field(
        description="What becomes different, what blocks first; empty: nothing for this case.", personal=True
    )


@query(
    description="What becomes different for a child's case under the version of the model in force.",
    personal=True,
    who=STAFF,
)
async def case_changes(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    version_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="The version in force, to be sure of it.")
    ] = None,
) -> CaseChanges | None:
    """Nothing is changed by asking. Null where the case follows the version in force."""
    found = await moving_case.case_changes(info.context.tx, read_id(child_id), read_optional_id(version_id))
    if found is None:
        return None
    language = info.context.language
    return CaseChanges(
        from_number=found.old.number,
        to_number=found.new.number,
        to_id=strawberry.ID(str(found.new.id)),
        version=found.casework.version,
        changes=[
            CaseChange(kind=one.kind, text=one.text.in_language(language), blocks=one.blocks)
            for one in found.changes
        ],
    )
