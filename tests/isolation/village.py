"""Two towns whose every sealed text bears a mark of its own, so that a leak is recognised by what leaked.

    family      custody          professionals who see it                 elsewhere in the town
    child       mother, father   leader, teacher, psychologist (consent)  everyone else is a stranger to it
    neighbour   other_mother,    leader, adviser, teacher2
                other_father (protected name)
    toddler     mother, father   daycare_leader, pedagogue, health_visitor

``father_without`` has no custody. Each family has a meeting in every state, answers, perspectives, agreements,
consents, a hold and an inbox. A mark says who may read it (``Mark.readers``); whoever else is given it has found a hole.
"""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from services.core.consent import store as consents
from services.core.consent.recording import RecordAnswer, record_answer
from services.core.consent.rules import AnswerState
from services.core.consent.service import ask_consent, give_consent
from services.core.deadline.rules import REASSESS
from services.core.deadline.service import NewDeadline, deadlines_of_case, plan_deadlines
from services.core.identity import Capacity
from services.core.meeting import store
from services.core.meeting.answering import AnswerInvitation, add_agenda_item, answer_invitation
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.recording import MakeAgreement, fill_form, make_agreement
from services.core.meeting.rescheduling import cancel_meeting
from services.core.meeting.taking_place import HoldMeeting, hold_meeting, send_agenda
from services.core.person.details import PersonDetails
from services.core.person.periods import record_custody, record_employment
from services.core.person.service import NewPerson, NewStaff, record_person, record_staff
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from services.core.problem.store import problem as find_problem
from services.core.retention.service import dossiers_of_child, holds_of, place_hold
from services.core.tenancy.in_force import current_model
from services.core.unit.service import record_unit
from tests.builders.people import ADULTS, CHILDREN, STAFF, UNITS
from tests.builders.world import Town, World, open_session
from tests.isolation.people import around
from tests.isolation.rows import Family, Mark, Target, Village, collect
from tests.isolation.times import ask_when
from tests.isolation.undelivered import lose_an_agenda
from tests.isolation.work import decided, running

__all__ = ["EVERYONE", "FAMILIES", "HOLDERS", "TYPE", "Family", "Mark", "Target", "Village", "settle_village"]

TYPE: Final = "netvaerksmoede_3"
FAMILIES: Final = {
    # child: who leads its meetings, its staff member, others of the municipality who see it
    "child": ("leader", "teacher", ("psychologist",)),
    "neighbour": ("leader", "teacher2", ("adviser",)),
    "toddler": ("daycare_leader", "pedagogue", ("health_visitor",)),
}
GUESTS: Final = {"child": "psychologist", "neighbour": "teacher2", "toddler": "pedagogue"}
"""Who of a family's staff comes to its meetings and has no other tie to it."""
HOLDERS: Final = {
    "child": ("mother", "father"),
    "neighbour": ("other_mother", "other_father"),
    "toddler": ("mother", "father"),
}
NEWCOMERS: Final = {
    # beside those of tests/builders/people.py
    "teacher2": Capacity.PROFESSIONAL,
    "pedagogue": Capacity.PROFESSIONAL,
    "other_father": Capacity.FAMILY,
    "father_without": Capacity.FAMILY,
}
EVERYONE: Final = frozenset({*STAFF, *ADULTS, *NEWCOMERS})


async def settle_village(world: World) -> Village:
    """Mark and fill both towns."""
    village = Village(world)
    for town in (world.north, world.south):
        await _people(village, town)
    # What is held lies in the past by then; what is called afterwards lies ahead.
    for town in (world.north, world.south):
        for name in FAMILIES:
            await _open_case(village, town, name)
    await world.advance(16 * 86400)
    for town in (world.north, world.south):
        for name in FAMILIES:
            await _run_case(village, town, name)
    async with world.behind_the_walls() as connection:
        # The notifier's work without a notifier: what is in an inbox has arrived.
        await connection.execute(
            """update message set state = 'sent', settled_at = planned_at
               where channel = 'inbox' and state = 'planned'"""
        )
        for row in await connection.fetch("select * from message where channel = 'inbox' and state = 'sent'"):
            for family in village.families.values():
                town = world.north if family.town == "north" else world.south
                caseworks = {target.id for target in family.targets["casework"]}
                if row["dossier_id"] in caseworks:
                    owner = next(n for n, person in town.people.ids.items() if person == row["recipient_id"])
                    family.add("message", Target(row["id"], state=row["kind"], owners=frozenset({owner})))
    for family in village.families.values():
        await lose_an_agenda(village, family, HOLDERS[family.name], FAMILIES[family.name][0])
    return village


async def _people(village: Village, town: Town) -> None:
    world, slug = village.world, town.slug
    circles = {
        child: frozenset({leader, staff, *others, *HOLDERS[child]})
        for child, (leader, staff, others) in FAMILIES.items()
    }
    async with world.worker.write(town.system, "test.marks") as tx:
        for name, (kind, _) in UNITS.items():
            parent = None if name == "area" else town.people.units["area"]
            title = village.mark(slug, f"unit-{name}", EVERYONE, found=False)
            await record_unit(tx, f"unit-{name}", kind, title, parent=parent)
        for name, (_, profession, _, _) in STAFF.items():
            title = village.mark(slug, f"staff-{name}", EVERYONE)
            told = NewStaff(
                source_key=f"staff-{name}", name=title, email=f"{title}@k.example", profession=profession
            )
            await record_staff(tx, told)
        for name, unit, profession in (
            ("teacher2", "school", "class_teacher"),
            ("pedagogue", "daycare", "contact_pedagogue"),
        ):
            title = village.mark(slug, f"staff-{name}", EVERYONE)
            told = NewStaff(
                source_key=f"staff-{name}", name=title, email=f"{title}@k.example", profession=profession
            )
            town.people.ids[name] = await record_staff(tx, told)
            await record_employment(
                tx,
                town.people.ids[name],
                town.people.units[unit],
                "professional",
                tx.now - timedelta(days=90),
            )
        for number, name in enumerate((*ADULTS, "other_father", "father_without")):
            seen_by: frozenset[str] = frozenset({name}).union(
                *(circles[child] for child, holders in HOLDERS.items() if name in holders)
            )
            protected = name == "other_father"
            if protected:  # the rest of the family is shown the role
                seen_by -= {"other_mother"}
            details = PersonDetails(
                name=village.mark(slug, f"name-{name}", seen_by),
                email=f"{village.mark(slug, f'mail-{name}', frozenset({name}), found=False)}@f.example",
                telephone=village.mark(slug, f"phone-{name}", frozenset({name}), found=False),
                address=village.mark(slug, f"address-{name}", frozenset({name}), found=False),
                protected_name_until=date(2099, 1, 1) if protected else None,
            )
            cpr = "" if name in ADULTS else f"{80 + number}0180{4100 + number}"
            town.people.ids[name] = await record_person(
                tx, NewPerson(source_key=name, kind="adult", details=details, cpr=cpr)
            )
        for name in CHILDREN:
            readers = circles.get(name, frozenset({"leader", "mother"}))
            details = PersonDetails(name=village.mark(slug, f"child-{name}", readers))
            await record_person(tx, NewPerson(source_key=name, kind="subject", details=details))
        await record_custody(tx, town.id("neighbour"), town.id("other_father"), tx.now - timedelta(days=300))
    for name, capacity in NEWCOMERS.items():
        town.sessions[name] = await open_session(world.worker, town.tenant, town.id(name), capacity)
    units = {"child": "school", "neighbour": "school", "toddler": "daycare"}
    for name, circle in circles.items():
        staff = circle - set(HOLDERS[name])
        village.families[slug, name] = family = Family(slug, name, circle, staff, GUESTS[name])
        family.add("child", Target(town.id(name)))
        # Whoever has a child there may list it by the unit; the sibling goes to school too.
        there = frozenset({"mother"}).union(*(circles[one] for one in circles if units[one] == units[name]))
        family.add("unit", Target(town.people.units[units[name]], owners=there))
        for holder in HOLDERS[name]:
            family.add("person", Target(town.id(holder), state=holder))
        async with world.worker.read(town.system, "test.model") as tx:
            version = (await current_model(tx)).id
        family.add("model_version", Target(version, owners=frozenset({"administrator", "auditor"})))
        family.add("colleague", Target(town.id("teacher"), owners=frozenset({"auditor"})))


async def _open_case(village: Village, town: Town, name: str) -> None:
    """A problem and two meetings in ten days, consents given."""
    world, family = village.world, village.families[town.slug, name]
    leader = FAMILIES[name][0]
    async with world.api.write(town.who(leader), "test.open") as tx:
        problem = await open_problem(
            tx,
            OpenProblem(
                town.id(name),
                "institution",
                village.mark(town.slug, f"{name}-title", family.circle),
                village.mark(town.slug, f"{name}-description", family.near),
            ),
        )
        problem = await move_level(
            tx,
            MoveLevel(
                problem.id,
                3,
                problem.version,
                reason=village.mark(town.slug, f"{name}-move", family.near),
                leader_involved=True,
                parents_involved=True,
            ),
        )
    family.add("problem", Target(problem.id, problem.version))
    family.add("casework", Target(problem.dossier_id))
    for state in ("held", "concluded"):
        await _call(village, town, family, state, 10)
    for holder in HOLDERS[name]:
        await _say_yes(world, town, holder, problem.dossier_id)


async def _run_case(village: Village, town: Town, name: str) -> None:
    """Hold and conclude the two; call the others; agreements, perspectives, a hold."""
    world, family = village.world, village.families[town.slug, name]
    leader, slug = FAMILIES[name][0], town.slug
    for target in list(family.targets["meeting"]):
        await _hold(village, town, family, target)
    for state in ("planned", "agenda_sent", "cancelled"):
        meeting = await _call(village, town, family, state, 20)
        async with world.api.write(town.who(leader), "test.state") as tx:
            version = (await store.meeting(tx, meeting)).version
            if state == "agenda_sent":
                await send_agenda(tx, meeting, version)
            if state == "cancelled":
                reason = village.mark(slug, f"{name}-cancelled", family.near)
                await cancel_meeting(tx, meeting, reason, version)
        if state != "cancelled":
            await _families_answer(village, town, family, meeting, state)
        if state == "planned":
            async with world.api.write(town.who(family.guest), "test.coming") as tx:
                await answer_invitation(tx, AnswerInvitation(meeting, "coming"))
    async with world.api.write(town.who(leader), "test.ask") as tx:
        await ask_consent(tx, town.id(name), "measure", None)
        holder = HOLDERS[name][0]
        where = village.mark(slug, f"{name}-paper", family.near | {holder})
        on_paper = RecordAnswer(
            *(
                town.id(name),
                "exchange_health",
                town.id(holder),
                AnswerState.DECLINED,
                "paper",
                tx.now,
                where,
            ),
            # In an answer of the api it is base64; the page gives it as it is.
            document=f"%PDF-1.7 {village.mark(slug, f'{name}-scan', family.near | {holder}, found=False)}".encode(),
        )
        answered = await record_answer(tx, on_paper)
        family.add("paper", Target(answered.id, answered.version, owners=family.near | {holder}))
    async with world.api.write(town.who(leader), "test.work") as tx:
        child, told = town.id(name), village.mark(slug, f"{name}-measure", family.known)
        marks = [village.mark(slug, f"{name}-{what}", family.near) for what in ("why", "findings", "untold")]
        process = await running(tx, child, *marks[:2])
        family.add("process", Target(process.id, process.version, owners=family.near))
        for what, with_family in ((told, True), (marks[2], False)):
            measure = await decided(tx, child, what, with_family=with_family)
            owners = family.known if with_family else family.near
            family.add("measure", Target(measure.id, measure.version, measure.state, owners))
    async with world.api.write(town.who(leader), "test.deadline") as tx:
        problem = family.targets["problem"][0].id
        row = await find_problem(tx, problem)
        await plan_deadlines(
            tx,
            [
                NewDeadline(
                    dossier=row.dossier_id,
                    key="specialised_effort",
                    task=REASSESS,
                    due_at=tx.now + timedelta(days=180),
                    problem=problem,
                    role="leader",
                    private=True,
                )
            ],
        )
        for one in await deadlines_of_case(tx, row.dossier_id):
            family.add("deadline", Target(one.id, one.version, owners=family.known))
    async with world.api.write(town.who("dpo"), "test.hold") as tx:
        (dossier,) = await dossiers_of_child(tx, town.id(name))
        await place_hold(tx, dossier, village.mark(slug, f"{name}-hold", frozenset({"dpo"})))
        for hold in await holds_of(tx, dossier):
            family.add("hold", Target(hold.id, hold.version, owners=frozenset({"dpo"})))
    await ask_when(village, town, family, leader, HOLDERS[name])
    await around(village, town, family, leader)
    async with world.api.read(town.who(leader), "test.collect") as tx:
        await collect(tx, town, family)


async def _call(village: Village, town: Town, family: Family, state: str, days: int) -> UUID:
    leader, staff, others = FAMILIES[family.name]
    slug, name = town.slug, family.name
    # The guest is only asked to come to the one whose agenda is sent, and out of the cancelled one.
    asked = family.known if state == "cancelled" else family.circle
    opened = family.known if state in ("agenda_sent", "cancelled") else family.circle
    choices = [
        Choice("staff", person=town.id(staff)),
        Choice("network", name=village.mark(slug, f"{name}-network", asked)),
        Choice("child", leave_out_reason=village.mark(slug, f"{name}-left-out", family.near)),
    ]
    if "psychologist" in others:
        choices.append(Choice("psychologist", person=town.id("psychologist")))
    async with village.world.api.write(town.who(leader), "test.call") as tx:
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(name),
                type=TYPE,
                starts_at=tx.now + timedelta(days=days),
                place=village.mark(slug, f"{name}-place", asked),
                purpose=village.mark(slug, f"{name}-purpose", opened),
                problem=family.targets["problem"][0].id,
                choices=tuple(choices),
                agenda=(village.mark(slug, f"{name}-item", opened),),
                # Of a cancelled meeting its cancellation is what is shown.
                reason=village.mark(
                    slug, f"{name}-reason", family.staff & opened, found=state != "cancelled"
                ),
            ),
        )
    family.add("meeting", Target(meeting.id, state=state))
    return meeting.id


async def _say_yes(world: World, town: Town, holder: str, dossier: UUID) -> None:
    async with world.api.write(town.who(holder), "test.consent") as tx:
        for row in await consents.asked_of(tx, town.id(holder), before=None, limit=10):
            if row.state == "asked" and row.dossier_id == dossier:
                await give_consent(tx, row.id, row.text_version, row.version)


async def _families_answer(village: Village, town: Town, family: Family, meeting: UUID, state: str) -> None:
    accepted = state == "planned"
    for holder in HOLDERS[family.name]:
        own = (family.staff if accepted else family.near) | {holder}
        async with village.world.api.write(town.who(holder), "test.answer") as tx:
            note = village.mark(town.slug, f"{family.name}-note-{holder}", family.near | {holder})
            proposed = tx.now + timedelta(days=25)
            await answer_invitation(tx, AnswerInvitation(meeting, "another_time", note, proposed))
            item = await add_agenda_item(
                tx,
                meeting,
                village.mark(
                    town.slug, f"{family.name}-family-item", family.circle if accepted else family.known
                ),
            )
            family.add("agenda_item", Target(item.id, 1))
            for text in ("how", "text"):
                mark = village.mark(town.slug, f"{family.name}-{text}-{holder}", own)
                how, said = (mark, "Vi ser det sådan") if text == "how" else ("", mark)
                row = await record_perspective(
                    tx, RecordPerspective(meeting, "parent", True, how=how, text=said, for_guests=True)
                )
                family.add("perspective", Target(row.id, 1, owners=own))


async def _hold(village: Village, town: Town, family: Family, target: Target) -> None:
    slug, name, leader = town.slug, family.name, FAMILIES[family.name][0]
    async with village.world.api.write(town.who(leader), "test.hold") as tx:
        circle = await store.participants(tx, target.id)
        present = [row.id for row in circle if row.status == "invited"]
        row = await hold_meeting(
            tx, HoldMeeting(target.id, tuple(present), (await store.meeting(tx, target.id)).version)
        )
        form = await store.form(tx, row.id)
        assert form is not None
        values = {
            key: village.mark(slug, f"{name}-form-{key}", family.circle)
            for key in ("problem", "tried_locally", "protective_factors", "new_possibilities")
        }
        values["professional_note"] = village.mark(slug, f"{name}-form-note", family.staff)
        await fill_form(tx, row.id, values, complete=True, expected_version=form.version)
        await make_agreement(
            tx,
            MakeAgreement(
                row.id,
                village.mark(slug, f"{name}-agreement", family.circle),
                present[-1],
                row.starts_at.date() + timedelta(days=40),
                close_to_child=True,
            ),
        )
        for whose, readers in (("child", family.circle), ("parent", family.staff)):
            said = village.mark(slug, f"{name}-said-{whose}", readers)
            how = village.mark(slug, f"{name}-how-{whose}", readers)
            await record_perspective(
                tx, RecordPerspective(row.id, whose, True, how=how, text=said, for_guests=True)
            )
            tried = village.mark(slug, f"{name}-tried-{whose}", readers)
            await record_perspective(
                tx, RecordPerspective(row.id, whose, False, attempts=tried, for_guests=True)
            )
        if target.state == "concluded":
            reason = village.mark(slug, f"{name}-conclusion", family.staff)
            version = (await store.meeting(tx, row.id)).version
            await conclude_meeting(tx, ConcludeMeeting(row.id, "consultative", version, reason=reason))
