"""Forms that nobody can fill or read, that ask too much, and that nothing uses; consent that nothing asks for."""

from collections import Counter
from collections.abc import Iterator, Set

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.forms import Audience, FieldKind, Form, Use
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

_UNSEEN = Mistake(
    "field_unseen",
    "ingen ser feltet '{field}': 'visible_to' er tom",
    "nobody sees the field '{field}': 'visible_to' is empty",
)
_UNFILLABLE = Mistake(
    "field_unfillable",
    "'{field}' skal udfyldes, men den, der skriver ved '{meeting}', kan ikke se feltet (visible_to)",
    "'{field}' must be filled, but who writes at '{meeting}' can't see the field (visible_to)",
)
_TWICE = Mistake(
    "asked_twice",
    "feltet '{field}' spørger om det, som et andet felt allerede har",
    "the field '{field}' asks for what another field holds already",
)
_KNOWN = Mistake(
    "asked_twice",
    "'{field}' udfyldes fra '{source}': at spørge om det også er en byrde",
    "'{field}' is filled from '{source}': asking for it as well is a burden",
)
_TOO_MANY = Mistake(
    "asked_twice",
    "skemaet stiller {count} spørgsmål og må stille {most}",
    "the form asks {count} questions and may ask {most}",
)
_NO_CHOICE = Mistake(
    "incomplete",
    "'{field}' er et valg (choice), men har ikke mindst to 'options'",
    "'{field}' is a choice, but has not at least two 'options'",
)
_NOT_A_CHOICE = Mistake(
    "contradiction",
    "'{field}' har 'options', men er ikke et valg: kind = \"choice\"",
    "'{field}' has 'options', but is no choice: kind = \"choice\"",
)
_SCALE = Mistake(
    "contradiction",
    "skalaen i '{field}' går fra {low} til {high}",
    "the scale of '{field}' runs from {low} to {high}",
)
_UNUSED = Mistake(
    "form_unused",
    "intet i modellen bruger skemaet '{form}'",
    "nothing in the model uses the form '{form}'",
)
_NOT_USED_SO = Mistake(
    "form_misused",
    "'{place}' bruger skemaet '{form}' som {wanted}, men skemaets 'uses' siger: {uses}",
    "'{place}' uses the form '{form}' as {wanted}, but the form's 'uses' says: {uses}",
)
_NEVER_ASKED = Mistake(
    "consent_never_asked",
    "intet spørger nogensinde om samtykket '{purpose}'",
    "nothing ever asks for the consent '{purpose}'",
)
_NOBODY_WAITS = Mistake(
    "consent_never_asked",
    "ingen deltager venter på samtykket '{purpose}' (consent), så mødet spørger ikke om det",
    "no participant waits for the consent '{purpose}' (consent), so the meeting does not ask for it",
)

_READS_AS = {
    RoleKind.CHILD: Audience.CHILD,
    RoleKind.CUSTODY_HOLDER: Audience.FAMILY,
    RoleKind.NETWORK: Audience.NETWORK,
}


def of_fields(form: Form) -> Iterator[Remark]:
    """Fields that nobody may read, that contradict themselves, and questions asked twice or too many (ALL-10)."""
    sources = Counter(field.source for field in form.fields if field.source)
    labels = Counter(field.label.da for field in form.fields if field.label.da)
    for index, field in enumerate(form.fields):
        path = ("fields", index)
        if not field.visible_to:
            yield _UNSEEN.at(*path, field=field.key)
        if sources[field.source] > 1 or labels[field.label.da] > 1:
            yield _TWICE.at(*path, field=field.key)
        if field.source and field.required:
            yield _KNOWN.at(*path, field=field.key, source=field.source)
        if field.kind is FieldKind.CHOICE and len(field.options) < 2:
            yield _NO_CHOICE.at(*path, field=field.key)
        if field.kind is not FieldKind.CHOICE and field.options:
            yield _NOT_A_CHOICE.at(*path, "options", field=field.key)
        if field.kind is FieldKind.SCALE and field.scale_from >= field.scale_to:
            yield _SCALE.at(*path, field=field.key, low=field.scale_from, high=field.scale_to)
    if form.at_most is not None and len(form.fields) > form.at_most:
        yield _TOO_MANY.at("at_most", count=len(form.fields), most=form.at_most)


def unfillable(model: Model, form: Form) -> Iterator[Remark]:
    """Required fields that nobody who writes at a meeting with this form can see."""
    kinds = {role.key: role.kind for role in model.roles}
    for meeting in model.meetings:
        if form.key not in {meeting.form, meeting.follow_up_form}:
            continue
        writers = {key for duty in meeting.writer or meeting.convener for key in duty.roles}
        seen_as = {_READS_AS.get(kinds[key], Audience.PROFESSIONALS) for key in writers if key in kinds}
        for index, field in enumerate(form.fields):
            hidden = field.required and field.visible_to and not seen_as.intersection(field.visible_to)
            if hidden and seen_as:
                yield _UNFILLABLE.at("fields", index, field=field.key, meeting=meeting.key)


def unused(model: Model, form: Form) -> Iterator[Remark]:
    """Says so where nothing in the model uses the form."""
    used = {meeting.form for meeting in model.meetings} | {one.follow_up_form for one in model.meetings}
    used |= {document.form for meeting in model.meetings for document in meeting.documents}
    used |= {one.form for one in model.offers} | {one.form for one in model.handovers}
    used |= {one.form for one in model.reports} | {one.evaluation_form for one in model.networks}
    used |= {bypass.template for bypass in model.bypasses}
    if form.key not in used:
        yield _UNUSED.at("key", form=form.key)


def misused(model: Model, form: Form) -> Iterator[Remark]:
    """Places that use the form as something that it does not say it is."""
    record = (Use.CONVENING, Use.AGENDA, Use.MINUTES)
    wanted: list[tuple[str, tuple[Use, ...]]] = [
        (one.key, record) for one in model.meetings if form.key in {one.form, one.follow_up_form}
    ]
    wanted += [(one.key, (Use.HANDOVER,)) for one in model.handovers if one.form == form.key]
    wanted += [(one.key, (Use.EVALUATION,)) for one in model.networks if one.evaluation_form == form.key]
    for place, uses in wanted:
        if set(uses).isdisjoint(form.uses):
            names = {"wanted": "/".join(uses), "uses": ", ".join(form.uses) or "–"}
            yield _NOT_USED_SO.at("uses", place=place, form=form.key, **names)


def unawaited(meeting: MeetingType, besides: Set[str] = frozenset()) -> Iterator[Remark]:
    """A consent to exchange that the family's part names and no participant waits for, `besides` those."""
    purpose = meeting.family.consent_to_exchange
    if purpose and purpose not in besides and all(one.consent != purpose for one in meeting.participants):
        yield _NOBODY_WAITS.at("family", "consent_to_exchange", purpose=purpose)


def never_asked(model: Model, besides: Set[str] = frozenset()) -> Iterator[Remark]:
    """Consent purposes that nothing in the model asks for, at their place in the list, `besides` those."""
    asked = {one.consent for meeting in model.meetings for one in meeting.participants}
    asked |= {meeting.family.consent_to_holding for meeting in model.meetings}
    asked |= {one.consent for one in model.measures} | {one.consent for one in model.handovers}
    for index, purpose in enumerate(model.purposes):
        if purpose.key not in asked | besides:
            yield _NEVER_ASKED.at("purposes", index, purpose=purpose.key)
