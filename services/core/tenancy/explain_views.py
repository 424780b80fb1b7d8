"""In which forms the child, the parents and the professionals say how they see it, as a committee reads it."""

from collections.abc import Iterator

from services.core.tenancy.document import Block, Heading, Paragraph, Table
from services.core.tenancy.perspectives import PerspectiveForm, Question, QuestionKind, Voice
from services.core.tenancy.phrases import Phrases

_VOICES = {
    Voice.CHILD: ("barnet eller den unge", "the child or young person"),
    Voice.PARENT: ("forældrene", "the parents"),
    Voice.PROFESSIONAL: ("fagpersonerne", "the professionals"),
}
_KINDS = {
    QuestionKind.SCALE: ("skala", "scale"),
    QuestionKind.WORDS: ("egne ord", "own words"),
    QuestionKind.CHOICE: ("valg", "choice"),
    QuestionKind.DRAWING: ("tegning", "drawing"),
}


def view_blocks(say: Phrases) -> Iterator[Block]:
    """Each form with whom it is for and what it asks; nothing where the model leaves it to the system's own."""
    if not say.model.perspectives:
        return
    yield Heading(2, say.both(("Sådan siger man, hvordan man ser det", "How people say how they see it")))
    for form in say.model.perspectives:
        yield Heading(3, f"{say.say(form.name)}{say.rules(form)}")
        yield Paragraph(f"{_whom(say, form)}. {say.joined(form.text, form.why)}".rstrip())
        head = (say.both(("Spørgsmål", "Question")), say.both(("Svar", "Answer")))
        rows = [(f"{say.say(one.text)}{say.rules(one)}", _answer(say, one)) for one in form.questions]
        yield Table((head, *rows))


def _whom(say: Phrases, form: PerspectiveForm) -> str:
    words = [f"{say.both(('Til', 'For'))} {say.both(_VOICES[form.voice])}"]
    if form.from_age is not None or form.to_age is not None:
        low, high = form.from_age or 0, form.to_age
        ages = f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"
        words.append(say.both((f"barnet er {ages} år", f"the child is {ages}")))
    if form.meetings:
        words.append(", ".join(say.meeting(key) for key in form.meetings))
    return ", ".join(words)


def _answer(say: Phrases, one: Question) -> str:
    found = say.both(_KINDS[one.kind])
    if one.kind is QuestionKind.SCALE:
        faces = say.both((", ansigter", ", faces")) if one.faces else ""
        ends = f" ({say.say(one.low)} – {say.say(one.high)})" if one.low and one.high else ""
        found += f" {one.scale_from}-{one.scale_to}{faces}{ends}"
    words = " / ".join(say.say(option.text) for option in one.options) or " / ".join(map(say.say, one.steps))
    must = say.both(("skal besvares", "required")) if one.required else ""
    return ". ".join(filter(None, (found, words, must, say.say(one.help))))
