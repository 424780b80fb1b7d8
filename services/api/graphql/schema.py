"""The schema, assembled from the nouns. ``python -m services.api.graphql.schema`` prints it as committed.

Each noun package exports ``QUERIES`` and ``MUTATIONS``; a test holds that no package is forgotten here, and that
``schema.graphql`` beside this file is what the code makes.
"""

from pathlib import Path
from types import ModuleType
from typing import Any, Final

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from services.api.graphql import (
    access,
    access_request,
    action_plan,
    calendar_feed,
    checklist,
    child,
    consent,
    consultation,
    contact,
    conversation,
    deadline,
    delegation,
    draft,
    emergency_access,
    exchange,
    guide,
    handover,
    indicator,
    intake,
    measure,
    meeting,
    message,
    model,
    network,
    offer,
    operation,
    people,
    problem,
    process,
    report,
    retention,
    scheduling,
    series,
    session,
    sharing,
    task,
    undelivered,
    underretning,
)
from services.api.graphql.payloads import UserErrorType
from services.api.graphql.scalars import SCALARS

NOUNS: Final[tuple[ModuleType, ...]] = (
    session,
    child,
    problem,
    process,
    measure,
    deadline,
    underretning,
    meeting,
    consultation,
    conversation,
    scheduling,
    series,
    offer,
    checklist,
    network,
    handover,
    exchange,
    sharing,
    guide,
    consent,
    people,
    task,
    draft,
    message,
    contact,
    calendar_feed,
    access,
    access_request,
    emergency_access,
    delegation,
    action_plan,
    retention,
    model,
    report,
    indicator,
    intake,
    undelivered,
    operation,
)
COMMITTED: Final = Path(__file__).with_name("schema.graphql")


def build_schema(nouns: tuple[ModuleType, ...] = NOUNS) -> strawberry.Schema:
    """The schema of these nouns; one without mutations has no ``Mutation``."""
    queries = [made for noun in nouns for made in noun.QUERIES]
    mutations = [made for noun in nouns for made in noun.MUTATIONS]
    return strawberry.Schema(
        query=_root("Query", "What can be asked.", queries),
        mutation=_root("Mutation", "What can be done.", mutations) if mutations else None,
        types=[UserErrorType],
        config=StrawberryConfig(scalar_map=SCALARS, sort_schema=False),
    )


def _root(name: str, description: str, fields: list[StrawberryField]) -> Any:
    return create_type(name, fields, description=description)


if __name__ == "__main__":
    print(build_schema().as_str())
