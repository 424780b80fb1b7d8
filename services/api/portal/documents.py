"""The pages' own GraphQL documents: each stands beside its template and is trusted by its name.

A page's ``page.graphql`` holds one query and the mutations of its forms. ``templates/*.graphql`` holds the
fragments that several pages share. Every operation gets a document of its own with only the fragments it
uses, so what is run is what a reader sees.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse, print_ast, separate_operations

HERE = Path(__file__).parent


@cache
def trusted_documents() -> Mapping[str, str]:
    """Every operation of the portal: its name → its document. Raises ``ValueError`` for a name used twice."""
    shared = "\n".join(file.read_text() for file in sorted((HERE / "templates").glob("*.graphql")))
    found: dict[str, str] = {}
    for file in [*sorted(HERE.glob("*/page.graphql"))]:
        document = parse(f"{shared}\n{file.read_text()}", no_location=True)
        if any(
            not isinstance(d, OperationDefinitionNode | FragmentDefinitionNode) for d in document.definitions
        ):
            raise ValueError(f"{file.parent.name}/page.graphql holds more than operations and fragments")
        for name, operation in separate_operations(document).items():
            if name in found:
                raise ValueError(f"two pages have an operation {name}")
            found[name] = print_ast(operation)
    return MappingProxyType(found)
