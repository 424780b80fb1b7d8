"""In which form somebody says how they see it: the child's by its age, the parents' and the professionals'.

A municipality writes them in `perspectives.toml`; where it says nothing for somebody, they write in their own words, and
a child may draw. Whether a view is needed at all, the meeting type says (`PerspectiveRule`).
"""

from enum import StrEnum
from typing import Final

from services.core.tenancy.forms import Option
from services.core.tenancy.language import Clause, Text


class Voice(StrEnum):
    """Who speaks."""

    CHILD = "child"
    PARENT = "parent"
    PROFESSIONAL = "professional"


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    WORDS = "words"
    CHOICE = "choice"
    DRAWING = "drawing"


class Question(Clause, frozen=True, kw_only=True):
    """One question. `faces`: the scale is shown as faces, for those who do not think in numbers yet.

    `low` and `high`: what the ends of a scale mean, in words. `steps`: what stands beside each step of it, from the lowest.
    """

    key: str
    text: Text
    kind: QuestionKind
    help: Text = Text()
    required: bool = False
    options: tuple[Option, ...] = ()
    scale_from: int = 0
    scale_to: int = 10
    faces: bool = False
    low: Text = Text()
    high: Text = Text()
    steps: tuple[Text, ...] = ()


class PerspectiveForm(Clause, frozen=True, kw_only=True):
    """Questions to one who speaks. `from_age` and `to_age` are the child's own age in whole years, both included.

    The first that fits is used. `meetings`: for these types alone.
    """

    key: str
    voice: Voice
    name: Text
    text: Text = Text()
    from_age: int | None = None
    to_age: int | None = None
    meetings: tuple[str, ...] = ()
    questions: tuple[Question, ...]


MOST_STEPS: Final = 11
"""A scale from 0 to 10 has so many; more nobody tells apart, and no phone shows beside each other."""
OWN_WORDS: Final = "own_words"
DRAWN: Final = "drawing"
_WORDS: Final = Question(
    key=OWN_WORDS,
    kind=QuestionKind.WORDS,
    text=Text("Hvordan ser du det?", "How do you see it?"),
    help=Text("Skriv med dine egne ord.", "Write in your own words."),
)
_DRAWING: Final = Question(
    key=DRAWN,
    kind=QuestionKind.DRAWING,
    text=Text("Vil du hellere tegne?", "Would you rather draw?"),
    help=Text("Tag et billede af tegningen.", "Take a picture of the drawing."),
)
DEFAULTS: Final = {
    Voice.CHILD: PerspectiveForm(
        key="own_words_child",
        voice=Voice.CHILD,
        name=Text("Barnets egne ord", "The child's own words"),
        questions=(_WORDS, _DRAWING),
    ),
    Voice.PARENT: PerspectiveForm(
        key="own_words_parent",
        voice=Voice.PARENT,
        name=Text("Forældrenes egne ord", "The parents' own words"),
        questions=(_WORDS,),
    ),
    Voice.PROFESSIONAL: PerspectiveForm(
        key="own_words_professional",
        voice=Voice.PROFESSIONAL,
        name=Text("Fagpersonens syn", "The professional's view"),
        questions=(_WORDS,),
    ),
}
"""What is asked where a model says nothing."""


def fitting(
    forms: tuple[PerspectiveForm, ...], voice: Voice, age: int | None, meeting: str
) -> PerspectiveForm:
    """The form for one who speaks at a meeting of this type; `age` is the child's (None: unborn, or not known)."""
    for one in forms:
        at_meeting = not one.meetings or meeting in one.meetings
        if one.voice is voice and at_meeting and _of_age(one, age):
            return one
    return DEFAULTS[voice]


def _of_age(form: PerspectiveForm, age: int | None) -> bool:
    if age is None:
        return form.from_age is None and form.to_age is None
    return (form.from_age or 0) <= age and (form.to_age is None or age <= form.to_age)


def named(forms: tuple[PerspectiveForm, ...], key: str) -> PerspectiveForm | None:
    """The form of that key, of the model's own or what stands in for one; None: none is called so."""
    return next((one for one in (*forms, *DEFAULTS.values()) if one.key == key), None)
