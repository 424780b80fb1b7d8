"""``PerspectiveForm``: what somebody is asked, in a form that fits them, and what they answered."""

from collections.abc import Mapping

from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.form_field import FormOption
from services.core.tenancy.perspectives import PerspectiveForm as ModelForm
from services.core.tenancy.perspectives import Question, QuestionKind

enum_type(
    QuestionKind,
    description="How a question is answered.",
    values={
        "SCALE": "One of `options`: a whole number, from the lowest on.",
        "WORDS": "A text.",
        "CHOICE": "One of `options`, by its value.",
        "DRAWING": "A picture: `drawing` of the input.",
    },
)


@object_type(description="A question of a form for perspectives.")
class PerspectiveQuestion:
    """A question."""

    key: str = field(description="Its key.", personal=False)
    text: str = field(description="The question.", personal=False)
    help: str | None = field(description="What helps in answering.", personal=False)
    kind: QuestionKind = field(description="How it is answered.", personal=False)
    required: bool = field(description="Whether it must be answered.", personal=False)
    faces: bool = field(description="Whether the scale is shown as faces.", personal=False)
    low: str | None = field(description="What the lowest step means.", personal=False)
    high: str | None = field(description="What the highest step means.", personal=False)
    options: list[FormOption] = field(
        description="The possible answers of a choice or scale.", personal=False
    )


@object_type(description="What somebody is asked, in a form that fits them.")
class PerspectiveForm:
    """A form."""

    key: str = field(description="Key of the form.", personal=False)
    name: str = field(description="Its name.", personal=False)
    text: str | None = field(description="A greeting or an explanation.", personal=False)
    questions: list[PerspectiveQuestion] = field(description="The questions in order.", personal=False)


@object_type(description="An answer to a question of a form for perspectives.")
class PerspectiveAnswer:
    """An answer."""

    key: str = field(description="The question's key.", personal=False)
    question: str = field(description="The question, as it was asked.", personal=False)
    kind: QuestionKind = field(description="How it was answered.", personal=False)
    value: str = field(description="The answer as stored.", personal=True, sealed=True)
    said: str = field(description="The answer in words.", personal=True, sealed=True)
    step: str | None = field(
        description="Of a scale: the step's own word, where it has one.", personal=True, sealed=True
    )
    lowest: int | None = field(description="Of a scale: its lowest step.", personal=False)
    highest: int | None = field(description="Of a scale: its highest step.", personal=False)
    faces: bool = field(description="Of a scale: whether it was shown as faces.", personal=False)


def form_type(form: ModelForm, language: str) -> PerspectiveForm:
    """A form of the model as the schema answers it."""
    return PerspectiveForm(
        key=form.key,
        name=form.name.in_language(language),
        text=form.text.in_language(language) or None,
        questions=[
            PerspectiveQuestion(
                key=one.key,
                text=one.text.in_language(language),
                help=one.help.in_language(language) or None,
                kind=one.kind,
                required=one.required,
                faces=one.faces,
                low=one.low.in_language(language) or None,
                high=one.high.in_language(language) or None,
                options=_options(one, language),
            )
            for one in form.questions
        ],
    )


def answers_of(form: ModelForm | None, answers: Mapping[str, str], language: str) -> list[PerspectiveAnswer]:
    """What was answered, in the order of the form and in words."""
    if form is None:
        return []
    return [
        PerspectiveAnswer(
            key=one.key,
            question=one.text.in_language(language),
            kind=one.kind,
            value=answers[one.key],
            said=said(one, answers[one.key], language),
            step=_step_of(one, answers[one.key], language) or None,
            lowest=one.scale_from if one.kind is QuestionKind.SCALE else None,
            highest=one.scale_to if one.kind is QuestionKind.SCALE else None,
            faces=one.faces,
        )
        for one in form.questions
        if one.key in answers
    ]


def said(question: Question, value: str, language: str) -> str:
    """An answer in words: `7 (0-10)` on a scale of numbers, the step's own word where it has one."""
    if question.kind is QuestionKind.SCALE:
        words = step(question, int(value), language)
        numbers = f"{value} ({question.scale_from}-{question.scale_to})"
        return f"{words}: {numbers}" if words else numbers
    if question.kind is QuestionKind.CHOICE:
        return next((one.text.in_language(language) for one in question.options if one.key == value), value)
    return value


def step(question: Question, value: int, language: str) -> str:
    """The word of a step of a scale, or ''."""
    place = value - question.scale_from
    return question.steps[place].in_language(language) if 0 <= place < len(question.steps) else ""


def _step_of(question: Question, value: str, language: str) -> str:
    return step(question, int(value), language) if question.kind is QuestionKind.SCALE else ""


def _options(question: Question, language: str) -> list[FormOption]:
    if question.kind is QuestionKind.SCALE:
        return [
            FormOption(value=str(number), label=step(question, number, language) or str(number))
            for number in range(question.scale_from, question.scale_to + 1)
        ]
    return [FormOption(value=one.key, label=one.text.in_language(language)) for one in question.options]
