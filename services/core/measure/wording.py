"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

BY_OTHERS = Text(
    "Det er ikke din rolle i modellen at beslutte, starte eller afslutte indsatsen.",
    "It is not your role in the model to decide, start or end the measure.",
)
LACKING = Text("Indsatsen kan ikke gå i gang endnu. Det mangler:", "The measure can't start yet. Missing:")
CONSENT_GONE = Text(
    "Samtykket gælder ikke længere. Tal med familien om, hvad der skal ske nu.",
    "The consent no longer stands. Talk with the family about what is to happen now.",
)
DECIDE_ANEW = Text("Afgør med familien, hvad der sker nu", "Settle with the family what happens now")
