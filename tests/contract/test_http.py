"""The shell of the api: hosts, headers, traces, errors, limits of the body, health, origins."""

import json
from collections.abc import Iterator

import httpx2 as httpx
import pytest

from services.core.identity import Capacity
from tests.contract.conftest import Running

VIEWER = {"query": "{ viewer { capacity } }"}
HTML = {"accept": "text/html,application/xhtml+xml"}
JSON = {"accept": "application/json"}


@pytest.fixture(scope="module")
def local(local_api: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=local_api.address, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")
def production(production_api: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=production_api.address, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")
def host(local_api: Running) -> dict[str, str]:
    return {"host": f"{local_api.world.parent.host}:{local_api.port}"}


def test_a_host_of_nobody_is_421(local: httpx.Client) -> None:
    for name in ("elsewhere.localhost", "localhost", "", "nordby.localhost.evil.example", "x" * 300):
        answer = local.get("/graphql", headers={"host": name, **JSON})
        assert answer.status_code in {400, 421}, name
    answer = local.get("/anything", headers={"host": "elsewhere.localhost", **JSON})
    assert answer.status_code == 421
    assert answer.json()["error"]["code"] == "NOT_FOUND"
    page = local.get("/", headers={"host": "elsewhere.localhost", **HTML})
    assert page.status_code == 421
    assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_the_host_is_read_without_port_and_in_any_case(local: httpx.Client) -> None:
    for name in ("nordby.localhost", "NORDBY.localhost:1"):
        assert (
            local.post("/graphql", json={"query": "{ __typename }"}, headers={"host": name}).status_code
            == 200
        )


def test_every_answer_carries_the_headers(production: httpx.Client, host: dict[str, str]) -> None:
    for method, path in (
        ("GET", "/graphql?query={__typename}"),
        ("GET", "/health/live"),
        ("PUT", "/graphql"),
        ("POST", "/graphql"),
    ):
        headers = production.request(method, path, headers={**host, **JSON}).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["strict-transport-security"].startswith("max-age=")
        assert "camera=()" in headers["permissions-policy"]


def test_strict_transport_is_not_asked_for_on_one_machine(local: httpx.Client, host: dict[str, str]) -> None:
    assert "strict-transport-security" not in local.get("/health/live", headers=host).headers


def test_a_trace_is_taken_on_and_given_back(local: httpx.Client, host: dict[str, str]) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    sent = {"traceparent": f"00-{trace}-00f067aa0ba902b7-01", **host, **JSON}
    answer = local.put("/health/live", headers=sent)
    assert answer.headers["traceparent"].split("-")[1] == trace
    assert answer.json()["error"]["traceId"] == trace


@pytest.mark.parametrize(
    "sent", ["", "nonsense", "00-" + "0" * 32 + "-00f067aa0ba902b7-01", "00-XYZ-1-01", "x" * 5000]
)
def test_a_trace_that_is_none_is_replaced(local: httpx.Client, host: dict[str, str], sent: str) -> None:
    given = local.get("/health/live", headers={"traceparent": sent, **host}).headers["traceparent"]
    assert given != sent
    assert len(given.split("-")[1]) == 32


def test_errors_are_json_or_a_page_as_asked(local: httpx.Client, host: dict[str, str]) -> None:
    answer = local.put("/health/live", headers={**host, **JSON})
    assert answer.status_code == 405
    assert set(answer.json()["error"]) == {"code", "message", "traceId"}
    page = local.put("/health/live", headers={**host, **HTML})
    assert page.status_code == 405
    assert page.text.lower().startswith("<!doctype html>")


def test_an_unknown_path_is_404_in_the_form_asked_for(local: httpx.Client, host: dict[str, str]) -> None:
    answer = local.get("/nothing/here", headers={**host, **JSON})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")
    page = local.get("/nothing/here", headers={**host, **HTML})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_the_language_of_an_error_is_the_readers(local: httpx.Client, host: dict[str, str]) -> None:
    texts = {
        local.put("/health/live", headers={**host, **JSON, "accept-language": sent}).json()["error"][
            "message"
        ]
        for sent in ("en-GB,en;q=0.9", "da", "fr", "en;q=0.1,da;q=0.5", "en;q=x")
    }
    assert texts == {"The method is not allowed here.", "Metoden er ikke tilladt her."}


BAD = [
    b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b'{"query": 1}', b'{"query": ""}', b'{"query": null}',
    b'{"query": "{"}', b'{"query": "{ nope }"}', b'{"query": "query A { __typename } query B { __typename }"}',
    b'{"query": "{ __typename }", "operationName": "X"}', b'{"query": "subscription { x }"}',
    b'{"query": "{ viewer(x: 1) { capacity } }"}', b'{"query": "{ ...A } fragment A on Query { ...A }"}',
    b'{"query": "query ($x: Int!) { __typename }"}', b'{"query": "{ __typename @include }"}',
    b"[" * 5000, b'{"query":' + b'{"a":' * 2000, b'{"query": "' + b"{ a " * 900 + b'"}',
    json.dumps({"query": "{ __typename }", "variables": {"x": 10**400}}).encode(),
    json.dumps({"query": "{ " + "a: __typename " * 900 + "}"}).encode(),
    json.dumps({"query": "\u0000\ud83d"}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_bad_input_is_4xx_never_500(local: httpx.Client, host: dict[str, str], body: bytes) -> None:
    headers = {**host, "content-type": "application/json", "accept": "application/graphql-response+json"}
    answer = local.post("/graphql", content=body, headers=headers)
    assert 400 <= answer.status_code < 500 or b"operationName" not in body
    assert answer.status_code < 500
    assert set(answer.json()) <= {"errors", "data"}
    if answer.status_code >= 400:
        assert answer.json()["errors"][0]["extensions"]["code"] in {"INVALID_INPUT", "LIMIT_EXCEEDED"}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "query=",
        "query=%ff",
        "query={__typename}&variables=[]",
        "query={__typename}&variables={",
        "variables={}",
    ],
)
def test_bad_addresses_are_4xx(local: httpx.Client, host: dict[str, str], query: str) -> None:
    assert local.get(f"/graphql?{query}", headers=host).status_code == 400


def test_a_batch_is_refused_in_plain_words(local: httpx.Client, host: dict[str, str]) -> None:
    answer = local.post("/graphql", json=[VIEWER, VIEWER], headers={**host, "accept-language": "en"})
    assert answer.status_code == 400
    assert "Batches are not supported" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/json; charset=latin-1",
        None,
    ],
)
def test_what_a_page_elsewhere_could_send_unasked_is_refused(
    local: httpx.Client, host: dict[str, str], kind: str | None
) -> None:
    headers = {**host, **({"content-type": kind} if kind else {})}
    assert local.post("/graphql", content=b'{"query": "{ __typename }"}', headers=headers).status_code == 415


def test_a_body_over_the_limit_says_the_limit(local: httpx.Client, host: dict[str, str]) -> None:
    for content in (b"x" * 300_000, iter([b"x" * 100_000] * 3)):
        answer = local.post("/graphql", content=content, headers={**host, "content-type": "application/json"})
        assert answer.status_code == 413
        error = answer.json()["errors"][0]
        assert error["extensions"] == {
            "code": "LIMIT_EXCEEDED",
            "limit": {"limit": "body_bytes", "allowed": 262144},
        }


@pytest.mark.parametrize(
    ("document", "limit"),
    [
        ("{ " + "__typename " * 2100 + "}", "tokens"),
        ("{ " + "".join(f"a{n}: viewer {{ capacity }} " for n in range(31)) + "}", "aliases"),
        ("{ viewer " + "{ viewer " * 20 + "{ capacity }" + "}" * 20 + " }", "depth"),
        ("{ " + "viewer { capacity } " * 21 + "}", "root_fields"),
    ],
)
def test_limits_say_which_and_how_much(
    local: httpx.Client, host: dict[str, str], document: str, limit: str
) -> None:
    headers = {**host, "accept": "application/graphql-response+json"}
    answer = local.post("/graphql", json={"query": document}, headers=headers)
    assert answer.status_code == 400
    error = answer.json()["errors"][0]
    assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert error["extensions"]["limit"]["limit"] == limit
    assert set(error["extensions"]["limit"]) == {"limit", "allowed", "asked"}


def test_the_schema_is_explored_on_one_machine_only(
    local: httpx.Client, production: httpx.Client, host: dict[str, str]
) -> None:
    asked = {"query": "{ __schema { queryType { name } } }"}
    assert local.post("/graphql", json=asked, headers=host).json() == {
        "data": {"__schema": {"queryType": {"name": "Query"}}}
    }
    refused = production.post("/graphql", json=asked, headers=host).json()
    assert "data" not in refused
    assert refused["errors"][0]["extensions"]["code"] == "INVALID_INPUT"


def test_production_suggests_no_names(
    local: httpx.Client, production: httpx.Client, host: dict[str, str]
) -> None:
    asked = {"query": "{ viewr { capacity } }"}
    assert "viewer" in local.post("/graphql", json=asked, headers=host).text
    assert "viewer" not in production.post("/graphql", json=asked, headers=host).text


def test_without_a_session_401_in_every_form(local: httpx.Client, host: dict[str, str]) -> None:
    for accept in ("application/json", "application/graphql-response+json"):
        answer = local.post("/graphql", json=VIEWER, headers={**host, "accept": accept})
        assert answer.status_code == 401
        assert "data" not in answer.json()


def test_cookie_and_bearer(local: httpx.Client, local_api: Running) -> None:
    parent, leader = local_api.world.parent, local_api.world.leader
    for someone, capacity in ((parent, Capacity.FAMILY), (leader, Capacity.LEADER)):
        for headers in (someone.bearer, someone.cookie(local_api.cookie)):
            answer = local.post("/graphql", json=VIEWER, headers=headers)
            assert answer.json() == {"data": {"viewer": {"capacity": capacity.name}}}


def test_a_session_opens_no_other_municipality(local: httpx.Client, local_api: Running) -> None:
    headers = {**local_api.world.parent.bearer, "host": local_api.world.stranger.host}
    assert local.post("/graphql", json=VIEWER, headers=headers).status_code == 401


def test_health(local: httpx.Client) -> None:
    assert local.get("/health/live", headers={"host": "10.0.0.7"}).json() == {"status": "live"}
    assert local.get("/health/ready", headers={"host": "10.0.0.7"}).json() == {"status": "ready"}


def test_nothing_outside_the_static_folder_is_served(local: httpx.Client, host: dict[str, str]) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert local.get(path, headers={**host, **JSON}).status_code in {400, 404}, path
