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
from services.core.tenancy.explain_around import around_blocks, form_blocks
from services.core.tenancy.explain_law import bypass_blocks, law_blocks
from services.core.tenancy.explain_levels import level_blocks
from services.core.tenancy.explain_meeting import meeting_blocks
from services.core.tenancy.explain_views import view_blocks
from services.core.tenancy.explain_who import who_blocks
from services.core.tenancy.language import Condition, Strength
from services.core.tenancy.model import Model
from services.core.tenancy.phrases import Phrases


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
    if model.population.rights:
        yield Heading(2, say.both(("Hvad barnets alder giver", "What the child's age gives")))
        yield Bullets(
            tuple(
                f"**{right.from_age}: {say.say(right.name)}**: {say.say(right.text)}{say.rules(right)}"
                for right in model.population.rights
            )
        )
    if model.variants:
        yield Heading(2, say.both(("Varianter side om side", "Variants side by side")))
        yield Bullets(tuple(f"**{say.say(one.name)}**: {say.condition(one.when)}" for one in model.variants))
    yield from who_blocks(say)
    if model.levels:
        yield from level_blocks(say)
    for bypass in model.bypasses:
        yield from bypass_blocks(say, bypass)
    yield Heading(2, say.both(("Møder", "Meetings")))
    yield from _overview(say)
    for meeting in model.meetings:
        yield from meeting_blocks(say, meeting)
    yield from form_blocks(say)
    yield from view_blocks(say)
    yield from around_blocks(say)
    yield from law_blocks(say)


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
