"""One meeting type as a committee reads it: who, when, about what, with what, and where it leads."""

from collections.abc import Iterable, Iterator

from services.core.tenancy.document import Block, Bullets, Heading, Paragraph, Table
from services.core.tenancy.explain_duties import deadline, duty, note, outcome, ready
from services.core.tenancy.language import Clause, Text
from services.core.tenancy.meetings import Externals, MeetingType, Telling
from services.core.tenancy.phrases import RHYTHMS, STRENGTHS, SUBJECTS, TELLINGS, Phrases


def meeting_blocks(say: Phrases, meeting: MeetingType) -> Iterator[Block]:
    """The type in full."""
    yield Heading(3, f"{say.say(meeting.name)}{say.rules(meeting)}")
    yield Paragraph(say.joined(meeting.text, meeting.why))
    if meeting.family_text:
        yield Paragraph(f"**{say.both(('Til familien', 'To the family'))}:** {say.say(meeting.family_text)}")
    if meeting.trial:
        yield Paragraph(say.both(("Et forsøg: støttes og kræves ikke.", "A trial: supported, not required.")))
    yield Bullets(tuple(_frame(say, meeting)))
    head = (
        say.both(("Deltager", "Participant")),
        say.both(("Hvor fast", "How firmly")),
        say.both(("Hvornår", "When")),
        say.both(("Vilkår", "Terms")),
        say.both(("Hvorfor", "Why")),
    )
    rows = [
        (
            say.role(one.role),
            f"{say.both(STRENGTHS[one.strength])}{say.rules(one)}",
            say.condition(one.when),
            note(say, meeting, one),
            say.say(one.why),
        )
        for one in meeting.participants
    ]
    yield Table((head, *rows) if rows else ()).without_empty_columns()
    yield Bullets(tuple(_rest(say, meeting)))


def _frame(say: Phrases, meeting: MeetingType) -> Iterator[str]:
    yield f"{say.both(('Om', 'About'))}: {', '.join(say.both(SUBJECTS[one]) for one in meeting.subjects)}"
    yield from _where(say, meeting)
    if when := say.condition(meeting.when):
        yield f"{say.both(('Kun når', 'Only when'))}: {when}"
    yield from _listed(say, ("Formål", "Purpose"), meeting.purposes)
    yield from _listed(say, ("Anledning", "Ground"), meeting.grounds)
    for step in meeting.prior:
        word = ("Som regel først", "As a rule first") if step.as_a_rule else ("Skal først", "Must come first")
        word = ("Gerne først", "Preferably first") if step.advised else word
        named = say.say(step.why) or (say.meeting(step.meeting) if step.meeting else "")
        yield f"{say.both(word)}: {named}{say.rules(step)}"
    yield f"{say.both(('Hvornår', 'When'))}: {_rhythm(say, meeting)}{say.rules(meeting.rhythm)}"
    yield f"{say.both(('Varighed', 'Length'))}: {_length(say, meeting)}"
    for task, word in (
        ("convener", ("Indkalder", "Convener")),
        ("chair", ("Mødeleder", "Chair")),
        ("writer", ("Skriver", "Writes")),
        ("follows_up", ("Følger op", "Follows up")),
    ):
        for one in getattr(meeting, task):
            yield f"{say.both(word)}: {duty(say, one)}"
    yield f"{say.both(('Familien', 'The family'))}: {_family(say, meeting)}{say.rules(meeting.family)}"
    if meeting.visit is not None:
        how = say.joined(meeting.visit.how, meeting.visit.why)
        yield f"{say.both(('Hjemmebesøg', 'Home visit'))}: {how}{say.rules(meeting.visit)}"
    elif meeting.home_visit:
        yield say.both(("Kan holdes hjemme hos familien", "Can be held at the family's home"))
    if meeting.externals is not None:
        yield f"{say.both(('Faggrupper udefra', 'Professions from outside'))}: {_externals(say, meeting.externals)}"
    if meeting.invitation is not None:
        text = say.say(meeting.invitation.text)
        yield f"{say.both(('Til alle inviterede', 'To everybody invited'))}: {text}{say.rules(meeting.invitation)}"
    if meeting.cancellation is not None:
        yield f"{say.both(('Aflysning', 'Cancelling'))}: {_cancelling(say, meeting)}"
    if meeting.decided_by is not None:
        yield f"{say.both(('Hvilken type', 'Which type'))}: {_decided(say, meeting)}"


def _where(say: Phrases, meeting: MeetingType) -> Iterator[str]:
    model = say.model
    named = say.names(*model.variants, *model.tracks)
    if meeting.variants:
        yield f"{say.both(('I varianten', 'In the variant'))}: {', '.join(named[key] for key in meeting.variants)}"
    if meeting.levels:
        labels = ", ".join(model.level(number).label for number in meeting.levels)
        yield f"{say.both(('På niveau', 'On level'))}: {labels}"
    if meeting.tracks:
        yield f"{say.both(('I sporet', 'In the track'))}: {', '.join(named[key] for key in meeting.tracks)}"


def _listed(say: Phrases, word: tuple[str, str], clauses: Iterable[Clause]) -> Iterator[str]:
    for one in clauses:
        text: Text = getattr(one, "text", Text())
        when = getattr(one, "when", None)
        asked = f" ({words})" if when is not None and (words := say.condition(when)) else ""
        ways = "; ".join(map(say.say, getattr(one, "ways", ())))
        told = ". ".join(filter(None, (say.say(text).removesuffix("."), ways, say.say(one.why))))
        yield f"{say.both(word)}: {told}{asked}{say.rules(one)}"


def _rhythm(say: Phrases, meeting: MeetingType) -> str:
    rhythm = meeting.rhythm
    text = say.both(RHYTHMS[rhythm.kind])
    if rhythm.every is not None:
        text += f", {say.every(rhythm.every)}"
    names = say.names(*say.model.unit_kinds)
    for one in rhythm.yearly:
        where = ", ".join(names[key] for key in one.unit_kinds) or say.both(("overalt", "everywhere"))
        number = str(one.at_least) if one.at_least == one.at_most else f"{one.at_least}-{one.at_most}"
        text += f"; {where} {number} {say.both(('om året', 'a year'))}"
    return ". ".join(filter(None, (text, say.joined(rhythm.note, rhythm.why)))).removesuffix(".")


def _length(say: Phrases, meeting: MeetingType) -> str:
    text = say.both((f"{meeting.minutes} minutter", f"{meeting.minutes} minutes"))
    rule = meeting.length
    if rule is None:
        return text
    if rule.per_child:
        text += say.both((" til hvert barn", " for each child"))
    least = say.both((f"mindst {rule.at_least}", f"at least {rule.at_least}")) if rule.at_least else ""
    most = "" if rule.at_most is None else say.both((f"højst {rule.at_most}", f"at most {rule.at_most}"))
    why = f". {say.say(rule.why)}" if rule.why else ""
    return f"{text} ({', '.join(filter(None, (least, most)))}){say.rules(rule)}{why}"


def _family(say: Phrases, meeting: MeetingType) -> str:
    family, words = meeting.family, [say.both(TELLINGS[meeting.family.part])]
    if family.part is Telling.CONSENTS and family.consent_to_holding:
        words[0] += f" (“{say.say(say.model.purpose(family.consent_to_holding).name)}”)"
    for holds, pair in (
        (family.co_author_agenda, ("er med til at lave dagsordenen", "helps to make the agenda")),
        (family.co_author_circle, ("er med til at vælge deltagerne", "helps to choose who comes")),
        (family.chooses_readers, ("vælger, hvem der må læse referatet", "chooses who may read the record")),
        (not family.sees_record, ("ser ikke referatet", "does not see the record")),
    ):
        words += [say.both(pair)] if holds else []
    why = say.say(family.why)
    return f"{', '.join(words)}{f'. {why}' if why else ''}"


def _externals(say: Phrases, rule: Externals) -> str:
    number = f"{rule.at_least}-{rule.at_most}" if rule.at_most is not None else f"{rule.at_least}+"
    other = ""
    if rule.consider:
        other = f"{say.both(('Ved flere overvejes', 'With more of them consider'))}: {say.meeting(rule.consider)}."
    return " ".join(filter(None, (f"{number}{say.rules(rule)}.", say.say(rule.why), other)))


def _cancelling(say: Phrases, meeting: MeetingType) -> str:
    rule = meeting.cancellation
    if rule is None:
        return ""
    words = []
    if rule.only_without_requests:
        words.append(say.both(("kun når ingen har bedt om mødet", "only when nobody has asked for it")))
    if rule.by:
        words.append(say.both(("af ", "by ")) + say.roles(rule.by))
    if rule.notice is not None:
        words.append(say.both(("med varsel på ", "with notice of ")) + say.period(rule.notice))
    return f"{'. '.join(filter(None, (', '.join(words), say.say(rule.why))))}{say.rules(rule)}"


def _decided(say: Phrases, meeting: MeetingType) -> str:
    rule = meeting.decided_by
    if rule is None:
        return ""
    who, other = say.roles(rule.roles), say.meeting(rule.otherwise)
    there = say.both((f"{who} deltager", f"{who} takes part"))
    away = say.both((f"{who} ikke deltager", f"{who} does not take part"))
    right = say.both(
        (f"denne, når {there if rule.present else away}", f"this one when {there if rule.present else away}")
    )
    why = f". {say.say(rule.why)}" if rule.why else ""
    return f"{right}; {say.both(('ellers', 'otherwise'))} {other}{say.rules(rule)}{why}"


def _rest(say: Phrases, meeting: MeetingType) -> Iterator[str]:
    if not meeting.online:
        yield say.both(("Holdes ikke på video", "Not held by video"))
    yield from _listed(say, ("Forberedelse", "Preparation"), meeting.preparation)
    yield from _listed(say, ("Dagsorden", "Agenda"), meeting.agenda)
    forms = [say.say(say.model.form(key).name) for key in (meeting.form, meeting.follow_up_form) if key]
    if len(forms) == 1:
        yield f"{say.both(('Skema', 'Form'))}: {forms[0]}"
    elif forms:
        first, later = say.both(("første møde", "first meeting")), say.both(("opfølgning", "follow-up"))
        yield f"{say.both(('Skemaer', 'Forms'))}: {forms[0]} ({first}), {forms[1]} ({later})"
    for document in meeting.documents:
        yield f"{say.both(('Dokument', 'Document'))}: {say.say(document.name)}{ready(say, document)}{say.rules(document)}"
    for one in meeting.deadlines:
        yield f"{say.both(('Frist', 'Deadline'))}: {say.say(one.name)}, {deadline(say, one)}"
    rule = meeting.follow_up
    if rule is not None:
        words = [say.both(("samme deltagerkreds", "the same circle"))] if rule.same_circle else []
        if rule.meeting:
            words.append(say.meeting(rule.meeting))
        if within := rule.next_within or rule.first_within:
            words.append(f"{say.both(('senest om', 'at the latest in'))} {say.period(within)}")
        told = ". ".join(filter(None, (", ".join(words), say.say(rule.why))))
        yield f"{say.both(('Opfølgning', 'Follow-up'))}: {told}{say.rules(rule)}"
    if meeting.perspective is not None:
        text = say.say(meeting.perspective.why) or say.both(
            ("barnets og forældrenes syn", "the child's and parents' view")
        )
        consider = ", ".join(map(say.say, meeting.perspective.consider))
        asked = f" ({consider})" if consider else ""
        yield f"{say.both(('Afsluttes med', 'Concluded with'))}: {text}{asked}{say.rules(meeting.perspective)}"
    yield from (outcome(say, one) for one in meeting.outcomes)
