"""An earlier record for somebody who has a place in a meeting: for a reason, on a ground, until a day, and no longer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from services.core.calendar.instants import local_day
from services.core.consent import store as consents
from services.core.consent.service import withdraw_consent
from services.core.errors import ErrorCode, UserError
from services.core.exchange import store as exchanges
from services.core.meeting import store as meetings
from services.core.problem import store as problems
from services.core.sharing import store
from services.core.sharing.service import RecordKind, ShareRecord, share_record, withdraw_share
from services.core.sharing.store import ShareRow
from tests.sharing.conftest import GUEST, Case, acting, consented

REASON: Final = "PPR skal kende det, der er prøvet."


@pytest_asyncio.fixture(loop_scope="session")
async def accepted(case: Case) -> AsyncIterator[Case]:
    """The psychologist comes; afterwards all shares are taken back."""
    await case.answer("coming")
    yield case
    await consented_again(case)
    async with case.world.api.write(case.world.north.who("leader"), "test.back") as tx:
        for row in await store.shares_of(tx, case.dossier):
            if row.withdrawn_at is None:
                await withdraw_share(tx, row.id, row.version)


async def consented_again(case: Case) -> None:
    """Whoever took back a yes is asked anew and says it again."""
    async with case.world.behind_the_walls() as db, db.transaction():
        await db.fetchval("select begin_system($1)", case.world.north.tenant)
        await db.execute(
            """insert into consent (tenant_id, id, dossier_id, meeting_id, giver_id, purpose, basis, text_version,
                   model_version_id, state, asked_at, asked_by)
               select tenant_id, gen_random_uuid(), dossier_id, meeting_id, giver_id, purpose, basis, text_version,
                   model_version_id, 'asked', business_now(), asked_by
               from consent c where state = 'withdrawn' and dossier_id = $1 and not exists (
                   select from consent o where o.giver_id = c.giver_id and o.state in ('asked', 'given'))""",
            case.dossier,
        )
    await consented(case.world)


def asked(case: Case, **given: Any) -> ShareRecord:
    """The earlier meeting's record, on the consent to exchange, until the end of the year after next."""
    command = ShareRecord(
        case.place, RecordKind.MEETING, case.earlier.meeting, REASON, date(2028, 12, 31), purpose="exchange"
    )
    return replace(command, **given)


async def shared(case: Case, by: str = "leader", **given: Any) -> ShareRow:
    async with case.world.api.write(case.world.north.who(by), "mutation:shareRecord") as tx:
        return await share_record(tx, asked(case, **given))


async def refused(case: Case, by: str = "leader", **given: Any) -> UserError:
    with pytest.raises(UserError) as found:
        await shared(case, by, **given)
    return found.value


async def reads(case: Case) -> dict[str, set[UUID]]:
    """What the psychologist reads of the earlier meeting and its problem, under their own role."""
    wanted = {
        "meeting": ("id", case.earlier.meeting),
        "agenda_item": ("meeting_id", case.earlier.meeting),
        "participant": ("meeting_id", case.earlier.meeting),
        "form": ("meeting_id", case.earlier.meeting),
        "agreement": ("meeting_id", case.earlier.meeting),
        "perspective": ("meeting_id", case.earlier.meeting),
        "problem": ("id", case.earlier.problem),
        "level_move": ("problem_id", case.earlier.problem),
        "action_plan": ("dossier_id", case.dossier),
    }
    async with acting(case.world, GUEST) as one:
        found = {
            table: {
                row["id"] for row in await one.fetch(f"select id from {table} where {column} = $1", value)
            }
            for table, (column, value) in wanted.items()
        }
    return {table: ids for table, ids in found.items() if ids}


RECORD: Final = {"meeting", "agenda_item", "participant", "form", "agreement", "perspective"}


async def test_a_record_is_shared_on_the_consents_that_stand_and_ends_with_one_of_them(
    accepted: Case,
) -> None:
    """Trap 4: what rests on a consent stops with it, in the same breath and without any sweep."""
    case, town = accepted, accepted.world.north
    assert await reads(case) == {}
    row = await shared(case)
    assert (row.told, row.standing, row.consent_purpose, len(row.consents)) == (True, True, "exchange", 2)
    assert set(await reads(case)) == RECORD
    async with case.world.api.read(town.who(GUEST), "test.read") as tx:
        (own,) = [one for one in await store.shares_of(tx, case.dossier) if one.standing]
        assert (await store.details(tx, own)).reason == REASON
        meeting = await meetings.meeting(tx, case.earlier.meeting)
        assert not meeting.veiled
        assert (await meetings.meeting_details(tx, meeting)).reason
    async with case.world.api.read(town.who("father"), "test.read") as tx:
        assert row.id in {one.id for one in await store.shares_of(tx, case.dossier)}
    assert await told(case, row) == {town.id(name) for name in (GUEST, "mother", "father")}

    async with case.world.api.write(town.who("father"), "mutation:withdrawConsent") as tx:
        for one in await consents.consents_of(tx, case.dossier):
            if one.state == "given":
                await withdraw_consent(tx, one.id, one.version)
    assert await reads(case) == {}
    await consented_again(case)
    # The place stands again with the consents; a share on an answer that was taken back does not.
    await case.answer("coming")
    assert await reads(case) == {}
    async with case.world.api.read(town.who("leader"), "test.read") as tx:
        assert not (await store.share(tx, row.id)).standing


async def test_a_form_alone_a_problem_alone_a_plan_alone(accepted: Case) -> None:
    case, town = accepted, accepted.world.north
    await shared(case, kind=RecordKind.FORM)
    found = await reads(case)
    assert set(found) == {"meeting", "form"}
    async with case.world.api.read(town.who(GUEST), "test.read") as tx:
        assert (await meetings.meeting(tx, case.earlier.meeting)).veiled
    await shared(case, kind=RecordKind.PROBLEM, record=case.earlier.problem)
    assert set(await reads(case)) == {"meeting", "form", "problem", "level_move"}
    async with case.world.api.read(town.who(GUEST), "test.read") as tx:
        known = await problems.problem(tx, case.earlier.problem)
        assert (await problems.details(tx, known)).description == "Han slår"
        near = await problems.problem(tx, case.coming.problem)
        assert (await problems.details(tx, near)).description == ""
    plans = [uuid4(), uuid4()]
    async with case.world.behind_the_walls() as db:
        for plan in plans:
            await db.execute(
                """insert into action_plan (tenant_id, id, dossier_id, document_key, form_key, model_version_id, written_by,
                       written_at, sealed)
                   select tenant_id, $2::uuid, dossier_id, $2::uuid::text, 'plan', model_version_id, convener_id, called_at, 'x'
                   from meeting where id = $1""",
                case.coming.meeting,
                plan,
            )
    await shared(case, kind=RecordKind.PLAN, record=plans[0])
    assert (await reads(case))["action_plan"] == {plans[0]}


async def test_it_is_for_who_comes_and_until_its_day(accepted: Case) -> None:
    case = accepted
    async with case.world.api.read(case.world.north.who("leader"), "test.now") as tx:
        today = local_day(tx.now)
    row = await shared(case, until=today + timedelta(days=1))
    for answer in ("none", "not_coming", "another_time"):
        await case.place_is(answer=answer)
        assert await reads(case) == {}, answer
    await case.answer("coming")
    assert set(await reads(case)) == RECORD
    await case.world.advance(int((row.valid_until - row.shared_at).total_seconds()) + 1)
    assert await reads(case) == {}


async def test_it_can_be_taken_back_once(accepted: Case) -> None:
    case, town = accepted, accepted.world.north
    row = await shared(case, by="teacher")
    async with case.world.api.write(town.who("leader"), "test.back") as tx:
        back = await withdraw_share(tx, row.id, row.version)
        assert (back.withdrawn_by, back.standing) == (town.id("leader"), False)
    assert await reads(case) == {}
    async with case.world.api.write(town.who("leader"), "test.back") as tx:
        with pytest.raises(UserError) as again:
            await withdraw_share(tx, row.id, back.version)
        assert again.value.code is ErrorCode.CONFLICT


async def test_on_a_law_that_is_counted_it_is_counted(accepted: Case) -> None:
    """The one use of the law is spent already, with PPR: the next takes a special reason, and there is no third."""
    case, town = accepted, accepted.world.north
    on_law: dict[str, Any] = {"purpose": None, "law": "early_exchange"}
    blocked = await refused(case, **on_law)
    assert (blocked.code, blocked.field) == (ErrorCode.RULE_BLOCKED, ("input", "specialReason"))
    row = await shared(case, **on_law, special_reason="Ny viden om skolen")
    assert (row.law, row.consents) == ("early_exchange", [])
    async with case.world.api.read(town.who("leader"), "test.read") as tx:
        assert row.exchange_id in {one.id for one in await exchanges.exchanges_of(tx, case.dossier)}
        assert await exchanges.used(tx, town.id("child")) == {"early_prevention": 2}
    assert set(await reads(case)) == RECORD
    assert (await refused(case, **on_law, special_reason="Igen")).code is ErrorCode.RULE_BLOCKED


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"reason": "  "}, "sharing.reason_missing"),
        ({"purpose": None}, "sharing.one_ground"),
        ({"law": "early_exchange"}, "sharing.one_ground"),
        ({"purpose": None, "law": "made_up"}, "sharing.unknown_law"),
        # Law of the model, which permits something else than sharing without consent.
        ({"purpose": None, "law": "duty_to_notify"}, "sharing.unknown_law"),
        ({"purpose": "made_up"}, "consent.unknown_purpose"),
        ({"until": date(2020, 1, 1)}, "sharing.over_already"),
    ],
)
async def test_nothing_is_shared_without_reason_ground_and_day(
    accepted: Case, given: dict[str, Any], key: str
) -> None:
    assert (await refused(accepted, **given)).message_key == key


async def test_who_has_no_part_shares_nothing_and_a_foreign_record_is_absent(accepted: Case) -> None:
    case = accepted
    assert (await refused(case, by=GUEST)).code in (ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND)
    assert (await refused(case, by="daycare_leader")).code is ErrorCode.NOT_FOUND
    assert (await refused(case, record=uuid4())).code is ErrorCode.NOT_FOUND
    assert (await refused(case, participant=uuid4())).code is ErrorCode.NOT_FOUND
    assert (await refused(case, record=case.coming.meeting)).message_key == "sharing.sees_it_already"


async def told(case: Case, row: ShareRow) -> set[UUID]:
    async with case.world.behind_the_walls() as db:
        rows = await db.fetch("select recipient_id from message where occurrence_key = $1", f"share:{row.id}")
    return {one["recipient_id"] for one in rows}
