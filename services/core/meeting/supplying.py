"""What a convener brings along, gathered for the rules: their own words beside what the chosen people tell.

Nothing is asked for that the rows know: professions, numbers, who is from outside and which forms are filled.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from services.core.action_plan import store as action_plans
from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import fits, roles_of_actor
from services.core.casework.service import Case
from services.core.db.tx import ReadTx
from services.core.errors import invalid
from services.core.identity import PersonId
from services.core.measure import store as measures
from services.core.meeting import store
from services.core.meeting.invitees import Choice
from services.core.meeting.store import NO_PARTICULARS, MeetingRow, Particulars
from services.core.meeting.supplied import Chair, Supplied
from services.core.person import colleagues, reading
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Subject
from services.core.tenancy.meetings import MeetingType

_SUBJECTS = (Subject.NAMED_CHILD, Subject.SIBLINGS)


@dataclass(frozen=True, slots=True)
class Said:
    """What the convener says of a meeting: the circle, the particulars, a reason, who leads it and for how long.

    ``minutes`` None: the model's own length. ``chair`` None: not agreed yet. ``convener`` None: the one who acts.
    """

    choices: tuple[Choice, ...] = ()
    particulars: Particulars = NO_PARTICULARS
    reason: str = ""
    minutes: int | None = None
    chair: PersonId | None = None
    convener: PersonId | None = None


NOTHING_SAID = Said()


async def asked(tx: ReadTx, case: Case, meeting: MeetingType, said: Said) -> Supplied:
    """For a meeting that is only thought of: what has not been said yet is not judged."""
    mine = said.particulars
    full = await decided(tx, case, meeting, said)
    return replace(
        full,
        roles=full.roles if said.choices else None,
        counts=full.counts if said.choices else None,
        grounds=full.grounds if mine.grounds else None,
        purposes=full.purposes if mine.purposes else None,
        agreed=full.agreed if mine.agreed_by else None,
        answered_by=full.answered_by if mine.answered_by else None,
        visit_agreed=full.visit_agreed if mine.visit_agreed_with else None,
        minutes=full.minutes if said.minutes is not None else None,
    )


async def decided(tx: ReadTx, case: Case, meeting: MeetingType, said: Said) -> Supplied:
    """For a meeting that is called: what was not said is not there.

    Raises INVALID_INPUT for a key that the type does not have, and for a chair who does not fit or is not invited.
    """
    mine = said.particulars
    _check(case, meeting, mine)
    chosen = [choice for choice in said.choices if not choice.leave_out_reason.strip()]
    people = [PersonId(choice.person) for choice in chosen if choice.person is not None]
    staff = await colleagues.staff(tx, people)
    outside = {rule.role for rule in meeting.participants if rule.external}
    professions = {
        choice: staff[PersonId(choice.person)].profession
        for choice in chosen
        if choice.person is not None and choice.person in staff
    }
    known = {one.key for one in case.model.professions}
    subject = next((one for one in _SUBJECTS if one in meeting.subjects), Subject.NAMED_CHILD)
    return Supplied(
        reason=said.reason,
        roles=frozenset(choice.role for choice in chosen) if said.choices else None,
        professions=frozenset(p for c, p in professions.items() if c.role in outside and p in known),
        everybody=frozenset(p for p in professions.values() if p in known),
        documents=frozenset(mine.documents) | await _written(tx, case, meeting),
        measure_started_on=mine.measure_started_on or await _measure_started(tx, case),
        subject=subject,
        grounds=frozenset(mine.grounds),
        purposes=frozenset(mine.purposes),
        minutes=said.minutes if said.minutes is not None else meeting.minutes,
        counts=await _counts(tx, case, meeting, chosen),
        agreed=frozenset(mine.agreed_by),
        answered_by=frozenset(mine.answered_by) | await roles_of_actor(tx, case),
        division_agreed_on=mine.division_agreed_on,
        chair=None
        if said.chair is None
        else await chair_of(
            tx,
            case,
            meeting,
            said.chair,
            said.convener or tx.actor.known_person,
            mine.chair_agreed_on,
        ),
        visit_agreed=frozenset(mine.visit_agreed_with),
    )


async def chair_of(
    tx: ReadTx,
    case: Case,
    meeting: MeetingType,
    person: PersonId,
    convener: PersonId,
    agreed_on: dt.date | None,
) -> Chair:
    """The chair as the rules know one: in which of the roles that may chair, and whether from outside the convener's unit.

    ``agreed_on`` None: today. Raises INVALID_INPUT where the person can have none of those roles.
    """
    known = (await colleagues.staff(tx, [person])).get(person)
    if known is None:
        raise invalid("meeting.chair_unknown", "input", "chairId")
    works = await caseworks.employments(tx, [person, convener])
    their = {one.role for one in works if one.person_id == person}
    kinds = {RoleKind.LEADER: "leader", RoleKind.ADVISER: "adviser"}
    duties = [role for duty in meeting.chair for role in duty.roles]
    role = next(
        (
            key
            for key in duties
            if fits(case.model, key, known.profession)
            and kinds.get(case.model.role(key).kind, "") in {"", *their}
        ),
        None,
    )
    if role is None and duties:
        who = ", ".join(
            case.model.role(key).name.in_language(tx.actor.language) for key in dict.fromkeys(duties)
        )
        raise invalid("meeting.chair_does_not_fit", "input", "chairId", who=who)
    own = {one.unit_id for one in works if one.person_id == convener}
    shared = any(one.person_id == person and one.unit_id in own for one in works)
    today = local_day(tx.now)
    if agreed_on is not None and agreed_on > today:
        raise invalid("meeting.agreed_in_the_future", "input", "chairAgreedOn")
    return Chair(role or "", not shared, agreed_on or today)


async def _measure_started(tx: ReadTx, case: Case) -> dt.date | None:
    """The day on which the newest measure began that still runs; its follow-ups count from there (RI-22)."""
    if case.casework is None:
        return None
    days = [
        row.started_on
        for row in await measures.measures_of(tx, case.casework.dossier_id)
        if row.started_on is not None and row.ended_on is None
    ]
    return max(days, default=None)


async def documents_there(tx: ReadTx, case: Case, row: MeetingRow, mine: Particulars) -> frozenset[str]:
    """The documents of a meeting that are there: those noted, and those whose form has been completed in the case."""
    meeting = next(one for one in case.model.meetings if one.key == row.type)
    return frozenset(mine.documents) | await _written(tx, case, meeting)


async def _written(tx: ReadTx, case: Case, meeting: MeetingType) -> frozenset[str]:
    """The documents whose form has been completed in this case."""
    forms = {document.form: document.key for document in meeting.documents if document.form}
    if not forms or case.casework is None:
        return frozenset()
    done = await store.completed_forms(tx, case.casework.dossier_id)
    plans = await action_plans.plans_of(tx, case.casework.dossier_id)
    done |= {row.form_key for row in plans if row.completed_at is not None}
    return frozenset(key for form, key in forms.items() if form in done)


async def _counts(
    tx: ReadTx, case: Case, meeting: MeetingType, chosen: Sequence[Choice]
) -> tuple[tuple[str, int], ...]:
    """How many come of each role; the child and the custody holders come of themselves."""
    counts = Counter(choice.role for choice in chosen if choice.person is not None or choice.name.strip())
    own = await roles_of_actor(tx, case)
    for rule in meeting.participants:
        kind = case.model.role(rule.role).kind
        if kind is RoleKind.CHILD:
            counts[rule.role] = 1
        elif kind is RoleKind.CUSTODY_HOLDER:
            counts[rule.role] = len(await reading.holders(tx, case.child.id))
        elif kind is RoleKind.LEADER and not counts[rule.role] and rule.role in own:
            counts[rule.role] = 1  # the leader who calls is the leader who comes
    return tuple(sorted(counts.items()))


def _check(case: Case, meeting: MeetingType, mine: Particulars) -> None:
    roles = {role.key for role in case.model.roles}
    for field, said, known in (
        ("grounds", mine.grounds, (one.key for one in meeting.grounds)),
        ("purposes", mine.purposes, (one.key for one in meeting.purposes)),
        ("documents", mine.documents, (one.key for one in meeting.documents)),
        ("prepared", mine.prepared, (one.key for one in meeting.preparation)),
        ("agreedPreparation", mine.agreed_preparation, (one.key for one in meeting.preparation)),
        ("agreedBy", mine.agreed_by, roles),
        ("answeredBy", mine.answered_by, roles),
        ("visitAgreedWith", mine.visit_agreed_with, roles),
    ):
        _check_keys(field, said, known)


def _check_keys(field: str, said: Iterable[str], known: Iterable[str]) -> None:
    keys = sorted(known)
    for key in said:
        if key not in keys:
            raise invalid(
                "meeting.unknown_particular", "input", "particulars", field, key=key, known=", ".join(keys)
            )
