"""What rests on law as a committee reads it: underretning, consent, erasure, and the legal references with their days."""

from collections.abc import Iterator

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph
from services.core.tenancy.frame import Asked, ConsentPurpose, LegalReference, Retention
from services.core.tenancy.ladder import Bypass
from services.core.tenancy.phrases import Phrases

_ASKED = {
    Asked.EACH_CUSTODY_HOLDER: ("hver forældremyndighedsindehaver", "each holder of custody"),
    Asked.YOUNG_PERSON: ("den unge selv", "the young person"),
    Asked.BOTH: ("hver forældremyndighedsindehaver", "each holder of custody"),
}
_RECORDS = {
    "casework": ("Forløb", "Cases"),
    "session": ("Log ind", "Log-ins"),
    "message": ("Beskeder", "Messages"),
    "anonymous_meeting": ("Møder om ingen med navn", "Meetings about nobody named"),
    "access_event": ("Hvem der har set hvad", "Who has seen what"),
}
_TRIGGERS = {
    "casework_closed": ("efter at forløbet er lukket", "after the case is closed"),
    "ended": ("efter at de er slut", "after they ended"),
    "sent": ("efter afsendelsen", "after they were sent"),
    "meeting_held": ("efter mødet", "after the meeting"),
    "recorded": ("efter registreringen", "after it was recorded"),
}


def bypass_blocks(say: Phrases, bypass: Bypass) -> Iterator[Block]:
    """A duty past all steps: when it is due, to whom, and what the receiver does by when."""
    heading = say.both(("Straks, forbi alle trin", "At once, past all steps"))
    yield Heading(2, f"{heading}: {say.say(bypass.name)}{say.rules(bypass)}")
    yield Paragraph(say.say(bypass.why))
    lines = []
    if bypass.facts_any:
        facts = f" {say.both(('eller', 'or'))} ".join(
            say.say(say.model.fact(key).name) for key in bypass.facts_any
        )
        lines.append(f"{say.both(('Når', 'When'))}: {facts}")
    if bypass.to:
        service = next(one for one in say.model.services if one.key == bypass.to)
        lines.append(f"{say.both(('Til', 'To'))}: {say.say(service.name)}")
    for period, pair in (
        (bypass.assess_within, ("Vurderes inden for", "Assessed within")),
        (bypass.receipt_within, ("Kvittering inden for", "Receipt within")),
    ):
        lines += [f"{say.both(pair)}: {say.period(period)}"] if period is not None else []
    for step in bypass.on_receipt:
        within = f", {say.period(step.within)}" if step.within is not None else ""
        why = f". {say.say(step.why)}" if step.why else ""
        lines.append(f"{say.say(step.name)}{within}{say.rules(step)}{why}")
    lines += [say.say(bypass.next)] if bypass.next else []
    yield Bullets(tuple(lines))


def law_blocks(say: Phrases) -> Iterator[Block]:
    """Consent, erasure and legal basis."""
    model = say.model
    if model.purposes:
        yield Heading(2, say.both(("Samtykke", "Consent")))
        yield Bullets(tuple(line for one in model.purposes for line in _purpose(say, one)))
    yield Heading(2, say.both(("Sletning", "Erasure")))
    yield Bullets(tuple(_retention(say, one) for one in model.retention))
    if not model.law:
        return
    yield Heading(2, say.both(("Retsgrundlag", "Legal basis")))
    rules = ", ".join(sorted({one.rule for one in model.law if one.rule}))
    dated = ("Hver henvisning har den dag, den gælder fra", "Each reference has the day it applies from")
    yield Paragraph(f"{say.both(dated)}{say.rule(rules)}.")
    yield Bullets(tuple(_reference(say, one) for one in model.law))


def _purpose(say: Phrases, one: ConsentPurpose) -> Iterator[str]:
    basis = say.model.basis(one.basis)
    words = [f"{say.say(basis.name)}", say.both(_ASKED[one.asked_of])]
    if one.asked_of is Asked.BOTH:
        age = one.own_from_age
        words.append(say.both((f"og den unge selv fra {age} år", f"and the young person from {age} years")))
    expires = one.expires_after or basis.expires_after
    if expires is None:
        words.append(say.both(("gælder, til det trækkes tilbage", "stands until withdrawn")))
    else:
        words.append(say.both(("udløber efter ", "expires after ")) + say.period(expires))
    if basis.written:
        words.append(say.both(("skriftligt", "in writing")))
    for period, told in (
        (
            one.remind_after,
            ("uden svar mindes der om det efter ", "without an answer it is reminded of after "),
        ),
        (one.escalate_after, ("ledelsen får det at vide efter ", "those who lead the work are told after ")),
        (one.remind_before_expiry, ("udløbet siges så længe før: ", "the lapse is told so long before: ")),
    ):
        if period is not None:
            words.append(say.both(told) + say.period(period))
    why = f". {text}" if (text := say.joined(one.why, basis.why)) else ""
    yield f"**{say.say(one.name)}**{say.rules(one)}: {', '.join(words)}{why}"
    for head, about in (
        (("Hvad", "What"), one.what),
        (("Deles af", "Shared by"), one.from_whom),
        (("Deles med", "Shared with"), one.shared_with),
        *(((f"Tekst {text.version}", f"Text {text.version}"), text.text) for text in one.texts),
    ):
        if about:
            yield f"  {say.both(head)}: {say.say(about)}"


def _retention(say: Phrases, one: Retention) -> str:
    record, trigger = say.both(_RECORDS[one.record]), say.both(_TRIGGERS[one.trigger])
    first = say.both((", afleveres først", ", handed over first")) if one.export_before else ""
    return (
        f"**{record}**{say.rules(one)}: {say.period(one.keep)} {trigger}{first}. {say.say(one.why)}".rstrip()
    )


def _reference(say: Phrases, one: LegalReference) -> str:
    paper = f"{say.both(('papiret', 'the paper'))}: {say.say(one.paper)}; " if one.paper else ""
    unsure = say.both((" (ikke bekræftet)", " (not confirmed)"))
    dated = "; ".join(
        f"{wording.applies_from.isoformat()}: {say.say(wording.citation)}{'' if wording.verified else unsure}"
        for wording in one.wordings
    )
    return f"{say.say(one.name)}. {paper}{dated}"
