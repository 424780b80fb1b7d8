"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

SKIP = Text("Et niveau springes over; grunden skrives.", "A level is skipped; the reason is recorded.")
ALREADY_THERE = Text(
    "Problemstillingen er allerede på dette niveau.", "The problem is on this level already."
)
NO_SUCH_LEVEL = Text("Modellen har ikke dette niveau.", "The model has no such level.")
TRANSITION = Text("Vejen mellem de to niveauer.", "The way between the two levels.")
PRIOR = Text("Et tidligere trin kommer som hovedregel først.", "An earlier step comes first as a rule.")
NEEDS_PROBLEM = Text("Mødet handler om en problemstilling.", "The meeting is about a problem.")
OTHER_TRACK = Text("Mødet hører til et andet spor.", "The meeting belongs to another track.")
LOWER_LEVEL = Text(
    "Mødet hører til et lavere niveau; flyt problemstillingen først.",
    "The meeting belongs to a lower level; move the problem first.",
)
ASSESS = Text("Underretningen er vurderet.", "The notification has been assessed.")
RECEIPT = Text("Afsenderen har fået en kvittering.", "The sender has been given a receipt.")
ALSO_CONTACT = Text(
    "Der er en aktiv sag: kontakt også den rådgiver, der har den.",
    "There is an active case: contact its adviser as well.",
)
