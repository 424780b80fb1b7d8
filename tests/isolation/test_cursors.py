"""Cursors are places in one's own list: a foreign one, a forged one and one of another list open nothing."""

import base64
from typing import Any, Final

import msgspec
import pytest
from graphql import GraphQLObjectType, get_named_type

from services.api.graphql.connections import Page
from tests.isolation.asking import Asking, Said, Who
from tests.isolation.probes import SCHEMA
from tests.isolation.strangers import asks_about
from tests.isolation.test_operations import ABSENT, WHO, assert_own_marks
from tests.isolation.village import HOLDERS

AT: Final = "2001-05-06T10:00:00+00:00"
"""Long before everything, since who asks for the access log adds a line on top of it."""
OF_THE_TOWN: Final = {"person", "slot"}
"""Kinds of rows that everyone who works in a town may see: foreign are those of the other town."""
LISTS: Final = {
    # field: the list's name in its cursors, whether a time comes before the id, and the kind of row
    "Query.caseload": ("caseload", False, "child"),
    "Query.children": ("children", False, "child"),
    "Query.meetings": ("meetings.upcoming", True, "meeting"),
    "Query.consents": ("consents", True, "consent"),
    "Query.staff": ("staff", False, "person"),
    "Query.tasks": ("tasks", False, "meeting"),
    "Query.messages": ("messages", True, "message"),
    "Query.accessLog": ("accessLog", True, "message"),
    "Query.accessEvents": ("accessEvents", True, "message"),
    "Query.erasures": ("erasures", True, "hold"),
    "Query.upwardReports": ("upwardReports", True, "upward_report"),
    "Query.indicatorPeriods": ("indicatorPeriods", True, "indicator_period"),
    "Query.emergencies": ("emergencies", True, "emergency"),
    "Query.accessRequests": ("accessRequests", True, "access_request"),
    "Query.busyTimes": ("busyTimes", True, "message"),
    "Query.undelivered": ("undelivered", False, "undelivered"),
    "Query.undeliveredSettled": ("undeliveredSettled", False, "undelivered"),
    "Query.undeliveredInOffice": ("undeliveredInOffice", True, "undelivered"),
    "Query.intakes": ("intakes", True, "intake"),
    "Intake.rowErrors": ("intakeErrors", True, "intake"),
    "Intake.changes": ("intakeChanges", True, "intake"),
    "Query.underretninger": ("underretninger", False, "underretning"),
    "Query.consultations": ("consultations", True, "consultation"),
    "Query.slots": ("slots", False, "slot"),
    "Query.handoversReceived": ("handoversReceived", False, "handover"),
    "Query.modelVersions": ("modelVersions", False, "model_version"),
    "Child.meetings": ("child.meetings", False, "meeting"),
    "Child.agreements": ("child.agreements", False, "agreement"),
    "Child.consents": ("child.consents", False, "consent"),
}


def fields_with_cursors() -> set[str]:
    """Every field of the schema that takes `after`."""
    found = set()
    for name, made in SCHEMA.type_map.items():
        if isinstance(made, GraphQLObjectType) and not name.startswith("__"):
            found |= {f"{name}.{field}" for field, one in made.fields.items() if "after" in one.args}
    return found


async def page_of(asking: Asking, who: Who, field: str, child: str, after: str) -> Said:
    """A page of a list after a cursor."""
    owner, name = field.split(".")
    root = SCHEMA.type_map[owner]
    assert isinstance(root, GraphQLObjectType)
    arguments = ["after: $after"] + (["childId: $child"] if "childId" in root.fields[name].args else [])
    node = get_named_type(
        get_named_type(get_named_type(root.fields[name].type).fields["edges"].type).fields["node"].type
    )
    plain = "__typename" if "id" not in node.fields else "id"
    asked = f"{name}({', '.join(arguments)}) {{ edges {{ node {{ {plain} }} cursor }} pageInfo {{ hasNextPage endCursor }} }}"
    if owner == "Child":
        asked = f"child(id: $child) {{ {asked} }}"
    declared = "$after: String, $child: ID!" if "$child" in asked else "$after: String"
    return await asking.graphql(who, f"query({declared}) {{ {asked} }}", {"after": after, "child": child})


def written(name: str, *place: str) -> str:
    """A cursor as the api itself would write it: there is no secret in one."""
    return Page(name, 1, None).cursor(*place)


def test_every_list_is_known() -> None:
    assert fields_with_cursors() <= set(LISTS)


@pytest.mark.parametrize("field", sorted(fields_with_cursors()))
async def test_a_foreign_place_is_no_place(asking: Asking, field: str) -> None:
    name, timed, kind = LISTS[field]
    before = await asking.state()
    for who in WHO[1:]:
        child = own_child(asking, who)
        for family in asking.village.families.values():
            target = family.targets[kind][0]
            if not asks_about(who, family):
                continue
            if family.town == who.town and (
                who.name in family.circle
                or kind in OF_THE_TOWN
                or who.name == "dpo"
                or who.name in (target.owners or ())
            ):
                continue
            foreign = str(target.id)
            places = [(AT, foreign), (AT, str(ABSENT))] if timed else [(foreign,), (str(ABSENT),)]
            one, other = [await page_of(asking, who, field, child, written(name, *place)) for place in places]
            assert one.body.replace(foreign.encode(), b"") == other.body.replace(str(ABSENT).encode(), b""), (
                field,
                str(who),
                one.body,
                other.body,
            )
            assert (one.status, one.headers) == (other.status, other.headers)
            assert_own_marks(asking, who, one, field)
    assert before == await asking.state()


@pytest.mark.parametrize("field", sorted(fields_with_cursors()))
async def test_a_forged_place_is_refused_in_words(asking: Asking, field: str) -> None:
    """What no list of ours wrote is INVALID_INPUT, never a fault of ours."""
    name = LISTS[field][0]
    forged: list[tuple[str, ...]] = [(), ("",), ("x" * 50,), ("1", "2", "3"), (AT, "x"), ("x", str(ABSENT))]
    cursors = [written(name, *place) for place in forged]
    cursors += [
        written("another.list", AT, str(ABSENT)),
        "",
        "AAAA",
        "æ",
        base64.b64encode(msgspec.msgpack.encode(1)).decode(),
    ]
    asker = {
        "Query.erasures": "dpo",
        "Query.modelVersions": "administrator",
        "Query.accessEvents": "auditor",
        "Query.intakes": "administrator",
        "Query.undeliveredInOffice": "administrator",
        "Query.accessRequests": "mother",
    }.get(field)
    who = Who("north", asker or ("mother" if "onsents" in field else "leader"))
    for cursor in cursors:
        said: Any = await page_of(asking, who, field, own_child(asking, who), cursor)
        assert said.codes == {"INVALID_INPUT"}, (field, cursor, said.body)


def own_child(asking: Asking, who: Who) -> str:
    """A child of somebody's own where they have one; else one that they have no right to."""
    people = asking.town(who.town).people.ids
    mine = [child for child, holders in HOLDERS.items() if who.name in holders]
    circles = {family.name: family.circle for family in asking.village.families.values()}
    seen = [child for child, circle in circles.items() if who.name in circle]
    return str(people[(mine or seen or ["child"])[0]])
