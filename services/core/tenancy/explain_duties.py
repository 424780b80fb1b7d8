"""The clauses of a meeting in words: who does what by when, on which terms somebody comes, and what follows."""

from services.core.tenancy.meetings import (
    Anchor,
    DeadlineRule,
    DocumentRule,
    Duty,
    MeetingType,
    Outcome,
    ParticipantRule,
)
from services.core.tenancy.phrases import ANCHORS, EFFECTS, LATE, READY, Phrases


def duty(say: Phrases, one: Duty) -> str:
    """Who does something, where, and why."""
    text = say.roles(one.roles, ("og", "and") if one.together else ("eller", "or"))
    if one.must_include:
        beside = f" {say.both(('sammen med', 'together with'))} {say.roles(one.and_one_of)}"
        text = f"{say.roles(one.must_include, ('og', 'and'))}{beside if one.and_one_of else ''}"
    if one.external:
        text += say.both((" (udefra)", " (from outside)"))
    for period, pair in (
        (one.agreed_before, ("aftalt senest", "agreed at the latest")),
        (one.otherwise_agreed, ("medmindre andet er aftalt senest", "unless agreed otherwise at the latest")),
    ):
        if period is not None:
            text += f", {say.both(pair)} {say.period(period)} {say.both(('før', 'before'))}"
    when = say.condition(one.when)
    return f"{text}{f' ({when})' if when else ''}{say.rules(one)}. {say.say(one.why)}".rstrip()


def note(say: Phrases, meeting: MeetingType, one: ParticipantRule) -> str:
    """On which terms a participant comes."""
    words = []
    if one.external:
        words.append(say.both(("udefra", "from outside")))
    if one.at_least:
        words.append(say.both((f"mindst {one.at_least}", f"at least {one.at_least}")))
    if one.professions:
        words.append(", ".join(say.say(say.model.profession(key).name) for key in one.professions))
    if one.consent:
        purpose = say.say(say.model.purpose(one.consent).name)
        words.append(say.both((f"når der er sagt ja til “{purpose}”", f"once “{purpose}” is consented to")))
    if one.agreed_by:
        words.append(
            say.both(("efter aftale med ", "agreed with ")) + say.roles(one.agreed_by, ("og", "and"))
        )
    if one.or_perspective:
        words.append(say.both(("eller barnets syn bringes med", "or the view is brought along")))
    if one.leave_out_reason:
        words.append(say.both(("udeladelse begrundes", "leaving out takes a reason")))
    if one.leaves_after:
        point = next((say.say(item.text) for item in meeting.agenda if item.key == one.leaves_after), "")
        words.append(say.both((f"går efter “{point}”", f"leaves after “{point}”")))
    return "; ".join(words)


def deadline(say: Phrases, one: DeadlineRule) -> str:
    """By when, counted from what, by whom and to whom, and what follows when it is too late."""
    side = say.both(("før", "before") if one.before else ("efter", "after"))
    anchor = say.both(ANCHORS[one.anchor])
    if one.anchor is Anchor.EVENT and one.event:
        anchor = f"“{say.say(say.model.fact(one.event).name)}”"
    follows = say.both((" (følger loven)", " (follows the law)")) if one.dated else ""
    words = [f"{say.period(one.within)} {side} {anchor}{say.rules(one)}{follows}"]
    if one.sooner_after and one.sooner_within is not None:
        done = say.both(("er færdig, hvis det er før", "is done, if that is sooner"))
        name = say.say(say.model.process(one.sooner_after).name)
        words.append(f"{say.period(one.sooner_within)} {say.both(('efter', 'after'))} “{name}” {done}")
    if one.by:
        words.append(f"{say.both(('ansvarlig', 'responsible'))}: {say.role(one.by)}")
    if one.to:
        words.append(f"{say.both(('til', 'to'))}: {say.roles(one.to, ('og', 'and'))}")
    if when := say.condition(one.when):
        words.append(when)
    return " ".join(filter(None, (f"{'; '.join(words)}.", say.say(one.why), say.both(LATE[one.late]))))


def ready(say: Phrases, one: DocumentRule) -> str:
    """Before what a document must be there, and where."""
    words = [say.both(READY[one.ready_before])] if one.ready_before else []
    words += [when] if (when := say.condition(one.when)) else []
    words += [say.say(one.why)] if one.why else []
    return f" ({', '.join(words)})" if words else ""


def outcome(say: Phrases, one: Outcome) -> str:
    """A result, what follows from it, and where it can be chosen."""
    lead, model = one.leads_to, say.model
    to = say.both(EFFECTS[lead.effect])
    if lead.level is not None:
        to += f" → {model.level(lead.level).label}"
    if lead.meeting:
        to += f" → {say.meeting(lead.meeting)}"
    if lead.process:
        to += f" → {say.say(model.process(lead.process).name)}"
    if lead.within is not None:
        to += f", {say.both(('senest om', 'at the latest in'))} {say.period(lead.within)}"
    if lead.same_circle:
        to += say.both((", samme deltagerkreds", ", the same circle"))
    if one.reason:
        to += say.both((", begrundes", ", with a reason"))
    when = say.condition(one.when)
    asked = f", {say.both(('når', 'when'))}: {when}" if when else ""
    return f"{say.both(('Udfald', 'Outcome'))}: {say.say(one.text)} ({to}{asked}){say.rules(one)}"
