"""Fix the times of a type of meeting ahead, and give one up. A place settles dates, places and persons (SL-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from services.core.calendar.instants import COPENHAGEN, local_day, local_instant
from services.core.casework.roles import roles_in
from services.core.casework.rules import may_vary
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import Capacity, PersonId, UnitId
from services.core.meeting.holding import may_cancel, yearly
from services.core.meeting.nobody import require_nobody_named
from services.core.person import colleagues
from services.core.series import rules, store
from services.core.series.events import SeriesFixed, SlotCancelled
from services.core.series.store import SeriesRow, SlotRow
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import refusal, require
from services.core.tenancy.service import current_model
from services.core.tenancy.supports import Local
from services.core.unit.store import units

MOST_AT_ONCE = 60
_FAMILY = frozenset({RoleKind.CHILD, RoleKind.CUSTODY_HOLDER, RoleKind.NETWORK})


@dataclass(frozen=True, slots=True)
class Member:
    """A professional who comes each time, in a role of the model."""

    role: str
    person: UUID


@dataclass(frozen=True, slots=True)
class FixSeries:
    """The times of one type at one unit. ``starts_at`` are aware; ``minutes`` None: the model's own length."""

    unit: UUID
    type: str
    starts_at: tuple[datetime, ...]
    place: str
    minutes: int | None = None
    district: str = ""
    members: tuple[Member, ...] = ()
    keep: str = ""


async def fix_series(tx: WriteTx, command: FixSeries) -> list[SlotRow]:
    """Fix times ahead; those that stand already stay. Answers the series' times to come.

    Only the unit's leader does. INVALID_INPUT or RULE_BLOCKED with what the model says against it: a day off, too many
    or too few a year, too long between two.
    """
    leader = await _leader_of(tx, command.unit)
    model = (await current_model(tx)).model
    meeting = next((one for one in model.meetings if one.key == command.type), None)
    if meeting is None:
        raise invalid("meeting.unknown_type", "input", "type")
    if command.district and command.district not in {one.key for one in model.districts}:
        raise invalid("series.unknown_district", "input", "district")
    await _judge_local(tx, model, meeting, command)
    key, unit = rules.series_key(meeting), UnitId(command.unit)
    standing = await tx.one(store.SERIES_OF_UNIT, unit_id=unit, type=key)
    await _judge_days(tx, model, meeting, command, standing)
    series = standing or await _begin(tx, key, unit, command.district, leader)
    for member in command.members:
        await tx.run(store.INSERT_MEMBER, series_id=series.id, person_id=member.person, role=member.role)
    minutes = command.minutes if command.minutes is not None else meeting.minutes
    made = []
    for starts_at in sorted(set(command.starts_at)):
        slot = new_id()
        if await tx.run(
            store.INSERT_SLOT,
            id=slot,
            series_id=series.id,
            unit_id=unit,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=minutes),
            place=command.place.strip(),
        ):
            made.append(slot)
    tx.emit(SeriesFixed(series.id, tuple(made)))
    return [row for row in await store.slots_ahead(tx, kind=key) if row.series_id == series.id]


async def cancel_slot(
    tx: WriteTx, slot: UUID, reason: str, expected_version: int, *, keep: str = ""
) -> SlotRow:
    """Give up a fixed time, with the reason. Refused where the model says so: while requests wait, or too late.

    Named meetings at that time are cancelled or moved each by itself, since their families are told.
    """
    row = await store.slot(tx, slot)
    await _leader_of(tx, row.unit_id)
    if row.status != "open":
        raise UserError(ErrorCode.RULE_BLOCKED, "series.cancelled_already")
    if row.version != expected_version:
        raise conflict()
    model = (await current_model(tx)).model
    meeting = rules.types_of(model, row.type)[0]
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    await require_nobody_named(tx, [(("input", "reason"), reason)], keep=keep, rule=meeting.rule)
    waiting = await store.requests(tx, model, row)
    decision = may_cancel(
        model,
        meeting.key,
        row.starts_at,
        tx.now,
        requests=waiting.items + waiting.named,
        role=_role(meeting, await roles_in(tx, model)),
    )
    # Where it is only late, the reason that was given is what the model asks for.
    if not decision.allowed and "reason" not in decision.needs:
        raise refusal(decision.reasons, decision.needs)
    if waiting.named:
        raise UserError(ErrorCode.RULE_BLOCKED, "series.named_meetings", rule_id=meeting.rule or None)
    await tx.run_versioned(
        store.CANCEL_SLOT, id=row.id, reason=reason.strip(), expected_version=expected_version
    )
    tx.emit(SlotCancelled(row.id, reason.strip()))
    return await store.slot(tx, row.id)


async def proposed(tx: ReadTx, unit: UUID, meeting: MeetingType) -> list[datetime]:
    """Times that the model's rhythm proposes, for a leader to change: they go on from the last that stands, at its hour.

    Where none stands they begin two weeks from now, at ten.
    """
    model = (await current_model(tx)).model
    known = (await units(tx)).get(UnitId(unit))
    last = await last_slot(tx, unit, meeting)
    soonest, clock = local_day(tx.now) + timedelta(days=14), time(10)
    first = soonest
    if last is not None:
        met = last.starts_at.astimezone(COPENHAGEN)
        first, clock = max(soonest, rules.day_after(meeting, met.date())), met.time()
    days = rules.proposed_days(model, meeting, known.kind if known else "", first)
    return [local_instant(day, clock) for day in days]


async def last_slot(tx: ReadTx, unit: UUID, meeting: MeetingType) -> store.LastSlotRow | None:
    """The last time of the type that stands at a unit: where the next will probably be held, too."""
    series = await tx.one(store.SERIES_OF_UNIT, unit_id=UnitId(unit), type=rules.series_key(meeting))
    if series is None:
        return None
    return await tx.one(store.LAST_SLOT, series_id=series.id)


async def _judge_local(tx: WriteTx, model: Model, meeting: MeetingType, command: FixSeries) -> None:
    asked = [Local.DATES, Local.PLACES, *([Local.PERSONS] if command.members else [])]
    for what in asked:
        require(may_vary(model, what, tx.now, meeting.key))
    if not command.place.strip():
        raise invalid("meeting.place_missing", "input", "place")
    await require_nobody_named(
        tx, [(("input", "place"), command.place)], keep=command.keep, rule=meeting.rule
    )
    roles = {role.key: role for role in model.roles}
    known = await colleagues.staff(tx, [PersonId(one.person) for one in command.members])
    for index, one in enumerate(command.members):
        role = roles.get(one.role)
        if role is None or role.kind in _FAMILY or PersonId(one.person) not in known:
            raise invalid("series.unknown_member", "input", "members", str(index))


async def _judge_days(
    tx: ReadTx, model: Model, meeting: MeetingType, command: FixSeries, series: SeriesRow | None
) -> None:
    if not command.starts_at or len(command.starts_at) > MOST_AT_ONCE:
        raise invalid("series.how_many", "input", "startsAt", most=MOST_AT_ONCE)
    if min(command.starts_at) <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    known = (await units(tx))[UnitId(command.unit)]
    before = await tx.many(store.DAYS, series_id=series.id) if series else []
    standing = [local_day(one.starts_at) for one in before]
    new = sorted({local_day(one) for one in command.starts_at} - set(standing))
    needs, rule = rules.fix_needs(model, meeting.key, known.kind, standing, new, tx.now)
    if not needs:
        return
    number = yearly(meeting, known.kind)
    off = ", ".join(day.isoformat() for day in rules.days_off(model, new))
    raise UserError(
        ErrorCode.RULE_BLOCKED,
        f"series.{needs[0]}",
        params={
            "days": off,
            "least": number.at_least if number else 0,
            "most": number.at_most if number else 0,
        },
        field=("input", "startsAt"),
        rule_id=rule or meeting.rule or None,
    )


async def _begin(tx: WriteTx, key: str, unit: UnitId, district: str, leader: PersonId) -> SeriesRow:
    series = new_id()
    await tx.run(store.INSERT_SERIES, id=series, type=key, unit_id=unit, district=district, leader_id=leader)
    return SeriesRow(series, key, unit, district, leader)


async def _leader_of(tx: ReadTx, unit: UUID) -> PersonId:
    if unit not in await store.own_units(tx):
        raise not_found()
    if tx.actor.capacity is not Capacity.LEADER or not await store.works_at(tx, unit):
        raise UserError(ErrorCode.FORBIDDEN, "series.leader_only")
    return tx.actor.known_person


def _role(meeting: MeetingType, mine: Sequence[str] | frozenset[str]) -> str:
    """The one of the actor's roles that may cancel, else any of them."""
    named = meeting.cancellation.by if meeting.cancellation else ()
    return next((role for role in named if role in mine), next(iter(sorted(mine)), ""))
