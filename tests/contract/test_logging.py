"""What may stand in a log line: events, ids and shapes, never a message or a value."""

import io
import json
import logging
import logging.config
import sys

import pytest

from services.core.logging import configure_logging, log


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    configure_logging("api")
    return stream


def test_a_line_is_json_with_the_service(lines: io.StringIO) -> None:
    log().info("meeting.called", id="x")
    line = json.loads(lines.getvalue())
    assert (line["event"], line["service"], line["id"], line["level"]) == (
        "meeting.called",
        "api",
        "x",
        "info",
    )


def test_what_another_library_silenced_is_heard(request: pytest.FixtureRequest) -> None:
    log().info("before")  # the logger is there
    logging.config.dictConfig({"version": 1})
    assert logging.getLogger("rundbord").disabled
    lines: io.StringIO = request.getfixturevalue("lines")
    log().info("meeting.called")
    assert json.loads(lines.getvalue())["event"] == "meeting.called"


def test_an_exception_is_written_as_its_types_and_places(lines: io.StringIO) -> None:
    try:
        try:
            raise KeyError("Peter Hansen")
        except KeyError as cause:
            raise ValueError("010203-1234") from cause
    except ValueError:
        log().exception("failed")
        logging.getLogger("asyncpg").exception("row (Peter Hansen) violates")
        logging.getLogger("uvicorn.error").error("boom %s", "Peter Hansen", exc_info=True)
    text = lines.getvalue()
    assert "Peter" not in text
    assert "010203" not in text
    first = json.loads(text.splitlines()[0])
    assert first["error"] == ["builtins.ValueError", "builtins.KeyError"]
    assert first["at"][-1].endswith(":test_an_exception_is_written_as_its_types_and_places")


def test_arguments_of_a_librarys_message_are_left_out(lines: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("could not reach %s", "peter@example.dk")
    assert json.loads(lines.getvalue())["event"] == "could not reach %s"


def test_a_librarys_ready_made_text_is_withheld(lines: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("could not reach peter@example.dk")
    line = json.loads(lines.getvalue())
    assert (line["event"], line["logger"]) == ("withheld", "somewhere")


def test_libraries_that_would_log_requests_are_quiet(lines: io.StringIO) -> None:
    logging.getLogger("httpx2").info("GET https://example.dk/?cpr=010203-1234")
    logging.getLogger("uvicorn.access").info("GET /?x=1")
    assert lines.getvalue() == ""
