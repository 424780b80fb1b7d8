"""The levels as a committee reads them: what each is for, and which ways lead from one to another on which terms."""

from collections.abc import Iterator

from services.core.tenancy import pictures
from services.core.tenancy.document import Block, Bullets, Heading, Picture
from services.core.tenancy.ladder import Entry, Level, Reassessment, Transition
from services.core.tenancy.phrases import Phrases


def level_blocks(say: Phrases) -> Iterator[Block]:
    """Levels, tracks and ways, with their picture."""
    model = say.model
    yield Heading(2, say.both(("Niveauer", "Levels")))
    caption = say.both(
        (
            "Niveauerne og vejene imellem dem (stiplet: tilbage); de samme veje står i listen.",
            "The levels and the ways between (dashed: back); the list says the same.",
        )
    )
    yield Picture(pictures.ladder(model, say.language, caption), caption)
    yield Bullets(tuple(f"{say.say(one.name)}{say.rule(one.rule)}" for one in model.tracks))
    yield Bullets(tuple(line for one in model.levels for line in _level(say, one)))
    yield Heading(3, say.both(("Veje mellem niveauerne", "Ways between the levels")))
    label = {one.number: one.label for one in model.levels}
    ways = [_way(say, one, label) for one in model.transitions]
    ways += [_entry(say, level, entry) for level in model.levels for entry in level.entries]
    yield Bullets((*ways, _skips(say), *(_again(say, one, label) for one in model.reassessments)))


def _level(say: Phrases, level: Level) -> Iterator[str]:
    text = f": {words}" if (words := say.joined(level.text, level.why)) else ""
    yield f"**{level.label}. {say.say(level.name)}**{say.rules(level)}{text}"
    if level.everyone:
        yield f"  {say.both(('Hvert barn er på dette niveau', 'Every child is on this level'))}"
    if level.anchored_in is not None:
        label = say.model.level(level.anchored_in).label
        yield f"  {say.both((f'Bliver forankret i niveau {label}', f'Stays anchored in level {label}'))}"
    yield from (f"  {say.say(one)}" for one in level.purposes)


def _way(say: Phrases, way: Transition, label: dict[int, str]) -> str:
    terms = []
    for holds, pair in (
        (way.leader_involved, ("lederen er inddraget", "the leader is involved")),
        (way.with_parents, ("sammen med forældrene", "with the parents")),
        (way.next_coordinator, ("en ny tovholder er fundet", "the next coordinator is found")),
        (way.reason, ("begrundes", "with a reason")),
    ):
        terms += [say.both(pair)] if holds else []
    if way.by:
        terms.append(say.both(("af ", "by ")) + say.roles(way.by))
    if way.decided_at:
        meetings = ", ".join(map(say.meeting, way.decided_at))
        terms.append(say.both((f"besluttes på: {meetings}", f"decided at: {meetings}")))
    if when := say.condition(way.when):
        terms.append(when)
    words = say.joined(way.text, way.why, *(step.why for step in way.prior))
    told = f"{label[way.from_level]} → {label[way.to_level]}{say.rules(way)}"
    return ": ".join(filter(None, (told, ". ".join(filter(None, ("; ".join(terms), words))))))


def _entry(say: Phrases, level: Level, entry: Entry) -> str:
    fact = say.say(say.model.fact(entry.fact).name)
    past = say.both((", forbi alle trin", ", past all steps")) if entry.past_all_steps else ""
    why = f". {say.say(entry.why)}" if entry.why else ""
    return f"→ {level.label}{say.rules(entry)}: {fact}{past}{why}"


def _skips(say: Phrases) -> str:
    rule = say.model.skips
    pair = ("et niveau kan springes over", "a level can be skipped")
    if not rule.allowed:
        pair = ("intet niveau springes over", "no level is skipped")
    elif rule.reason:
        pair = ("et niveau kan springes over med en begrundelse", "a level can be skipped with a reason")
    why = f". {say.say(rule.why)}" if rule.why else ""
    return f"{say.both(('Spring', 'Skips'))}{say.rules(rule)}: {say.both(pair)}{why}"


def _again(say: Phrases, one: Reassessment, label: dict[int, str]) -> str:
    who = f", {say.roles(one.by)}" if one.by else ""
    level = say.both((f"niveau {label[one.level]}", f"level {label[one.level]}"))
    when = f", {words}" if (words := say.condition(one.when)) else ""
    why = f". {say.say(one.why)}" if one.why else ""
    return f"{say.say(one.name)} ({level}{when}): {say.every(one.every)}{who}{say.rules(one)}{why}"
