"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

BY_OTHERS = Text(
    "Det er ikke din rolle i modellen at begynde eller afslutte dette.",
    "It is not your role in the model to begin or conclude this.",
)
OUT_OF_PLACE = Text(
    "Modellen ser det normalt begynde et andet sted. Skriv grunden.",
    "The model expects it to begin elsewhere. Record the reason.",
)
NOT_COVERED = Text("Dette er ikke belyst endnu.", "This is not covered yet.")
MISSED = Text(
    "Fristen er overskredet. Skriv, hvad I har gjort.", "The deadline has passed. Record what you have done."
)
LACKING = Text("Det kan ikke afsluttes endnu. Det mangler:", "It can't be concluded yet. Missing:")
