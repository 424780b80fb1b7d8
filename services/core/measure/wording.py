"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

BY_OTHERS = Text(
    "Det er ikke din rolle i modellen at beslutte, starte eller afslutte indsatsen.",
    "It is not your role in the model to decide, start or end the measure.",
)
LACKING = Text("Indsatsen kan ikke gå i gang endnu. Det mangler:", "The measure can't start yet. Missing:")
