"""A model as a document that a committee can read: Markdown, or HTML with drawings of its levels and meetings."""

from collections.abc import Iterator
from pathlib import Path

from services.core.tenancy import pictures
from services.core.tenancy.check import sound_model
from services.core.tenancy.document import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Table,
    as_html,
    as_markdown,
)
from services.core.tenancy.explain_law import bypass_blocks, law_blocks
from services.core.tenancy.explain_levels import level_blocks
from services.core.tenancy.explain_meeting import meeting_blocks
from services.core.tenancy.frame import Escalation, Indicator
from services.core.tenancy.indicators import measures_of, name_of
from services.core.tenancy.ladder import CoordinatorDefault
from services.core.tenancy.language import Clause, Condition, Strength, Text
from services.core.tenancy.model import Model
from services.core.tenancy.phrases import Phrases
from services.core.tenancy.supports import Shield


def explain_dir(directory: Path, language: str = "da") -> str:
    """The directory's model as Markdown; raises ModelError where it holds none."""
    return explain_model(sound_model(directory), language)


def explain_model(model: Model, language: str = "da") -> str:
    """The model as Markdown."""
    return as_markdown(_blocks(Phrases(model, language)))


def explain_html_dir(directory: Path, language: str = "da") -> str:
    """The directory's model as one HTML page with its drawings; raises ModelError where it holds none."""
    return explain_html(sound_model(directory), language)


def explain_html(model: Model, language: str = "da") -> str:
    """The model as one HTML page with its drawings inside."""
    return as_html(_blocks(Phrases(model, language)), language, model.tenant.name)


def _blocks(say: Phrases) -> Iterator[Block]:
    model = say.model
    yield Heading(1, model.tenant.name)
    yield Paragraph(f"{say.say(model.population.name)}{say.rules(model.population)}.")
    yield Bullets(tuple(f"{say.say(one.text)}{say.rule(one.rule)}" for one in model.principles))
    if model.variants:
        yield Heading(2, say.both(("Varianter side om side", "Variants side by side")))
        yield Bullets(tuple(f"**{say.say(one.name)}**: {say.condition(one.when)}" for one in model.variants))
    yield from _who(say)
    if model.levels:
        yield from level_blocks(say)
    for bypass in model.bypasses:
        yield from bypass_blocks(say, bypass)
    yield Heading(2, say.both(("Møder", "Meetings")))
    yield from _overview(say)
    for meeting in model.meetings:
        yield from meeting_blocks(say, meeting)
    yield from _forms(say)
    yield from _around(say)
    yield from law_blocks(say)


def _who(say: Phrases) -> Iterator[Block]:
    """The services and persons around the child, and what can be confirmed about a case."""
    model = say.model
    yield Heading(2, say.both(("Hvem er med", "Who takes part")))
    areas = {
        "general": ("alment", "general"),
        "specialised": ("specialiseret", "specialised"),
        "other": ("andet", "other"),
    }
    tools = {one.key: say.say(one.name) for one in model.instruments}
    lines = []
    for service in model.services:
        ages = f", {service.from_age or 0}-{service.to_age}" if service.to_age is not None else ""
        own = f": {', '.join(tools[key] for key in service.instruments)}" if service.instruments else ""
        lines.append(
            f"{say.say(service.name)} ({say.both(areas[service.area.value])}{ages}){say.rule(service.rule)}{own}"
        )
    yield Bullets(tuple(lines))
    kinds = {one.key: say.say(one.name) for one in model.unit_kinds}
    attached = [
        f"{say.say(one.name)}, {', '.join(kinds[key] for key in one.attached_to)}{say.rule(one.rule)}: {say.say(one.text)}"
        for one in model.roles
        if one.attached_to
    ]
    yield Bullets(tuple(attached))
    if model.facts:
        yield Heading(3, say.both(("Hvad der kan bekræftes om en sag", "What can be confirmed about a case")))
        yield Bullets(tuple(f"{say.say(one.name)}{say.rule(one.rule)}" for one in model.facts))
    how = [one for one in (model.choice, model.local, model.versions) if one is not None]
    if how:
        yield Heading(3, say.both(("Hvordan modellen bruges og ændres", "How the model is used and changed")))
        yield Bullets(tuple(f"{say.say(one.why)}{say.rules(one)}" for one in how if one.why))


def _overview(say: Phrases) -> Iterator[Block]:
    model = say.model
    head = (
        say.both(("Møde", "Meeting")),
        say.both(("Indkalder", "Convener")),
        say.both(("Altid med", "Always there")),
        say.both(("Skema", "Form")),
        say.both(("Minutter", "Minutes")),
    )
    rows = [head]
    for one in model.meetings:
        always = dict.fromkeys(
            say.role(p.role)
            for p in one.participants
            if p.strength is Strength.ALWAYS and p.when == Condition()
        )
        convener = " / ".join(dict.fromkeys(say.roles(duty.roles) for duty in one.convener))
        form = say.say(model.form(one.form).name) if one.form else ""
        rows.append((say.say(one.name), convener, ", ".join(always), form, str(one.minutes)))
    yield Table(tuple(rows))
    caption = say.both(
        (
            "Hvor møderne kan føre hen; hvert møde siger det selv under udfald.",
            "Where meetings can lead; each says so itself under outcomes.",
        )
    )
    yield Picture(pictures.flow(model, say.language, caption), caption)


def _forms(say: Phrases) -> Iterator[Block]:
    yield Heading(2, say.both(("Skemaer", "Forms")))
    seen = {"professionals": ("fagpersoner", "professionals"), "family": ("familien", "the family")}
    seen |= {"child": ("barnet", "the child"), "network": ("netværket", "the network")}
    for form in say.model.forms:
        yield Heading(3, f"{say.say(form.name)}{say.rules(form)}")
        rows = [
            (
                say.both(("Felt", "Field")),
                say.both(("Skal udfyldes", "Required")),
                say.both(("Ses af", "Seen by")),
            )
        ]
        for field in form.fields:
            known = say.both(("kendes allerede", "known already"))
            must = known if field.source else say.both(("ja", "yes")) if field.required else ""
            who = ", ".join(say.both(seen[one.value]) for one in field.visible_to)
            rows.append((f"{say.say(field.label)}{say.rules(field)}", must, who))
        yield Table(tuple(rows))


def _around(say: Phrases) -> Iterator[Block]:
    """What the structure holds beside its meetings."""
    model = say.model
    if model.coordinators is not None:
        yield Heading(2, f"{say.say(model.coordinators.name)}{say.rules(model.coordinators)}")
        yield Paragraph(say.say(model.coordinators.why))
        proposed = (*model.coordinators.defaults, *model.coordinators.beside)
        yield Bullets(
            (
                *(say.say(place.name) for place in model.coordinators.places),
                *(_proposed(say, one) for one in proposed),
            )
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
        (("Guides", "Guides"), [_item(say, one, one.name) for one in model.handbooks]),
        (("Metoder", "Methods"), [_item(say, one, one.name) for one in model.methods]),
        (("Netværk", "Networks"), [_item(say, one, one.name, one.why) for one in model.networks]),
        (("Fælles indsatser", "Cooperations"), [_item(say, one, one.name) for one in model.cooperations]),
        (("Foranstaltninger", "Measures"), [_item(say, one, one.name, one.why) for one in model.measures]),
        (("Overlevering", "Handing over"), [_item(say, one, one.name) for one in model.handovers]),
        (("Meldes opad", "Told upwards"), [_item(say, one, one.name, one.why) for one in model.reports]),
        (
            ("Indikatorer", "Indicators"),
            [_indicator(say, one) for one in model.indicators],
        ),
        (
            ("Hvem orienteres ikke", "Who is not told"),
            [_shield(say, one) for one in model.shields],
        ),
    )
    for heading, lines in parts:
        if lines:
            yield Heading(2, say.both(heading))
            yield Bullets(tuple(lines))


def _item(say: Phrases, clause: Clause, name: Text, text: Text | None = None) -> str:
    words = f": {say.say(text)}" if text else ""
    return f"**{say.say(name)}**{say.rules(clause)}{words}"


def _checklists(say: Phrases) -> Iterator[str]:
    for checklist in say.model.checklists:
        yield f"**{say.say(checklist.name)}**"
        yield from (f"  {say.say(item.text)}{say.rules(item)}" for item in checklist.items)


def _processes(say: Phrases) -> Iterator[str]:
    latest, follows = (
        say.both(("senest", "at the latest")),
        say.both((" (følger loven)", " (follows the law)")),
    )
    for one in say.model.processes:
        rules = ", ".join(filter(None, (one.rule, *one.also)))
        marks = f"{say.rule(rules)}{follows if one.dated else ''}"
        yield f"**{say.say(one.name)}**{marks}: {latest} {say.period(one.within)}. {say.say(one.why)}"
        yield from (f"  {say.say(covered)}" for covered in one.covers)


def _proposed(say: Phrases, one: CoordinatorDefault) -> str:
    when = f", {words}" if (words := say.condition(one.when)) else ""
    return f"{_professions(say, one.professions)}{when}{say.rules(one)}"


def _escalation(say: Phrases, one: Escalation) -> str:
    named = {rule.key: rule.name for meeting in say.model.meetings for rule in meeting.deadlines}
    named |= {rule.key: rule.name for rule in say.model.reassessments}
    late = say.both(("efter fristen", "after the deadline"))
    what = f"{say.say(named[one.deadline])}, {say.period(one.after)} {late}"
    return f"**{say.follower(one.to)}** ({what}){say.rules(one)}: {say.say(one.why)}".removesuffix(": ")


def _shield(say: Phrases, one: Shield) -> str:
    who = f"{say.roles(one.roles, ('og', 'and'))} ({say.condition(one.when)}){say.rules(one)}"
    return f"{who}: {say.say(one.why)}".removesuffix(": ")


def _professions(say: Phrases, keys: tuple[str, ...]) -> str:
    return ", ".join(say.say(say.model.profession(key).name) for key in keys)


def _indicator(say: Phrases, one: Indicator) -> str:
    measured = ", ".join(say.say(name_of(say.model, measure)) for measure in measures_of(one))
    if one.within is not None:
        measured += f" ({say.both(('inden', 'within'))} {say.period(one.within)})"
    fewest = say.both(("vises ikke om færre end", "not shown of fewer than"))
    words = f" {say.say(one.expectation)}" if one.expectation else ""
    about = f"{measured}; {fewest} {one.smallest_group}."
    return f"{say.say(one.name)}, {say.every(one.every)}{_rules(one)}: {about}{words}"


def _rules(indicator: Indicator) -> str:
    return f" ({', '.join(filter(None, (indicator.rule, *indicator.also)))})" if indicator.rule else ""
