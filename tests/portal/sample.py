"""The real schema with made-up answers: pages are looked at before and beside the real thing.

It stands for no part of the system under test but for data: every page must also be fetched from the real
api; here states are made that take weeks to reach there.
"""

import pickle
from collections.abc import Mapping
from functools import cache
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    build_schema,
    execute,
    parse,
    validate,
)

from services.api.graphql.engine import Outcome
from services.api.graphql.faults import Fault
from services.api.graphql.schema import build_schema as real_schema
from services.api.portal.documents import trusted_documents
from services.core.errors import ErrorCode
from tests.portal.sample_data import answers

SCHEMA = build_schema(real_schema().as_str())


@cache
def _document(name: str) -> DocumentNode:
    document = parse(trusted_documents()[name])
    assert not validate(SCHEMA, document)
    return document


@cache
def _written(capacity: str) -> bytes:
    """What is answered, to be read anew by each test: a tenth of the work of copying it."""
    return pickle.dumps(answers(capacity))


class SampleEngine:
    """Answers trusted documents; `data` and `faults` can be changed by a test, `asked` tells what was run."""

    def __init__(self, capacity: str) -> None:
        self.data: dict[str, Any] = pickle.loads(_written(capacity))
        self.faults: list[dict[str, Any]] = []
        self.refuses: dict[str, ErrorCode] = {}
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.keys: list[str | None] = []

    async def execute(self, request: Any, name: str, variables: Mapping[str, Any]) -> Outcome:
        document = _document(name)
        self.asked.append((name, dict(variables)))
        self.keys.append(request.state.idempotency_key)
        if "*" in self.refuses:
            return Outcome((Fault(self.refuses["*"], "x"),), None)
        root = {key: self._resolver(key, value) for key, value in self.data.items()}
        assert SCHEMA.mutation_type is not None
        for field in SCHEMA.mutation_type.fields:
            root[field] = self._payload
        result = execute(SCHEMA, document, root_value=root, variable_values=dict(variables))
        assert isinstance(result, ExecutionResult)
        faults = []
        for error in result.errors or ():
            assert isinstance(error.original_error, _Refused), error
            faults.append(Fault(error.original_error.code, "x"))
        return Outcome(tuple(faults), result.data, executed=True)

    def _resolver(self, key: str, value: Any) -> Any:
        def resolve(_info: Any, after: str | None = None, **_: Any) -> Any:
            if key in self.refuses:
                raise _Refused(self.refuses[key])
            # Whoever asks on and on comes to an end, as in life.
            return value | {"pageInfo": {"hasNextPage": False, "endCursor": None}} if after else value

        return resolve

    def _payload(self, _info: Any, **_: Any) -> Any:
        path = "/calendar/" + "x" * 43 + ".ics"
        return {"meeting": None if self.faults else self.data["meeting"], "errors": self.faults, "path": path}


class _Refused(GraphQLError):
    def __init__(self, code: ErrorCode) -> None:
        super().__init__(code.value)
        self.code = code

    @property
    def original_error(self) -> "_Refused":
        return self

    @original_error.setter
    def original_error(self, _: object) -> None:
        pass
