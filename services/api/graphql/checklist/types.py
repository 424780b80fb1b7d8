"""``Checklist`` and its items."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.model.loading import case_of_child
from services.api.graphql.model.reason import Reason, reason
from services.api.graphql.people.types import Staff, one_staff
from services.core.calendar.instants import local_day
from services.core.casework.rules import checklist_open, has_happened
from services.core.checklist.service import ticks_of
from services.core.checklist.store import TickRow
from services.core.identity import PersonId
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Why


@object_type(description="One step of a checklist.")
class ChecklistItem:
    """A step."""

    tick: strawberry.Private[TickRow | None]
    key: str = field(description="Its key.", personal=False)
    text: str = field(description="In words.", personal=False)
    done: bool = field(description="Whether it is done.", personal=True)
    next: bool = field(description="Whether its turn has come.", personal=True)
    done_at: datetime | None = field(description="When it was done.", personal=True)

    @computed(description="Who did it.", personal=True)
    async def done_by(self, info: Info) -> Staff | None:
        """A professional."""
        return await one_staff(info, self.tick.ticked_by if self.tick else None)


@object_type(description="What is gone through, in this order, after an event.")
class Checklist:
    """A checklist of the model."""

    key: str = field(description="Its key.", personal=False)
    name: str = field(description="In words.", personal=False)
    why: Reason = field(description="The rule behind it.", personal=False)
    items: list[ChecklistItem] = field(description="Its steps in their order.", personal=True)


async def checklists_of_child(info: Info, child: PersonId) -> list[Checklist]:
    """Those whose event has happened in the case."""
    case = await case_of_child(info, child)
    model, language = case.model, info.context.language
    ticks = await ticks_of(info.context.tx, case)
    why = Why(model, local_day(info.context.now))
    found = []
    for one in model.checklists:
        if not holds(one.when, case.facts) or not has_happened(case.facts, one.event):
            continue
        together = {other.key for other in model.checklists if other.event == one.event}
        done = {tick.item_key: tick for tick in ticks if tick.checklist_key in together}
        left = checklist_open(model, one.event, case.facts, done, info.context.now)
        turn = left[0].model_path if left else ""
        found.append(
            Checklist(
                key=one.key,
                name=one.name.in_language(language),
                why=reason(why.of(one, "checklist", f"checklists/{one.key}", one.name), language),
                items=[
                    ChecklistItem(
                        tick=done.get(item.key),
                        key=item.key,
                        text=item.text.in_language(language),
                        done=item.key in done,
                        next=turn == f"checklists/{one.key}/{item.key}",
                        done_at=done[item.key].ticked_at if item.key in done else None,
                    )
                    for item in one.items
                ],
            )
        )
    return found
