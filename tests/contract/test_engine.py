"""One operation, one transaction: what is written, what is undone, what is answered and what is logged."""

import asyncio
import hashlib
import json
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import msgspec
import pytest
import structlog

from services.api.graphql.documents import Refused
from services.api.graphql.engine import Ask, Engine, Outcome
from services.api.graphql.limits import Limits
from services.api.graphql.schema import NOUNS, build_schema
from services.core.db.database import Database
from services.core.identity import Credential, RequestIdentity
from tests.contract import scratch
from tests.contract.world import Someone, World, opened

ADD = """mutation ($text: String!, $then: String) {
  addNote(input: {text: $text, then: $then}) { note { text } errors { code message field ruleId legalBasis } }
}"""
BOTH = """mutation ($a: String!, $b: String!, $then: String!) {
  a: addNote(input: {text: $a}) { note { text } }
  b: addNote(input: {text: $b, then: $then}) { errors { code } }
}"""


@pytest.fixture(scope="module")
async def engine(world: World) -> AsyncIterator[Engine]:
    owner = await asyncpg.connect(world.superuser)
    await owner.execute(scratch.TABLE)
    await owner.close()
    async with opened(world.settings) as database:
        yield Engine(build_schema((*NOUNS, scratch)), database, limits=Limits(seconds=3))


def as_(someone: Someone) -> RequestIdentity:
    return RequestIdentity(
        someone.host, Credential("bearer", hashlib.sha256(urlsafe_b64decode(someone.secret + "=")).digest())
    )


async def run(
    engine: Engine, who: Someone, document: str, key: str | None = None, **variables: Any
) -> Outcome:
    ask = Ask(as_(who), document, variables=variables, idempotency_key=key, trace_id="t" * 32)
    return await engine.run(engine.choose(ask), ask)


async def notes(world: World) -> list[str]:
    connection = await asyncpg.connect(world.superuser)
    try:
        return [
            row["note"] for row in await connection.fetch("select note from rundbord.scratch order by note")
        ]
    finally:
        await connection.close()


async def events(world: World) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(world.superuser)
    try:
        found: list[asyncpg.Record] = await connection.fetch(
            "select operation, changed, subjects from rundbord.access_event order by occurred_at, id"
        )
        return found
    finally:
        await connection.close()


async def test_a_mutation_writes_and_leaves_one_event(engine: Engine, world: World) -> None:
    before = await events(world)
    outcome = await run(engine, world.parent, ADD, text="written")
    assert outcome.data == {"addNote": {"note": {"text": "written"}, "errors": []}}
    assert "written" in await notes(world)
    added = (await events(world))[len(before) :]
    assert [(event["operation"], event["changed"]) for event in added] == [("mutation:addNote", True)]


async def test_a_user_error_undoes_the_mutation_and_stands_in_the_payload(
    engine: Engine, world: World
) -> None:
    outcome = await run(engine, world.parent, ADD, text="invalid one", then="invalid")
    assert outcome.errors == ()
    assert outcome.data is not None
    payload = outcome.data["addNote"]
    assert payload["note"] is None
    assert [(e["code"], e["field"]) for e in payload["errors"]] == [("INVALID_INPUT", ["input", "startsAt"])]
    assert "invalid one" not in await notes(world)


async def test_a_rule_refusal_names_rule_and_law(engine: Engine, world: World) -> None:
    outcome = await run(engine, world.parent, ADD, text="ruled out", then="rule")
    assert outcome.data is not None
    [error] = outcome.data["addNote"]["errors"]
    assert (error["code"], error["ruleId"], error["legalBasis"]) == ("RULE_BLOCKED", "RA-11", "BL § 1")


async def test_a_user_error_undoes_its_own_mutation_only(engine: Engine, world: World) -> None:
    outcome = await run(engine, world.parent, BOTH, a="stays", b="goes", then="rule")
    assert outcome.data == {"a": {"note": {"text": "stays"}}, "b": {"errors": [{"code": "RULE_BLOCKED"}]}}
    assert {"stays", "goes"} & set(await notes(world)) == {"stays"}


@pytest.mark.parametrize(
    ("then", "code"), [("unavailable", "UNAVAILABLE"), ("crash", "INTERNAL"), ("conflict", "CONFLICT")]
)
async def test_any_other_error_undoes_the_whole_operation(
    engine: Engine, world: World, then: str, code: str
) -> None:
    before = await events(world)
    outcome = await run(engine, world.parent, BOTH, a=f"first {then}", b=f"second {then}", then=then)
    assert outcome.data is None
    assert outcome.executed
    assert outcome.codes == (code,)
    assert not any(then in note for note in await notes(world))
    assert await events(world) == before


async def test_an_unexpected_error_is_masked_and_logged_by_its_type_alone(
    engine: Engine, world: World
) -> None:
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        outcome = await run(engine, world.parent, ADD, text="secret", then="crash")
    said = outcome.body.decode()
    assert "Peter" not in said
    assert json.loads(said)["errors"][0]["extensions"] == {"code": "INTERNAL", "traceId": "t" * 32}
    [line] = [line for line in lines if line["event"] == "graphql.failed"]
    assert isinstance(line["exc_info"], ValueError)


async def test_a_database_error_in_one_field_of_a_query_leaves_no_answer(
    engine: Engine, world: World
) -> None:
    outcome = await run(engine, world.parent, "{ viewer { capacity } broken }")
    assert outcome.data is None
    assert outcome.codes[0] == "INTERNAL"
    assert "Peter" not in outcome.body.decode()


async def test_not_found_leaves_the_rest_of_a_query(engine: Engine, world: World) -> None:
    outcome = await run(engine, world.parent, '{ viewer { capacity } note(id: "x") { text } }')
    assert outcome.data == {"viewer": {"capacity": "FAMILY"}, "note": None}
    assert outcome.codes == ("NOT_FOUND",)


async def test_two_ids_that_do_not_exist_are_answered_with_the_same_bytes(
    engine: Engine, world: World
) -> None:
    bodies = {
        (await run(engine, world.parent, "query ($id: ID!) { note(id: $id) { text } }", id=i)).body
        for i in ("a", str(uuid4()))
    }
    assert len(bodies) == 1


async def test_a_slow_operation_is_ended(engine: Engine, world: World) -> None:
    outcome = await asyncio.wait_for(run(engine, world.parent, "{ slow }"), 20)
    assert outcome.codes == ("UNAVAILABLE",)
    assert (await run(engine, world.parent, "{ viewer { capacity } }")).errors == ()


async def test_a_field_for_others_is_null_where_it_can_be(engine: Engine, world: World) -> None:
    await run(engine, world.parent, ADD, text="a remark")
    asked = "{ notes { remark } }"
    seen_by_parent = await run(engine, world.parent, asked)
    seen_by_leader = await run(engine, world.leader, asked)
    assert seen_by_parent.data is not None
    assert seen_by_leader.data is not None
    assert {note["remark"] for note in seen_by_parent.data["notes"]} == {None}
    assert {note["remark"] for note in seen_by_leader.data["notes"]} == {"seen by leaders"}


async def test_a_root_field_for_others_is_forbidden(engine: Engine, world: World) -> None:
    assert (await run(engine, world.leader, "{ familyOnly }")).codes == ("FORBIDDEN",)
    assert (await run(engine, world.parent, "{ familyOnly }")).data == {"familyOnly": "family"}


async def test_a_mutation_for_others_is_a_user_error(engine: Engine, world: World) -> None:
    text = 'mutation { leadNote(input: {text: "x"}) { note { text } errors { code } } }'
    outcome = await run(engine, world.parent, text)
    assert outcome.data == {"leadNote": {"note": None, "errors": [{"code": "FORBIDDEN"}]}}
    assert (await run(engine, world.leader, text)).data == {"leadNote": {"note": {"text": "x"}, "errors": []}}


async def test_without_a_session_nothing_is_executed(engine: Engine, world: World) -> None:
    nobody = RequestIdentity(world.parent.host, None)
    unknown = RequestIdentity(world.parent.host, Credential("bearer", b"\0" * 32))
    foreign = RequestIdentity(world.stranger.host, as_(world.parent).credential)
    for who in (nobody, unknown, foreign):
        ask = Ask(who, "{ viewer { capacity } }")
        outcome = await engine.run(engine.choose(ask), ask)
        assert (outcome.status, outcome.codes, outcome.executed) == (401, ("UNAUTHENTICATED",), False)


# ---------------------------------------------------------------- Idempotency-Key


async def test_the_same_key_acts_once_and_answers_the_same(engine: Engine, world: World) -> None:
    first = await run(engine, world.parent, ADD, key="k-once", text="once")
    again = await run(engine, world.parent, ADD, key="k-once", text="once")
    assert again.body == first.body
    assert (await notes(world)).count("once") == 1  # a second one would have failed on the unique note


async def test_a_leader_has_stored_answers_too(engine: Engine, world: World) -> None:
    first = await run(engine, world.leader, ADD, key="k-leader", text="led")
    assert first.errors == ()
    assert (await run(engine, world.leader, ADD, key="k-leader", text="led")).body == first.body


async def test_a_key_used_for_something_else_is_a_conflict(engine: Engine, world: World) -> None:
    await run(engine, world.parent, ADD, key="k-other", text="this")
    other = await run(engine, world.parent, ADD, key="k-other", text="that")
    assert other.codes == ("CONFLICT",)
    assert "that" not in await notes(world)


async def test_a_key_is_the_actors_own(engine: Engine, world: World) -> None:
    await run(engine, world.parent, ADD, key="k-mine", text="mine")
    theirs = await run(engine, world.leader, ADD, key="k-mine", text="theirs")
    elsewhere = await run(engine, world.stranger, ADD, key="k-mine", text="elsewhere")
    assert (theirs.errors, elsewhere.errors) == ((), ())
    assert {"theirs", "elsewhere"} <= set(await notes(world))


async def test_a_request_that_failed_can_be_sent_again(engine: Engine, world: World) -> None:
    failed = await run(engine, world.parent, ADD, key="k-retry", text="retried", then="unavailable")
    assert failed.codes == ("UNAVAILABLE",)
    again = await run(engine, world.parent, ADD, key="k-retry", text="retried")
    assert again.errors == ()
    assert "retried" in await notes(world)


async def test_user_errors_are_remembered_too(engine: Engine, world: World) -> None:
    first = await run(engine, world.parent, ADD, key="k-rule", text="no", then="rule")
    assert (await run(engine, world.parent, ADD, key="k-rule", text="no", then="rule")).body == first.body


async def test_two_at_once_act_once(engine: Engine, world: World) -> None:
    first, second = await asyncio.gather(
        *(run(engine, world.parent, ADD, key="k-twice", text="twice", then="slow") for _ in range(2))
    )
    assert first.body == second.body
    assert (await notes(world)).count("twice") == 1


async def test_a_stored_answer_is_sealed_and_forgotten_after_a_day(engine: Engine, world: World) -> None:
    await run(engine, world.parent, ADD, key="k-day", text="Peter was here")
    connection = await asyncpg.connect(world.superuser)
    try:
        stored = await connection.fetch("select response_sealed from rundbord.idempotency_key")
        assert not any(b"Peter" in row["response_sealed"] for row in stored)
        await connection.execute(
            "update rundbord.idempotency_key set created_at = created_at - interval '24 hours'"
        )
    finally:
        await connection.close()
    after = await run(engine, world.parent, ADD, key="k-day", text="Peter is back")
    assert after.errors == ()
    assert "Peter is back" in await notes(world)


async def test_a_stored_answer_names_its_dossiers_again_and_only_while_they_may_be_seen(
    engine: Engine, world: World
) -> None:
    connection = await asyncpg.connect(world.superuser)
    try:
        grant, dossier = uuid4(), uuid4()
        await connection.execute(
            """insert into rundbord.dossier (tenant_id, id, kind, audit_pseudonym, opened_at)
               values ($1, $2, 'casework', $2, now())""",
            world.parent.tenant,
            dossier,
        )
        await connection.execute(
            """insert into rundbord.access_grant
                   (tenant_id, id, person_id, dossier_id, capacity, reason, source_id, valid_from)
               values ($1, $2, $3, $4, 'family', 'test', $2, now() - interval '1 hour')""",
            world.parent.tenant,
            grant,
            world.parent.person,
            dossier,
        )
        touching = {"key": "k-touch", "text": "touched", "then": f"touch:{dossier}"}
        first = await run(engine, world.parent, ADD, **touching)
        again = await run(engine, world.parent, ADD, **touching)
        assert again.body == first.body
        last = (await events(world))[-2:]
        assert last[0]["subjects"] == last[1]["subjects"] == [dossier]
        await connection.execute("delete from rundbord.access_grant where id = $1", grant)
    finally:
        await connection.close()
    assert (await run(engine, world.parent, ADD, **touching)).codes == ("NOT_FOUND",)


@pytest.mark.parametrize("key", ["", "x" * 201, "with space", "æ", "line\nbreak"])
async def test_a_key_that_is_no_key(engine: Engine, world: World, key: str) -> None:
    assert (await run(engine, world.parent, ADD, key=key, text="never")).codes == ("INVALID_INPUT",)


# ---------------------------------------------------------------- our own pages


async def test_a_trusted_document_is_free_of_limits(engine: Engine, world: World) -> None:
    many = "{ " + " ".join(f"a{n}: viewer {{ capacity }}" for n in range(60)) + " }"
    ask = Ask(as_(world.parent), many)
    with pytest.raises(Refused):
        engine.choose(ask)
    outcome = await engine.run_trusted(ask)
    assert outcome.errors == ()
    assert outcome.data is not None
    assert len(outcome.data) == 60


async def test_an_answer_is_json_as_msgspec_reads_it(engine: Engine, world: World) -> None:
    outcome = await run(engine, world.parent, "{ viewer { capacity } }")
    assert msgspec.json.decode(outcome.body) == {"data": {"viewer": {"capacity": "FAMILY"}}}


async def test_a_database_that_is_gone_is_unavailable(world: World, tmp_path: Path) -> None:
    async with opened(world.settings) as database:
        alone = Engine(build_schema(), database)
        ask = Ask(as_(world.parent), "{ viewer { capacity } }")
        await database.pool.close()
        outcome = await alone.run(alone.choose(ask), ask)
    assert isinstance(database, Database)
    assert (outcome.status, outcome.codes) == (503, ("UNAVAILABLE",))
