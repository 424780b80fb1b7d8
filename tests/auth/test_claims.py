"""What a municipality's provider says of somebody's roles, in the four ways that there are, and what is refused of it."""

import re
import tomllib
from base64 import b64encode
from pathlib import Path
from typing import Any

import msgspec
import pytest

from services.api.auth.capacity import Held, is_true, reach_of, roles_of
from services.api.auth.privileges import read_privileges
from services.api.auth.providers import Provider, ProviderProblem, Providers
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.system_roles import AREAS, catalogue
from services.core.mode import Mode
from tests.auth.conftest import professional

URL = "https://idp.example"
GROUP = "9e4f0c3a-2f43-4c4a-9f5e-0d1f6e0f7a11"
SPACE = "http://itst.dk/oiosaml/basic_privilege_profile"
OTHER_CVR = "22222222"
LEADER = "urn:dk:rundbord:role:leader"
UNIT = "http://sts.kombit.dk/constraints/orgenhed/1"
SENSITIVITY = "urn:dk:kombit:sensitivity"


def one(**more: Any) -> Provider:
    claims = {
        "subject": ["tid", "oid"],
        "cvr": "cvr",
        "roles": "roles",
        "groups": "groups",
        "privileges": "bpp",
    }
    return professional("north", "t", URL, **{"claims": claims} | more)


def bpp(*groups: str, space: str = SPACE, prefix: str = "bpp:", before: str = "") -> str:
    name = f'xmlns:{prefix[:-1]}="{space}"' if prefix else f'xmlns="{space}"'
    inner = f"<{prefix}PrivilegeList {name}>{''.join(groups)}</{prefix}PrivilegeList>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}{inner}'


def group(*inner: str, cvr: str = "11111111") -> str:
    return (
        f'<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:{cvr}">{"".join(inner)}</PrivilegeGroup>'
    )


def role(name: str = LEADER) -> str:
    return f"<Privilege>{name}</Privilege>"


def limit(name: str, value: str) -> str:
    return f'<Constraint Name="{name}">{value}</Constraint>'


def told(document: str | bytes) -> dict[str, str]:
    return {"bpp": b64encode(document.encode() if isinstance(document, str) else document).decode()}


def why(claims: dict[str, Any], provider: Provider) -> Reason:
    with pytest.raises(Refusal) as refusal:
        roles_of(claims, provider)
    return refusal.value.reason


def test_entra_app_roles_and_adfs_s_lone_text() -> None:
    for claim in (["Leder", "Ukendt"], "Leder"):
        assert roles_of({"roles": claim}, one()) == (Held("Leder", "leader"),)


def test_a_group_can_stand_for_a_role_under_constraints() -> None:
    provider = one(roles={GROUP: {"role": "leader", "units": ["s1"], "sensitivity": ["ordinary"]}})
    (held,) = roles_of({"groups": [GROUP, "other"]}, provider)
    assert held == Held(GROUP, "leader", frozenset({"s1"}), frozenset({"ordinary"}))
    reach = reach_of([held], {"leader", "professional"})
    assert {name: sorted(one.units or ()) for name, one in reach.items()} == {
        "leader": ["s1"],
        "professional": ["s1"],
    }
    assert reach["leader"].closed == {"perspective", "underretning"}


@pytest.mark.parametrize(
    "claims",
    [
        {
            "_claim_names": {"groups": "src1"},
            "_claim_sources": {"src1": {"endpoint": "https://graph.example"}},
        },
        {"_claim_names": '{"groups":"src1"}'},
        {"_claim_names": ["groups"]},
        {"hasgroups": True},
        {"hasgroups": "true"},
        {"groups": [str(number) for number in range(501)]},
        {"roles": ["x"] * 501},
        {"roles": ["Leder"], "_claim_names": {"groups": "src1"}},
    ],
)
def test_a_link_to_too_many_groups_is_never_no_roles(claims: dict[str, Any]) -> None:
    """Whoever is in 201 groups is told what to do; so is a leader whose other role came along."""
    assert why(claims, one()) is Reason.ROLES_LINKED


@pytest.mark.parametrize(("value", "truth"), [
    (True, True), ("true", True), ("True", True), (False, False), ("false", False), ("", False), (1, False), (None, False),
    ("0", False), ("yes", False),
])  # fmt: skip
def test_trap_12_a_text_that_says_false_is_not_true(value: object, truth: bool) -> None:
    """Trap 12: bool("false") is True, and brokers write truths as texts."""
    assert is_true(value) is truth
    if not truth:
        assert roles_of({"roles": "Leder", "hasgroups": value}, one())


@pytest.mark.parametrize("space", [SPACE, SPACE.replace("itst", "digst")])
@pytest.mark.parametrize("prefix", ["bpp:", ""])
def test_oio_bpp_of_every_version_is_read(space: str, prefix: str) -> None:
    document = bpp(
        group(role(), role("urn:another:system"), limit(UNIT, "s1, s2")),
        group(role("urn:dk:rundbord:role:adviser")),
        space=space,
        prefix=prefix,
    )
    assert roles_of(told(document), one()) == (
        Held("urn:dk:rundbord:role:adviser", "adviser"),
        Held(LEADER, "leader", frozenset({"s1", "s2"})),
    )


def test_issuers_break_lines_in_base64_and_wrap_it_in_a_list() -> None:
    encoded = told(bpp(group(role())))["bpp"]
    broken = "\r\n".join(encoded[start : start + 40] for start in range(0, len(encoded), 40))
    assert roles_of({"bpp": [broken]}, one()) == (Held(LEADER, "leader"),)


def test_trap_18_a_role_of_another_cvr_number_is_no_role_here() -> None:
    """Trap 18: roles accepted across CVR. Beside ours another municipality's is passed over; alone it is refused."""
    other = group(role("urn:dk:rundbord:role:auditor"), cvr=OTHER_CVR)
    assert roles_of(told(bpp(other, group(role()))), one()) == (Held(LEADER, "leader"),)
    assert why(told(bpp(other)), one()) is Reason.CVR
    for near in (" 11111111", "011111111", "1111111", "11111111x", "*", ""):
        assert why(told(bpp(group(role(), cvr=near))), one()) is Reason.CVR


@pytest.mark.parametrize("constraint", [
    limit("urn:dk:kombit:KLE", "25.*"), limit("", "s1"), limit(SENSITIVITY, "9"), limit(UNIT, "s1,"),
    limit(UNIT.upper(), "s1"), '<Constraint>s1</Constraint>',
])  # fmt: skip
def test_a_constraint_that_is_not_known_refuses_and_never_widens(constraint: str) -> None:
    assert why(told(bpp(group(role(), constraint))), one()) is Reason.CONSTRAINT
    # Another system's privileges may stand under whatever constraints it knows.
    assert roles_of(told(bpp(group(role("urn:another"), constraint), group(role()))), one())


def test_a_constraint_that_the_role_does_not_know_is_refused() -> None:
    document = bpp(group(role("urn:dk:rundbord:role:administrator"), limit(UNIT, "s1")))
    assert why(told(document), one()) is Reason.CONSTRAINT


def test_a_name_of_the_municipality_s_own_can_be_given_for_a_constraint() -> None:
    document = bpp(group(role(), limit("urn:own:afdeling", "s1")))
    assert roles_of(told(document), one(constraints={"urn:own:afdeling": "unit"}))[0].units == {"s1"}


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HOSTILE: dict[str, str | bytes] = {
    "entities": bpp(group(role("&b;")), before=BOMB),
    "a file from outside": bpp(group(role("&a;")), before=OUTSIDE),
    "a document type alone": bpp(group(role()), before="<!DOCTYPE PrivilegeList>"),
    "an instruction": bpp(group(role()), before='<?xml-stylesheet href="https://evil.example"?>'),
    "entities in UTF-16": bpp(group(role("&b;")), before=BOMB).replace("UTF-8", "UTF-16").encode("utf-16"),
    "another namespace": bpp(group(role()), space="urn:evil"),
    "no namespace": f"<PrivilegeList>{group(role())}</PrivilegeList>",
    "an element that is not known": bpp(group(role(), "<Deny>all</Deny>")),
    "a constraint beside its group": bpp(limit(UNIT, "s1"), group(role())),
    "a group within a group": bpp(group(group(role()))),
    "text between": bpp(group("x", role())),
    "empty privilege": bpp(group(role(" "))),
    "never ended": bpp(group(role()))[:-5],
    "two documents": bpp(group(role())) * 2,
    "deep": "<a>" * 100_000,
    "long": bpp(group(role("x" * 5000))),
    "many groups": bpp(*[group(role())] * 300),
    "many privileges": bpp(group(*[role()] * 300)),
    "huge": bpp(*[group(role("x" * 400))] * 190),
    "an odd encoding": bpp(group(role())).replace("UTF-8", "x-evil"),
    "not XML": "roles=leader",
    "nothing": " ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_not_the_profile_is_refused(name: str) -> None:
    assert why(told(HOSTILE[name]), one()) is Reason.PRIVILEGES


@pytest.mark.parametrize("value", [True, 7, {"a": 1}, ["a", "b"], "not base64!", "=", "A" * 200_000])
def test_what_is_not_base64_is_refused(value: object) -> None:
    assert why({"bpp": value}, one()) is Reason.PRIVILEGES


def test_without_the_claim_there_are_no_privileges() -> None:
    assert roles_of({}, one()) == ()
    assert read_privileges(told(bpp())["bpp"]) == ()


def test_several_roles_for_one_capacity_never_reach_further_than_one_of_them() -> None:
    held = [
        Held("a", "leader", frozenset({"s1"}), frozenset({"sensitive"})),
        Held("b", "leader", frozenset({"s2"}), frozenset({"ordinary"})),
    ]
    leader = reach_of(held, {"leader"})["leader"]
    assert (leader.units, leader.closed) == ({"s1", "s2"}, {"perspective", "underretning"})
    # A role for all units beside one for some: all; but what one closes stays closed.
    wide = reach_of([*held, Held("c", "leader")], {"leader"})["leader"]
    assert (wide.units, wide.closed) == (None, {"perspective", "underretning"})


def test_the_catalogue_is_whole() -> None:
    found = catalogue()
    assert set(found.roles) == {
        "family", "young_person", "professional", "leader", "adviser", "chair", "administrator", "dpo", "auditor", "system",
    }  # fmt: skip
    assert set(found.given_by_providers) == {
        "professional",
        "leader",
        "adviser",
        "administrator",
        "dpo",
        "auditor",
    }
    assert {found.roles[key].uri for key in found.given_by_providers} == set(found.by_uri)
    assert all({"da", "en"} <= set(one.name) & set(one.sees) for one in found.roles.values())
    assert found.closed_to(["sensitive"]) == frozenset()
    assert found.closed_to([]) == set(AREAS)


@pytest.mark.parametrize("more", [
    {"roles": {"X": "family"}}, {"roles": {"X": "chair"}}, {"roles": {"X": "young_person"}}, {"roles": {"X": "system"}},
    {"roles": {"X": {"role": "dpo", "units": ["s1"]}}}, {"roles": {"X": {"role": "leader", "sensitivity": ["secret"]}}},
    {"constraints": {"x": "place"}}, {"absolute_minutes": 600}, {"organisation": "x"},
    {"claims": {"roles": "roles"}}, {"claims": {"cvr": "cvr"}},
])  # fmt: skip
def test_a_providers_file_that_would_widen_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ProviderProblem):
        Providers([professional("north", "t", URL, **more)])


def test_the_examples_for_it_departments_are_understood() -> None:
    """Every TOML example of the guide, as the file would have it, beside what the first one says."""
    text = (Path(__file__).parents[2] / "docs" / "howto" / "identity-providers.md").read_text("utf-8")
    examples = [tomllib.loads(found) for found in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    _, whole, *others = examples
    base = whole["provider"][0] | {"cvr": "11111111", "client_secret_file": "", "client_secret": "x"}
    assert len(others) == 4
    for other in others:
        more = other.pop("provider") | other
        provider = msgspec.convert(base | {"roles": {}} | more, Provider)
        assert Providers([provider]).get("randers", "municipality") is provider
    (document,) = re.findall(r"```xml\n(.*?)```", text, re.DOTALL)
    (held,) = roles_of(told(document), one())
    assert (held.role, held.units) == ("leader", {"751001", "751002"})


def test_entra_is_bound_by_its_tenant_id_where_it_tells_no_cvr_number() -> None:
    claims = {"subject": ["tid", "oid"], "organisation": "tid", "roles": "roles"}
    provider = professional("north", "t", URL, claims=claims, organisation="t-1")
    assert Providers([provider], Mode.PRODUCTION).get("north", "t") is provider
