"""A meeting about nobody named, on paper: its agenda, its form (a cooperation agreement), its agreements."""

from services.api.portal.execution import PageError
from services.api.portal.language import N_
from services.api.portal.pdf import meeting as words
from services.api.portal.pdf.sheet import Sheet, Values, Words
from services.core.errors import ErrorCode

_OVER = frozenset({"HELD", "CONCLUDED"})


def agenda(say: Words, data: Values, _: bool) -> Sheet:
    """What is spoken about, and who comes."""
    one = data["consultation"]
    sheet = _begun(say, one, f"{say(words.AGENDA)}: {one['typeName']}", "")
    _place(sheet, one)
    rows = [[item["text"], item["presentedBy"] or ""] for item in one["items"]]
    head = {say(words.POINT): 3, say(N_("Hvem lægger frem?")): 1}
    if not any(row[1] for row in rows):
        head, rows = {say(words.POINT): 1}, [row[:1] for row in rows]
    sheet.table(say(words.AGENDA), head, rows, empty=say(words.NO_AGENDA))
    _circle(sheet, one)
    sheet.points(
        say(words.WHY), [one["purpose"], one["why"]["text"]] if one["purpose"] else [one["why"]["text"]]
    )
    return sheet


def form(say: Words, data: Values, blank: bool) -> Sheet:
    """The form as it is filled; NOT_FOUND where the page shows none."""
    one = data["consultation"]
    filled = one["form"]
    if filled is None or not (blank or one["status"] in _OVER):
        raise PageError(ErrorCode.NOT_FOUND)
    sheet = _begun(say, one, filled["name"], "" if blank else one["typeName"], filled["colour"] or "")
    if blank:
        sheet.text(say(words.BLANK), "quiet")
    _place(sheet, one)
    sheet.text(filled["text"], "quiet")
    _circle(sheet, one)
    sheet.heading(say(words.ANSWERS))
    if not blank and not filled["completed"]:
        sheet.text(say(words.DRAFT), "quiet")
    sheet.answers(filled["fields"], blank=blank)
    if not blank:
        _agreed(sheet, one)
    return sheet


def agreements(say: Words, data: Values, _: bool) -> Sheet:
    """Who does what by when, and the outcome; NOT_FOUND before the meeting was held."""
    one = data["consultation"]
    if one["status"] not in _OVER:
        raise PageError(ErrorCode.NOT_FOUND)
    sheet = _begun(say, one, f"{say(words.AGREEMENTS)}: {one['typeName']}", "")
    _place(sheet, one)
    _agreed(sheet, one, empty=say(words.NOTHING_AGREED))
    _circle(sheet, one)
    return sheet


def _begun(say: Words, one: Values, title: str, above: str, paper: str = "") -> Sheet:
    sheet = Sheet(say, title, above=above, below=(say.written("moment", one["startsAt"]),), paper=paper)
    if one["status"] == "CANCELLED":
        sheet.text(say(words.CALLED_OFF), "note")
    return sheet


def _place(sheet: Sheet, one: Values) -> None:
    say = sheet.words
    sheet.facts(
        (say(words.TIME), say.span(one)),
        (say(words.PLACE), one["place"]),
        (say(words.ABOUT), say.label("ConsultationSubject", one["subject"])),
        (say(N_("Enhed")), (one["unit"] or {}).get("name")),
        (say(N_("Distrikt")), one["district"]),
        (say(words.CALLED_BY), (one["convener"] or {}).get("name")),
        (say(words.LAW), one["why"]["legalBasis"]),
    )


def _circle(sheet: Sheet, one: Values) -> None:
    say, rows = sheet.words, []
    for person in one["participants"]:
        if person["leftOut"]:
            continue
        role = person["roleName"]
        if person["attended"] is not None:
            role = f"{role} ({say(N_('var med')) if person['attended'] else say(N_('var ikke med'))})"
        rows.append([person["name"] or say(N_("ikke valgt")), role])
    sheet.table(say(words.WHO), {say(words.NAME): 1, say(words.ROLE): 1}, rows)


def _agreed(sheet: Sheet, one: Values, *, empty: str = "") -> None:
    say = sheet.words
    sheet.table(
        say(words.AGREEMENTS),
        {say(words.WHAT): 3, say(words.DOES): 2, say(words.LATEST): 0},
        [[a["what"], a["responsible"], say.written("day", a["dueOn"])] for a in one["agreements"]],
        empty=empty,
    )
    if one["outcome"]:
        sheet.heading(say(words.OUTCOME))
        sheet.text(one["outcome"]["text"])
        sheet.text(one["outcomeReason"])
