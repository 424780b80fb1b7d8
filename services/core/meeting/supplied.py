"""What the caller of a meeting brings along, and what stands in its way, collected so that all is told at once."""

import datetime as dt
from dataclasses import dataclass

from services.core.tenancy.decision import Reason
from services.core.tenancy.language import Subject


@dataclass(frozen=True)
class Chair:
    """Who will lead the meeting. `external`: from outside the convening unit; `agreed_on` is a local day."""

    role: str
    external: bool
    agreed_on: dt.date


@dataclass(frozen=True)
class Supplied:
    """What the caller brings along. `roles` are those chosen to come, `professions` those from outside, `everybody` all.

    `documents` are keys of documents that are ready; `measure_started_on` anchors a measure's follow-up. `grounds` and
    `purposes` are keys of the type's own; `agreed` the roles that agreed to those brought in; `answered_by` the roles
    that answer for the meeting together; `counts` how many come of each role; `minutes` for `children` children.
    None, wherever it is possible, means that the caller does not say: then it is not judged.
    """

    reason: str = ""
    roles: frozenset[str] | None = None
    professions: frozenset[str] = frozenset()
    everybody: frozenset[str] = frozenset()
    documents: frozenset[str] | None = None
    measure_started_on: dt.date | None = None
    subject: Subject | None = None
    grounds: frozenset[str] | None = None
    purposes: frozenset[str] | None = None
    minutes: int | None = None
    children: int = 1
    counts: tuple[tuple[str, int], ...] | None = None
    agreed: frozenset[str] | None = None
    answered_by: frozenset[str] | None = None
    division_agreed_on: dt.date | None = None
    chair: Chair | None = None
    visit_agreed: frozenset[str] | None = None


NOTHING = Supplied()


class Verdict:
    """Collects what stands in the way, so that all of it is told at once."""

    def __init__(self) -> None:
        self.blocks: list[Reason] = []
        self.missing: list[Reason] = []
        self.needs: list[str] = []
        self.advice: list[Reason] = []

    def need(self, code: str, because: Reason) -> None:
        """Something that would let it through once it is supplied."""
        if code not in self.needs:
            self.needs.append(code)
        self.missing.append(because)


_FIELDS = {
    "ground": ("particulars", "grounds"),
    "purpose": ("particulars", "purposes"),
    "document": ("particulars", "documents"),
    "agreed": ("particulars", "agreedBy"),
    "visit": ("particulars", "visitAgreedWith"),
    "convener": ("particulars", "answeredBy"),
    "role": ("participants",),
    "both_areas": ("participants",),
}


def field_of(needs: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the input that would meet the first of these needs; () where none would, or where it is the reason."""
    if not needs or "reason" in needs:
        return ()
    field = _FIELDS.get(needs[0].partition(":")[0], ())
    return ("input", *field) if field else ()
