"""Answers on paper and by word of mouth, reminders that never become a yes, who was only told, and what is never asked."""

from datetime import timedelta

import asyncpg
import pytest

from services.core.casework.service import load_case, load_case_of
from services.core.consent import documents, rules, store
from services.core.consent.recording import Inform, inform
from services.core.consent.rules import AnswerState
from services.core.consent.service import ask_consent, standing_of
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store as meetings
from tests.builders.world import Town, World
from tests.consent.acting import PAPER, called, gives, latest, recorded, sees, sweep, told


async def refusal(world: World, town: Town, giver: str, channel: str, **more: object) -> UserError:
    with pytest.raises(UserError) as refused:
        await recorded(world, town, giver, channel, **more)  # type: ignore[arg-type]
    return refused.value


async def test_an_answer_on_paper_or_in_a_meeting_counts_as_one_with_who_wrote_it_down(living: World) -> None:
    town = living.north
    meeting = await called(living, town)
    on_paper = await recorded(living, town, "mother", "paper", ago=timedelta(days=2))
    assert (on_paper.state, on_paper.channel, on_paper.recorded_by) == ("given", "paper", town.id("leader"))
    assert on_paper.answered_at is not None
    assert on_paper.recorded_at is not None
    assert on_paper.recorded_at - on_paper.answered_at == timedelta(days=2)
    assert not await sees(living, town, "psychologist", meeting), "the other parent has not answered"
    by_mouth = await recorded(living, town, "father", "oral")
    assert await sees(living, town, "psychologist", meeting)
    # The giver learns what was written in their name, sees it with the paper, and takes it back themselves.
    assert await told(living, "consent_answered", town.id("mother"))
    async with living.api.read(town.who("mother"), "test.paper") as tx:
        row, content = await documents.document(tx, on_paper.id)
        assert (row.media_type, content) == ("application/pdf", PAPER)
        with pytest.raises(UserError):
            await store.consent(tx, by_mouth.id)
    for stranger in ("father", "psychologist", "other_mother"):
        async with living.api.read(town.who(stranger), "test.paper") as tx:
            with pytest.raises(UserError) as hidden:
                await documents.document(tx, on_paper.id)
            assert hidden.value.code is ErrorCode.NOT_FOUND
    async with living.behind_the_walls() as connection:
        kept = await connection.fetchval("select sealed from consent_document where id = $1", on_paper.id)
        assert PAPER not in kept
    taken = await recorded(living, town, "father", "oral", AnswerState.WITHDRAWN)
    assert (taken.state, taken.channel, taken.withdrawn_by) == ("withdrawn", "oral", town.id("leader"))
    assert not await sees(living, town, "psychologist", meeting)


async def test_trap_3_what_the_law_wants_in_writing_is_not_said_yes_to_by_word_of_mouth(
    living: World,
) -> None:
    """Trap 3: each basis has its own form and its own end (Sundhedsloven § 44)."""
    town = living.south
    await called(living, town, "neighbour", ("health_visitor", "health_visitor"))
    one = {"child": "neighbour", "purpose": "exchange_health"}
    refused = await refusal(living, town, "other_mother", "oral", **one)
    assert (refused.code, refused.message_key) == (ErrorCode.RULE_BLOCKED, "consent.must_be_written")
    assert "44" in (refused.legal_basis or "")
    lapsed = await refusal(living, town, "other_mother", "paper", ago=timedelta(days=366), **one)
    assert lapsed.message_key == "consent.lapsed_before"
    written = await recorded(living, town, "other_mother", "paper", ago=timedelta(days=300), **one)  # type: ignore[arg-type]
    assert written.expires_at is not None
    assert written.answered_at is not None
    # It lapses a year after it was signed, not after it was written down.
    assert timedelta(days=364) < written.expires_at - written.answered_at < timedelta(days=367)
    # The database refuses it too, whoever asks.
    async with living.behind_the_walls() as connection:
        with pytest.raises(asyncpg.CheckViolationError, match="consent_in_writing"):
            await connection.execute(
                "alter table consent disable trigger judge_consent;"
                f"update consent set channel = 'oral' where id = '{written.id}'"
            )
        await connection.execute("alter table consent enable trigger judge_consent")


async def test_a_professional_answers_for_nobody_in_the_giver_s_own_way(living: World) -> None:
    town = living.north
    await called(living, town, "sibling")
    asked = await latest(living, town, "mother")
    for change in (
        "state = 'given', channel = 'portal', answered_at = now()",
        "state = 'given', channel = 'oral', answered_at = now()",
        "state = 'declined', channel = 'oral', answered_at = now(), recorded_at = now(), recorded_by = giver_id",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            async with living.api.write(town.who("leader"), "test.forge") as tx:
                await tx._connection.execute(f"update consent set {change} where id = '{asked.id}'")
    assert (await latest(living, town, "mother")).state == "asked"


async def test_what_does_not_fit_is_told_at_its_field(living: World) -> None:
    town = living.south
    await called(living, town)
    for giver, channel, more, key in (
        ("mother", "paper", {"document": b"<html>"}, "consent.document_unknown"),
        ("mother", "paper", {"document": b"%PDF-" + b"0" * documents.LARGEST}, "consent.document_too_large"),
        ("mother", "oral", {"document": PAPER}, "consent.no_document"),
        ("other_mother", "oral", {}, "consent.not_a_giver"),
        ("child", "oral", {}, "consent.not_a_giver"),
        ("mother", "oral", {"ago": timedelta(days=-1)}, "consent.in_the_future"),
        ("mother", "oral", {"answer": AnswerState.WITHDRAWN}, "consent.nothing_to_withdraw"),
    ):
        assert (await refusal(living, town, giver, channel, **more)).message_key == key
    by_guest = await refusal(living, town, "mother", "oral", by="psychologist")
    assert by_guest.code in (ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN)


async def test_one_yes_and_one_no_is_a_conflict_that_neither_parent_is_told_of(living: World) -> None:
    town = living.south
    await gives(living, town, "mother")
    await recorded(living, town, "father", "oral", AnswerState.DECLINED)
    async with living.api.read(town.who("leader"), "test.conflict") as tx:
        found = await standing_of(tx, await load_case(tx, town.id("child")), "exchange")
        assert (found.state, found.allowed) == (rules.StandingState.CONFLICT, False)
    for parent, other in (("mother", "father"), ("father", "mother")):
        async with living.api.read(town.who(parent), "test.mine") as tx:
            case = await load_case(tx, town.id("child"))
            assert case.casework is not None
            seen = {row.giver_id for row in await store.consents_of(tx, case.casework.dossier_id)}
            assert seen == {town.id(parent)}, other


async def test_silence_is_reminded_of_and_told_to_those_who_lead_and_is_never_a_yes(living: World) -> None:
    town = living.north
    meeting = await called(living, town, "neighbour")
    asked = await latest(living, town, "other_mother")
    await sweep(living, town)
    assert not await told(living, "consent_reminder", town.id("other_mother"))
    await living.advance(int(timedelta(days=4).total_seconds()))
    await sweep(living, town)
    assert [key for key, _, _ in await told(living, "consent_reminder", town.id("other_mother"))] == [
        f"consent-reminder:{asked.id}"
    ]
    await living.advance(int(timedelta(days=6).total_seconds()))
    await sweep(living, town)
    await sweep(living, town)
    assert len(await told(living, "consent_reminder", town.id("other_mother"))) == 1
    assert [key for key, _, _ in await told(living, "consent_unanswered", town.id("leader"))].count(
        f"consent-unanswered:{asked.id}"
    ) == 1
    assert (await latest(living, town, "other_mother")).state == "asked"
    assert not await sees(living, town, "psychologist", meeting)


async def test_that_somebody_was_only_told_is_on_record_and_is_no_consent(living: World) -> None:
    town = living.north
    async with living.api.write(town.who("leader"), "test.inform") as tx:
        meeting = (await _open_meeting(tx, town)).id
        told_ = Inform(
            town.id("neighbour"),
            town.id("other_mother"),
            "At PPR er med på mødet",
            "telephone",
            tx.now - timedelta(hours=1),
            meeting,
        )
        row = await inform(tx, told_)
        assert (await store.informing_details(tx, row)).what == "At PPR er med på mødet"
        for wrong, key in (
            (told_.__class__(told_.child, town.id("father"), "x", "letter", tx.now), "consent.not_of_family"),
            (told_.__class__(told_.child, told_.person, " ", "letter", tx.now), "consent.what_missing"),
        ):
            with pytest.raises(UserError) as refused:
                await inform(tx, wrong)
            assert refused.value.message_key == key
    async with living.api.read(town.who("other_mother"), "test.told") as tx:
        (mine,) = await store.informings(tx, row.dossier_id)
        assert mine.id == row.id
    async with living.api.read(town.who("leader"), "test.stands") as tx:
        case = await load_case_of(tx, row.dossier_id)
        assert not (await standing_of(tx, case, "exchange")).allowed


async def test_trap_8_nobody_is_asked_for_what_a_meeting_does_not_rest_on(living: World) -> None:
    """Trap 8: nothing is asked for that the law does not need (of a shield: tests/shields)."""
    town = living.north
    async with living.api.write(town.who("leader"), "test.ask") as tx:
        ahead = await _open_meeting(tx, town)
        with pytest.raises(UserError) as needless:
            await ask_consent(tx, town.id("neighbour"), "measure", ahead.id)
        assert needless.value.message_key == "consent.not_needed_here"


async def _open_meeting(tx: ReadTx, town: Town) -> meetings.MeetingRow:
    case = await load_case(tx, town.id("neighbour"))
    assert case.casework is not None
    rows = await meetings.meetings_of(tx, case.casework.dossier_id)
    return rows[-1]
