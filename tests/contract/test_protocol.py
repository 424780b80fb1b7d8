"""Reading requests and choosing the answer's media type, as values."""

import pytest

from services.api.graphql.protocol import JSON, RESPONSE, Unreadable, answer_type, read_get, read_post


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{JSON}, {RESPONSE};q=0.9", JSON),
        (f"{RESPONSE};q=0.1, */*", JSON),
        (f"text/html, {RESPONSE}; charset=utf-8", RESPONSE),
        (f"{JSON.upper()}", JSON),
    ],
)
def test_the_form_of_the_answer(accept: str | None, expected: str) -> None:
    assert answer_type(accept) == expected


@pytest.mark.parametrize("accept", ["text/html", "image/*", f"{JSON};q=0", f"{JSON};q=x"])
def test_an_answer_that_nobody_takes_is_406(accept: str) -> None:
    with pytest.raises(Unreadable) as refused:
        answer_type(accept)
    assert refused.value.status == 406


def test_a_get_reads_json_variables() -> None:
    sent = read_get(b"query=%7B__typename%7D&variables=%7B%22a%22%3A1%7D&operationName=&extensions=%7B%7D")
    assert (sent.query, sent.variables, sent.operation_name) == ("{__typename}", {"a": 1}, None)


def test_a_post_takes_nulls_for_absent() -> None:
    sent = read_post(JSON, b'{"query": "{a}", "variables": null, "operationName": null, "extensions": null}')
    assert (sent.query, sent.variables, sent.operation_name) == ("{a}", {}, None)
