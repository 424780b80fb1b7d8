"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

SKIP = Text("Et niveau springes over; grunden skrives.", "A level is skipped; the reason is recorded.")
ALREADY_THERE = Text(
    "Problemstillingen er allerede på dette niveau.", "The problem is on this level already."
)
NO_SUCH_LEVEL = Text("Modellen har ikke dette niveau.", "The model has no such level.")
TRANSITION = Text("Vejen mellem de to niveauer.", "The way between the two levels.")
PRIOR = Text("Et tidligere trin kommer som hovedregel først.", "An earlier step comes first as a rule.")
NEEDS_PROBLEM = Text("Opret en problematik først.", "Open a problem first.")
CHOOSE_PROBLEM = Text(
    "Vælg først, hvilken problematik mødet handler om.", "First choose the problem it is about."
)
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
COORDINATOR = Text("Tovholder", "Case coordinator")
OTHER_KIND = Text(
    "Pladsen er ikke for denne slags rolle. Vælg en anden person eller en anden plads.",
    "The place is not for this sort of role. Choose another person or another place.",
)
HOLDS_ANOTHER = Text(
    "Personen har allerede en af pladserne. De skal holdes af hver sin.",
    "That person holds one of the places already. Each is to be held by somebody else.",
)
BESIDE = Text("Er med til at koordinere.", "Takes part in coordinating.")
CONSENT_LACKS = Text("et ja fra alle, der skal spørges", "a yes from everyone who must be asked")
COOPERATION_LACKS = Text("at det er noteret, at familien samarbejder", "a record that the family cooperates")
FAMILY_LACKS = Text(
    "at det er noteret, at beslutningen er taget sammen med familien",
    "a record that the decision was made with the family",
)


def anchored(label: str, name: Text) -> Text:
    """That an effort stays anchored in a level."""
    return Text(
        f"Indsatsen bliver forankret i niveau {label}: {name.da}.",
        f"The effort stays anchored in level {label}: {name.in_language('en')}.",
    )


def together(first: Text, then: Text) -> Text:
    """Two sentences after one another."""
    return Text(f"{first.da} {then.da}", f"{first.in_language('en')} {then.in_language('en')}")


def process_lacks(name: Text) -> Text:
    """That the process of this name is not done yet."""
    return Text(f"{name.da} skal være færdig", f"{name.en or name.da} must be finished")
