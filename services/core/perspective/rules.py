"""What can be answered, who may speak for whom, and how a scale has moved. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from services.core.errors import invalid
from services.core.identity import PersonId
from services.core.tenancy.form_values import ANSWER_LIMIT
from services.core.tenancy.perspectives import PerspectiveForm, Question, QuestionKind

WAYS: Final = ("written", "told")
"""How a perspective came: written by whose it is, or told to an adult they trust."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answered scale: where on it somebody stood on a local day."""

    meeting: UUID
    on: date
    value: int


@dataclass(frozen=True, slots=True)
class Movement:
    """How one who speaks has answered the same scale over the meetings of a case, oldest first."""

    whose: str
    speaker: PersonId | None
    question: Question
    points: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers that one gave to a form at a meeting."""

    whose: str
    speaker: PersonId | None
    meeting: UUID
    held_at: datetime
    on: date
    form: PerspectiveForm
    answers: Mapping[str, str]


def checked(form: PerspectiveForm, given: Mapping[str, str], *, drawn: bool, language: str) -> dict[str, str]:
    """The answers that were given, each as its question wants it; what was left open is left out.

    INVALID_INPUT names the question, in the reader's ``language``. ``drawn``: a drawing comes with them.
    """
    questions = {one.key: one for one in form.questions}
    found = {}
    for key, value in given.items():
        if key not in questions:
            raise invalid("perspective.unknown_question", "input", "answers", key)
        if text := value.strip():
            _check(questions[key], text, language)
            found[key] = text
    for one in form.questions:
        there = drawn if one.kind is QuestionKind.DRAWING else one.key in found
        if one.required and not there:
            raise invalid(
                "perspective.answer_missing",
                "input",
                "answers",
                one.key,
                question=one.text.in_language(language),
            )
    return found


def _check(question: Question, value: str, language: str) -> None:
    name = ("input", "answers", question.key)
    match question.kind:
        case QuestionKind.SCALE:
            fits = (
                value.isascii()
                and value.isdecimal()
                and len(value) <= 3
                and question.scale_from <= int(value) <= question.scale_to
            )
        case QuestionKind.CHOICE:
            fits = value in {option.key for option in question.options}
        case QuestionKind.DRAWING:
            fits = False  # a drawing is a file, never words
        case QuestionKind.WORDS:
            fits = True
    if not fits:
        raise invalid("perspective.bad_answer", *name, question=question.text.in_language(language))
    if len(value) > ANSWER_LIMIT:
        raise invalid("perspective.too_long", *name, limit=ANSWER_LIMIT)


def movements(said: Iterable[Answered]) -> tuple[Movement, ...]:
    """Scales that somebody has answered, with every answer in the order of the meetings.

    A scale is the same while its key and its numbers are: a child that grows into the next form is asked in other words.
    """
    found: dict[tuple[str, PersonId | None, str, int, int], tuple[Question, list[Told]]] = {}
    for one in sorted(said, key=lambda each: each.held_at):
        for question in one.form.questions:
            value = one.answers.get(question.key)
            if question.kind is not QuestionKind.SCALE or value is None:
                continue
            of = (one.whose, one.speaker, question.key, question.scale_from, question.scale_to)
            _, points = found.get(of, (question, []))
            found[of] = (question, [*points, Told(one.meeting, one.on, int(value))])
    return tuple(
        Movement(whose, speaker, question, tuple(points))
        for (whose, speaker, *_), (question, points) in found.items()
    )
