"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

NO_GROUND = Text(
    "Modellen giver ikke grund til at overlevere viden nu.",
    "The model gives no ground for handing knowledge over now.",
)
CONSENT = Text(
    "Viden overleveres, når der er givet samtykke: {purpose}.",
    "Knowledge is handed over once consent is given: {purpose}.",
)
