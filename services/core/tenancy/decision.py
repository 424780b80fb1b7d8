"""What a rule answers: yes or no, with its reasons in words, the rule, its place in the model and the law."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from services.core.tenancy.language import Clause, Strength, Text
from services.core.tenancy.model import Model


@dataclass(frozen=True)
class LegalBasis:
    """A legal basis as the municipality's paper cites it and as it is cited on the event's day."""

    key: str
    paper: Text
    today: Text
    verified: bool

    def words(self, language: str) -> str:
        """Both citations in one line, the one in force first."""
        now, then = self.today.in_language(language), self.paper.in_language(language)
        if not now or now == then:
            return now or then
        return f"{now} ({then})" if then else now


@dataclass(frozen=True)
class Reason:
    """Why: a sentence, the rule's id, the clause's place in the model, and the law behind it.

    `key` is a stable code for programs; `rule` is '' where the clause names none.
    """

    key: str
    text: Text
    rule: str = ""
    also: tuple[str, ...] = ()
    model_path: str = ""
    legal_basis: tuple[LegalBasis, ...] = ()
    strength: Strength | None = None


@dataclass(frozen=True)
class Decision:
    """Whether it may be done. `reasons` say why not, or what to bear in mind; `needs` what must be supplied.

    `needs` holds stable codes such as `reason`, `leader`, `next_coordinator`; `advice` never blocks.
    """

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    advice: tuple[Reason, ...] = ()
    needs: tuple[str, ...] = ()


def legal_basis(model: Model, keys: Iterable[str], day: dt.date) -> tuple[LegalBasis, ...]:
    """The named legal references as cited in the paper and on `day`."""
    found = []
    for key in keys:
        reference = model.reference(key)
        wording = reference.on(day)
        today = wording.citation if wording else reference.paper
        found.append(LegalBasis(key, reference.paper, today, bool(wording and wording.verified)))
    return tuple(found)


@dataclass(frozen=True)
class Why:
    """Gives reasons out of one model on one local day, so that the law cited is that day's."""

    model: Model
    day: dt.date

    def of(
        self, clause: Clause, key: str, path: str, otherwise: Text, strength: Strength | None = None
    ) -> Reason:
        """The reason that `clause` gives; `otherwise` is the sentence where its author wrote none."""
        return Reason(
            key=key,
            text=clause.why or otherwise,
            rule=clause.rule,
            also=clause.also,
            model_path=path,
            legal_basis=legal_basis(self.model, clause.law, self.day),
            strength=strength,
        )
