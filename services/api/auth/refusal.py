"""Why a login does not succeed: a closed list, each with its status, its code for programs and its words.

A refusal is an answer, not a crash: whatever a provider sends, the person gets a page that says what to do
next, and no text repeats anything the provider said.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from services.core.errors import DEFAULT_LANGUAGE, ErrorCode


class Reason(StrEnum):
    """Stable reasons, for programs and for the log."""

    CANCELLED = "login_cancelled"
    PROVIDER_UNKNOWN = "provider_unknown"
    PROVIDER_REFUSED = "provider_refused"
    PROVIDER_UNAVAILABLE = "provider_unavailable"
    PROVIDER_ISSUER = "provider_issuer"
    RETURN_PATH = "return_path"
    UNREADABLE = "unreadable"
    STATE = "login_state"
    SIGNATURE = "token_signature"
    TYPE = "token_type"
    ISSUER = "token_issuer"
    AUDIENCE = "token_audience"
    TIME = "token_time"
    NONCE = "token_nonce"
    SUBJECT = "token_subject"
    MALFORMED = "token_malformed"
    USERINFO_SUBJECT = "userinfo_subject"
    NOT_ASKED = "not_asked_anew"
    LEVEL = "level_of_assurance"
    CVR = "other_cvr"
    ROLE_MISSING = "role_missing"
    ROLES_LINKED = "roles_by_link"
    PRIVILEGES = "privileges_unreadable"
    CONSTRAINT = "constraint_unknown"
    UNIT = "unit_unknown"
    PERSON_UNKNOWN = "person_unknown"
    PERSON_CONFLICT = "person_conflict"
    LOGOUT_REPLAYED = "logout_replayed"
    CAPACITY = "capacity_not_held"
    RATE_LIMITED = "rate_limited"
    ORIGIN = "other_origin"
    HOST = "unknown_host"
    NOT_LOGGED_IN = "not_logged_in"
    UNAVAILABLE = "unavailable"


_ANSWERS: Mapping[Reason, tuple[int, ErrorCode, str]] = {
    # A person who changes their mind did nothing wrong.
    Reason.CANCELLED: (200, ErrorCode.UNAUTHENTICATED, "cancelled"),
    Reason.PROVIDER_UNKNOWN: (400, ErrorCode.INVALID_INPUT, "unusable"),
    Reason.UNREADABLE: (400, ErrorCode.INVALID_INPUT, "unusable"),
    Reason.RETURN_PATH: (400, ErrorCode.INVALID_INPUT, "unusable"),
    Reason.STATE: (400, ErrorCode.INVALID_INPUT, "expired"),
    Reason.PROVIDER_REFUSED: (403, ErrorCode.FORBIDDEN, "refused"),
    Reason.PROVIDER_UNAVAILABLE: (503, ErrorCode.UNAVAILABLE, "provider_away"),
    Reason.NOT_ASKED: (403, ErrorCode.FORBIDDEN, "not_asked"),
    Reason.LEVEL: (403, ErrorCode.STEP_UP_REQUIRED, "level"),
    Reason.CVR: (403, ErrorCode.FORBIDDEN, "no_access"),
    Reason.ROLE_MISSING: (403, ErrorCode.FORBIDDEN, "no_access"),
    Reason.ROLES_LINKED: (403, ErrorCode.FORBIDDEN, "too_many_groups"),
    Reason.PRIVILEGES: (403, ErrorCode.FORBIDDEN, "role_not_understood"),
    Reason.CONSTRAINT: (403, ErrorCode.FORBIDDEN, "role_not_understood"),
    Reason.UNIT: (403, ErrorCode.FORBIDDEN, "role_not_understood"),
    Reason.PERSON_UNKNOWN: (403, ErrorCode.FORBIDDEN, "unknown_person"),
    Reason.PERSON_CONFLICT: (403, ErrorCode.FORBIDDEN, "unknown_person"),
    Reason.CAPACITY: (403, ErrorCode.FORBIDDEN, "no_access"),
    Reason.LOGOUT_REPLAYED: (400, ErrorCode.INVALID_INPUT, "unusable"),
    Reason.RATE_LIMITED: (429, ErrorCode.RATE_LIMITED, "too_many"),
    Reason.ORIGIN: (403, ErrorCode.FORBIDDEN, "unusable"),
    Reason.HOST: (421, ErrorCode.NOT_FOUND, "unusable"),
    Reason.NOT_LOGGED_IN: (401, ErrorCode.UNAUTHENTICATED, "not_logged_in"),
    Reason.UNAVAILABLE: (503, ErrorCode.UNAVAILABLE, "away"),
}
_UNTRUSTED = (403, ErrorCode.FORBIDDEN, "untrusted")


class Refusal(Exception):
    """This login, logout or logout token goes no further."""

    def __init__(self, reason: Reason, *, retry_after: int = 0) -> None:
        self.reason = reason
        self.retry_after = retry_after
        super().__init__(reason.value)

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return _ANSWERS.get(self.reason, _UNTRUSTED)[0]

    @property
    def code(self) -> ErrorCode:
        """The code of the closed list of errors."""
        return _ANSWERS.get(self.reason, _UNTRUSTED)[1]

    @property
    def words(self) -> str:
        """The key of the words in ``messages.toml``."""
        return _ANSWERS.get(self.reason, _UNTRUSTED)[2]


def say(key: str, field: str, language: str) -> str:
    """Words of the login pages in ``language``, else in Danish; raises ``KeyError`` for an unknown key."""
    by_language = words()[key][field]
    return by_language.get(language) or by_language[DEFAULT_LANGUAGE]


@cache
def words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """All words of the login pages: key → field → language → text."""
    with (Path(__file__).parent / "messages.toml").open("rb") as stream:
        return tomllib.load(stream)
