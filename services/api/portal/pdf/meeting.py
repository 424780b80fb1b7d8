"""A meeting on paper: its agenda, its form, its agreements. Each says what the reader's page says, and no more."""

from collections.abc import Sequence
from typing import Final

from services.api.portal.execution import PageError
from services.api.portal.frame import FAMILY
from services.api.portal.language import N_
from services.api.portal.pdf.sheet import Sheet, Values, Words
from services.core.errors import ErrorCode

TIME: Final = N_("Tid")
PLACE: Final = N_("Sted")
ABOUT: Final = N_("Om")
PROBLEM: Final = N_("Problematik")
CALLED_BY: Final = N_("Indkaldt af")
LED_BY: Final = N_("Leder mødet")
LAW: Final = N_("Retsgrundlag")
AGENDA: Final = N_("Dagsorden")
POINT: Final = N_("Punkt")
FROM: Final = N_("Fra")
WHO: Final = N_("Hvem er med?")
NAME: Final = N_("Navn")
ROLE: Final = N_("Rolle")
WHY: Final = N_("Hvorfor holder vi mødet?")
HOW: Final = N_("Sådan holder vi mødet")
AGREEMENTS: Final = N_("Aftaler")
WHAT: Final = N_("Hvad")
DOES: Final = N_("Hvem gør det?")
LATEST: Final = N_("Senest")
STATE: Final = N_("Tilstand")
OUTCOME: Final = N_("Sådan går det videre")
NOTHING_AGREED: Final = N_("Der er ikke skrevet aftaler ned endnu.")
NO_AGENDA: Final = N_("Dagsordenen er ikke klar endnu.")
CALLED_OFF: Final = N_("Mødet er aflyst")
ANSWERS: Final = N_("Skemaet")
BLANK: Final = N_("Tomt skema til at skrive på")
DRAFT: Final = N_("Skemaet er ikke gjort færdigt.")
FOR_STAFF: Final = N_(
    "Fagpersoners udgave: her står svar, som familien ikke læser. Giv familien dens egen udgave."
)
_MODEL: Final = "MODEL"
_OVER: Final = frozenset({"HELD", "CONCLUDED"})


def agenda(say: Words, data: Values, _: bool) -> Sheet:
    """What is spoken about when, who comes, and why the meeting is held."""
    meeting = _read(data)
    sheet = _begun(say, meeting, f"{say(AGENDA)}: {meeting['typeName']}", "")
    _place(sheet, meeting)
    _agenda(sheet, meeting, empty=say(NO_AGENDA))
    _circle(sheet, meeting)
    reasons = [one["text"] for one in meeting["why"]]
    sheet.points(say(WHY), [*meeting["purpose"], *reasons])
    sheet.text(meeting["invitation"])
    particulars = meeting["particulars"] or {"documents": [], "preparation": []}
    sheet.points(say(N_("Dokumenter til mødet")), [one["text"] for one in particulars["documents"]])
    sheet.points(say(N_("Det skal være forberedt")), [one["text"] for one in particulars["preparation"]])
    methods = [one["name"] + (f": {one['text']}" if one["text"] else "") for one in meeting["methods"]]
    sheet.points(say(HOW), [*([meeting["guide"]["name"]] if meeting["guide"] else []), *methods])
    return sheet


def form(say: Words, data: Values, blank: bool) -> Sheet:
    """The meeting's form as it is filled; NOT_FOUND where the page shows none."""
    meeting, family = _read(data), _is_family(data)
    filled = meeting["form"]
    if filled is None or (family and (blank or meeting["status"] not in _OVER)):
        raise PageError(ErrorCode.NOT_FOUND)
    if family and not any(one["value"] for one in filled["fields"]):
        raise PageError(ErrorCode.NOT_FOUND)
    sheet = _begun(say, meeting, filled["name"], "" if blank else meeting["typeName"], filled["colour"] or "")
    if blank:
        sheet.text(say(BLANK), "quiet")
    _place(sheet, meeting)
    if not blank and not family and _is_kept_from_somebody(meeting):
        sheet.text(say(FOR_STAFF), "note")
    else:
        sheet.text(filled["text"], "quiet")
    if filled["begunBeforehand"]:
        _agenda(sheet, meeting)
    _circle(sheet, meeting)
    sheet.heading(say(ANSWERS))
    if not blank and not filled["completedAt"]:
        sheet.text(say(DRAFT), "quiet")
    fields = _to_write_on(meeting) if blank else filled["fields"]
    sheet.answers(fields, blank=blank, unanswered=not family)
    if not blank and meeting["status"] in _OVER:
        _agreed(sheet, meeting)
    return sheet


def agreements(say: Words, data: Values, _: bool) -> Sheet:
    """Who does what by when, and how it goes on; NOT_FOUND before the meeting was held."""
    meeting = _read(data)
    if meeting["status"] not in _OVER:
        raise PageError(ErrorCode.NOT_FOUND)
    sheet = _begun(say, meeting, f"{say(AGREEMENTS)}: {meeting['typeName']}", "")
    _place(sheet, meeting)
    _agreed(sheet, meeting, empty=say(NOTHING_AGREED))
    _circle(sheet, meeting)
    return sheet


def _is_kept_from_somebody(meeting: Values) -> bool:
    """Whether the sheet holds what one of the family may not read: then whoever prints it is told first.

    A child's words may be kept from the parents; a parent's are always kept from the other parent and from the child.
    """
    hidden = any(one["value"] and not one["visibleToFamily"] for one in meeting["form"]["fields"])
    return hidden or _has_words_for_some(meeting)


def _has_words_for_some(meeting: Values) -> bool:
    return any(
        said["whose"] == "PARENT" or (said["whose"] == "CHILD" and not said["forParents"])
        for said in meeting["perspectives"]
    )


def _to_write_on(meeting: Values) -> list[Values]:
    """The questions of a paper that lies on the table where all can read it.

    Words that one of the family may not read are left out of it: there is room to write them instead.
    """
    fields: list[Values] = meeting["form"]["fields"]
    if not _has_words_for_some(meeting):
        return fields
    return [{**one, "value": None} if one["kind"] == "LONG_TEXT" else one for one in fields]


def _is_family(data: Values) -> bool:
    return bool(data["viewer"]["capacity"] in FAMILY)


def _read(data: Values) -> Values:
    """The meeting as the reader's page tells it: a family's has no problem, no reason of an outcome, no presence."""
    meeting: Values = data["meeting"]
    if not _is_family(data):
        return meeting
    told = {**meeting, "problem": None, "particulars": None}
    told["participants"] = [
        {**one, "attended": None, "awaitsConsent": None} for one in meeting["participants"]
    ]
    if meeting["outcome"]:
        told["outcome"] = {**meeting["outcome"], "reason": None}
    return told


def _begun(say: Words, meeting: Values, title: str, above: str, paper: str = "") -> Sheet:
    child = meeting["child"]["name"] if meeting["child"] else None
    sheet = Sheet(
        say, title, above=above, below=(child, say.written("moment", meeting["startsAt"])), paper=paper
    )
    if meeting["status"] == "CANCELLED":
        sheet.text(say(CALLED_OFF), "note")
    return sheet


def _place(sheet: Sheet, meeting: Values) -> None:
    say = sheet.words
    contact: Values = meeting["contact"] or {}
    law = dict.fromkeys(one["legalBasis"] for one in meeting["why"] if one["legalBasis"])
    sheet.facts(
        (say(TIME), say.span(meeting)),
        (say(PLACE), meeting["place"]),
        (say(PROBLEM), (meeting["problem"] or {}).get("title")),
        (say(CALLED_BY), (meeting["convener"] or {}).get("name")),
        (say(LED_BY), (meeting["chair"] or {}).get("name")),
        (say(LAW), "\n".join(law)),
        (say(N_("Har du spørgsmål?")), ", ".join(filter(None, contact.values()))),
    )


def _agenda(sheet: Sheet, meeting: Values, *, empty: str = "") -> None:
    say = sheet.words
    rows = [
        [
            say.written("clock", one["startsAt"]),
            one["text"],
            "" if one["origin"] == _MODEL else say.label("AgendaOrigin", one["origin"]),
        ]
        for one in meeting["agenda"]
    ]
    head = {say(TIME): 0, say(POINT): 4, say(FROM): 1}
    if not any(row[2] for row in rows):
        head, rows = {say(TIME): 0, say(POINT): 1}, [row[:2] for row in rows]
    sheet.table(say(AGENDA), head, rows, empty=empty)


def _circle(sheet: Sheet, meeting: Values) -> None:
    say = sheet.words
    chair = meeting["chairBeside"]
    rows = [[chair["name"], chair["roleName"] or say(LED_BY)]] if chair else []
    rows += [list(_person(say, one)) for one in meeting["participants"] if not one["leftOut"]]
    sheet.table(say(WHO), {say(NAME): 1, say(ROLE): 1}, rows)


def _person(say: Words, one: Values) -> Sequence[str]:
    role = str(one["roleName"])
    if one["attended"] is not None:
        role = f"{role} ({say(N_('var med')) if one['attended'] else say(N_('var ikke med'))})"
    elif one["awaitsConsent"]:
        role = f"{role} ({say(N_('Afventer samtykke'))})"
    return [one["name"] or say(N_("ikke valgt")), role]


def _agreed(sheet: Sheet, meeting: Values, *, empty: str = "") -> None:
    say, outcome, following = sheet.words, meeting["outcome"], meeting["following"]
    sheet.table(
        say(AGREEMENTS),
        {say(WHAT): 3, say(DOES): 2, say(LATEST): 0, say(STATE): 0},
        [
            [
                one["what"],
                one["responsible"],
                say.written("day", one["dueOn"]),
                say.label("AgreementStatus", one["status"]),
            ]
            for one in meeting["agreements"]
        ],
        empty=empty,
    )
    if outcome or following:
        sheet.heading(say(OUTCOME))
    if outcome:
        sheet.text(outcome["text"])
        sheet.text(outcome["reason"])
        sheet.facts((say(N_("Vi følger op senest")), say.written("day", outcome["followUpBy"])))
    if following:
        sheet.facts((say(N_("Næste møde")), say.written("moment", following["startsAt"])))
