"""What happens when somebody who was asked says nothing: whom the system reminds, and when a person takes it up.

No paper says it, so each municipality can; without a word of its own it goes by `UNLESS_SAID`.
"""

from typing import Annotated, Final

from services.core.tenancy.language import Clause, Period, Text, Unit, one_of

_PARTS: Final = ("invitation", "coordinator", "handover", "suggestion", "agreement", "report")


class Silence(Clause, frozen=True, kw_only=True):
    """When an answer is asked for again (`remind`), and when the silence becomes a task of whoever asked (`task`).

    Of an invitation both count backward from the meeting; of an agreement forward from the day that was agreed; of all
    else forward from the day on which it was asked. `of` suggestion: the family's wish about who comes.
    """

    of: Annotated[str, one_of(*_PARTS)]
    remind: tuple[Period, ...] = ()
    task: Period


def _days(count: int) -> Period:
    return Period(count=count, unit=Unit.WORKING_DAYS)


UNLESS_SAID: Final = (
    Silence(
        of="invitation",
        remind=(_days(5),),
        task=_days(3),
        why=Text(
            "Tid nok til at ringe, før mødet må flyttes.",
            "Time enough to call before the meeting must be moved.",
        ),
    ),
    Silence(
        of="coordinator",
        remind=(_days(2),),
        task=_days(4),
        why=Text("Tråden må ikke hænge.", "The thread must not be left hanging."),
    ),
    Silence(
        of="handover",
        remind=(_days(5),),
        task=_days(10),
        why=Text("Viden skal nå frem, mens den er ny.", "Knowledge must arrive while it is new."),
    ),
    Silence(
        of="suggestion",
        remind=(_days(1),),
        task=_days(3),
        why=Text(
            "Familien skal have svar, før kredsen ligger fast.",
            "The family is to have an answer before the circle is settled.",
        ),
    ),
    Silence(
        of="agreement",
        remind=(_days(1),),
        task=_days(3),
        why=Text("Det aftalte skal ske.", "What was agreed is to be done."),
    ),
    Silence(
        of="report",
        remind=(_days(10), _days(20)),
        task=_days(20),
        why=Text("Den, der melder, skal høre noget.", "Whoever tells something is to hear something."),
    ),
)


def key_of(of: str) -> str:
    """The key of the deadline by which an answer of this kind is awaited; escalations can name it."""
    return f"await_{of}"


KEYS: Final = frozenset(key_of(part) for part in _PARTS)
SILENT: Final = {
    "invitation": Text("Svar på en invitation", "Answer to an invitation"),
    "coordinator": Text("Svar på at være tovholder", "Answer to being case coordinator"),
    "handover": Text("Modtagelse af en overlevering", "Taking on what is handed over"),
    "suggestion": Text("Svar på familiens ønske om kredsen", "Answer to the family's wish about the circle"),
    "agreement": Text("Det, der er aftalt på et møde", "What was agreed at a meeting"),
    "report": Text("Svar på en melding opad", "Answer to what was told upwards"),
}
"""What each is called where the model is explained."""


def silences_of(silences: tuple[Silence, ...]) -> tuple[Silence, ...]:
    """Every kind of silence with the rule that holds for it."""
    return tuple(silence_of(silences, part) for part in _PARTS)


def silence_of(silences: tuple[Silence, ...], of: str) -> Silence:
    """The municipality's own rule for one kind of silence, else the one that holds unless it says so."""
    return next(one for one in (*silences, *UNLESS_SAID) if one.of == of)
