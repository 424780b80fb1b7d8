"""A model as a document that a committee can read: Markdown, in the language asked for."""

from collections.abc import Iterator
from pathlib import Path

from services.core.tenancy.language import Clause, Period, Strength, Text, Unit
from services.core.tenancy.loader import load_model
from services.core.tenancy.meetings import Duty, MeetingType
from services.core.tenancy.model import Model

_LABELS = {
    "levels": ("Niveauer", "Levels"),
    "ways": ("Veje mellem niveauerne", "Ways between the levels"),
    "bypass": ("Straks, forbi alle trin", "At once, past all steps"),
    "meetings": ("Møder", "Meetings"),
    "purpose": ("Formål", "Purpose"),
    "convener": ("Indkalder", "Convener"),
    "chair": ("Mødeleder", "Chair"),
    "participants": ("Deltagere", "Participants"),
    "deadlines": ("Frister", "Deadlines"),
    "outcomes": ("Udfald", "Outcomes"),
    "form": ("Skema", "Form"),
    "consent": ("Samtykke", "Consent"),
    "retention": ("Sletning", "Erasure"),
    "law": ("Retsgrundlag", "Legal basis"),
    "skips": ("Spring", "Skips"),
    "or": ("eller", "or"),
    "before": ("før", "before"),
    "after": ("efter", "after"),
}
_STRENGTHS = {
    Strength.ALWAYS: ("altid", "always"),
    Strength.AS_A_RULE: ("som udgangspunkt", "as a rule"),
    Strength.AS_FAR_AS_POSSIBLE: ("så vidt muligt", "as far as possible"),
    Strength.CONDITIONAL: ("på betingelse", "on condition"),
    Strength.POSSIBLE: ("kan", "possible"),
    Strength.AD_HOC: ("efter behov", "ad hoc"),
    Strength.NEVER: ("aldrig", "never"),
}
_UNITS = {
    Unit.HOURS: ("timer", "hours"),
    Unit.DAYS: ("dage", "days"),
    Unit.WORKING_DAYS: ("arbejdsdage", "working days"),
    Unit.WEEKS: ("uger", "weeks"),
    Unit.MONTHS: ("måneder", "months"),
    Unit.HALF_YEARS: ("halve år", "half-years"),
    Unit.YEARS: ("år", "years"),
}


def explain_dir(directory: Path, language: str = "da") -> str:
    """The directory's model as Markdown; raises ModelError where it holds none."""
    return explain_model(load_model(directory), language)


def explain_model(model: Model, language: str = "da") -> str:
    """The model as Markdown."""
    return "\n".join(_Page(model, language).lines()) + "\n"


class _Page:
    def __init__(self, model: Model, language: str) -> None:
        self._model = model
        self._language = language
        self._column = 0 if language == "da" else 1

    def lines(self) -> Iterator[str]:
        model = self._model
        yield f"# {model.tenant.name}"
        yield ""
        yield self._say(model.population.name)
        yield ""
        yield from (f"- {self._say(one.text)}" for one in model.principles)
        if model.levels:
            yield from self._levels()
        for bypass in model.bypasses:
            yield from ("", f"## {self._label('bypass')}: {self._say(bypass.name)}{_rule(bypass)}", "")
            yield self._say(bypass.why)
        yield from ("", f"## {self._label('meetings')}")
        for meeting in model.meetings:
            yield from self._meeting(meeting)
        yield from ("", f"## {self._label('consent')}", "")
        yield from (f"- {self._say(one.name)}: {self._say(one.why)}{_rule(one)}" for one in model.purposes)
        yield from ("", f"## {self._label('retention')}", "")
        for rule in model.retention:
            yield f"- `{rule.record}`: {self._period(rule.keep)} {self._label('after')} `{rule.trigger}`. {self._say(rule.why)}"
        yield from ("", f"## {self._label('law')}", "")
        for reference in model.law:
            wordings = "; ".join(
                f"{one.applies_from.isoformat()}: {self._say(one.citation)}" for one in reference.wordings
            )
            yield f"- {self._say(reference.name)}: {wordings}"

    def _levels(self) -> Iterator[str]:
        model = self._model
        yield from ("", f"## {self._label('levels')}", "")
        for level in model.levels:
            yield f"- **{level.label}. {self._say(level.name)}**{_rule(level)}: {self._say(level.text)}"
        yield from ("", f"### {self._label('ways')}", "")
        for way in model.transitions:
            text = " ".join(
                said
                for said in (
                    self._say(way.text),
                    self._say(way.why),
                    *(self._say(step.why) for step in way.prior),
                )
                if said
            )
            yield f"- {way.from_level} → {way.to_level}{_rule(way)}: {text}"
        yield f"- {self._label('skips')}{_rule(model.skips)}: {self._say(model.skips.why)}"

    def _meeting(self, meeting: MeetingType) -> Iterator[str]:
        yield from ("", f"### {self._say(meeting.name)}{_rule(meeting)}", "", self._say(meeting.text), "")
        if meeting.why:
            yield from (self._say(meeting.why), "")
        for purpose in meeting.purposes:
            yield f"- {self._label('purpose')}: {self._say(purpose.text)}{_rule(purpose)}"
        yield from (f"- {self._label('convener')}: {self._duty(duty)}" for duty in meeting.convener)
        yield from (f"- {self._label('chair')}: {self._duty(duty)}" for duty in meeting.chair)
        if meeting.form:
            yield f"- {self._label('form')}: {self._say(self._model.form(meeting.form).name)}"
        yield f"- {self._label('participants')}:"
        for one in meeting.participants:
            name = self._say(self._model.role(one.role).name)
            yield f"  - {name}: {_STRENGTHS[one.strength][self._column]}{_rule(one)}. {self._say(one.why)}"
        for deadline in meeting.deadlines:
            side = self._label("before" if deadline.before else "after")
            when = f"{self._period(deadline.within)} {side}{_rule(deadline)}"
            yield f"- {self._label('deadlines')}: {self._say(deadline.name)}, {when}"
        yield f"- {self._label('outcomes')}:"
        for outcome in meeting.outcomes:
            lead = outcome.leads_to
            to = f" → {lead.level}" if lead.level is not None else ""
            to = f" → {self._say(self._model.meeting(lead.meeting).name)}" if lead.meeting else to
            yield f"  - {self._say(outcome.text)}{to}{_rule(outcome)}"

    def _duty(self, duty: Duty) -> str:
        names = f" {self._label('or')} ".join(self._say(self._model.role(role).name) for role in duty.roles)
        return f"{names}{_rule(duty)}. {self._say(duty.why)}".rstrip()

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _label(self, key: str) -> str:
        return _LABELS[key][self._column]

    def _period(self, period: Period) -> str:
        return f"{period.count} {_UNITS[period.unit][self._column]}"


def _rule(clause: Clause) -> str:
    rules = [rule for rule in (clause.rule, *clause.also) if rule]
    return f" ({', '.join(rules)})" if rules else ""
