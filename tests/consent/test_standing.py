"""What the database says stands is what the rules say, at every instant: expiry, ages, custody, never asked, never valid."""

import datetime as dt
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import asyncpg
import msgspec
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.calendar import age_on, local_day, midnight_of_birthday
from services.core.consent import rules
from services.core.consent.rules import CHILD, Answer, AnswerState
from services.core.tenancy.facts import CaseFacts
from services.core.tenancy.frame import Asked
from services.core.tenancy.model import Model
from tests.builders.world import World
from tests.rules.cases import model_of

NOW = dt.datetime(2026, 11, 22, 11, 0, tzinfo=dt.UTC)
GIVERS = {"mother": uuid4(), "father": uuid4(), "new_holder": uuid4(), CHILD: uuid4()}
# A few days only, so that answers, custodies and birthdays meet in one instant again and again.
MOMENTS = st.sampled_from([-400, -366, -365, -100, -30, -1, 0, 1, 30, 365, 366, 400])
TICK = dt.timedelta(microseconds=1)
UNBORN = NOW + dt.timedelta(days=9000)
"""What custody's end is written as while no birth is known."""
PURPOSES = ("exchange", "exchange_health")


def at(days: int) -> dt.datetime:
    return NOW + dt.timedelta(days=days)


answers = st.tuples(
    st.sampled_from(sorted(GIVERS)), st.sampled_from(list(AnswerState)), MOMENTS, st.integers(0, 30)
)
custodies = st.tuples(
    st.sampled_from(["mother", "father", "new_holder"]), MOMENTS, st.one_of(st.none(), MOMENTS)
)
births = st.one_of(
    st.none(),
    st.tuples(st.sampled_from([0, 9, 14, 15, 16, 17, 18, 20]), MOMENTS).map(
        lambda told: local_day(at(told[1])) - dt.timedelta(days=told[0] * 365 + told[0] // 4)
    ),
    st.just(dt.date(2008, 2, 29)),
)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def rows(world: World) -> AsyncIterator[tuple[asyncpg.Connection, UUID]]:
    """A connection past the walls and the triggers: here rows alone are reckoned with."""
    async with world.behind_the_walls() as connection:
        await connection.execute("set session_replication_role = replica")
        yield connection, world.north.tenant


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(PURPOSES),
    st.sampled_from(list(Asked)),
    births,
    st.lists(custodies, max_size=3, unique_by=lambda one: one[0]),
    st.lists(answers, max_size=7),
    st.lists(MOMENTS, min_size=1, max_size=3),
)
async def test_trap_2_the_database_and_the_rules_say_the_same_of_every_sequence_of_answers(
    rows: tuple[asyncpg.Connection, UUID],
    purpose: str,
    asked_of: Asked,
    born: dt.date | None,
    held: list[tuple[str, int, int | None]],
    said: list[tuple[str, AnswerState, int, int]],
    looks: list[int],
) -> None:
    """Trap 2, trap 3: several holders, each alone, each basis with its own expiry."""
    # One question at a time stays open: the database has no second.
    said = [
        one
        for i, one in enumerate(said)
        if one[1] is not AnswerState.ASKED or one[0] not in open_before(said[:i])
    ]
    connection, tenant = rows
    model = with_asked(model_of("randers"), purpose, asked_of)
    custody = {who: (at(begin), at(end) if end is not None else None) for who, begin, end in held}
    custody = {who: span for who, span in custody.items() if span[1] is None or span[1] > span[0]}
    transaction = connection.transaction()
    await transaction.start()
    try:
        dossier = await written(connection, tenant, model, purpose, born, custody, said)
        for days in looks:
            now = at(days)
            await connection.execute("select set_config('rundbord.now', $1, true)", now.isoformat())
            row = await connection.fetchrow(
                "select stands, until from rundbord.consent_state($1, $2)", dossier, purpose
            )

            def expected(when: dt.datetime) -> bool:
                of = facts(born, custody, when)
                return rules.standing(model, purpose, of, of_rows(model, purpose, said), when).allowed

            assert row is not None
            assert bool(row["stands"]) is expected(now)
            if not row["stands"] or any(one[2] + one[3] > days for one in said):
                continue
            # It stands until its end, and at its end no more; an end that is not told does not come by itself.
            end = row["until"]
            assert end is None or not expected(end)
            later = [*(at(other) for other in range(days, 1500, 20)), *([end - TICK] if end else [])]
            assert all(expected(one) for one in later if end is None or one < end)
    finally:
        await transaction.rollback()


def open_before(said: list[tuple[str, AnswerState, int, int]]) -> set[str]:
    return {who for who, state, _, _ in said if state is AnswerState.ASKED}


def with_asked(model: Model, purpose: str, asked_of: Asked) -> Model:
    changed = tuple(
        msgspec.structs.replace(one, asked_of=asked_of) if one.key == purpose else one
        for one in model.purposes
    )
    return msgspec.structs.replace(model, purposes=changed)


def facts(
    born: dt.date | None,
    custody: dict[str, tuple[dt.datetime, dt.datetime | None]],
    when: dt.datetime,
) -> CaseFacts:
    age = None if born is None or born > local_day(when) else age_on(born, local_day(when))
    adult = born is not None and when >= midnight_of_birthday(born, 18)
    holders = tuple(
        str(GIVERS[who])
        for who, (begin, end) in custody.items()
        if begin <= when and (end is None or when < end) and not adult and when < UNBORN
    )
    return CaseFacts(age=age, custody_holders=holders)


def of_rows(model: Model, purpose: str, said: list[tuple[str, AnswerState, int, int]]) -> list[Answer]:
    basis = model.purpose(purpose).basis
    found = []
    for who, state, days, later in said:
        moment = at(days + later) if state is AnswerState.WITHDRAWN else at(days)
        ends = rules.expiry(model, basis, at(days), purpose)
        giver = CHILD if who == CHILD else str(GIVERS[who])
        found.append(Answer(giver, state, moment, ends if state is AnswerState.GIVEN else None))
    return found


async def written(
    connection: asyncpg.Connection,
    tenant: UUID,
    model: Model,
    purpose: str,
    born: dt.date | None,
    custody: dict[str, tuple[dt.datetime, dt.datetime | None]],
    said: list[tuple[str, AnswerState, int, int]],
) -> UUID:
    """The rows of one case; answers of the future are not said yet, for rules and rows alike."""
    await connection.execute("select set_config('rundbord.tenant', $1, true)", str(tenant))
    dossier, nobody, asked = uuid4(), uuid4(), model.purpose(purpose)
    await connection.execute(
        "insert into casework (tenant_id, dossier_id, child_id, model_version_id, last_activity_at)"
        " values ($1, $2, $3, $4, $5)",
        *(tenant, dossier, GIVERS[CHILD], nobody, NOW),
    )
    await connection.execute(
        "insert into consent_term values ($1, $2, $3, $4, $5, $6, $7, $8)",
        *(tenant, dossier, purpose, asked.asked_of.value, asked.own_from_age, 18),
        born and midnight_of_birthday(born, asked.own_from_age),
        born and midnight_of_birthday(born, 18),
    )
    for who, (begin, end) in custody.items():
        await connection.execute(
            "insert into custody (tenant_id, id, child_id, holder_id, dossier_id, valid, recorded, majority_at, sealed)"
            " values ($1, $2, $3, $4, $5, tstzrange($6, $7), tstzrange($8, null), $9, '')",
            *(tenant, uuid4(), GIVERS[CHILD], GIVERS[who], nobody, begin, end, at(-600)),
            midnight_of_birthday(born, 18) if born else UNBORN,
        )
    for who, state, days, later in said:
        ends = rules.expiry(model, asked.basis, at(days), purpose)
        answered = None if state is AnswerState.ASKED else at(days)
        await connection.execute(
            """insert into consent (tenant_id, id, dossier_id, giver_id, purpose, basis, text_version, model_version_id, state,
                   asked_at, asked_by, answered_at, withdrawn_at, expires_at, channel, invalidated_at, invalidated_by)
               values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $7, $10, $11, $12, $13, $14, $15)""",
            *(
                tenant,
                uuid4(),
                dossier,
                GIVERS[who],
                purpose,
                asked.basis,
                nobody,
                state.value,
                at(days),
                answered,
            ),
            at(days + later) if state is AnswerState.WITHDRAWN else None,
            ends if state is AnswerState.GIVEN else None,
            "portal" if answered else None,
            at(days) if state is AnswerState.INVALIDATED else None,
            nobody if state is AnswerState.INVALIDATED else None,
        )
    return dossier
