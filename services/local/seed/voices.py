"""How some of the synthetic people see it: a young person, a child by way of its teacher with a drawing, a mother."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from services.core.casework.service import load_case
from services.core.db.database import Database
from services.core.db.tx import WriteTx
from services.core.identity import PersonId
from services.core.meeting import store as meetings
from services.core.meeting.leading import COMING
from services.core.meeting.store import MeetingRow
from services.core.meeting.video import set_video, video_of
from services.core.perspective import store
from services.core.perspective.asking import form_for, voices
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.tenancy.perspectives import PerspectiveForm, QuestionKind, Voice
from services.core.tenancy.service import Added
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_SAID: Final = {
    "barn": ("Jeg kan godt lide at tegne.", "Der er for meget larm i klassen.", "At nogen siger til mig, før vi skifter."),
    "unge-15": ("Mine venner og fodbold.", "Jeg vil gerne have færre lektier om søndagen.", "At I spørger mig først."),
    "mor": ("Hjælper gerne derhjemme.", "Sover dårligt før skoledage.", "Et fast sted at gå hen i pausen."),
}  # fmt: skip
_VIDEO: Final = "https://video.example/rundbord-eksempel"


class Voices:
    """What is said in one tenant's cases. What is there already stays as people have left it."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._slug = tenant.slug
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Tell what is not told yet."""
        await self._tell("leder", "leader", "barn", Voice.CHILD)
        await self._tell("mor", "family", "barn", Voice.PARENT)
        await self._tell("unge-15", "family", "unge-15", Voice.CHILD)
        await self._open_a_room("unge-15")

    async def _open_a_room(self, child: str) -> None:
        """The meeting can be joined by video, where the model lets it."""
        async with self._stories.acting("leder", "leader") as who, self._api.write(who, "seed.video") as tx:
            case = await load_case(tx, PersonId(person_id(self._slug, child)))
            known = await meetings.meetings_of(tx, case.casework.dossier_id) if case.casework else []
            for meeting in known:
                online = case.model.meeting(meeting.type).online
                if meeting.status in COMING and online and not await video_of(tx, meeting):
                    await set_video(tx, meeting, _VIDEO)

    async def _tell(self, actor: str, capacity: str, child: str, voice: Voice) -> None:
        async with self._stories.acting(actor, capacity) as who, self._api.write(who, "seed.voice") as tx:
            case = await load_case(tx, PersonId(person_id(self._slug, child)))
            known = await meetings.meetings_of(tx, case.casework.dossier_id) if case.casework else []
            for meeting in known:
                said = await store.perspectives(tx, meeting.id)
                if meeting.status in COMING and not any(one.whose == voice for one in said):
                    await say(tx, meeting, voice, _SAID[actor if actor in _SAID else child])


async def say(
    tx: WriteTx,
    meeting: MeetingRow,
    voice: Voice,
    words: tuple[str, ...],
    tenths: int = 6,
    *,
    drawn: bool = True,
) -> None:
    """What somebody says before a meeting; whoever is not of the family writes down what the child told its teacher.

    ``tenths``: how far up every scale.
    """
    if voice not in await voices(tx, meeting):
        return
    form = await form_for(tx, meeting, voice)
    passed_on = not tx.actor.is_family
    asked = any(one.kind is QuestionKind.DRAWING for one in form.questions)
    await record_perspective(
        tx,
        RecordPerspective(
            meeting.id,
            voice.value,
            True,
            answers=_answers(form, words, tenths),
            for_parents=passed_on,
            own_words=passed_on,
            drawing=_drawing() if asked and drawn and passed_on else None,
            way="told" if passed_on else "written",
            adult="Klasselæreren" if passed_on else "",
            adult_role="lærer" if passed_on else "",
        ),
    )


def _answers(form: PerspectiveForm, words: tuple[str, ...], tenths: int) -> dict[str, str]:
    """Something to every question that takes words, so far up a scale, the first of a choice."""
    left = iter(words)
    found = {}
    for one in form.questions:
        if one.kind is QuestionKind.SCALE:
            found[one.key] = str(one.scale_from + round((one.scale_to - one.scale_from) * tenths / 10))
        elif one.kind is QuestionKind.CHOICE:
            found[one.key] = one.options[0].key
        elif one.kind is QuestionKind.WORDS and (said := next(left, "")):
            found[one.key] = said
    return found


def _drawing() -> bytes:
    """A house, a tree, a sun, and two who hold hands: as a child might draw."""
    paper = Image.new("RGB", (640, 440), "#fffdf5")
    pen = ImageDraw.Draw(paper)
    pen.rectangle((60, 200, 260, 380), outline="#7a3b10", width=6)
    pen.polygon(((45, 205), (160, 100), (275, 205)), outline="#b00020", width=6)
    pen.rectangle((135, 290, 185, 380), outline="#7a3b10", width=5)
    pen.ellipse((500, 30, 600, 130), fill="#ffd23f", outline="#e09f00", width=4)
    pen.line((340, 380, 340, 260), fill="#7a3b10", width=10)
    pen.ellipse((290, 150, 390, 270), outline="#006b3c", width=8)
    for x, tall in ((460, 110), (540, 80)):
        pen.ellipse((x - 16, 380 - tall - 32, x + 16, 380 - tall), outline="#1b1b1b", width=4)
        pen.line((x, 380 - tall, x, 350), fill="#1b1b1b", width=4)
        pen.line((x, 350, x - 14, 380), fill="#1b1b1b", width=4)
        pen.line((x, 350, x + 14, 380), fill="#1b1b1b", width=4)
    pen.line((460, 300, 500, 325), fill="#1b1b1b", width=4)
    pen.line((500, 325, 540, 315), fill="#1b1b1b", width=4)
    pen.line((0, 382, 640, 382), fill="#006b3c", width=6)
    kept = BytesIO()
    paper.save(kept, format="PNG")
    return kept.getvalue()
