"""Fixed meetings of one synthetic school, a wish for time at the next one, and a discussion without names."""

from typing import Final
from uuid import UUID

from services.core.casework.roles import roles_in
from services.core.consultation import store as consultations
from services.core.consultation.asking import AskForTime, add_consultation_item
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation, plan_for
from services.core.consultation.circle import candidates
from services.core.consultation.rules import callable_types
from services.core.db.database import Database
from services.core.db.tx import WriteTx
from services.core.identity import RequestIdentity, UnitId
from services.core.meeting.invitees import Choice
from services.core.meeting.plan import MeetingPlan
from services.core.series import store as series
from services.core.series.rules import FIXED, series_key
from services.core.series.service import FixSeries, Member, fix_series, proposed
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.service import Added, current_model
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_FROM_ELSEWHERE: Final = "Vibeke Vejlederprøve"
_PLACE: Final = "Mødelokalet ved kontoret"
_WISH: Final = (
    "Overgangen fra frikvarter til time i indskolingen. Hvordan får vi ro på, så flere kommer godt i gang?"
)
_TOPIC: Final = "En gruppe på mellemtrinnet kommer tit for sent efter weekenden. Hvad kan vi gøre anderledes?"


class Unnamed:
    """What one tenant's school talks about without naming anybody, where its model has such meetings."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._unit = UnitId(person_id(tenant.slug, "enhed-skole"))
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Fix, ask and call what is not there yet."""
        async with self._stories.acting("leder", "leader") as leader:
            slot = await self._fix(leader)
        if slot is None:
            return
        async with self._stories.acting("laerer", "professional") as teacher:
            async with self._api.write(teacher, "seed.askForTime") as tx:
                await add_consultation_item(tx, AskForTime(_WISH, slot=slot))
            async with self._api.write(teacher, "seed.callConsultation") as tx:
                await self._call(tx)

    async def _fix(self, leader: RequestIdentity) -> UUID | None:
        """The first time at which time can be asked for; None where all is there already, or nothing can be."""
        async with self._api.write(leader, "seed.fixSeries") as tx:
            if await series.slots_ahead(tx, self._unit):
                return None
            model = (await current_model(tx)).model
            types = _worth_fixing(model)
            for meeting in types:
                times = tuple(await proposed(tx, self._unit, meeting))
                await fix_series(
                    tx,
                    FixSeries(
                        self._unit, meeting.key, times, _PLACE, members=await self._members(tx, meeting)
                    ),
                )
        if not types:
            return None
        async with self._api.read(leader, "seed.slots") as tx:
            standing = await consultations.at_slots(
                tx, [one.id for one in await series.slots_ahead(tx, self._unit)]
            )
            return next(iter(standing), None)

    async def _call(self, tx: WriteTx) -> None:
        model = (await current_model(tx)).model
        meeting = callable_types(model)[-1]
        (at, *_) = await proposed(tx, self._unit, meeting)
        plan = await plan_for(tx, model, self._unit, meeting.key, at)
        found = await self._first_of_each(tx, model, plan)
        mine, there = await roles_in(tx, model), {one.role for one in found}
        # Whoever calls takes the first seat that is theirs; whom the cast lacks comes by name.
        seat = next((one.role for one in plan.participants if one.role in mine - there), "")
        lacking = [one.role for one in plan.participants if one.invited and one.role not in there | {seat}]
        choices = (
            *(Choice(one.role, person=one.person) for one in found),
            *(Choice(role, name=_FROM_ELSEWHERE) for role in lacking),
        )
        await call_consultation(
            tx,
            CallConsultation(self._unit, meeting.key, at, _PLACE, items=(NewItem(_TOPIC),), choices=choices),
        )

    async def _members(self, tx: WriteTx, meeting: MeetingType) -> tuple[Member, ...]:
        model = (await current_model(tx)).model
        if meeting not in callable_types(model):
            return ()
        return await self._first_of_each(
            tx, model, await plan_for(tx, model, self._unit, meeting.key, tx.now)
        )

    async def _first_of_each(self, tx: WriteTx, model: Model, plan: MeetingPlan) -> tuple[Member, ...]:
        """Somebody for each role that is expected, as far as there is anybody."""
        found = {}
        for planned in plan.participants:
            able = await candidates(tx, model, self._unit, planned) if planned.invited else ()
            others = [person for person in able if person != tx.actor.person]
            if others:
                found[others[0]] = Member(planned.role, others[0])
        return tuple(found.values())


def _worth_fixing(model: Model) -> tuple[MeetingType, ...]:
    """One type without names, and one whose rhythm asks for fixed times, each of a series of its own."""
    unnamed = callable_types(model)[-1:]
    known = {series_key(one) for one in unnamed}
    fixed = next(
        (one for one in model.meetings if one.rhythm.kind in FIXED and series_key(one) not in known), None
    )
    return (*unnamed, *((fixed,) if fixed else ()))
