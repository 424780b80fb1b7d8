"""A version that newer code wrote in a language unknown here: a clear refusal, and a process that is not ready."""

import pytest
from litestar import Response
from litestar.datastructures import State

from services.api.health import ready
from services.core.errors import ErrorCode, UserError
from services.core.tenancy.in_force import current_model, unreadable
from tests.builders.world import World
from tests.versions.towns import operator_adds, renamed


async def newer_code_wrote(fresh: World, language: int) -> None:
    """As a later release would leave it for this one, during a rolling upgrade: adopted, and never read here."""
    added = await operator_adds(fresh, renamed(fresh.north.model, "Nordby Fremtid"))
    async with fresh.behind_the_walls(fresh.north) as superuser:
        await superuser.execute(
            """update model_version set language = $1, content = jsonb_set(content, '{language}', to_jsonb($1::integer))
               where id = $2""",
            language,
            added.version_id,
        )
        await superuser.execute("alter table model_adoption disable trigger judge_adoption")
        await superuser.execute(
            "insert into model_adoption values ($1, $2, current_date - 1, now())",
            fresh.north.tenant,
            added.version_id,
        )


async def is_ready(fresh: World) -> Response[dict[str, str]]:
    """What a load balancer is told."""
    answer: Response[dict[str, str]] = await ready.fn(State({"database": fresh.api, "gate": None}))
    return answer


async def test_an_unknown_language_is_unavailable_and_not_ready(fresh: World) -> None:
    assert await unreadable(fresh.api) == []
    assert (await is_ready(fresh)).content == {"status": "ready"}
    await newer_code_wrote(fresh, 99)
    assert await unreadable(fresh.api) == ["north"]
    assert (await is_ready(fresh)).status_code == 503, "no traffic is sent here"
    async with fresh.api.read(fresh.north.who("leader"), "test.strange") as tx:
        with pytest.raises(UserError) as refused:
            await current_model(tx)
    assert refused.value.code is ErrorCode.UNAVAILABLE
    async with fresh.api.read(fresh.south.who("leader"), "test.other") as tx:
        assert (await current_model(tx)).number == 1, "one town's model stops no other"


async def test_a_mere_proposal_in_it_stops_nobody(fresh: World) -> None:
    added = await operator_adds(fresh, renamed(fresh.north.model, "Nordby Fremtid"))
    async with fresh.behind_the_walls() as superuser:
        await superuser.execute("update model_version set language = 99 where id = $1", added.version_id)
    assert await unreadable(fresh.api) == []
