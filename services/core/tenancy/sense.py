"""Clauses that contradict each other or can never apply, and what a model must not leave unsaid."""

from collections.abc import Iterator, Sequence

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Condition, Strength
from services.core.tenancy.meetings import MeetingType, Telling
from services.core.tenancy.model import Model

_CONSENT = Mistake(
    "consent_unclear",
    "part = \"consents\" og 'consent_to_holding' hører sammen: familien siger ja til mødet netop, hvor det er sagt til hvad",
    "part = \"consents\" and 'consent_to_holding' belong together: the family says yes to the meeting exactly where it"
    " is said to what",
)
_NEVER_COME = Mistake(
    "contradiction",
    "familien er med (takes_part), men rollen '{role}' kommer aldrig",
    "the family takes part, but the role '{role}' never comes",
)
_NOT_INVITED = Mistake(
    "contradiction",
    "familien er med (takes_part), men ingen deltager er forælder eller barn",
    "the family takes part, but no participant is a parent or the child",
)
_IDENTITY = Mistake(
    "contradiction",
    "ingen kan genkendes (not_identified), så 'record_identity' skal være false",
    "nobody is identified, so 'record_identity' must be false",
)
_NO_CONVENER = Mistake(
    "no_convener", "ingen indkalder mødet ([[convener]])", "nobody convenes the meeting ([[convener]])"
)
_SOMETIMES = Mistake(
    "no_convener",
    "hver indkalder har en betingelse: hvor ingen af dem passer, indkalder ingen",
    "every convener has a condition: where none holds nobody convenes",
)
_NEVER_APPLIES = Mistake(
    "never_applies",
    "den første, der passer, gælder, og nummer {first} passer altid: denne gælder aldrig",
    "the first that fits applies, and number {first} always fits: this one never applies",
)
_BOTH = Mistake(
    "contradiction",
    "'{one}' kan ikke både kræves og udelukkes",
    "'{one}' can't be both required and excluded",
)
_TURNED = Mistake(
    "contradiction",
    "mindst {least} og højst {most} kan ikke begge holdes",
    "at least {least} and at most {most} can't both be kept",
)
_TOO_SHORT = Mistake(
    "contradiction",
    "mødet varer {minutes} minutter, men længden skal være {least}-{most}",
    "the meeting lasts {minutes} minutes, but its length must be {least}-{most}",
)
_NO_TIME = Mistake("contradiction", "et møde varer mindst et minut", "a meeting lasts a minute at least")
_NO_POINT = Mistake(
    "dangling",
    "'{point}' er intet punkt på dagsordenen ([[agenda]])",
    "'{point}' is no point of the agenda",
)
_SAME_TWICE = Mistake(
    "doubled",
    "rollen '{role}' står to gange på samme betingelse",
    "the role '{role}' stands twice under the same condition",
)
_UNCONDITIONAL = Mistake(
    "incomplete",
    "uden 'when' ville rollerne aldrig få noget at vide",
    "without 'when' these roles would never be told anything",
)
_NO_CAUSE = Mistake(
    "incomplete",
    "intet udløser pligten: 'facts_any' er tom",
    "nothing makes the duty due: 'facts_any' is empty",
)
_NO_BYPASS = Mistake(
    "no_bypass",
    "modellen har ingen vej forbi alle trin ([[bypasses]]): underretning skal altid kunne ske straks",
    "the model has no way past all steps ([[bypasses]]): an underretning must always be possible at once",
)
_NO_RETENTION = Mistake(
    "no_retention",
    'det er ikke sagt, hvor længe et forløb opbevares ([[retention]] med record = "casework")',
    'it is not said how long a case is kept ([[retention]] with record = "casework")',
)
_UNDATED = Mistake(
    "law_undated",
    "henvisningen '{law}' har ingen ordlyd med en dato ([[law.wordings]])",
    "the reference '{law}' has no wording with a date ([[law.wordings]])",
)
_PLACES = Mistake(
    "contradiction",
    "der er {places} pladser, men kun {many} tovholdere (how_many)",
    "there are {places} places, but only {many} coordinators (how_many)",
)


def impossible(condition: Condition, *path: str | int) -> Iterator[Remark]:
    """What the condition asks for and excludes at once."""
    for field, wanted, refused in (
        ("facts_none", {*condition.facts}, condition.facts_none),
        ("not_stages", {*condition.stages}, condition.not_stages),
    ):
        for one in refused:
            if one in wanted:
                yield _BOTH.at(*path, field, one=one)
    if condition.facts_any and set(condition.facts_any) <= set(condition.facts_none):
        yield _BOTH.at(*path, "facts_any", one=", ".join(condition.facts_any))


def shadowed(parts: Sequence[object], *path: str | int) -> Iterator[Remark]:
    """Entries of a first-that-fits list that stand behind one that always fits."""
    for index, part in enumerate(parts):
        if getattr(part, "when", None) == Condition() and not getattr(part, "levels", ()):
            yield from (
                _NEVER_APPLIES.at(*path, later, first=index + 1) for later in range(index + 1, len(parts))
            )
            return


def of_meeting(model: Model, meeting: MeetingType) -> Iterator[Remark]:
    """Contradictions within one meeting type."""
    yield from _family(model, meeting)
    yield from _tasks(meeting)
    yield from _numbers(meeting)
    points = {point.key for point in meeting.agenda}
    for index, one in enumerate(meeting.participants):
        if one.leaves_after and one.leaves_after not in points:
            yield _NO_POINT.at("participants", index, "leaves_after", point=one.leaves_after)
        alike = (one.role, one.when, one.professions)
        if any(
            (other.role, other.when, other.professions) == alike for other in meeting.participants[:index]
        ):
            yield _SAME_TWICE.at("participants", index, role=one.role)


def _family(model: Model, meeting: MeetingType) -> Iterator[Remark]:
    family = meeting.family
    if (family.part is Telling.CONSENTS) != bool(family.consent_to_holding):
        yield _CONSENT.at("family")
    if meeting.record_identity and family.part is Telling.NOT_IDENTIFIED:
        yield _IDENTITY.at("family")
    if family.part is not Telling.TAKES_PART:
        return
    kinds = {role.key: role.kind for role in model.roles}
    theirs = {RoleKind.CUSTODY_HOLDER, RoleKind.CHILD}
    if not any(kinds.get(one.role, RoleKind.CHILD) in theirs for one in meeting.participants):
        yield _NOT_INVITED.at("participants")
    always = Condition()
    for one in meeting.participants:
        never = one.strength is Strength.NEVER and one.when == always
        if never and kinds.get(one.role) is RoleKind.CUSTODY_HOLDER:
            yield _NEVER_COME.at("family", role=one.role)


def _tasks(meeting: MeetingType) -> Iterator[Remark]:
    if not meeting.convener:
        yield _NO_CONVENER.at("convener")
    elif all(duty.when != Condition() for duty in meeting.convener):
        yield _SOMETIMES.at("convener")
    for task in ("convener", "chair", "writer", "follows_up"):
        yield from shadowed(getattr(meeting, task), task)


def _numbers(meeting: MeetingType) -> Iterator[Remark]:
    if meeting.minutes < 1:
        yield _NO_TIME.at("minutes")
    for index, one in enumerate(meeting.rhythm.yearly):
        yield from _turned(one.at_least, one.at_most, "rhythm", "yearly", index)
    if meeting.externals is not None:
        yield from _turned(meeting.externals.at_least, meeting.externals.at_most, "externals")
    if meeting.length is not None:
        least, most = meeting.length.at_least, meeting.length.at_most
        turned = list(_turned(least, most, "length"))
        yield from turned
        fits = meeting.minutes >= least and (most is None or meeting.minutes <= most)
        if not turned and not fits:
            yield _TOO_SHORT.at(
                "minutes", minutes=meeting.minutes, least=least, most="" if most is None else most
            )


def _turned(least: int, most: int | None, *path: str | int) -> Iterator[Remark]:
    if most is not None and least > most:
        yield _TURNED.at(*path, least=least, most=most)


def of_structure(model: Model) -> Iterator[Remark]:
    """Contradictions in the parts around the meetings, each at its own path from the model's root."""
    for index, reference in enumerate(model.law):
        if not reference.wordings:
            yield _UNDATED.at("law", index, law=reference.key)
    for index, bypass in enumerate(model.bypasses):
        if not bypass.facts_any:
            yield _NO_CAUSE.at("bypasses", index)
    for index, shield in enumerate(model.shields):
        if shield.when == Condition(text=shield.when.text):
            yield _UNCONDITIONAL.at("shields", index)
    yield from shadowed(model.variants, "variants")
    if model.coordinators is not None:
        many, places = model.coordinators.how_many, len(model.coordinators.places)
        if places > many:
            yield _PLACES.at("coordinators", "places", places=places, many=many)
        yield from shadowed(model.coordinators.defaults, "coordinators", "defaults")


def unsaid(model: Model) -> Iterator[Remark]:
    """What no municipality can leave out: the way of an underretning, and how long a case is kept."""
    if not model.bypasses:
        yield _NO_BYPASS.at("bypasses")
    if not any(rule.record == "casework" for rule in model.retention):
        yield _NO_RETENTION.at("retention")
