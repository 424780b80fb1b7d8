"""The numbers of a person: replaced at once, never readable, and no way in for a stranger."""

import pytest

from services.core.db.tx import new_id
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity
from services.core.person import identifiers
from services.core.person.details import PersonDetails
from services.core.person.identifiers import IdentifierKind, IdentifierTakenError, kind_of_cpr, masked
from services.core.person.service import NewPerson, record_person
from tests.builders.world import World, open_session


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("0101801234", IdentifierKind.CPR),
        ("3112991234", IdentifierKind.CPR),
        ("6101801234", IdentifierKind.REPLACEMENT_CPR),
        ("9112991234", IdentifierKind.REPLACEMENT_CPR),
    ],
)
def test_a_day_of_61_to_91_marks_a_replacement_number(number: str, kind: IdentifierKind) -> None:
    assert kind_of_cpr(number) is kind
    assert masked(kind, number) == f"{number[:6]}-••••"


@pytest.mark.parametrize(
    "number", ["0001801234", "3201801234", "6001801234", "9201801234", "0113801234", "01018012", "١٢٣٤٥٦٧٨٩٠"]
)
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(UserError):
        kind_of_cpr(number)


async def test_a_new_number_replaces_the_old_at_once_and_the_old_lets_no_stranger_in(world: World) -> None:
    town, keys = world.north, world.worker.keyring
    old, new = "6101804000", "0101804009"
    assert await keys.find_person(town.tenant, "cpr", old) == town.id("mother")
    async with world.worker.write(town.system, "test.replace") as tx:
        await identifiers.replace_identifier(tx, town.id("mother"), IdentifierKind.CPR, new)
    assert await keys.find_person(town.tenant, "cpr", new) == town.id("mother")
    assert await keys.find_person(town.tenant, "cpr", old) is None
    async with world.worker.write(town.system, "test.stranger") as tx:
        with pytest.raises(IdentifierTakenError):
            await identifiers.replace_identifier(
                tx, town.id("other_mother"), IdentifierKind.REPLACEMENT_CPR, old
            )
        with pytest.raises(IdentifierTakenError):
            await record_person(
                tx, NewPerson(source_key=str(new_id()), kind="adult", details=PersonDetails("X"), cpr=old)
            )
        # A batch that has not heard of it brings the old one back to nobody.
        await identifiers.record_identifier(tx, town.id("mother"), IdentifierKind.REPLACEMENT_CPR, old)
    assert await keys.find_person(town.tenant, "cpr", old) is None
    assert await keys.find_person(world.south.tenant, "cpr", new) is None
    with pytest.raises(UserError) as over:
        async with world.api.read(town.who("mother"), "test.own"):
            pass
    assert over.value.code is ErrorCode.UNAUTHENTICATED
    town.sessions["mother"] = await open_session(
        world.worker, town.tenant, town.id("mother"), Capacity.FAMILY
    )
    async with world.api.read(town.who("mother"), "test.own") as tx:
        known = await identifiers.identifiers(tx, town.id("mother"))
    assert [(one.kind, one.masked, one.valid_until is None) for one in known] == [
        (IdentifierKind.CPR, "010180-••••", True),
        (IdentifierKind.REPLACEMENT_CPR, "610180-••••", False),
    ]


async def test_several_institution_keys_stand_beside_each_other_and_a_number_is_never_readable(
    world: World,
) -> None:
    town, child = world.north, world.north.id("child")
    async with world.worker.write(town.system, "test.keys") as tx:
        for value in ("101001:abc123", "101002:xyz789", "101001:abc123"):
            await identifiers.record_identifier(tx, child, IdentifierKind.INSTITUTION, value)
    seen = {}
    for who in ("teacher", "leader", "mother", "father", "psychologist", "adviser", "other_mother"):
        async with world.api.read(town.who(who), "test.numbers") as tx:
            seen[who] = sorted(one.masked for one in await identifiers.identifiers(tx, child))
    shown = ["710115-••••", "••••123", "••••789"]
    assert seen == {
        "teacher": shown,
        "leader": shown,
        **{who: [] for who in ("mother", "father", "psychologist", "adviser", "other_mother")},
    }
    async with world.behind_the_walls() as superuser:
        everything = await superuser.fetch("select sealed from person_identifier")
    assert all(b"5000" not in row["sealed"] and b"abc" not in row["sealed"] for row in everything)
