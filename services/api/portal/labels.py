"""The words for the contract's codes, in Danish; the catalogues have the rest.

A test holds this against the schema: every value of every enum that a page asks for has a word here.
"""

from collections.abc import Mapping
from typing import Final

from services.api.portal.language import N_

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "Capacity": {
        "FAMILY": N_("familie"),
        "PROFESSIONAL": N_("fagperson"),
        "LEADER": N_("leder"),
        "ADVISER": N_("rådgiver"),
        "ADMINISTRATOR": N_("administrator"),
        "DPO": N_("databeskyttelse"),
        "AUDITOR": N_("revisor"),
        "SYSTEM": N_("systemet"),
    },
    "ModelVersionState": {
        "PROPOSED": N_("Foreslået"),
        "APPROVED": N_("Godkendt, venter på sin dag"),
        "IN_FORCE": N_("Gælder nu"),
        "PAST": N_("Har været gældende"),
        "OVERTAKEN": N_("Overhalet af en nyere"),
        "REJECTED": N_("Afvist"),
        "WITHDRAWN": N_("Trukket tilbage"),
    },
    "ModelVerdict": {
        "APPROVED": N_("Godkendt"),
        "REJECTED": N_("Afvist"),
        "WITHDRAWN": N_("Trukket tilbage"),
    },
    "RecordKind": {
        "MEETING": N_("Referat"),
        "FORM": N_("Skema"),
        "PLAN": N_("Plan"),
        "PROBLEM": N_("Problematik og dens forløb"),
    },
    "IntakeKind": {
        "UNIT": N_("steder"),
        "STAFF": N_("medarbejdere"),
        "PERSON": N_("børn og voksne i familier"),
        "EMPLOYMENT": N_("ansættelser"),
        "ENROLMENT": N_("børns tilknytning til steder"),
        "CUSTODY": N_("forældremyndighed"),
        "RELATION": N_("fagpersoners relation til børn"),
        "PROTECTION": N_("beskyttelse af navn og adresse"),
        "DEATH": N_("dødsfald"),
        "MOVE": N_("fraflytning"),
    },
    "IntakeState": {
        "RECEIVING": N_("Tager imod"),
        "CHECKING": N_("Bliver prøvet"),
        "CHECKED": N_("Venter på et ja"),
        "APPLYING": N_("Bliver gennemført"),
        "HELD": N_("Holdt tilbage"),
        "DONE": N_("Gennemført"),
        "CANCELLED": N_("Stoppet"),
        "FAILED": N_("Gik i stå"),
    },
    "IntakeAction": {
        "NEW": N_("ny"),
        "CHANGED": N_("ændret"),
        "SAME": N_("som før"),
        "WRONG": N_("fejl"),
        "ENDED": N_("ophører"),
        "RELEASED": N_("nævnes ikke mere"),
    },
    "SuggestionState": {
        "OPEN": N_("Ikke besvaret"),
        "FOLLOWED": N_("Følges"),
        "NOT_FOLLOWED": N_("Følges ikke"),
    },
    "MeetingStatus": {
        "PLANNED": N_("Planlagt"),
        "AGENDA_SENT": N_("Dagsorden sendt"),
        "HELD": N_("Holdt"),
        "CONCLUDED": N_("Afsluttet"),
        "CANCELLED": N_("Aflyst"),
    },
    "Answer": {
        "NONE": N_("Ikke svaret"),
        "COMING": N_("Kommer"),
        "ANOTHER_TIME": N_("Ønsker en anden tid"),
        "NOT_COMING": N_("Kommer ikke"),
    },
    "ConsentState": {
        "ASKED": N_("Afventer svar"),
        "GIVEN": N_("Givet"),
        "DECLINED": N_("Sagt nej"),
        "WITHDRAWN": N_("Trukket tilbage"),
        "EXPIRED": N_("Udløbet"),
        "INVALIDATED": N_("Aldrig gyldigt"),
    },
    "StandingState": {
        "GIVEN": N_("Gælder"),
        "ASKED": N_("Mangler svar"),
        "DECLINED": N_("Sagt nej"),
        "CONFLICT": N_("Både ja og nej"),
        "WITHDRAWN": N_("Trukket tilbage"),
        "EXPIRED": N_("Udløbet"),
        "INVALIDATED": N_("Aldrig gyldigt"),
    },
    "ConsentChannel": {
        "PORTAL": N_("her på siden"),
        "PAPER": N_("på papir"),
        "ORAL": N_("i en samtale"),
    },
    "SharedKind": {
        "INVITATION": N_("Invitation til et møde"),
        "AGENDA": N_("Dagsorden til et møde"),
        "CONCLUSION": N_("Det, et møde endte med"),
        "EXCHANGE": N_("Oplysninger uden samtykke"),
        "HANDOVER": N_("Viden til det næste sted"),
        "RECORD": N_("Noget fra før"),
        "MESSAGE": N_("En besked"),
    },
    "InformedBy": {
        "LETTER": N_("i et brev"),
        "TELEPHONE": N_("i telefonen"),
        "CONVERSATION": N_("i en samtale"),
        "PORTAL": N_("her i systemet"),
    },
    "AgreementStatus": {
        "OPEN": N_("I gang"),
        "DONE": N_("Gjort"),
        "DROPPED": N_("Opgivet"),
    },
    "DeadlineState": {
        "OPEN": N_("Venter"),
        "MET": N_("Overholdt"),
        "MISSED": N_("Overskredet"),
        "CANCELLED": N_("Bortfaldet"),
    },
    "AgendaOrigin": {
        "MODEL": N_("fra mødemodellen"),
        "FAMILY": N_("fra familien"),
        "PROFESSIONAL": N_("fra en fagperson"),
    },
    "Whose": {
        "CHILD": N_("Barnets perspektiv"),
        "PARENT": N_("Forældrenes perspektiv"),
    },
    "Strength": {
        "ALWAYS": N_("altid"),
        "AS_A_RULE": N_("som udgangspunkt"),
        "AS_FAR_AS_POSSIBLE": N_("så vidt muligt"),
        "CONDITIONAL": N_("under en betingelse"),
        "POSSIBLE": N_("muligt"),
        "AD_HOC": N_("efter behov"),
        "NEVER": N_("aldrig"),
    },
    "UnderretningState": {
        "DRAFTED": N_("Ikke sendt"),
        "READ": N_("Læst, ikke sendt"),
        "SENT": N_("Sendt"),
    },
    "OfferState": {
        "DUE": N_("Skal tilbydes"),
        "OFFERED": N_("Venter på svar"),
        "ACCEPTED": N_("Familien har sagt ja"),
        "DECLINED": N_("Familien har sagt nej tak"),
    },
    "NetworkPart": {
        "BEARING_FORCE": N_("Hvem der bærer netværket"),
        "COMPETENCES": N_("Hvad netværket kan"),
        "CONTACT_PERSON": N_("Familiens kontaktperson"),
        "EVALUATION": N_("Status og justering"),
        "NETWORK": N_("Netværket er ikke for denne familie"),
    },
    "ConsultationSubject": {
        "NOBODY_NAMED": N_("et barn, som ingen nævner"),
        "GROUP": N_("en gruppe"),
        "ALL_OF_A_PLACE": N_("alle børn på et sted"),
    },
    "ConsultationStatus": {
        "PLANNED": N_("Planlagt"),
        "HELD": N_("Holdt"),
        "CONCLUDED": N_("Afsluttet"),
        "CANCELLED": N_("Aflyst"),
    },
    "ReportStatus": {
        "RECEIVED": N_("Modtaget"),
        "ANSWERED": N_("Besvaret"),
    },
    "FigureKind": {
        "CHILDREN": N_("børn"),
        "COUNT": N_("antal"),
        "PERCENT": N_("andel"),
        "SCORE": N_("score"),
    },
    "FamilyRelationKind": {
        "PARENT_WITHOUT_CUSTODY": N_("Forælder uden forældremyndighed"),
        "STEP_PARENT": N_("Stedforælder"),
        "FOSTER_PARENT": N_("Plejefamilie eller aflastning"),
        "NETWORK_PERSON": N_("Person fra familiens netværk"),
        "BISIDDER": N_("Bisidder"),
        "INTERPRETER": N_("Tolk"),
        "SIBLING": N_("Søskende"),
    },
    "ShownTo": {
        "NOBODY": N_("Ingen i familien"),
        "OWN": N_("Kun den, personen hører til"),
        "FAMILY": N_("Familien"),
    },
    "IdentifierKind": {
        "CPR": N_("CPR-nummer"),
        "REPLACEMENT_CPR": N_("Erstatnings-CPR-nummer"),
        "MITID": N_("MitID"),
        "INSTITUTION": N_("Institutionens nøgle"),
    },
    "ContactWay": {
        "MAIL": N_("Mail"),
        "SMS": N_("SMS"),
        "DIGITAL_POST": N_("Digital Post"),
    },
    "MeasureState": {
        "DECIDED": N_("Besluttet"),
        "RUNNING": N_("I gang"),
        "ENDED": N_("Slut"),
    },
    "ProblemStatus": {
        "OPEN": N_("I gang"),
        "CLOSED": N_("Afsluttet"),
    },
}

DONE: Final[Mapping[str, str]] = {
    "answered": N_("Tak. Dit svar er sendt."),
    "view-told": N_("Tak. Det, du har skrevet, er gemt."),
    "agenda-added": N_("Punktet er sat på dagsordenen."),
    "consent-given": N_("Du har givet samtykke. Du kan altid trække det tilbage her på siden."),
    "consent-declined": N_("Du har sagt nej. Det respekterer vi."),
    "consent-withdrawn": N_("Dit samtykke er trukket tilbage. Det gælder fra nu af."),
    "consent-asked": N_("Der er bedt om samtykke."),
    "consent-recorded": N_("Svaret er gemt."),
    "consent-invalidated": N_("Det er noteret. Alt, der hvilede på det, er stoppet."),
    "informed": N_("Orienteringen er gemt."),
    "problem-opened": N_("Problematikken er oprettet."),
    "underretning-recorded": N_("Underretningen er gemt."),
    "underretning-read": N_("Det er noteret, at du har læst den."),
    "underretning-sent": N_("Det er noteret, at den er sendt. Myndighedens frister løber."),
    "underretning-settled": N_("Det er noteret."),
    "glass-broken": N_("Barnet er åbnet. Din leder og databeskyttelsesrådgiveren har fået besked."),
    "undelivered-sent-again": N_("Beskeden er på vej igen."),
    "undelivered-settled": N_("Det er noteret. Beskeden venter ikke mere."),
    "undelivered-resent": N_("De er på vej igen. Tallene her viser, hvor mange der er tilbage."),
    "emergency-ended": N_("Nødadgangen er lukket."),
    "emergency-reviewed": N_("Din vurdering er gemt."),
    "delegated": N_("Stedfortræderen er valgt og får besked."),
    "delegation-ended": N_("Det er slut fra nu af."),
    "reported-upward": N_("Tak. Det er sendt opad."),
    "report-answered": N_("Svaret er sendt."),
    "figure-recorded": N_("Tallet er gemt."),
    "judgement-drafted": N_("Vurderingen er gemt."),
    "indicators-released": N_("Tallene er frigivet."),
    "facts-confirmed": N_("Det er noteret. Se, hvad modellen peger på nu."),
    "deadline-settled": N_("Det er noteret, at det er gjort."),
    "level-moved": N_("Niveauet er flyttet."),
    "problem-closed": N_("Problematikken er lukket."),
    "coordinator-offered": N_("Tovholderrollen er tilbudt."),
    "coordinator-accepted": N_("Du er nu tovholder."),
    "coordinator-declined": N_("Du har sagt nej. Den nuværende tovholder fortsætter."),
    "process-begun": N_("Den er begyndt. Fristen tæller fra den dag, behovet blev kendt."),
    "process-recorded": N_("Det er gemt."),
    "measure-decided": N_("Beslutningen er noteret."),
    "measure-started": N_("Indsatsen er i gang."),
    "measure-ended": N_("Indsatsen er slut."),
    "conversation-recorded": N_("Samtalen er noteret. Forældrene ved det ikke."),
    "conversation-passed-on": N_("Forældrene kan nu læse det, du skrev til dem."),
    "relation-recorded": N_("Det er noteret, hvem der er omkring barnet."),
    "relation-ended": N_("Det er noteret. Historikken bliver stående."),
    "information-recorded": N_("Svaret er noteret."),
    "protection-recorded": N_("Beskyttelsen gælder fra den dag, du skrev."),
    "birth-recorded": N_("Barnet er noteret som født."),
    "death-recorded": N_("Dødsfaldet er noteret. Intet bliver sendt til familien."),
    "move-recorded": N_("Det er noteret, at barnet flytter."),
    "departure-taken-back": N_("Det er taget tilbage."),
    "companion-recorded": N_("Det er noteret, hvem der kommer med."),
    "companion-ended": N_("Det er noteret, at personen ikke kommer."),
    "offer-recorded": N_("Tilbuddet er noteret. Familien får besked."),
    "offer-answer-noted": N_("Familiens svar er noteret."),
    "offer-answered": N_("Tak. Dit svar er gemt. Du kan altid ændre det."),
    "plan-written": N_("Planen er gemt. Familien kan læse den."),
    "item-ticked": N_("Punktet er noteret som gjort."),
    "network-formed": N_("Netværket er dannet."),
    "network-adjusted": N_("Netværket er rettet."),
    "network-evaluated": N_("Status er gemt."),
    "evaluation-told": N_("Tak. Det, du har svaret, er gemt."),
    "handed-over": N_("Viden er givet videre. Modtageren får besked."),
    "handover-accepted": N_("Du har taget imod. Nu kan du læse det."),
    "exchange-recorded": N_("Udvekslingen er noteret."),
    "consultation-called": N_("Drøftelsen er indkaldt. De, der skal med, får besked."),
    "time-asked": N_("Punktet er sat på. Du er med på mødet."),
    "series-fixed": N_("Møderne ligger fast."),
    "slot-cancelled": N_("Tiden er aflyst."),
    "meeting-called": N_("Mødet er indkaldt. Deltagerne får besked."),
    "agenda-sent": N_("Dagsordenen er sendt."),
    "suggestion-settled": N_("Ønsket er besvaret. Familien får besked."),
    "readers-chosen": N_("Dit valg er gemt. Du kan ændre det."),
    "suggestion-made": N_("Dit ønske er sendt til den, der indkalder."),
    "heard": N_("Tak. Vi har noteret, at du ikke har mere."),
    "heard-recorded": N_("Det er noteret, at familien er spurgt."),
    "invited": N_("Invitationen er sendt."),
    "withdrawn": N_("Invitationen er taget tilbage."),
    "chair-agreed": N_("Mødelederen er noteret og får besked."),
    "ready-noted": N_("Det er noteret, hvad der er klar."),
    "plan-sent": N_("Planen er sendt. Deltagerne får besked."),
    "meeting-moved": N_("Mødet er flyttet. Deltagerne får besked."),
    "meeting-cancelled": N_("Mødet er aflyst. Deltagerne får besked."),
    "meeting-held": N_("Mødet er noteret som holdt."),
    "form-filled": N_("Skemaet er gemt."),
    "perspective-recorded": N_("Perspektivet er noteret."),
    "agreement-made": N_("Aftalen er noteret."),
    "agreement-closed": N_("Aftalen er opdateret."),
    "meeting-concluded": N_("Mødet er afsluttet."),
    "record-shared": N_("Det er delt. Modtageren får besked."),
    "share-withdrawn": N_("Delingen er trukket tilbage. Det kan ikke læses mere."),
    "hold-placed": N_("Sletningen er sat på hold."),
    "hold-lifted": N_("Holdet er ophævet."),
    "case-moved": N_("Sagen følger nu den version, der gælder. Fristerne er regnet om."),
    "intake-applying": N_("Importen er sat i gang."),
    "intake-cancelled": N_("Importen er stoppet."),
    "version-approved": N_("Din godkendelse er noteret."),
    "version-rejected": N_("Versionen er afvist. Den kommer aldrig til at gælde."),
    "version-withdrawn": N_("Forslaget er trukket tilbage."),
    "casework-closed": N_("Forløbet er afsluttet."),
    "message-read": N_("Beskeden er markeret som læst."),
    "contact-chosen": N_("Dit valg er gemt. Det gælder fra nu af."),
    "contact-changed": N_("Det er gemt. Vi skriver der, hvor vi skrev før, at det er ændret."),
    "calendar-ended": N_("Kalenderen er stoppet. Linket virker ikke mere."),
}


def label(kind: str, code: str | None) -> str:
    """The Danish word for a code; raises ``KeyError`` for one that has none."""
    return LABELS[kind][code.upper()] if code else ""


Menu = tuple[tuple[str, str], ...]
_MENUS: Final[Mapping[str, Menu]] = {
    "FAMILY": (
        ("/", N_("Forsiden")),
        ("/agreements", N_("Aftaler")),
        ("/consents", N_("Samtykker")),
        ("/inbox", N_("Beskeder")),
    ),
    "STAFF": (
        ("/", N_("I dag")),
        ("/children", N_("Børn")),
        ("/consultations", N_("Drøftelser")),
        ("/underretninger", N_("Underretninger")),
        ("/emergencies", N_("Nødadgang")),
        ("/delegations", N_("Stedfortræder")),
        ("/reports", N_("Sig det opad")),
        ("/indicators", N_("Indikatorer")),
        ("/handovers", N_("Overleveringer")),
        ("/guides", N_("Håndbøger og guides")),
        ("/inbox", N_("Beskeder")),
    ),
    "DPO": (
        ("/", N_("Tilsyn")),
        ("/emergencies", N_("Nødadgang")),
        ("/who-sees", N_("Hvem kan se et barn?")),
        ("/administration/operation", N_("Drift")),
        ("/indicators", N_("Indikatorer")),
        ("/inbox", N_("Beskeder")),
    ),
    "AUDITOR": (
        ("/", N_("Sporet")),
        ("/models", N_("Modellens versioner")),
        ("/indicators", N_("Indikatorer")),
    ),
    "ADMINISTRATOR": (
        ("/", N_("Administration")),
        ("/imports", N_("Importer")),
        ("/administration/operation", N_("Drift")),
        ("/reports", N_("Sig det opad")),
        ("/indicators", N_("Indikatorer")),
        ("/inbox", N_("Beskeder")),
    ),
}


def menu(capacity: str) -> Menu:
    """The main menu of a capacity: (path, Danish text)."""
    return _MENUS.get(capacity, _MENUS["STAFF"])


_DONE_AT: Final[Mapping[str, str]] = {
    "undelivered": "/undelivered",
    "report": "/reports",
    "handover": "/handovers",
    "consent": "/consents",
}
"""Kinds of tasks that are done on a page of their own."""


def task_href(task: Mapping[str, str | None], capacity: str) -> str:
    """Where a task is done."""
    kind = task["kind"] or ""
    if kind in _DONE_AT:
        return _DONE_AT[kind]
    if kind == "series":
        return f"/series/new?unit={task['unitId']}&type={task['seriesType']}"
    if task["meetingId"]:
        return f"/meetings/{task['meetingId']}"
    if task["childId"] and capacity != "FAMILY":
        return f"/children/{task['childId']}"
    return "/"
