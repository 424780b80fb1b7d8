"""Judge a period's figures in words, enter those that are not counted, release them (ALL-09, SL-19, SL-30).

A draft can be edited by those the model lets answer for it; released, nothing of it changes any more: the database
refuses, whoever asks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import DossierId
from services.core.indicator import store
from services.core.indicator.counting import indicators_of
from services.core.indicator.store import PeriodRow
from services.core.meeting.nobody import require_nobody_named
from services.core.tenancy.frame import Indicator
from services.core.tenancy.indicators import entered, grounds_counted, may_release, measures_of, ticked
from services.core.tenancy.measures import FIELD
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require
from services.core.tenancy.service import model_version

SOURCE_LIMIT = 200
"""Characters of a source."""


@dataclass(frozen=True, slots=True)
class RecordFigure:
    """A figure from elsewhere. ``value`` is a count, a percentage or a score; ``respondents``: of how many people."""

    period: UUID
    indicator: str
    value: float
    source: str
    respondents: int = 0


@dataclass(frozen=True, slots=True)
class DraftJudgement:
    """The overall judgement in words. ``keep_reason``: why a word that is a child's name may stand."""

    period: UUID
    judgement: str
    expected_version: int
    keep_reason: str = ""


async def record_figure(tx: WriteTx, command: RecordFigure) -> PeriodRow:
    """Enter a figure; entered again, the newer one stands. One that would tell of few people is kept as too small only.

    NOT_FOUND, FORBIDDEN for who does not answer for it, INVALID_INPUT, RULE_BLOCKED once released, CONFLICT where it
    is released in the same moment.
    """
    row, model = await _draft(tx, command.period)
    one = next((one for one in indicators_of(model, row) if one.key == command.indicator), None)
    if one is None:
        raise invalid("indicator.unknown", "input", "indicator")
    _require_keeper(tx, (one,))
    measure = next((measure for measure in measures_of(one) if measure.entered), None)
    if measure is None:
        raise invalid("indicator.counted", "input", "indicator")
    source = command.source.strip()
    if not source:
        raise invalid("indicator.source_missing", "input", "source")
    if len(source) > SOURCE_LIMIT:
        raise invalid("indicator.text_too_long", "input", "source", limit=SOURCE_LIMIT)
    await require_nobody_named(tx, [(("input", "source"), source)], rule=one.rule)
    try:
        found = entered(measure, command.value, command.respondents, one.smallest_group)
    except ValueError:
        raise invalid("indicator.not_a_figure", "input", "value") from None
    if await tx.one(store.HOLD_DRAFT, id=row.id) is None:  # released since it was read
        raise conflict()
    await tx.run(store.DROP_ENTERED, period=row.id, indicator=one.key, measure=measure.key)
    await store.keep_figures(
        tx, row, one.key, measure.key, found, source=source, entered_by=tx.actor.known_person
    )
    return row


async def draft_judgement(tx: WriteTx, command: DraftJudgement) -> PeriodRow:
    """Write the overall judgement of a period; it can be written again until the figures are released."""
    row, model = await _draft(tx, command.period)
    _require_keeper(tx, indicators_of(model, row))
    if row.version != command.expected_version:
        raise conflict()
    text = command.judgement.strip()
    if not text:
        raise invalid("indicator.judgement_missing", "input", "judgement")
    await require_nobody_named(tx, [(("input", "judgement"), text)], keep=command.keep_reason, rule="ALL-09")
    await tx.run_versioned(
        store.JUDGE,
        id=row.id,
        judgement=text,
        kept_reason=command.keep_reason.strip(),
        person=tx.actor.known_person,
        expected_version=command.expected_version,
    )
    return await store.period(tx, row.id)


async def release_indicators(tx: WriteTx, period_id: UUID, expected_version: int) -> PeriodRow:
    """Release a period: its figures and the judgement leave together and stay as they are.

    RULE_BLOCKED while the period runs, without a judgement (ALL-09), or when it was released.
    """
    row, model = await _draft(tx, period_id)
    followed = indicators_of(model, row)
    _require_keeper(tx, followed)
    if row.version != expected_version:
        raise conflict()
    for one in followed:
        require(may_release(model, one.key, row.began_on, local_day(tx.now), row.judgement))
    await tx.run_versioned(
        store.RELEASE, id=row.id, person=tx.actor.known_person, expected_version=expected_version
    )
    return await store.period(tx, row.id)


async def note_answers(
    tx: WriteTx,
    dossier: DossierId,
    meeting: UUID,
    form: str,
    values: Mapping[str, str],
    model: Model,
    grounds: Iterable[str] = (),
) -> None:
    """A meeting was concluded: remember which of its grounds, and which boxes of its form, are counted (SL-07, SL-20).

    Both are sealed and cannot be counted; this says of the meeting that it was so, and nothing more.
    """
    for key in (*ticked(model, FIELD, form, values), *grounds_counted(model, grounds)):
        await tx.run(store.NOTE, dossier_id=dossier, meeting_id=meeting, measure=key)


async def model_of(tx: ReadTx, row: PeriodRow) -> Model:
    """The model that a period was counted under: what was released keeps its words."""
    return (await model_version(tx, row.model_version_id)).model


def answers_for(tx: ReadTx, followed: tuple[Indicator, ...]) -> bool:
    """Whether the actor's capacity judges and releases all of these."""
    return bool(followed) and all(tx.actor.capacity.value in one.keepers for one in followed)


async def _draft(tx: WriteTx, period_id: UUID) -> tuple[PeriodRow, Model]:
    row = await store.period(tx, period_id)
    if row.released_at is not None:
        raise UserError(ErrorCode.RULE_BLOCKED, "indicator.released", rule_id="ALL-09")
    return row, await model_of(tx, row)


def _require_keeper(tx: ReadTx, followed: tuple[Indicator, ...]) -> None:
    if not answers_for(tx, followed):
        raise UserError(ErrorCode.FORBIDDEN, "indicator.not_keeper")
