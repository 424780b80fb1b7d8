"""One meeting type as a committee reads it: who, when, about what, with what, and where it leads."""

from collections.abc import Iterator

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph, Table
from services.core.tenancy.meetings import DeadlineRule, Duty, Externals, MeetingType, Outcome
from services.core.tenancy.phrases import EFFECTS, STRENGTHS, TELLINGS, Phrases


def meeting_blocks(say: Phrases, meeting: MeetingType) -> Iterator[Block]:
    """The type in full."""
    yield Heading(3, f"{say.say(meeting.name)}{say.rules(meeting)}")
    yield Paragraph(" ".join(filter(None, (say.say(meeting.text), say.say(meeting.why)))))
    yield Bullets(tuple(_frame(say, meeting)))
    head = (
        say.both(("Deltager", "Participant")),
        say.both(("Hvor fast", "How firmly")),
        say.both(("Hvornår", "When")),
        say.both(("Hvorfor", "Why")),
    )
    rows = [head]
    for one in meeting.participants:
        strength = say.both(STRENGTHS[one.strength])
        rows.append(
            (say.role(one.role), f"{strength}{say.rules(one)}", say.condition(one.when), say.say(one.why))
        )
    if len(rows) > 1:
        yield Table(tuple(rows))
    yield Bullets(tuple(_rest(say, meeting)))


def _frame(say: Phrases, meeting: MeetingType) -> Iterator[str]:
    when = say.condition(meeting.when)
    if when:
        yield f"{say.both(('Kun når', 'Only when'))}: {when}"
    for purpose in meeting.purposes:
        yield f"{say.both(('Formål', 'Purpose'))}: {say.say(purpose.text)}{say.rules(purpose)}"
    for ground in meeting.grounds:
        yield f"{say.both(('Anledning', 'Ground'))}: {say.say(ground.text)}{say.rules(ground)}"
    for step in meeting.prior:
        word = ("Som regel først", "As a rule first") if step.as_a_rule else ("Skal først", "Must come first")
        word = ("Gerne først", "Preferably first") if step.advised else word
        yield f"{say.both(word)}: {say.say(step.why)}{say.rules(step)}"
    yield f"{say.both(('Hvornår', 'When'))}: {_rhythm(say, meeting)}{say.rules(meeting.rhythm)}"
    for task, word in (
        ("convener", ("Indkalder", "Convener")),
        ("chair", ("Mødeleder", "Chair")),
        ("writer", ("Skriver", "Writes")),
        ("follows_up", ("Følger op", "Follows up")),
    ):
        for duty in getattr(meeting, task):
            yield f"{say.both(word)}: {_duty(say, duty)}"
    yield f"{say.both(('Familien', 'The family'))}: {say.both(TELLINGS[meeting.family.part])}{say.rules(meeting.family)}"
    if meeting.visit is not None:
        yield f"{say.both(('Hjemmebesøg', 'Home visit'))}: {say.say(meeting.visit.how)}{say.rules(meeting.visit)}"
    if meeting.length is not None:
        yield f"{say.both(('Længde', 'Length'))}: {say.say(meeting.length.why)}"
    if meeting.externals is not None:
        yield f"{say.both(('Faggrupper udefra', 'Professions from outside'))}: {_externals(say, meeting.externals)}"
    if meeting.invitation is not None:
        text = say.say(meeting.invitation.text)
        yield f"{say.both(('Til alle inviterede', 'To everybody invited'))}: {text}{say.rules(meeting.invitation)}"
    if meeting.cancellation is not None:
        yield f"{say.both(('Aflysning', 'Cancelling'))}: {say.say(meeting.cancellation.why)}"
    if meeting.decided_by is not None:
        yield f"{say.both(('Hvilken type', 'Which type'))}: {say.say(meeting.decided_by.why)}"


def _rhythm(say: Phrases, meeting: MeetingType) -> str:
    kinds = {
        "ad_hoc": ("når der er brug for det", "ad hoc"),
        "as_needed": ("efter behov", "as needed"),
        "fixed_interval": ("fast interval", "a fixed interval"),
        "fixed_slots": ("faste tider", "fixed slots"),
    }
    rhythm = meeting.rhythm
    text = say.both(kinds.get(rhythm.kind, (rhythm.kind, rhythm.kind)))
    if rhythm.every is not None:
        text += f", {say.both(('hver', 'every'))} {say.period(rhythm.every)}"
    names = {kind.key: say.say(kind.name) for kind in say.model.unit_kinds}
    for one in rhythm.yearly:
        where = ", ".join(names[key] for key in one.unit_kinds)
        number = str(one.at_least) if one.at_least == one.at_most else f"{one.at_least}-{one.at_most}"
        text += f"; {where} {number} {say.both(('om året', 'a year'))}"
    return text


def _externals(say: Phrases, rule: Externals) -> str:
    number = f"{rule.at_least}-{rule.at_most}" if rule.at_most is not None else f"{rule.at_least}+"
    return f"{number}{say.rules(rule)}. {say.say(rule.why)}"


def _duty(say: Phrases, duty: Duty) -> str:
    text = say.roles(duty.roles, ("og", "and") if duty.together else ("eller", "or"))
    if duty.must_include:
        beside = (
            f" {say.both(('sammen med', 'together with'))} {say.roles(duty.and_one_of)}"
            if duty.and_one_of
            else ""
        )
        text = f"{say.roles(duty.must_include, ('og', 'and'))}{beside}"
    if duty.external:
        text += say.both((" (udefra)", " (from outside)"))
    if duty.agreed_before is not None:
        text += f", {say.both(('aftalt senest', 'agreed at the latest'))} {say.period(duty.agreed_before)} "
        text += say.both(("før", "before"))
    when = say.condition(duty.when)
    return f"{text}{f' ({when})' if when else ''}{say.rules(duty)}. {say.say(duty.why)}".rstrip()


def _rest(say: Phrases, meeting: MeetingType) -> Iterator[str]:
    for one in meeting.preparation:
        yield f"{say.both(('Forberedelse', 'Preparation'))}: {say.say(one.text)}{say.rules(one)}"
    for item in meeting.agenda:
        yield f"{say.both(('Dagsorden', 'Agenda'))}: {say.say(item.text)}{say.rules(item)}"
    for document in meeting.documents:
        yield f"{say.both(('Dokument', 'Document'))}: {say.say(document.name)}{say.rules(document)}"
    for deadline in meeting.deadlines:
        yield f"{say.both(('Frister', 'Deadlines'))}: {say.say(deadline.name)}, {_when(say, deadline)}"
    rule = meeting.follow_up
    if rule is not None:
        text = say.both(("samme deltagerkreds", "the same circle")) if rule.same_circle else ""
        within = rule.next_within or rule.first_within
        late = f"{say.both(('senest om', 'at the latest in'))} {say.period(within)}" if within else ""
        yield f"{say.both(('Opfølgning', 'Follow-up'))}: {', '.join(filter(None, (text, late)))}{say.rules(rule)}"
    if meeting.perspective is not None:
        text = say.say(meeting.perspective.why) or say.both(
            ("barnets og forældrenes syn", "the child's and parents' view")
        )
        yield f"{say.both(('Afsluttes med', 'Concluded with'))}: {text}{say.rules(meeting.perspective)}"
    yield from (_outcome(say, one) for one in meeting.outcomes)


def _when(say: Phrases, deadline: DeadlineRule) -> str:
    side = say.both(("før", "before") if deadline.before else ("efter", "after"))
    follows = say.both((" (følger loven)", " (follows the law)")) if deadline.dated else ""
    return f"{say.period(deadline.within)} {side}{say.rules(deadline)}{follows}"


def _outcome(say: Phrases, outcome: Outcome) -> str:
    lead, model = outcome.leads_to, say.model
    to = say.both(EFFECTS[lead.effect])
    if lead.level is not None:
        to += f" → {model.level(lead.level).label}"
    if lead.meeting:
        to += f" → {say.say(model.meeting(lead.meeting).name)}"
    return f"{say.both(('Udfald', 'Outcome'))}: {say.say(outcome.text)} ({to}){say.rules(outcome)}"
