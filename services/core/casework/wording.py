"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

NO_ITEM = Text("Punktet er ikke åbent på listen.", "The item is not open on the list.")
NO_REPORT = Text("Modellen har ikke denne tilbagemelding.", "The model has no such report.")
NOT_TOLD = Text(
    "Disse personer orienteres ikke, så længe det står på.", "These persons are not told while this lasts."
)
UNIFORM = Text("Dette er ens i hele kommunen.", "This is the same in the whole municipality.")
