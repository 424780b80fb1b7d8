"""Who a provider's answer leads to: never to another than the one it names."""

from typing import Final

import pytest

from services.api.auth.person_match import match
from services.api.auth.providers import Claims, Provider
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import LoginStore
from tests.builders.world import World

BROKER: Final = Provider(
    tenant="north",
    key="mitid",
    kind="family",
    title={"da": "MitID"},
    issuer="https://broker.example",
    client_id="x",
    claims=Claims(cpr="dk.cpr", person="mitid.uuid"),
)
OTHER_MOTHER: Final = "6301804002"
NEIGHBOUR: Final = "7301155002"
"""A child of nine, who may not log in."""
MITID: Final = "0f6c1c34-0000-4000-8000-000000000001"


async def test_a_number_of_someone_who_may_not_log_in_is_not_passed_over(living: World) -> None:
    store, tenant = LoginStore(living.api), living.north.tenant
    known = await match(store, tenant, BROKER, {"dk.cpr": OTHER_MOTHER, "mitid.uuid": MITID})
    assert known.person == living.north.id("other_mother")
    alone = await match(store, tenant, BROKER, {"mitid.uuid": MITID.upper()})
    assert alone.person == known.person
    assert await store.find(tenant, "cpr", NEIGHBOUR) == living.north.id("neighbour")
    with pytest.raises(Refusal) as refused:
        await match(store, tenant, BROKER, {"dk.cpr": NEIGHBOUR, "mitid.uuid": MITID})
    assert refused.value.reason is Reason.PERSON_CONFLICT


@pytest.mark.parametrize("cpr", ["", " ", "0000000000", "63018040021", "６３０１８０４００２", "' or 1=1--"])
async def test_what_is_no_number_leads_to_nobody(living: World, cpr: str) -> None:
    with pytest.raises(Refusal) as refused:
        await match(LoginStore(living.api), living.north.tenant, BROKER, {"dk.cpr": cpr})
    assert refused.value.reason is Reason.PERSON_UNKNOWN


async def test_a_person_of_one_town_is_nobody_in_the_other(living: World) -> None:
    """The same number is another hash, and another person, in each town."""
    found = [
        (await match(LoginStore(living.api), town.tenant, BROKER, {"dk.cpr": OTHER_MOTHER})).person
        for town in (living.north, living.south)
    ]
    assert found == [living.north.id("other_mother"), living.south.id("other_mother")]
    store = LoginStore(living.api)
    await match(store, living.north.tenant, BROKER, {"dk.cpr": OTHER_MOTHER, "mitid.uuid": "m-north"})
    with pytest.raises(Refusal):
        await match(store, living.south.tenant, BROKER, {"mitid.uuid": "m-north"})
