"""What belongs to a meeting about nobody named: people, points, form, agreements, outcomes."""

from datetime import date
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.form_field import FormField, form_field
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reason, reasons
from services.api.graphql.people.types import staff_of
from services.core.calendar.instants import local_day
from services.core.consultation import rules, store
from services.core.consultation.running import held_as
from services.core.consultation.store import ConsultationDetails, ConsultationRow, ParticipantRow
from services.core.tenancy.decision import Why
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import Effect, MeetingType, Outcome
from services.core.tenancy.model import Model


class ConsultationSubject(Enum):
    """What it is about."""

    NOBODY_NAMED = "nobody_named"
    GROUP = "group"
    ALL_OF_A_PLACE = "all_of_a_place"


enum_type(
    ConsultationSubject,
    description="What a meeting at which nobody is named is about.",
    values={
        "NOBODY_NAMED": "Somebody whom nobody names.",
        "GROUP": "A group.",
        "ALL_OF_A_PLACE": "All children of a place.",
    },
)


class SeatAnswer(Enum):
    """Whether somebody comes."""

    NONE = "none"
    COMING = "coming"
    NOT_COMING = "not_coming"


enum_type(
    SeatAnswer,
    description="Whether somebody comes to a meeting about nobody named.",
    values={"NONE": "Not answered.", "COMING": "Comes.", "NOT_COMING": "Does not come."},
)


@object_type(description="A professional who comes, or a role that was left out.")
class ConsultationPerson:
    """Somebody of the circle."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    name: str | None = field(description="The name; null for a role that was left out.", personal=True)
    role: str = field(description="Key of the role.", personal=False)
    role_name: str = field(description="The role in words.", personal=False)
    strength: Strength = field(description="How strongly the role belongs to the meeting.", personal=False)
    external: bool = field(description="From outside the unit.", personal=False)
    person_id: strawberry.ID | None = field(
        description="The professional, for `withdrawFromConsultations`.", personal=True
    )
    answer: SeatAnswer = field(description="Whether they come.", personal=True)
    withdrawn: bool = field(description="Whether the invitation was taken back.", personal=True)
    left_out: bool = field(description="Whether the role was left out.", personal=True)
    left_out_reason: str | None = field(description="Why.", personal=True, sealed=True)
    attended: bool | None = field(
        description="Whether they were there; null until it was held.", personal=True
    )


@object_type(description="Something spoken of.")
class ConsultationItem:
    """A point."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    text: str = field(description="In words.", personal=True, sealed=True)
    from_model: bool = field(description="Whether the model brings it.", personal=False)
    subject: ConsultationSubject | None = field(description="What it is about.", personal=False)
    presented_by: str | None = field(description="Who brings it.", personal=True, sealed=True)
    kept: str | None = field(
        description="Why a name in it was kept, where the check found one.", personal=True, sealed=True
    )


@object_type(
    description="Something that the agenda, the form or an outcome turns on, and whether it was said."
)
class SaidFact:
    """A fact of the model."""

    key: str = field(description="Give it in `facts`.", personal=False)
    name: str = field(description="In words.", personal=False)
    said: bool = field(description="Whether the professionals have said it.", personal=True)


@object_type(description="The form; it keeps the model version whose fields it has.")
class ConsultationForm:
    """A form."""

    name: str = field(description="Its name.", personal=False)
    text: str | None = field(description="What is to be borne in mind.", personal=False)
    colour: str | None = field(
        description="The paper by which people know it: green, yellow, blue or red.", personal=False
    )
    version: int = field(description="Give it as `expectedVersion` when you fill it.", personal=False)
    completed: bool = field(description="Whether it was said to be complete.", personal=True)
    needed: bool = field(description="Whether the meeting cannot be concluded without it now.", personal=True)
    fields: list[FormField] = field(description="Its fields.", personal=True)


@object_type(description="Who does what by when.")
class ConsultationAgreement:
    """An agreement."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    what: str = field(description="What is to be done.", personal=True, sealed=True)
    responsible: str = field(description="Who does it.", personal=True)
    due_on: date | None = field(description="By which day.", personal=True)


@object_type(
    description="A result it can have or has had. Where it leads is advice in words: nothing follows by itself."
)
class ConsultationOutcome:
    """An outcome."""

    key: str = field(description="Give it as `outcome`.", personal=False)
    text: str = field(description="In words.", personal=False)
    leads_to: str | None = field(
        description="The type of meeting that it points to, in words; called by itself, if at all.",
        personal=False,
    )
    next_type: str | None = field(
        description="Key of the type that it points to, where that too is held without names: for `callConsultation`.",
        personal=False,
    )
    reason_needed: bool = field(description="Whether it takes a reason.", personal=False)
    allowed: bool = field(description="Whether everything it takes is there now.", personal=True)
    needs: list[str] = field(description="Codes of what is missing.", personal=True)
    reasons: list[Reason] = field(description="Why it leads there, and what is missing.", personal=True)


async def people_of(info: Info, row: ConsultationRow) -> list[ConsultationPerson]:
    """The circle, with names and roles in words."""
    model = await version_of(info, row.model_version_id)
    circle = await _circle(info, row)
    names = await staff_of(info, [one.person_id for one in circle])
    found = []
    for one in circle:
        details = await store.participant_details(info.context.tx, one)
        known = names.get(one.person_id) if one.person_id else None
        found.append(
            ConsultationPerson(
                id=strawberry.ID(str(one.id)),
                name=(known.name if known else details.name) or None,
                role=one.role,
                role_name=model.role(one.role).name.in_language(info.context.language),
                strength=Strength(one.strength),
                external=one.external,
                person_id=strawberry.ID(str(one.person_id)) if one.person_id else None,
                answer=SeatAnswer(one.answer),
                withdrawn=one.status == "withdrawn",
                left_out=one.status == "left_out",
                left_out_reason=details.left_out_reason or None,
                attended=one.attended,
            )
        )
    return found


async def items_of(info: Info, row: ConsultationRow) -> list[ConsultationItem]:
    """The points, those of the model in the reader's language."""
    model, language = await version_of(info, row.model_version_id), info.context.language
    points = {point.key: point.text for point in model.meeting(row.type).agenda}
    rows = await store.items(info.context.tx, row.id)
    opened = [(one, await store.item_details(info.context.tx, one)) for one in rows]
    names = await staff_of(info, [details.presented_by for _, details in opened])
    found = []
    for one, details in opened:
        presenter = names.get(details.presented_by) if details.presented_by else None
        point = points.get(details.key)
        found.append(
            ConsultationItem(
                id=strawberry.ID(str(one.id)),
                text=point.in_language(language) if point else details.text,
                from_model=one.origin == "model",
                subject=ConsultationSubject(one.subject) if one.subject else None,
                presented_by=presenter.name if presenter else None,
                kept=details.kept or None,
            )
        )
    return found


async def facts_of(info: Info, row: ConsultationRow, details: ConsultationDetails) -> list[SaidFact]:
    """What is asked, and what was said."""
    model = await version_of(info, row.model_version_id)
    return [
        SaidFact(key=one.key, name=one.name.in_language(info.context.language), said=one.key in details.facts)
        for one in rules.facts_asked(model, model.meeting(row.type))
    ]


async def form_of(info: Info, row: ConsultationRow, details: ConsultationDetails) -> ConsultationForm | None:
    """The form with its answers."""
    tx, language = info.context.tx, info.context.language
    stored = await store.form(tx, row.id)
    if stored is None:
        return None
    model = await version_of(info, stored.model_version_id)
    form = model.form(stored.form_key)
    values = (await store.form_details(tx, stored)).values
    wanted = rules.form_wanted(model, await held_as(tx, row, details))
    return ConsultationForm(
        name=form.name.in_language(language),
        text=form.text.in_language(language) or None,
        colour=form.colour or None,
        version=stored.version,
        completed=stored.completed,
        needed=wanted is not None and wanted.key == form.key,
        fields=[form_field(one, values.get(one.key), language) for one in form.fields],
    )


async def agreements_of(info: Info, row: ConsultationRow) -> list[ConsultationAgreement]:
    """What was agreed, with who does it."""
    people = {one.id: one.name or one.role_name for one in await people_of(info, row)}
    found = []
    for one in await store.agreements(info.context.tx, row.id):
        details = await store.agreement_details(info.context.tx, one)
        found.append(
            ConsultationAgreement(
                id=strawberry.ID(str(one.id)),
                what=details.what,
                responsible=people.get(strawberry.ID(str(one.responsible_id)), ""),
                due_on=one.due_on,
            )
        )
    return found


async def options_of(
    info: Info, row: ConsultationRow, details: ConsultationDetails
) -> list[ConsultationOutcome]:
    """What it can come to now."""
    if row.status != "held":
        return []
    model, language = await version_of(info, row.model_version_id), info.context.language
    held = await held_as(info.context.tx, row, details)
    found = []
    for option in rules.outcome_options(model, held, info.context.now):
        decision = rules.may_end(model, held, option.key, info.context.now)
        other = option.meeting if option.meeting != row.type else ""
        found.append(
            ConsultationOutcome(
                key=option.key,
                text=option.text.in_language(language),
                leads_to=model.meeting(other).name.in_language(language) if other else None,
                next_type=_unnamed(model, option.effect, option.meeting),
                reason_needed=option.reason_needed,
                allowed=decision.allowed,
                needs=list(decision.needs),
                reasons=[reason(option.why, language), *reasons(decision.reasons, language)],
            )
        )
    return found


async def outcome_of(info: Info, row: ConsultationRow) -> ConsultationOutcome | None:
    """What it came to."""
    if row.outcome is None:
        return None
    model, language = await version_of(info, row.model_version_id), info.context.language
    meeting = model.meeting(row.type)
    chosen = next(one for one in meeting.outcomes if one.key == row.outcome)
    path = f"meetings/{meeting.key}/outcomes/{chosen.key}"
    because = Why(model, local_day(row.starts_at)).of(chosen, "outcome", path, chosen.text)
    other = chosen.leads_to.meeting if chosen.leads_to.meeting != row.type else ""
    return ConsultationOutcome(
        key=chosen.key,
        text=chosen.text.in_language(language),
        leads_to=model.meeting(other).name.in_language(language) if other else None,
        next_type=_unnamed(model, chosen.leads_to.effect, _next_of(meeting, chosen)),
        reason_needed=chosen.reason,
        allowed=True,
        needs=[],
        reasons=[reason(because, language)],
    )


def _next_of(meeting: MeetingType, chosen: Outcome) -> str:
    rule = meeting.follow_up
    return chosen.leads_to.meeting or (rule.meeting if rule else "") or meeting.key


def _unnamed(model: Model, effect: Effect, key: str) -> str | None:
    """The type to call next, where an outcome leads to a meeting and that too names nobody."""
    leads_on = effect in (Effect.CALL, Effect.FOLLOW_UP)
    return key if leads_on and any(one.key == key for one in rules.callable_types(model)) else None


async def _circle(info: Info, row: ConsultationRow) -> list[ParticipantRow]:
    return await info.context.once(
        f"consultation-circle:{row.id}:{row.version}",
        lambda: store.participants(info.context.tx, row.id),
    )
