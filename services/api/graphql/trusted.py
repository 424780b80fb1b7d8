"""Our own pages' documents, run in-process as the request's own actor.

They are trusted by their text, which stands in the repository and is checked against the schema by a test: no
limit but time holds for them. Session, transaction, masking and access event are those of any other client.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request

from services.api.auth.connection import host_of
from services.api.graphql.endpoint import identity_of
from services.api.graphql.engine import Ask, Engine, Outcome
from services.api.languages import language_of
from services.api.tracing import current_trace_id
from services.core.settings import Settings

Execute = Callable[[Request[Any, Any, Any], str, Mapping[str, Any]], Awaitable[Outcome]]


def page_executor(engine: Engine, settings: Settings, documents: Mapping[str, str]) -> Execute:
    """What pages find as ``app.state["execute"]``: run a document by its name.

    ``request.state.idempotency_key`` is the form's key, if it has one; ``request.state.reader_language`` the
    language chosen for pages on this machine, if one was. The caller has checked the origin.
    Raises ``KeyError`` for a name that is not in ``documents``.
    """

    async def execute(request: Request[Any, Any, Any], name: str, variables: Mapping[str, Any]) -> Outcome:
        ask = Ask(
            who=identity_of(request, settings.url_of(host_of(request))),
            document=documents[name],
            variables=variables,
            idempotency_key=getattr(request.state, "idempotency_key", None),
            trace_id=current_trace_id(),
            language=language_of(request.headers.get("accept-language")),
            reader_language=getattr(request.state, "reader_language", None),
        )
        return await engine.run_trusted(ask)

    return execute
