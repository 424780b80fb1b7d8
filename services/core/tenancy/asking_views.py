"""Forms for perspectives that nobody can answer: scales that lead nowhere, choices without answers, ages nobody has."""

from collections.abc import Iterator

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.model import Model
from services.core.tenancy.perspectives import DEFAULTS, MOST_STEPS, PerspectiveForm, Question, QuestionKind

_AGES = Mistake(
    "age_contradiction",
    "ingen er {low} år eller ældre og højst {high}",
    "nobody is {low} or older and at most {high}",
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
    "skalaen i '{field}' går fra {low} til {high}; den skal have mellem 2 og {most} trin",
    "the scale of '{field}' runs from {low} to {high}; it must have between 2 and {most} steps",
)
_ENDS = Mistake(
    "incomplete",
    "skalaen i '{field}' siger ikke, hvad enderne betyder ('low' og 'high')",
    "the scale of '{field}' does not say what its ends mean ('low' and 'high')",
)
_STEPS = Mistake(
    "contradiction",
    "'{field}' har {found} trin i 'steps', men skalaen har {wanted}",
    "'{field}' has {found} 'steps', but the scale has {wanted}",
)
_FACES = Mistake(
    "contradiction",
    "ansigter ('faces') viser en skala fra 1 til 5, ikke '{field}'",
    "'faces' show a scale from 1 to 5, not '{field}'",
)
_DRAWINGS = Mistake(
    "contradiction",
    "skemaet beder om mere end én tegning",
    "the form asks for more than one drawing",
)
_TAKEN = Mistake(
    "doubled",
    "nøglen '{key}' har systemets eget skema",
    "the key '{key}' is that of the system's own form",
)


def of_views(model: Model) -> Iterator[Remark]:
    """What is wrong with the forms for perspectives, each at its own path from the model's root."""
    own = {one.key for one in DEFAULTS.values()}
    for index, form in enumerate(model.perspectives):
        here = ("perspectives", index)
        if form.key in own:
            yield _TAKEN.at(*here, "key", key=form.key)
        if form.from_age is not None and form.to_age is not None and form.from_age > form.to_age:
            yield _AGES.at(*here, low=form.from_age, high=form.to_age)
        yield from _of_form(form, here)


def _of_form(form: PerspectiveForm, here: tuple[str | int, ...]) -> Iterator[Remark]:
    drawings = 0
    for index, one in enumerate(form.questions):
        path = (*here, "questions", index)
        drawings += one.kind is QuestionKind.DRAWING
        if one.kind is QuestionKind.CHOICE and len(one.options) < 2:
            yield _NO_CHOICE.at(*path, field=one.key)
        if one.kind is not QuestionKind.CHOICE and one.options:
            yield _NOT_A_CHOICE.at(*path, "options", field=one.key)
        if one.kind is QuestionKind.SCALE:
            yield from _of_scale(one, path)
        elif one.faces:
            yield _FACES.at(*path, "faces", field=one.key)
    if drawings > 1:
        yield _DRAWINGS.at(*here, "questions")


def _of_scale(one: Question, path: tuple[str | int, ...]) -> Iterator[Remark]:
    steps = one.scale_to - one.scale_from + 1
    if not 2 <= steps <= MOST_STEPS:
        yield _SCALE.at(*path, field=one.key, low=one.scale_from, high=one.scale_to, most=MOST_STEPS)
        return
    if one.steps and len(one.steps) != steps:
        yield _STEPS.at(*path, "steps", field=one.key, found=len(one.steps), wanted=steps)
    if not one.steps and not (one.low and one.high):
        yield _ENDS.at(*path, field=one.key)
    if one.faces and (one.scale_from, one.scale_to) != (1, 5):
        yield _FACES.at(*path, "faces", field=one.key)
