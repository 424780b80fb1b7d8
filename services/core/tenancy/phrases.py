"""The model's own words said as people say them, in Danish and English: periods, strengths, conditions, effects."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from services.core.tenancy.frame import FOLLOWERS
from services.core.tenancy.language import Clause, Condition, Period, Strength, Subject, Text, Unit
from services.core.tenancy.meetings import Anchor, Effect, Late, Telling
from services.core.tenancy.model import Model

STRENGTHS = {
    Strength.ALWAYS: ("altid", "always"),
    Strength.AS_A_RULE: ("som udgangspunkt", "as a rule"),
    Strength.AS_FAR_AS_POSSIBLE: ("så vidt muligt", "as far as possible"),
    Strength.CONDITIONAL: ("på betingelse", "on condition"),
    Strength.POSSIBLE: ("kan", "possible"),
    Strength.AD_HOC: ("efter behov", "ad hoc"),
    Strength.NEVER: ("aldrig", "never"),
}
UNITS = {
    Unit.HOURS: (("time", "timer"), ("hour", "hours")),
    Unit.DAYS: (("dag", "dage"), ("day", "days")),
    Unit.WORKING_DAYS: (("arbejdsdag", "arbejdsdage"), ("working day", "working days")),
    Unit.WEEKS: (("uge", "uger"), ("week", "weeks")),
    Unit.MONTHS: (("måned", "måneder"), ("month", "months")),
    Unit.HALF_YEARS: (("halvt år", "halve år"), ("half-year", "half-years")),
    Unit.YEARS: (("år", "år"), ("year", "years")),
}
TELLINGS = {
    Telling.TAKES_PART: ("familien er med", "the family takes part"),
    Telling.INFORMED: ("familien orienteres", "the family is informed"),
    Telling.CONSENTS: (
        "familien siger ja til, at mødet holdes",
        "the family consents to the meeting being held",
    ),
    Telling.NOT_IDENTIFIED: ("ingen familie kan genkendes", "no family can be recognised"),
    Telling.ABSENT: ("familien er ikke med", "the family is not there"),
}
EFFECTS = {
    Effect.STAY: ("fortsætter her", "goes on here"),
    Effect.MOVE: ("flytter niveau", "moves level"),
    Effect.FOLLOW_UP: ("følges op", "is followed up"),
    Effect.CLOSE: ("afsluttes", "is closed"),
    Effect.CALL: ("fører til", "leads to"),
    Effect.DECIDE: ("der træffes afgørelse", "a decision is made"),
}
SUBJECTS = {
    Subject.NAMED_CHILD: ("et barn med navn", "a named child"),
    Subject.SIBLINGS: ("søskende", "siblings"),
    Subject.GROUP: ("en gruppe", "a group"),
    Subject.ALL_OF_A_PLACE: ("alle på et sted", "all of a place"),
    Subject.NOBODY_NAMED: ("ingen med navn", "nobody by name"),
    Subject.FAMILY: ("en familie", "a family"),
}
RHYTHMS = {
    "ad_hoc": ("når der er brug for det", "ad hoc"),
    "as_needed": ("efter behov", "as needed"),
    "fixed_interval": ("fast interval", "a fixed interval"),
    "fixed_slots": ("faste tider", "fixed slots"),
}
ANCHORS = {
    Anchor.MEETING: ("mødet", "the meeting"),
    Anchor.CALLED: ("indkaldelsen", "the call"),
    Anchor.HELD: ("det holdte møde", "the meeting held"),
    Anchor.CONCLUDED: ("mødets afslutning", "the meeting's conclusion"),
    Anchor.MEASURE_STARTED: ("indsatsens start", "the start of the measure"),
    Anchor.LEVEL_ENTERED: ("starten på niveauet", "entering the level"),
    Anchor.EVENT: ("en hændelse", "an event"),
}
LATE = {
    Late.REASON: ("Er det for sent, begrundes det.", "When it is too late a reason is given."),
    Late.ADVICE: ("Er det for sent, mindes der om det.", "When it is too late it is pointed out."),
    Late.BLOCK: (
        "Er det for sent, kan mødet ikke indkaldes sådan.",
        "When it is too late it can't be called so.",
    ),
}
READY = {
    "call": ("klar før indkaldelsen", "ready before the call"),
    "meeting": ("klar før mødet", "ready before the meeting"),
    "conclude": ("klar før afslutningen", "ready before it is concluded"),
}
_NUMBERS = {
    "age_from": ("fra {} år", "from {} years"),
    "age_below": ("under {} år", "below {} years"),
}
"""Conditions that ask for a number."""
_OF_CHILD = {"unborn": (("før fødslen", "before birth"), ("efter fødslen", "after birth"))}
_OF_CASE = {
    "private": (("privat sted", "private place"), ("kommunalt sted", "municipal place")),
    "active_case": (("aktiv sag", "active case"), ("ingen aktiv sag", "no active case")),
    "family_related": (
        ("handler om familien", "concerns the family"),
        ("handler ikke om familien", "does not concern the family"),
    ),
}
"""Conditions that are so or not: what each is called."""


class HasName(Protocol):
    """A part of the model with a key and a name."""

    @property
    def key(self) -> str:
        """For programs."""

    @property
    def name(self) -> Text:
        """For people."""


class Phrases:
    """Says things of one model in one language."""

    def __init__(self, model: Model, language: str) -> None:
        self.model = model
        self.language = language
        self._column = 0 if language == "da" else 1

    def both(self, pair: tuple[str, str]) -> str:
        """The one of two that is in the language."""
        return pair[self._column]

    def say(self, text: Text) -> str:
        """A text in the language."""
        return text.in_language(self.language)

    def period(self, period: Period) -> str:
        """A length of time."""
        one, many = UNITS[period.unit][self._column]
        return f"{period.count} {one if period.count == 1 else many}"

    def every(self, period: Period) -> str:
        """How often: every week, every 8 weeks."""
        one, many = UNITS[period.unit][self._column]
        if self._column:
            return f"every {one}" if period.count == 1 else f"every {period.count} {many}"
        neuter = period.unit in {Unit.HALF_YEARS, Unit.YEARS}
        word = "halve år" if period.unit is Unit.HALF_YEARS else one
        number = "" if period.count == 1 else f"{period.count}. "
        return f"{'hvert' if neuter else 'hver'} {number}{word}"

    def role(self, key: str) -> str:
        """A role's name."""
        return self.say(self.model.role(key).name)

    def follower(self, key: str) -> str:
        """Who follows up a deadline: a role's name, or what the one is called who is no role."""
        known = {role.key: role.name for role in self.model.roles}
        return self.say(known.get(key) or FOLLOWERS[key])

    def meeting(self, key: str) -> str:
        """A meeting type's name."""
        return self.say(self.model.meeting(key).name)

    def joined(self, *texts: Text) -> str:
        """Several texts after one another."""
        return " ".join(words for words in map(self.say, texts) if words)

    def roles(self, keys: tuple[str, ...], word: tuple[str, str] = ("eller", "or")) -> str:
        """Several roles' names."""
        names = [self.role(key) for key in keys]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {self.both(word)} {names[-1]}"

    def condition(self, condition: Condition) -> str:
        """When a clause holds, in words; '' where it always does."""
        if condition.text:
            return self.say(condition.text)
        return ", ".join(self._asked(condition))

    def _asked(self, asked: Condition) -> Iterator[str]:
        model = self.model
        for field, words in _NUMBERS.items():
            if (number := getattr(asked, field)) is not None:
                yield self.both(words).format(number)
        yield from self._either(asked, _OF_CHILD)
        if asked.pregnancy_from is not None or asked.pregnancy_to is not None:
            weeks = f"{asked.pregnancy_from or ''}-{asked.pregnancy_to or ''}"
            yield self.both((f"graviditetsuge {weeks}", f"pregnancy weeks {weeks}"))
        named = self.names(*model.stages, *model.unit_kinds, *model.districts, *model.tracks)
        yield from (named[key] for key in (*asked.stages, *asked.unit_kinds, *asked.districts, *asked.tracks))
        if asked.not_stages:
            yield self._not(", ".join(named[key] for key in asked.not_stages))
        if asked.levels:
            labels = ", ".join(model.level(number).label for number in asked.levels)
            yield self.both((f"niveau {labels}", f"level {labels}"))
        yield from self._either(asked, _OF_CASE)
        facts = self.names(*model.facts)
        yield from (facts[key] for key in asked.facts)
        if asked.facts_any:
            yield f" {self.both(('eller', 'or'))} ".join(facts[key] for key in asked.facts_any)
        yield from (self._not(f": {facts[key]}") for key in asked.facts_none)

    def _either(
        self, asked: Condition, fields: Mapping[str, tuple[tuple[str, str], tuple[str, str]]]
    ) -> Iterator[str]:
        for field, (so, otherwise) in fields.items():
            if (wanted := getattr(asked, field)) is not None:
                yield self.both(so if wanted else otherwise)

    def _not(self, words: str) -> str:
        word = self.both(("ikke", "not"))
        return f"{word}{words}" if words.startswith(":") else f"{word} {words}"

    def names(self, *parts: HasName) -> dict[str, str]:
        """What these parts of the model are called, by key."""
        return {part.key: self.say(part.name) for part in parts}

    def rules(self, clause: Clause) -> str:
        """The rule ids of a clause in brackets, or ''."""
        rules = [rule for rule in (clause.rule, *clause.also) if rule]
        return f" ({', '.join(rules)})" if rules else ""

    def rule(self, rules: str) -> str:
        """Rule ids in brackets, or ''."""
        return f" ({rules})" if rules else ""
