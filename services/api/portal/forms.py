"""Forms without JavaScript: what was sent, what is wrong with it, and how a mutation is filled from it.

A form's fields are named as the mutation's input names them, so that an error's path leads back to its field.
``Fields`` collects every fault instead of stopping at the first. ``FormState`` is what a page shows again
after a refusal: the values stay, the faults stand at their fields and in a summary on top.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, TypeAlias

from services.api.portal import merging
from services.api.portal.formats import from_local
from services.api.portal.language import N_
from services.core.errors import ErrorCode, catalogue

MAX_TEXT: Final = 10_000
_CODE: Final = re.compile(
    r"[0-9a-f-]{36}|[0-9.:TZ+-]+|[A-Z_]+|[a-z0-9]+(_[a-z0-9]+)+|yes|no|true|false|other|none"
)
INSTANCE: Final = "_form"
"""Hidden field: which of several like forms on a page was sent."""
KEY: Final = "_key"
"""Hidden field: the idempotency key, so that a form sent twice acts once."""

REQUIRED: Final = N_("Udfyld feltet.")
CHOOSE: Final = N_("Vælg et af svarene.")
"""For a group of which nothing is chosen."""
CHANGED: Final = N_("En anden har ændret det imens. Se, hvad der gælder nu.")
_TOO_LONG: Final = N_("Teksten er for lang.")
_NOT_A_NUMBER: Final = N_("Skriv et helt tal.")
_NOT_A_DATE: Final = N_("Skriv en dato.")
_NOT_A_TIME: Final = N_("Skriv et klokkeslæt, for eksempel 14.30.")
_SKIPPED_TIME: Final = N_("Det klokkeslæt findes ikke den dag, fordi uret stilles frem.")


@dataclass(frozen=True)
class Fault:
    """Something wrong with a form: at a field, or with all of it when ``name`` is empty.

    ``text`` from this module is a Danish text to be translated; from the api it is already in the reader's
    language, and a catalogue leaves it as it is.
    """

    name: str
    text: str
    rule: str | None = None
    legal_basis: str | None = None
    code: str = ""


@dataclass(frozen=True)
class FormState:
    """One form on a page: its name, its values and its faults.

    ``restored``: the values are those of its draft. ``saved_at``: when a draft of it was last written on. ``merges``: each
    field tells what stood in it (``merging``).
    """

    name: str
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    restored: bool = False
    saved_at: str = ""
    merges: bool = False

    @property
    def sent(self) -> bool:
        """Whether these are values that a person wrote."""
        return bool(self.faults) or self.restored

    @property
    def conflict(self) -> bool:
        """Whether somebody else was first."""
        return any(fault.code == "CONFLICT" for fault in self.faults)

    def value(self, name: str, default: object = "") -> str:
        """What stands in a field: what was written, else ``default``; the other's words where only they changed it."""
        if self.sent and self.clash(name, default) != merging.Clash.THEIRS:
            sent = self.values.get(name, ())
            return sent[-1] if sent else ""
        return "" if default is None else str(default)

    def clash(self, name: str, now: object) -> str:
        """What happened to a field since it was shown; ``now`` is what stands there."""
        return merging.clash(self.values, name, now) if self.sent and self.merges else merging.Clash.NONE

    def chosen(self, name: str, value: object, default: bool = False, now: object = "") -> bool:
        """Whether a radio button or check box is on; ``now`` is the value of the group that stands."""
        if self.sent and self.clash(name, now) != merging.Clash.THEIRS:
            return str(value) in self.values.get(name, ())
        return default

    def moved(self, facts: merging.Facts) -> list[tuple[str, object, bool]]:
        """What stands now, where somebody wrote while it moved, and what of it did; else nothing."""
        told = merging.moved(self.values, facts) if self.sent else []
        return told if self.conflict or any(did for _, _, did in told) else []

    @property
    def words(self) -> list[str]:
        """What somebody wrote in their own words: no choice, number, day or id."""
        return [
            text
            for name, said in self.values.items()
            if not name.startswith("_") and name not in _UNSEEN
            for text in map(str.strip, said)
            if text and not _CODE.fullmatch(text)
        ]

    def fault(self, name: str) -> Fault | None:
        """What is wrong at a field."""
        return next((fault for fault in self.faults if fault.name == name), None)


class Fields:
    """The fields of a sent form, read one by one; what is wrong is collected in ``faults``."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self.values = values
        self.faults: list[Fault] = []

    def text(self, name: str, *, required: bool = True) -> str | None:
        """A trimmed text; ``None`` where the field is empty."""
        value = self._last(name)
        if not value and required:
            self.refuse(name, REQUIRED)
        if len(value) > MAX_TEXT:
            self.refuse(name, _TOO_LONG)
        return value or None

    def number(self, name: str, *, required: bool = True) -> int | None:
        """A whole number."""
        value = self.text(name, required=required)
        if value is None:
            return None
        if not value.removeprefix("-").isdecimal() or len(value) > 9:
            self.refuse(name, _NOT_A_NUMBER)
            return None
        return int(value)

    def flag(self, name: str) -> bool:
        """Whether a check box is on, or a choice of yes or no is yes."""
        return self._last(name) == "yes"

    def many(self, name: str) -> list[str]:
        """Every chosen value of a group."""
        return [value.strip() for value in self.values.get(name, ()) if value.strip()]

    def lines(self, name: str) -> list[str]:
        """A text of one thing a line, without empty lines."""
        return [line.strip() for line in (self.text(name, required=False) or "").splitlines() if line.strip()]

    def day(self, name: str, *, required: bool = True) -> str | None:
        """A date, as GraphQL's Date."""
        value = self.text(name, required=required)
        if value is None:
            return None
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.refuse(name, _NOT_A_DATE)
            return None

    def moment(self, name: str, *, required: bool = True) -> str | None:
        """A Danish wall-clock time from the fields ``<name>`` (date) and ``<name>Time``, as GraphQL's DateTime."""
        clock_name = f"{name}Time"
        if not required and not self._last(name) and not self._last(clock_name):
            return None
        day, clock = self.day(name), self._clock(clock_name)
        if day is None or clock is None:
            return None
        try:
            return _utc(from_local(date.fromisoformat(day), clock))
        except ValueError:
            self.refuse(clock_name, _SKIPPED_TIME)
            return None

    def clock(self, name: str) -> str | None:
        """A time of the day, as ``22:00``; ``None`` where the field is empty."""
        read = self._clock(name) if self._last(name) else None
        return read.strftime("%H:%M") if read else None

    def refuse(self, name: str, text: str) -> None:
        """Note what is wrong at a field."""
        self.faults.append(Fault(name, text))

    def _last(self, name: str) -> str:
        sent = self.values.get(name, ())
        return sent[-1].replace("\r\n", "\n").strip() if sent else ""

    def _clock(self, name: str) -> time | None:
        value = self.text(name)
        if value is None:
            return None
        try:
            return time.fromisoformat(value.replace(".", ":").zfill(5)).replace(tzinfo=None)
        except ValueError:
            self.refuse(name, _NOT_A_TIME)
            return None


Input: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Action:
    """A form: where it is posted, the mutation it runs and how that is filled.

    ``path`` is the segment after the page's own path. ``read`` takes the page's path parameters and the
    fields. ``done`` is the key of the text shown after success. ``locate`` finds the field of an error's path
    where it is not the path's first name. ``part`` is the id of the page's part where the work goes on.
    ``then`` is the address where one is afterwards, where the page may be closed to them by what they did.
    """

    path: str
    document: str
    read: Callable[[Mapping[str, str], Fields], Input]
    done: str
    locate: Callable[[Sequence[str], Input], str] | None = None
    part: str = ""
    then: str = ""


# Fields that nobody sees: what is wrong with them stands in the summary alone.
_UNSEEN: Final = frozenset(
    {"offerId", "networkId", "handoverId", "offer", "network", "handover", "checklist", "item", "basis"}
    | {
        "expectedVersion",
        "textVersion",
        "meetingId",
        "problemId",
        "consentId",
        "agreementId",
        "childId",
        "deadlineId",
        "itemId",
        "version",
    }
)


def payload_faults(
    payload: Mapping[str, Any],
    sent: Mapping[str, Sequence[str]],
    locate: Callable[[Sequence[str]], str] | None = None,
) -> tuple[Fault, ...]:
    """The typed errors of a mutation's payload as faults at the fields that were sent."""
    found = []
    for error in payload.get("errors") or ():
        path = [part for part in error.get("field") or () if part != "input"]
        name = (locate(path) if locate else path[0]) if path else ""
        if name not in sent or name in _UNSEEN:
            name = ""
        # Where a conflict has no words of its own, a page can say more: it shows what stands now.
        plain = error["message"] in catalogue()[ErrorCode.CONFLICT.message_key].values()
        said = CHANGED if plain else error["message"]
        found.append(Fault(name, said, error.get("ruleId"), error.get("legalBasis"), error["code"]))
    return tuple(found)


def _utc(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
