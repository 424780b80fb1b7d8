"""Sentences for where the model's author wrote none."""

from services.core.tenancy.language import Text

MAJORITY = Text(
    "Den unge er myndig og bestemmer selv, om forældrene deltager.",
    "The young person is of age and decides whether the parents take part.",
)
OUTSIDE_POPULATION = Text("Modellen dækker ikke denne alder.", "The model does not cover this age.")
NOT_NAMED = Text("Dette møde handler ikke om et navngivet barn.", "This meeting is not about a named child.")
SAME_CIRCLE = Text("Samme deltagerkreds som sidst.", "The same circle as last time.")
NOT_ON = Text("Betingelsen for mødet er ikke opfyldt.", "The condition for the meeting is not met.")
NOBODY = Text("Ingen kan udfylde denne rolle endnu.", "Nobody can fill this role yet.")
TOO_LATE = Text(
    "Fristen er allerede passeret; grunden skrives.", "The deadline has already passed; record the reason."
)
DAY_OFF = Text(
    "Dagen er ingen arbejdsdag: det er weekend eller helligdag.",
    "The day is no working day: it is a weekend or a holiday.",
)
NOT_HELD = Text("Mødet er ikke holdt endnu.", "The meeting has not been held yet.")
NO_SUCH_OUTCOME = Text("Mødet har ikke dette udfald.", "The meeting has no such outcome.")
PERSPECTIVE = Text(
    "Barnets og forældrenes syn mangler, eller hvad der er forsøgt.",
    "The child's and parents' perspective is missing, or what was tried.",
)
AGREEMENT = Text("En aftale mangler en ansvarlig.", "An agreement has nobody who answers for it.")
CLOSE = Text(
    "En aftale er ikke noteret som »Tæt på barnet og familien«. Fortryd eller opgiv den, og notér den igen med fluebenet.",
    "An agreement is not noted as “Close to the child and family”. Undo it or give it up, and note it again with the tick.",
)
SUBJECT = Text("Mødetypen kan ikke handle om dette.", "A meeting of this type cannot be about that.")
GROUND = Text("Anledningen til mødet mangler.", "The ground for the meeting is missing.")
PURPOSE = Text("Mødets formål mangler.", "The purpose of the meeting is missing.")
LENGTH = Text("Mødets længde passer ikke til mødetypen.", "The length does not fit the type of meeting.")
NOT_CANCELLED = Text("Mødet aflyses ikke sådan.", "The meeting is not cancelled like that.")
READERS = Text("Familien vælger, hvem der må læse referatet.", "The family chooses who may read the record.")
VISIT = Text("Besøget er aftalt med familien.", "The visit is agreed with the family.")
CHOICE = Text(
    "Mødetypen vælges efter formål, kompleksitet og deltagere.",
    "The type of meeting is chosen by purpose, complexity and participants.",
)
NUMBER = Text(
    "Teksten indeholder noget, der ligner et CPR-nummer. Tag det ud: her skrives ingen identitet.",
    "The text holds something like a CPR number. Take it out: no identity is written here.",
)
NAMES = Text(
    "Teksten indeholder et navn på et barn, du arbejder med. Tag det ud, eller skriv, hvorfor det er en anden.",
    "The text holds the name of a child you work with. Take it out, or write why it is somebody else.",
)
REASON = Text("Grunden mangler.", "The reason is missing.")
NEXT_MEETING = Text("Det næste møde er ikke indkaldt.", "The next meeting has not been called.")
NEXT_TOO_FAR = Text("Det næste møde ligger for sent.", "The next meeting is too late.")
DOCUMENT = Text("Dokumentet skal være klar inden mødet.", "The document must be ready before the meeting.")
EXTERNALS = Text("Antal faggrupper udefra.", "Number of professions from outside.")
AT_HOME = Text("Mødet kan holdes hjemme hos familien.", "The meeting can be held at the family's home.")
BOTH_AREAS = Text(
    "Der skal være medarbejdere fra både det almene og det specialiserede område.",
    "There must be staff of both the general and the specialised area.",
)
HEARD = Text(
    "Familien skal være spurgt om dagsorden og deltagere, før dagsordenen er færdig.",
    "The family must have been asked about agenda and circle before the agenda is final.",
)


def condition(said: Text) -> Text:
    """A condition that is not met, told as one: alone it reads like a fact about the child."""
    return Text(
        f"Betingelsen er ikke opfyldt: {said.da}.",
        f"The condition is not met: {said.in_language('en')}.",
    )


def consider(why: Text, other: Text) -> Text:
    """The advice with the type that it points to."""
    further = {tag: f"{said} ({other.in_language(tag)})" for tag, said in why.more.items()}
    return Text(
        f"{why.da} Overvej: {other.da}.",
        f"{why.in_language('en')} Consider: {other.in_language('en')}.",
        further,
    )
