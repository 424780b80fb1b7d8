"""``/health/live`` and ``/health/ready``, for whoever starts, stops and balances the processes.

Live: the process answers. Ready: both databases answer, what a restore brought back is erased again, and no
tenant's model is in a language that only newer code knows. Valkey is not asked: without it everything here works,
and what is due is found by the sweeps.
"""

import asyncpg
from litestar import Response, get
from litestar.datastructures import State

from services.core.db.away import AWAY
from services.core.logging import log
from services.core.tenancy.in_force import unreadable


@get("/health/live", include_in_schema=False)
async def live() -> Response[dict[str, str]]:
    """The process answers."""
    return Response({"status": "live"})


@get("/health/ready", include_in_schema=False)
async def ready(state: State) -> Response[dict[str, str]]:
    """Both databases answer within 2 s; else 503."""
    try:
        await state.database.ping()
        if state.gate is not None and not await state.gate.is_open():
            log().warning("health.must_forget_first")
            return Response({"status": "unavailable"}, status_code=503)
        if strange := await unreadable(state.database):
            log().error("health.model_language_unknown", tenants=strange)
            return Response({"status": "unavailable"}, status_code=503)
    except (*AWAY, asyncpg.PostgresError) as error:
        log().warning("health.not_ready", exc_info=error)
        return Response({"status": "unavailable"}, status_code=503)
    return Response({"status": "ready"})
