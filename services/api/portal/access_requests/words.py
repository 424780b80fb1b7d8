"""What stands in a copy, in words: a name for everything the contract answers there. A test holds that none is missing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from services.api.portal import labels
from services.api.portal.language import N_

WORDS: Final[Mapping[str, str]] = {
    "person": N_("Person"),
    "known": N_("Navn"),
    "language": N_("Sprog"),
    "contact": N_("Hvor vi skriver til dig"),
    "email": N_("Mail"),
    "telephone": N_("Telefon"),
    "phone": N_("Telefon"),
    "quietFrom": N_("Ingen beskeder fra"),
    "quietUntil": N_("Ingen beskeder til"),
    "consents": N_("Samtykker"),
    "messages": N_("Beskeder"),
    "child": N_("Barnet eller den unge"),
    "name": N_("Navn"),
    "age": N_("Alder"),
    "unit": N_("Sted"),
    "contactPerson": N_("Kontaktperson"),
    "closedAt": N_("Afsluttet"),
    "eraseAfter": N_("Slettes tidligst"),
    "protections": N_("Beskyttet navn eller adresse"),
    "whose": N_("Hvis"),
    "lastDay": N_("Til og med"),
    "circle": N_("Dem omkring barnet"),
    "kindName": N_("Rolle"),
    "siblings": N_("Søskende"),
    "problems": N_("Det, vi samarbejder om"),
    "title": N_("Titel"),
    "trackName": N_("Spor"),
    "levelName": N_("Niveau"),
    "openedAt": N_("Begyndt"),
    "coordinators": N_("Tovholdere"),
    "holder": N_("Hvem"),
    "meetings": N_("Møder"),
    "typeName": N_("Møde"),
    "meetingStatus": N_("Tilstand"),
    "startsAt": N_("Begynder"),
    "endsAt": N_("Slutter"),
    "place": N_("Sted"),
    "purpose": N_("Formål"),
    "participants": N_("Hvem er med"),
    "roleName": N_("Rolle"),
    "answer": N_("Svar"),
    "note": N_("Besked"),
    "companions": N_("Bisidder og tolk"),
    "relation": N_("Hvem det er"),
    "agenda": N_("Dagsorden"),
    "text": N_("Tekst"),
    "addedBy": N_("Sat på af"),
    "perspectives": N_("Sådan ser I det"),
    "speaker": N_("Hvem har sagt det?"),
    "how": N_("Hvordan kom det?"),
    "answers": N_("Svar"),
    "question": N_("Hvad"),
    "said": N_("Svar"),
    "attempts": N_("Sådan har vi prøvet at få det at vide"),
    "drawing": N_("Tegning"),
    "toldTo": N_("Hvem har barnet fortalt det til?"),
    "toldToRole": N_("Hvem er det for barnet?"),
    "toldOn": N_("Hvilken dag?"),
    "ownWords": N_("Det er skrevet, som barnet sagde det"),
    "forParents": N_("Forældrene kan læse det"),
    "forGuests": N_("Gæster på mødet kan læse det"),
    "recordedBy": N_("Skrevet af"),
    "recordedAt": N_("Skrevet"),
    "form": N_("Skema"),
    "fields": N_("Felter"),
    "label": N_("Felt"),
    "value": N_("Svar"),
    "agreements": N_("Aftaler"),
    "what": N_("Hvad"),
    "responsible": N_("Hvem gør det"),
    "dueOn": N_("Senest"),
    "agreementStatus": N_("Tilstand"),
    "outcome": N_("Sådan går det videre"),
    "followUpBy": N_("Vi følger op senest"),
    "suggestions": N_("Ønsker om, hvem der er med"),
    "who": N_("Hvem"),
    "why": N_("Hvorfor"),
    "answered": N_("Svar"),
    "actionPlans": N_("Planer"),
    "writtenAt": N_("Skrevet"),
    "writtenBy": N_("Skrevet af"),
    "measures": N_("Hjælp"),
    "decidedOn": N_("Besluttet"),
    "startedOn": N_("Begyndt"),
    "endedOn": N_("Slut"),
    "endReason": N_("Hvorfor det sluttede"),
    "processes": N_("Det, vi ser på"),
    "knownOn": N_("Kendt"),
    "endedAt": N_("Slut"),
    "offers": N_("Tilbud"),
    "offerState": N_("Tilstand"),
    "offeredAt": N_("Tilbudt"),
    "answeredAt": N_("Besvaret"),
    "plan": N_("Plan"),
    "networks": N_("Netværk"),
    "formedAt": N_("Dannet"),
    "competences": N_("Det kan netværket"),
    "bearingForce": N_("Holder netværket sammen"),
    "conversations": N_("Samtaler"),
    "conversationSummaries": N_("Fra samtaler"),
    "heldAt": N_("Holdt"),
    "heldBy": N_("Holdt af"),
    "handovers": N_("Det har vi givet videre"),
    "handedAt": N_("Givet videre"),
    "handedBy": N_("Givet videre af"),
    "toUnit": N_("Til"),
    "toPerson": N_("Til"),
    "exchanges": N_("Delt uden samtykke"),
    "basisName": N_("Grundlag"),
    "on": N_("Dag"),
    "withWhom": N_("Med"),
    "shares": N_("Det har vi delt"),
    "receiver": N_("Modtager"),
    "ground": N_("Grundlag"),
    "until": N_("Indtil"),
    "informed": N_("Det har vi fortalt dig"),
    "informedAt": N_("Fortalt"),
    "whoCanSee": N_("Hvem kan se data nu?"),
    "basis": N_("Regel"),
    "from": N_("Fra"),
    "emergencies": N_("Nødadgang"),
    "category": N_("Hvorfor"),
    "accessLog": N_("Hvem har set data?"),
    "at": N_("Tidspunkt"),
    "actor": N_("Hvem"),
    "changed": N_("Ændrede noget"),
    "about": N_("Om"),
    "purposeName": N_("Samtykke til"),
    "information": N_("Hvad vi vil dele"),
    "fromWhom": N_("Hvem deler det"),
    "toWhom": N_("Hvem får det"),
    "consentState": N_("Tilstand"),
    "askedAt": N_("Spurgt"),
    "withdrawnAt": N_("Trukket tilbage"),
    "expiresAt": N_("Gælder til"),
}
_CODES: Final = {
    "meetingStatus": "MeetingStatus",
    "agreementStatus": "AgreementStatus",
    "consentState": "ConsentState",
    "offerState": "OfferState",
    "answer": "Answer",
    "whose": "Whose",
}
_OF_A_CHILD: Final = frozenset({"ownWords", "forParents"})
"""Told of a child's words alone: whoever else speaks wrote it themselves, and there is nothing to keep from parents."""
_YES, _NO = N_("Ja"), N_("Nej")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Part:
    """Something of a copy: a text of a ``kind`` (text, moment, day, code, link), or parts under a label, ``many`` if alike."""

    label: str
    kind: str = "text"
    text: str = ""
    parts: tuple["Part", ...] = ()
    many: bool = False

    @property
    def short(self) -> bool:
        """Whether it is a few plain texts, which fit in a line."""
        return (
            bool(self.parts)
            and not self.many
            and len(self.parts) < 6
            and not any(one.parts for one in self.parts)
        )


def told(content: Mapping[str, Any]) -> tuple[Part, ...]:
    """A copy in words, in its own order."""
    return tuple(_part(name, value) for name, value in content.items())


def _part(name: str, value: Any) -> Part:
    label = WORDS.get(name, name)
    if isinstance(value, Mapping):
        if set(value) == {"name"}:
            return _part(name, value["name"])
        of_others = _OF_A_CHILD if value.get("whose", "CHILD") != "CHILD" else frozenset()
        return Part(label, parts=tuple(_part(key, one) for key, one in value.items() if key not in of_others))
    if isinstance(value, list):
        return Part(label, parts=tuple(_part(name, one) for one in value), many=True)
    return Part(label, *_said(name, value))


def _said(name: str, value: Any) -> tuple[str, str]:
    """The kind of a text, and the text."""
    if isinstance(value, bool):
        return "code", _YES if value else _NO
    text = str(value)
    if name in _CODES and text in labels.LABELS[_CODES[name]]:
        return "code", labels.label(_CODES[name], text)
    if name == "drawing":
        return "link", text
    if _MOMENT.match(text):
        return "moment", text
    return ("day" if _DAY.match(text) else "text"), text
