"""GraphQL over HTTP: reading a request and choosing the form of the answer.

POST with JSON, and GET for queries. No batches, no multipart, no forms: what a page of another site could send
without asking the browser is refused by its content type.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

import msgspec

from services.core.errors import ErrorCode, UserError

RESPONSE: Final = "application/graphql-response+json"
JSON: Final = "application/json"
HTML: Final = "text/html"
_PARAMETERS: Final = ("query", "variables", "operationName", "extensions")


class Unreadable(Exception):
    """A request that is no GraphQL request: the HTTP status, and why."""

    def __init__(self, status: int, error: UserError, headers: Mapping[str, str] | None = None) -> None:
        self.status = status
        self.error = error
        self.headers = dict(headers or {})
        super().__init__(f"{status} {error}")


@dataclass(frozen=True)
class Sent:
    """The parameters of a request."""

    query: str
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


def answer_type(accept: str | None) -> str:
    """The media type to answer with; raises ``Unreadable`` (406) when none of ours is accepted."""
    if not accept or not accept.strip():
        return JSON
    best, chosen = 0.0, ""
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = _quality(parameters)
        ours = kind if kind in {RESPONSE, JSON} else JSON if kind in {"*/*", "application/*"} else ""
        if ours and quality > best:
            best, chosen = quality, ours
    if not chosen:
        _refuse(406, "request.not_acceptable")
    return chosen


def wants_page(accept: str | None) -> bool:
    """Whether a browser asks for a page rather than an answer."""
    kinds = [part.split(";")[0].strip().lower() for part in (accept or "").split(",")]
    return HTML in kinds and RESPONSE not in kinds and JSON not in kinds


def read_get(query_string: bytes) -> Sent:
    """The parameters of a GET; raises ``Unreadable``."""
    try:
        given = dict(parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict"))
    except ValueError:
        _refuse(400, "request.not_object")
    decoded: dict[str, object] = dict(given)
    for name in ("variables", "extensions"):
        if given.get(name):
            decoded[name] = _json(given[name].encode())
        else:
            decoded.pop(name, None)
    return _sent(decoded)


def read_post(content_type: str | None, body: bytes) -> Sent:
    """The parameters of a POST; raises ``Unreadable``."""
    kind, *parameters = (piece.strip().lower() for piece in (content_type or "").split(";"))
    charset = next((p.partition("=")[2].strip('"') for p in parameters if p.startswith("charset=")), "utf-8")
    if kind != JSON or charset not in {"utf-8", "utf8"}:
        _refuse(415, "request.content_type", {"Accept-Post": JSON})
    decoded = _json(body)
    if isinstance(decoded, list):
        _refuse(400, "request.batch")
    if not isinstance(decoded, dict):
        _refuse(400, "request.not_object")
    return _sent(decoded)


def _sent(given: Mapping[str, object]) -> Sent:
    query, variables, name, extensions = (given.get(parameter) for parameter in _PARAMETERS)
    if not isinstance(query, str) or not query:
        _wrong("query", "String")
    if variables is not None and not isinstance(variables, dict):
        _wrong("variables", "Map")
    if name is not None and not isinstance(name, str):
        _wrong("operationName", "String")
    if extensions is not None and not isinstance(extensions, dict):
        _wrong("extensions", "Map")
    return Sent(query, variables or {}, name or None)


def _json(body: bytes) -> object:
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        _refuse(400, "request.not_json")


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter[2:])
            except ValueError:
                return 0.0
    return 1.0


def _wrong(parameter: str, wanted: str) -> NoReturn:
    error = UserError(
        ErrorCode.INVALID_INPUT, "request.parameter_type", params={"parameter": parameter, "wanted": wanted}
    )
    raise Unreadable(400, error)


def _refuse(status: int, key: str, headers: Mapping[str, str] | None = None) -> NoReturn:
    raise Unreadable(status, UserError(ErrorCode.INVALID_INPUT, key), headers)
