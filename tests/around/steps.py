"""Steps that tests around a child take again and again, by the services and on the pages."""

import pytest

from services.core.calendar.instants import local_day
from services.core.consent import store as consents
from services.core.consent.service import ask_consent, give_consent
from services.core.errors import UserError
from services.core.exchange.service import RecordExchange, record_exchange
from services.core.exchange.store import ExchangeRow
from tests.builders.world import Town, World
from tests.portal.inspect_page import Inspected, inspect_page
from tests.portal.real import Person


async def exchanged(
    world: World, town: Town, child: str, basis: str, special: str = "", by: str = "leader"
) -> ExchangeRow:
    async with world.api.write(town.who(by), "test.exchange") as tx:
        command = RecordExchange(
            town.id(child), basis, "Sundhedsplejersken", "Uro i hjemmet", local_day(tx.now), special
        )
        return await record_exchange(tx, command)


async def refusal(world: World, town: Town, child: str, basis: str, special: str = "") -> UserError:
    with pytest.raises(UserError) as refused:
        await exchanged(world, town, child, basis, special)
    return refused.value


async def consented(world: World, town: Town, child: str, givers: tuple[str, ...]) -> None:
    async with world.api.write(town.who("leader"), "test.ask") as tx:
        await ask_consent(tx, town.id(child), "exchange", None)
    for giver in givers:
        async with world.api.write(town.who(giver), "test.give") as tx:
            for row in await consents.asked_of(tx, town.id(giver), before=None, limit=20):
                if row.state == "asked" and row.purpose == "exchange":
                    await give_consent(tx, row.id, row.text_version, row.version)


def refused(person: Person, page: Inspected, form_id: str, **values: str) -> Inspected:
    """Send a form that is not taken, and see it again with what is wrong."""
    sent = person.send(page.action(form_id), page.values(form_id) | values)
    assert sent.status_code == 422, sent.text[:500]
    return inspect_page(sent.status_code, dict(sent.headers), sent.text)
