"""What a structure holds beside its meetings, as a committee reads it: forms, who holds the thread, offers, figures."""

from collections.abc import Iterator

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph, Table
from services.core.tenancy.forms import USES, Field, Form
from services.core.tenancy.frame import Escalation, FamilyText, Indicator
from services.core.tenancy.indicators import measures_of, name_of
from services.core.tenancy.ladder import CoordinatorDefault
from services.core.tenancy.language import Clause, Text
from services.core.tenancy.phrases import Phrases
from services.core.tenancy.silence import SILENT, Silence, key_of, silences_of
from services.core.tenancy.supports import Exchange, MeasureRule, Shield
from services.core.tenancy.wordings import NAMES

_SEEN = {
    "professionals": ("fagpersoner", "professionals"),
    "family": ("familien", "the family"),
    "child": ("barnet", "the child"),
    "network": ("netværket", "the network"),
}


def form_blocks(say: Phrases) -> Iterator[Block]:
    """Each form with its fields, who must fill and who sees them."""
    yield Heading(2, say.both(("Skemaer", "Forms")))
    for form in say.model.forms:
        yield Heading(3, f"{say.say(form.name)}{say.rules(form)}")
        uses = ", ".join(say.say(USES[one]) for one in form.uses)
        yield Paragraph(
            f"{say.both(('Bruges som', 'Serves as'))}: {uses}. {say.joined(form.text, form.why)}".rstrip()
        )
        yield _fields(say, form)


def _fields(say: Phrases, form: Form) -> Table:
    head = (
        say.both(("Felt", "Field")),
        say.both(("Skal udfyldes", "Required")),
        say.both(("Ses af", "Seen by")),
        say.both(("Svar", "Answer")),
    )
    rows = [head]
    for field in form.fields:
        known = say.both(("kendes allerede", "known already"))
        must = known if field.source else say.both(("ja", "yes")) if field.required else ""
        who = ", ".join(say.both(_SEEN[one.value]) for one in field.visible_to)
        rows.append((f"{say.say(field.label)}{say.rules(field)}", must, who, _answer(say, field)))
    return Table(tuple(rows)).without_empty_columns()


def _answer(say: Phrases, field: Field) -> str:
    words = " / ".join(say.say(option.text) for option in field.options)
    if field.kind.value == "scale":
        words = f"{field.scale_from}-{field.scale_to}"
    when = say.condition(field.when)
    return ". ".join(filter(None, (words, when, say.joined(field.help, field.why))))


def around_blocks(say: Phrases) -> Iterator[Block]:
    """Who holds the thread, and every list beside the meetings that is not empty."""
    model = say.model
    if (rule := model.coordinators) is not None:
        yield Heading(2, f"{say.say(rule.name)}{say.rules(rule)}")
        yield Paragraph(say.say(rule.why))
        proposed = (*rule.defaults, *rule.beside)
        yield Bullets(
            (*(say.say(place.name) for place in rule.places), *(_proposed(say, one) for one in proposed))
        )
    parts: tuple[tuple[tuple[str, str], list[str]], ...] = (
        (("Det tilbydes", "What is offered"), [_item(say, one, one.name, one.text) for one in model.offers]),
        (("Tjeklister", "Checklists"), list(_checklists(say))),
        (
            ("Hvem kan man få fat i", "Whom to reach"),
            [_item(say, one, one.situation, one.reach) for one in model.directory],
        ),
        (("Forløb med egen frist", "Processes with a clock of their own"), list(_processes(say))),
        (
            ("Når en frist ikke holdes", "When a deadline is missed"),
            [_escalation(say, one) for one in model.escalations],
        ),
        (
            ("Når ingen svarer", "When nobody answers"),
            [_silence(say, one) for one in silences_of(model.silences)],
        ),
        (("Guides", "Guides"), [_item(say, one, one.name) for one in model.handbooks]),
        (("Metoder", "Methods"), [_item(say, one, one.name, one.text) for one in model.methods]),
        (("Netværk", "Networks"), [_item(say, one, one.name) for one in model.networks]),
        (("Fælles indsatser", "Cooperations"), [_item(say, one, one.name) for one in model.cooperations]),
        (("Foranstaltninger", "Measures"), [_measure(say, one) for one in model.measures]),
        (("Overlevering", "Handing over"), [_item(say, one, one.name) for one in model.handovers]),
        (("Meldes opad", "Told upwards"), [_item(say, one, one.name) for one in model.reports]),
        (
            ("Udveksling uden samtykke", "Exchange without consent"),
            [_exchange(say, one) for one in model.exchanges],
        ),
        (("Indikatorer", "Indicators"), [_indicator(say, one) for one in model.indicators]),
        (("Hvem orienteres ikke", "Who is not told"), [_shield(say, one) for one in model.shields]),
        (("Tekster til familien", "Texts for the family"), [_text(say, one) for one in model.texts]),
        (("Beskeder med kommunens ord", "Messages in the municipality's words"), list(_messages(say))),
    )
    for heading, lines in parts:
        if lines:
            yield Heading(2, say.both(heading))
            yield Bullets(tuple(lines))


def _item(say: Phrases, clause: Clause, name: Text, text: Text | None = None) -> str:
    condition = getattr(clause, "when", None)
    when = f" ({words})" if condition is not None and (words := say.condition(condition)) else ""
    told = " ".join(filter(None, (say.say(text) if text else "", say.say(clause.why))))
    return f"**{say.say(name)}**{when}{say.rules(clause)}{f': {told}' if told else ''}"


def _measure(say: Phrases, one: MeasureRule) -> str:
    told = _item(say, one, one.name)
    if one.consent:
        purpose = say.say(say.model.purpose(one.consent).name)
        told += f" ({say.both(('når der er sagt ja til', 'once consented to'))} “{purpose}”)"
    if one.after_process:
        process = say.say(say.model.process(one.after_process).name)
        told += f" ({say.both(('efter', 'after'))} {process})"
    if one.beside_when is not None and (when := say.condition(one.beside_when)):
        told += f" ({say.both(('kan løbe ved siden af, når', 'can run beside it when'))}: {when})"
    if gone := say.say(one.if_consent_goes):
        told += f" {say.both(('Hvis samtykket falder bort:', 'If the consent goes:'))} {gone}"
    return told


def _messages(say: Phrases) -> Iterator[str]:
    """What the municipality says in its own words: in the reader's language, as that is how it is sent."""
    for one in say.model.messages:
        if one.language == say.language:
            framed = (one.words.greeting, " / ".join(one.words.closing.splitlines()))
            if any(framed):
                yield f"**{say.both(('Først og sidst', 'First and last'))}**: {' … '.join(filter(None, framed))}"
            for kind, words in one.given():
                said = (
                    (("mail", "mail"), words.subject),
                    (("", ""), words.line),
                    (("sms", "SMS"), words.short),
                )
                told = " ".join(
                    f"{say.both(label)}{': ' if label[0] else ''}“{text}”" for label, text in said if text
                )
                yield f"**{say.say(NAMES[kind])}**: {told}"


def _text(say: Phrases, one: FamilyText) -> str:
    when = f" ({words})" if (words := say.condition(one.when)) else ""
    return f"{say.say(one.text)}{when}{say.rule(one.rule)}"


def _checklists(say: Phrases) -> Iterator[str]:
    for checklist in say.model.checklists:
        yield _item(say, checklist, checklist.name)
        yield from (f"  {say.joined(item.text, item.why)}{say.rules(item)}" for item in checklist.items)


def _processes(say: Phrases) -> Iterator[str]:
    latest, follows = (
        say.both(("senest", "at the latest")),
        say.both((" (følger loven)", " (follows the law)")),
    )
    for one in say.model.processes:
        marks = f"{say.rule(', '.join(filter(None, (one.rule, *one.also))))}{follows if one.dated else ''}"
        words = say.joined(one.why, one.if_missed)
        yield f"**{say.say(one.name)}**{marks}: {latest} {say.period(one.within)}. {words}".rstrip()
        yield from (f"  {say.say(covered)}" for covered in one.covers)


def _proposed(say: Phrases, one: CoordinatorDefault) -> str:
    names = ", ".join(say.say(say.model.profession(key).name) for key in one.professions)
    when = f", {words}" if (words := say.condition(one.when)) else ""
    levels = ", ".join(say.model.level(number).label for number in one.levels)
    where = say.both((f", niveau {levels}", f", level {levels}")) if levels else ""
    why = f". {say.say(one.why)}" if one.why else ""
    return f"{names}{where}{when}{say.rules(one)}{why}"


def _escalation(say: Phrases, one: Escalation) -> str:
    named = {rule.key: rule.name for meeting in say.model.meetings for rule in meeting.deadlines}
    named |= {rule.key: rule.name for rule in say.model.reassessments}
    named |= {key_of(of): name for of, name in SILENT.items()}
    late = say.both(("efter fristen", "after the deadline"))
    what = f"{say.say(named[one.deadline])}, {say.period(one.after)} {late}"
    return f"**{say.follower(one.to)}** ({what}){say.rules(one)}: {say.say(one.why)}".removesuffix(": ")


def _silence(say: Phrases, one: Silence) -> str:
    side = say.both(("før mødet", "before the meeting") if one.of == "invitation" else ("efter", "after"))
    reminded = say.both((" og ", " and ")).join(say.period(period) for period in one.remind)
    words = [f"{say.both(('mindes om', 'reminded of'))} {reminded} {side}"] if one.remind else []
    words.append(f"{say.both(('opgave', 'a task'))} {say.period(one.task)} {side}")
    return f"{say.say(SILENT[one.of])}: {', '.join(words)}{say.rules(one)}. {say.say(one.why)}".rstrip()


def _exchange(say: Phrases, one: Exchange) -> str:
    often = say.both((f"højst {one.at_most} gang(e)", f"at most {one.at_most} time(s)"))
    if one.more_in_special_cases:
        more = one.more_in_special_cases
        often += say.both((f", i særlige tilfælde {more} mere", f", in special cases {more} more"))
    return f"{_item(say, one, one.name)} ({often})"


def _shield(say: Phrases, one: Shield) -> str:
    who = f"{say.roles(one.roles, ('og', 'and'))} ({say.condition(one.when)}){say.rules(one)}"
    return f"{who}: {say.say(one.why)}".removesuffix(": ")


def _indicator(say: Phrases, one: Indicator) -> str:
    measured = ", ".join(say.say(name_of(say.model, measure)) for measure in measures_of(one))
    if one.within is not None:
        measured += f" ({say.both(('inden', 'within'))} {say.period(one.within)})"
    fewest = say.both(("vises ikke om færre end", "not shown of fewer than"))
    words = " ".join(filter(None, (say.say(one.text), say.say(one.expectation))))
    about = f"{measured}; {fewest} {one.smallest_group}."
    rules = say.rule(", ".join(filter(None, (one.rule, *one.also))))
    return f"**{say.say(one.name)}**, {say.every(one.every)}{rules}: {about} {words}".rstrip()
