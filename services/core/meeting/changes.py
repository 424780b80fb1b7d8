"""What becomes different for one running case when it is moved to another version of the model; shown before it is.

The two versions are asked the same questions about the same case on the same day, and only the answers that differ are
told. The law is the same in both (`effective_model`), so what remains is practice.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from services.core.meeting.circle import planned_participants
from services.core.meeting.rules import meeting_options
from services.core.person.rules import own_access_age
from services.core.problem.rules import Kind, next_steps, reassessments_due
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.language import Text
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model, effective_model
from services.core.tenancy.phrases import STRENGTHS, Phrases


@dataclass(frozen=True)
class CaseChange:
    """One thing that becomes different. `kind` is a code for programs; `blocks`: the case cannot be moved before it is
    settled, e.g. a level that is no more.
    """

    kind: str
    key: str
    text: Text
    blocks: bool = False


def changes_for_case(
    old: Model, new: Model, case: CaseFacts, now: dt.datetime, called: Iterable[tuple[Model, str]] = ()
) -> tuple[CaseChange, ...]:
    """What changes for the case, in the order: what blocks, own access, meetings, circles, forms, deadlines, next steps.

    ``called``: the meetings still to come to something, each with the version it was called under and its type.
    """
    before, after = effective_model(old, new), new
    found = [
        *_lost(after, case),
        *_called(after, called),
        *_own_access(before, after),
        *_meetings(before, after, case, now),
        *_circles(before, after, case, now),
        *_forms(before, after),
        *_deadlines(before, after, case),
        *_steps(before, after, case, now),
    ]
    return tuple(sorted(found, key=lambda change: not change.blocks))


def _lost(after: Model, case: CaseFacts) -> list[CaseChange]:
    levels = {level.number for level in after.levels}
    tracks = {track.key for track in after.tracks}
    facts = {fact.key for fact in after.facts}
    found = []
    for problem in case.problems:
        if after.levels and problem.level not in levels:
            text = Text(
                f"Niveau {problem.level} findes ikke længere; problemstillingen skal flyttes.",
                f"Level {problem.level} is no more; the problem must be moved.",
            )
            found.append(CaseChange("level_lost", str(problem.level), text, blocks=True))
        if after.tracks and problem.track not in tracks:
            text = Text(
                f"Sporet {problem.track} findes ikke længere.", f"The track {problem.track} is no more."
            )
            found.append(CaseChange("track_lost", problem.track, text, blocks=True))
    confirmed = case.facts.union(*(problem.facts for problem in case.problems))
    for key in sorted(confirmed - facts):
        text = Text(f"Oplysningen {key} bruges ikke længere.", f"The fact {key} is no longer used.")
        found.append(CaseChange("fact_lost", key, text))
    people = after.population
    outside = case.age is not None and not people.from_age <= case.age <= people.to_age
    if outside or (case.age is None and not people.unborn):
        text = Text(
            "Den nye version dækker ikke barnets alder.", "The new version does not cover the child's age."
        )
        found.append(CaseChange("population", "", text, blocks=True))
    return found


def _called(after: Model, called: Iterable[tuple[Model, str]]) -> list[CaseChange]:
    """A meeting goes on under its own version, so nothing that it can lead to may be missing in the new one."""
    levels = {level.number for level in after.levels}
    types = {one.key for one in after.meetings}
    found = {}
    for model, key in called:
        meeting = model.meeting(key)
        leads = [outcome.leads_to for outcome in meeting.outcomes]
        lost = [lead for lead in leads if lead.level is not None and lead.level not in levels]
        lost += [lead for lead in leads if lead.meeting and lead.meeting not in types]
        if key not in types or lost:
            text = _both(
                meeting.name,
                "{} er indkaldt og kan føre til noget, der ikke findes længere. Afslut eller aflys mødet først.",
                "{} is called and can lead to something that is no more. Conclude or cancel the meeting first.",
            )
            found[key] = CaseChange("meeting_called", key, text, blocks=True)
    return list(found.values())


def _own_access(before: Model, after: Model) -> list[CaseChange]:
    old, new = own_access_age(before), own_access_age(after)
    if old == new:
        return []
    text = Text(
        f"Den unge kan selv se sin sag fra {new} år; før var det fra {old}.",
        f"The young person can see their own case from the age of {new}; before, from {old}.",
    )
    return [CaseChange("own_access", str(new), text)]


def _problems(case: CaseFacts) -> tuple[ProblemFacts | None, ...]:
    return case.problems or (None,)


def _options(model: Model, case: CaseFacts, now: dt.datetime) -> dict[str, tuple[bool, tuple[str, ...]]]:
    found: dict[str, tuple[bool, tuple[str, ...]]] = {}
    for problem in _problems(case):
        for one in meeting_options(model, case, now, problem):
            allowed, needs = found.get(one.type_key, (False, ()))
            found[one.type_key] = (allowed or one.allowed, tuple(dict.fromkeys((*needs, *one.needs))))
    return found


def _meetings(before: Model, after: Model, case: CaseFacts, now: dt.datetime) -> list[CaseChange]:
    was, is_now = _options(before, case, now), _options(after, case, now)
    found = []
    for key in dict.fromkeys((*was, *is_now)):
        could, can = was.get(key, (False, ()))[0], is_now.get(key, (False, ()))[0]
        name = (after if key in is_now else before).meeting(key).name
        if could and not can:
            text = _both(name, "{} kan ikke længere indkaldes.", "{} can no longer be called.")
            found.append(CaseChange("meeting_gone", key, text))
        elif can and not could:
            found.append(
                CaseChange("meeting_new", key, _both(name, "{} kan nu indkaldes.", "{} can now be called."))
            )
        elif can and before.meeting(key).minutes != after.meeting(key).minutes:
            found.append(_length(before.meeting(key), after.meeting(key)))
        if could and can and was[key][1] != is_now[key][1]:
            text = _both(
                name,
                "{} kræver nu noget andet, før det indkaldes.",
                "{} now takes something else to be called.",
            )
            found.append(CaseChange("meeting_needs", key, text))
    return found


def _length(old: MeetingType, new: MeetingType) -> CaseChange:
    title = new.name
    text = Text(
        f"{title.da}: {old.minutes} minutter bliver til {new.minutes}.",
        f"{title.en}: {old.minutes} minutes become {new.minutes}.",
    )
    return CaseChange("minutes", new.key, text)


def _circles(before: Model, after: Model, case: CaseFacts, now: dt.datetime) -> list[CaseChange]:
    found = []
    problem = _problems(case)[0]
    day = now.date()
    names = {role.key: role.name for role in (*before.roles, *after.roles)}
    shared = {one.key for one in before.meetings} & {one.key for one in after.meetings}
    for key in sorted(shared):
        circles = [
            {
                one.role: one.strength
                for one in planned_participants(
                    model, case, model.meeting(key), problem, None, Why(model, day)
                )
            }
            for model in (before, after)
        ]
        for role in dict.fromkeys((*circles[0], *circles[1])):
            old, new = circles[0].get(role), circles[1].get(role)
            if old is not new:
                strengths = [STRENGTHS[one] if one else ("slet ikke", "not at all") for one in (old, new)]
                title = after.meeting(key).name
                text = Text(
                    f"{title.da}: {names[role].da} hørte med {strengths[0][0]}, nu {strengths[1][0]}.",
                    f"{title.en}: {names[role].en} belonged {strengths[0][1]}, now {strengths[1][1]}.",
                )
                found.append(CaseChange("participant", f"{key}:{role}", text))
    return found


def _forms(before: Model, after: Model) -> list[CaseChange]:
    was = {form.key: form for form in before.forms}
    found = []
    for form in after.forms:
        old = was.get(form.key)
        if old is not None and old.fields != form.fields:
            text = _both(
                form.name,
                "{} har andre felter. Skemaer, der er udfyldt, bliver, som de er.",
                "{} has other fields. Forms that are filled stay as they are.",
            )
            found.append(CaseChange("form", form.key, text))
    return found


def _deadlines(before: Model, after: Model, case: CaseFacts) -> list[CaseChange]:
    found = []
    problem = _problems(case)[0]
    old = {
        (meeting.key, rule.key): rule
        for meeting in before.meetings
        for rule in meeting.deadlines
        if holds(rule.when, case, problem)
    }
    da, en = Phrases(after, "da"), Phrases(after, "en")
    for meeting in after.meetings:
        for rule in meeting.deadlines:
            known = old.pop((meeting.key, rule.key), None)
            if not holds(rule.when, case, problem) or known == rule:
                continue
            title = f"{meeting.name.da}: {rule.name.da}", f"{meeting.name.en}: {rule.name.en}"
            if known is None:
                text = Text(
                    f"{title[0]}: ny frist, {da.period(rule.within)}.",
                    f"{title[1]}: a new deadline, {en.period(rule.within)}.",
                )
            elif known.within != rule.within:
                text = Text(
                    f"{title[0]}: {da.period(known.within)} bliver til {da.period(rule.within)}.",
                    f"{title[1]}: {en.period(known.within)} becomes {en.period(rule.within)}.",
                )
            else:
                text = Text(
                    f"{title[0]}: fristen regnes anderledes.",
                    f"{title[1]}: the deadline is reckoned otherwise.",
                )
            found.append(CaseChange("deadline", f"{meeting.key}:{rule.key}", text))
    for (meeting_key, key), rule in old.items():
        text = _both(rule.name, "{}: fristen gælder ikke længere.", "{}: the deadline no longer applies.")
        found.append(CaseChange("deadline_gone", f"{meeting_key}:{key}", text))
    return found


def _steps(before: Model, after: Model, case: CaseFacts, now: dt.datetime) -> list[CaseChange]:
    found = []
    levels = {level.number for level in after.levels}
    for problem in case.problems:
        if after.levels and problem.level not in levels:
            continue
        moves = [
            {
                step.level: (step.allowed, step.needs)
                for step in next_steps(model, case, problem, now)
                if step.kind is Kind.MOVE
            }
            for model in (before, after)
        ]
        for level in dict.fromkeys((*moves[0], *moves[1])):
            if level in levels and moves[0].get(level) != moves[1].get(level):
                name = after.level(level).name
                text = _both(name, "Vejen til {} er en anden.", "The way to {} is another.")
                found.append(CaseChange("move", f"{problem.id}:{level}", text))
        due = [
            [one.due_on for one in reassessments_due(model, case, problem, now)] for model in (before, after)
        ]
        if due[0] != due[1]:
            days = ", ".join(day.isoformat() for day in due[1]) or "—"
            text = Text(f"Næste vurdering: {days}.", f"Next reassessment: {days}.")
            found.append(CaseChange("reassessment", problem.id, text))
    return found


def _both(name: Text, da: str, en: str) -> Text:
    return Text(da.format(name.da or name.en), en.format(name.en or name.da))
