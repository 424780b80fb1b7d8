"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

NO_GROUND = Text(
    "Modellen giver ikke grund til at tilbyde dette nu.", "The model gives no ground for offering this now."
)
DECLINED = Text(
    "Familien har sagt nej tak. Det tilbydes ikke igen; familien kan selv sige ja.",
    "The family has declined. It is not offered again; the family can take it up by itself.",
)
ACCEPTED = Text("Familien har allerede sagt ja.", "The family has accepted already.")
