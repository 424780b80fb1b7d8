"""What professionals tell upwards: about no child, read by its writer and those who must hear it (SL-32)."""

from uuid import UUID

import asyncpg
import pytest

from services.core.errors import ErrorCode, UserError
from services.core.message.service import list_inbox
from services.core.report import store
from services.core.report.service import ReportUpward, answer_report, report_upward
from tests.builders.world import World

RULE = {"which": "Tavshedspligten", "how": "To love siger hver sit."}


async def tell(towns: World, name: str, keep: str = "", **values: str) -> UUID:
    async with towns.api.write(towns.north.who(name), "test.tell") as tx:
        return (await report_upward(tx, ReportUpward("legislation", RULE | values, keep))).id


@pytest.mark.parametrize("name", ["teacher", "leader", "adviser", "psychologist"])
async def test_SL_32_any_professional_can_tell_that_legislation_stands_in_the_way(
    towns: World, name: str
) -> None:
    report = await tell(towns, name)
    async with towns.api.read(towns.north.who(name), "test.read") as tx:
        row = await store.report(tx, report)
    assert (row.status, row.written_by, row.values) == ("received", towns.north.id(name), RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Barnet er 010115-4321",
        "Barnet er 010115 4321 og bor der",
        "nr. 710115-4321",  # a replacement number
        "٠١٠١١٥-٤٣٢١",
    ],
)
async def test_SL_32_a_number_of_a_child_is_never_told(towns: World, text: str) -> None:
    """SL-32: refused whatever the reason, at its field, and no word of it in the error."""
    with pytest.raises(UserError) as error:
        await tell(towns, "teacher", "En grund", how=text)
    assert (error.value.code, error.value.field) == (ErrorCode.INVALID_INPUT, ("input", "values", "how"))
    assert error.value.rule_id == "SL-32"
    numbers = [word for word in text.split() if any(sign.isdigit() for sign in word)]
    assert not any(number in f"{error.value} {error.value.texts}" for number in numbers)


async def test_SL_32_the_name_of_a_child_one_works_with_is_kept_only_for_a_reason(towns: World) -> None:
    for named in ("Astas mor", "Asta", "prøve"):
        with pytest.raises(UserError) as error:
            await tell(towns, "teacher", how=named)
        assert error.value.rule_id == "SL-32"
        assert named not in f"{error.value} {error.value.texts}"
    report = await tell(towns, "teacher", "Det er navnet på en butik.", how="Asta lukker kl. 17.")
    async with towns.api.read(towns.north.who("leader"), "test.read") as tx:
        assert (await store.report(tx, report)).kept_reason == "Det er navnet på en butik."
    with pytest.raises(UserError) as hidden:
        await tell(towns, "teacher", "Asta har det svært.", how="Asta")
    assert hidden.value.field == ("input", "keepReason")
    # Whom the writer does not work with is a word to them: nobody is told whom others work with.
    assert await tell(towns, "psychologist", how="Asta lukker kl. 17.")


async def test_everything_the_form_asks_for_is_there(towns: World) -> None:
    with pytest.raises(UserError) as empty:
        await tell(towns, "teacher", which=" ")
    assert empty.value.field == ("input", "values", "which")
    async with towns.api.write(towns.north.who("teacher"), "test.tell") as tx:
        with pytest.raises(UserError) as unknown:
            await report_upward(tx, ReportUpward("gossip", RULE))
    assert unknown.value.field == ("input", "report")


async def test_it_is_read_by_its_writer_and_by_those_who_must_hear_it(towns: World) -> None:
    report = await tell(towns, "teacher")
    for name in ("teacher", "leader", "daycare_leader", "administrator"):
        async with towns.api.read(towns.north.who(name), "test.read") as tx:
            assert (await store.report(tx, report)).id == report
            assert report in {row.id for row in await store.reports(tx, 100)}
    for name in ("psychologist", "adviser", "dpo"):
        async with towns.api.read(towns.north.who(name), "test.read") as tx:
            assert report not in {row.id for row in await store.reports(tx, 100)}
            with pytest.raises(UserError) as error:
                await store.report(tx, report)
            assert error.value.code is ErrorCode.NOT_FOUND
    async with towns.api.read(towns.south.who("leader"), "test.read") as tx:
        assert await store.reports(tx, 100) == []
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with towns.api.read(towns.north.who("mother"), "test.read") as tx:
            await store.reports(tx, 100)


async def test_it_is_answered_once_by_those_who_must_hear_it(towns: World) -> None:
    report = await tell(towns, "leader")
    async with towns.api.write(towns.north.who("administrator"), "test.answer") as tx:
        for answer, expected, key in (
            (" ", 1, "report.answer_missing"),
            ("Tak", 7, "error.conflict"),
            ("Se 010115-4321", 1, "meeting.names_number"),
        ):
            with pytest.raises(UserError) as error:
                await answer_report(tx, report, answer, expected)
            assert error.value.message_key == key
        row = await answer_report(tx, report, "Vi tager det med.", 1)
    assert (row.status, row.answered_by) == ("answered", towns.north.id("administrator"))
    async with towns.api.write(towns.north.who("daycare_leader"), "test.again") as tx:
        with pytest.raises(UserError) as twice:
            await answer_report(tx, report, "Nej.", row.version)
    assert twice.value.message_key == "report.answered_already"
    async with towns.api.read(towns.north.who("leader"), "test.read") as tx:
        assert (await store.report(tx, report)).answer == "Vi tager det med."


async def test_who_told_it_cannot_answer_it_as_a_professional(towns: World) -> None:
    report = await tell(towns, "teacher")
    async with towns.api.write(towns.north.who("teacher"), "test.answer") as tx:
        with pytest.raises(UserError) as error:
            await answer_report(tx, report, "Ja.", 1)
    assert error.value.code is ErrorCode.FORBIDDEN


async def test_the_database_holds_it_too(towns: World) -> None:
    """Nobody tells in another's name, and what was told is not written again."""
    report = await tell(towns, "teacher")
    for statement in (
        "update upward_report set content = '{}' where id = $1",
        "update upward_report set written_by = rundbord.current_person() where id = $1",
        "delete from upward_report where id = $1",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with towns.api.write(towns.north.who("leader"), "test.tamper") as tx:
                await tx._connection.execute(statement, report)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with towns.api.write(towns.north.who("leader"), "test.forge") as tx:
            await tx._connection.execute(
                """insert into upward_report
                       (tenant_id, id, report, model_version_id, written_by, written_at, addressed, content)
                   select tenant_id, gen_random_uuid(), report, model_version_id, written_by, written_at, addressed, content
                   from upward_report where id = $1""",
                report,
            )


async def test_telling_shows_nobody_as_looked_at(towns: World) -> None:
    """The names are compared, not shown: the access event of a report holds no child."""
    await tell(towns, "teacher")
    async with towns.behind_the_walls() as connection:
        subjects = await connection.fetchval(
            """select subjects from access_event where operation = 'test.tell' order by occurred_at desc limit 1"""
        )
    assert subjects == []


async def test_SL_32_those_it_is_addressed_to_are_told_and_nobody_else(towns: World) -> None:
    """The administrators and who leads where the writer works, in their own inbox and by neutral mail; no case behind it."""
    town = towns.north
    report = await tell(towns, "teacher")
    async with towns.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select recipient_id, channel from message where occurrence_key = $1", f"report-received:{report}"
        )
        await connection.execute(
            """update message set state = 'sent', settled_at = planned_at
               where occurrence_key = $1 and channel = 'inbox'""",
            f"report-received:{report}",
        )
    people = {town.id("administrator"), town.id("leader")}
    assert {(row["recipient_id"], row["channel"]) for row in rows} == {
        (person, channel) for person in people for channel in ("mail", "inbox")
    }
    for name in ("administrator", "leader", "teacher"):
        async with towns.api.read(town.who(name), "test.inbox") as tx:
            kinds = [one.kind for one in await list_inbox(tx, 10)]
        assert ("report_received" in kinds) is (name != "teacher"), name
