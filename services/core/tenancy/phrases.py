"""The model's own words said as people say them, in Danish and English: periods, strengths, conditions, effects."""

from collections.abc import Iterator

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
        if asked.age_from is not None:
            yield self.both((f"fra {asked.age_from} år", f"from {asked.age_from} years"))
        if asked.age_below is not None:
            yield self.both((f"under {asked.age_below} år", f"below {asked.age_below} years"))
        if asked.unborn is not None:
            yield self.both(
                ("før fødslen", "before birth") if asked.unborn else ("efter fødslen", "after birth")
            )
        if asked.pregnancy_from is not None or asked.pregnancy_to is not None:
            weeks = f"{asked.pregnancy_from or ''}-{asked.pregnancy_to or ''}"
            yield self.both((f"graviditetsuge {weeks}", f"pregnancy weeks {weeks}"))
        named = {one.key: one.name for one in model.stages}
        for part in (*model.unit_kinds, *model.districts, *model.tracks):
            named[part.key] = part.name
        for key in (*asked.stages, *asked.unit_kinds, *asked.districts, *asked.tracks):
            yield self.say(named[key])
        if asked.not_stages:
            names = ", ".join(self.say(named[key]) for key in asked.not_stages)
            yield self.both((f"ikke {names}", f"not {names}"))
        if asked.levels:
            labels = ", ".join(model.level(number).label for number in asked.levels)
            yield self.both((f"niveau {labels}", f"level {labels}"))
        yield from self._of_case(asked)

    def _of_case(self, asked: Condition) -> Iterator[str]:
        if asked.private is not None:
            yield self.both(
                ("privat sted", "private place") if asked.private else ("kommunalt sted", "municipal place")
            )
        if asked.active_case is not None:
            yield self.both(
                ("aktiv sag", "active case") if asked.active_case else ("ingen aktiv sag", "no active case")
            )
        if asked.family_related:
            yield self.both(("handler om familien", "concerns the family"))
        yield from (self.say(self.model.fact(key).name) for key in asked.facts)
        if asked.facts_any:
            names = f" {self.both(('eller', 'or'))} ".join(
                self.say(self.model.fact(key).name) for key in asked.facts_any
            )
            yield names
        for key in asked.facts_none:
            name = self.say(self.model.fact(key).name)
            yield self.both((f"ikke: {name}", f"not: {name}"))

    def rules(self, clause: Clause) -> str:
        """The rule ids of a clause in brackets, or ''."""
        rules = [rule for rule in (clause.rule, *clause.also) if rule]
        return f" ({', '.join(rules)})" if rules else ""

    def rule(self, rules: str) -> str:
        """Rule ids in brackets, or ''."""
        return f" ({rules})" if rules else ""
