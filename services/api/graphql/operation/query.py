"""``operation``: what waits, what died and when each sweep last ran, in the viewer's municipality."""

from datetime import datetime

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, DPO, field, object_type, query
from services.api.graphql.undelivered.types import channel_name
from services.core.errors import say
from services.core.operation import service
from services.core.operation.rules import OLDEST, Sending, Sweep


@object_type(description="One way out: what waits, is under way, died and went.")
class ChannelOperation:
    """A channel."""

    channel: str = field(description="`mail`, `sms`, `digital_post` or `inbox`.", personal=False)
    name: str = field(description="In words.", personal=False)
    due: int = field(description="How many should have gone by now and have not.", personal=False)
    oldest_seconds: int | None = field(
        description="For how long the oldest of them has been due; null: none is.", personal=False
    )
    late: bool = field(description="Whether that is too long.", personal=False)
    in_flight: int = field(description="How many are being delivered at this moment.", personal=False)
    dead: int = field(description="How many did not arrive and wait for somebody.", personal=False)
    sent_last_hour: int = field(
        description="How many went in the last hour; the inbox is not counted.", personal=False
    )


@object_type(description="A sweep: what the worker looks for by itself, again and again.")
class SweepOperation:
    """A sweep."""

    kind: str = field(description="Which, as a code.", personal=False)
    name: str = field(description="What it looks for, in words.", personal=False)
    every_seconds: int = field(description="How often it should run.", personal=False)
    ended_at: datetime | None = field(
        description="When its last run ended; null: it has not run.", personal=False
    )
    age_seconds: int | None = field(description="How long ago that was.", personal=False)
    outcome: str | None = field(description="How it ended: `done` or `failed`.", personal=False)
    handled: int = field(description="How much it found to do.", personal=False)
    failed: int = field(description="How much of that it set aside.", personal=False)
    late: bool = field(
        description="Whether it has not done well for three of its intervals (never less than three minutes).",
        personal=False,
    )


@object_type(description="How it goes in this municipality: numbers and times alone.")
class Operation:
    """The figures that `./rundbord status` shows."""

    at: datetime = field(description="When it was asked.", personal=False)
    late_after_seconds: int = field(
        description="A message that has been due for longer is late.", personal=False
    )
    channels: list[ChannelOperation] = field(description="Each way out.", personal=False)
    sweeps: list[SweepOperation] = field(description="Each sweep.", personal=False)
    findings: list[str] = field(
        description="What somebody should look at, as codes: `messages_late`, `dead_letters`, `sweep_late`, `sweep_failed`.",
        personal=False,
    )


@query(
    description="How it goes in this municipality: what waits, what died, when each sweep last ran.",
    personal=False,
    who=ADMINISTRATORS | DPO,
)
async def operation(info: Info) -> Operation:
    """The same figures as the operators' metrics."""
    found = await service.operation(info.context.tx)
    language = info.context.language
    return Operation(
        at=info.context.now,
        late_after_seconds=int(OLDEST.total_seconds()),
        channels=[_channel(one, language) for one in found.sending],
        sweeps=[_sweep(one, language) for one in found.sweeps],
        findings=[one.value for one in found.findings],
    )


def _channel(one: Sending, language: str) -> ChannelOperation:
    return ChannelOperation(
        channel=one.channel,
        name=channel_name(one.channel, language),
        due=one.due,
        oldest_seconds=None if one.oldest is None else int(one.oldest.total_seconds()),
        late=one.late,
        in_flight=one.in_flight,
        dead=one.dead,
        sent_last_hour=one.sent_last_hour,
    )


def _sweep(one: Sweep, language: str) -> SweepOperation:
    return SweepOperation(
        kind=one.kind.value,
        name=say(f"operation.sweep_{one.kind.value}", language),
        every_seconds=int(one.every.total_seconds()),
        ended_at=one.ended_at,
        age_seconds=None if one.age is None else int(one.age.total_seconds()),
        outcome=one.outcome,
        handled=one.handled,
        failed=one.failed,
        late=one.late,
    )
