"""What happened in a case, one line of it: each entry with its day, who did it and why. Pure.

Made of what the page asked for as its viewer, so it holds what they may read and nothing else. What was written of the
meetings stands with the meetings: the line says that they were.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from services.api.portal.formats import local
from services.api.portal.language import N_

A_PAGE: Final = 30
Row = Mapping[str, Any]

KINDS: Final[Mapping[str, str]] = {
    "levels": N_("Niveauer og problematikker"),
    "meetings": N_("Møder og aftaler"),
    "consents": N_("Samtykker og orientering"),
    "work": N_("Indsatser og tilbud"),
    "shared": N_("Overlevering og deling"),
    "concern": N_("Bekymring"),
}
_OPENED, _CLOSED, _MOVED = N_("Problematik oprettet"), N_("Problematik lukket"), N_("Niveau flyttet")
_BEGUN_ON = N_("Begyndt på niveau")
_COORDINATOR = N_("Tovholder")
_MEETINGS: Final = {
    "PLANNED": N_("Møde indkaldt til"),
    "AGENDA_SENT": N_("Møde indkaldt til"),
    "HELD": N_("Møde holdt"),
    "CONCLUDED": N_("Møde holdt og afsluttet"),
    "CANCELLED": N_("Møde aflyst"),
}
_AGREED = N_("Aftalt")
_CONSENTS: Final = (
    ("askedAt", N_("Spurgt om samtykke")),
    ("answeredAt", N_("Samtykke givet")),
    ("withdrawnAt", N_("Samtykke trukket tilbage")),
    ("invalidatedAt", N_("Samtykke var aldrig gyldigt")),
)
_DECLINED = N_("Sagt nej til samtykke")
_INFORMED = N_("Orienteret")
_PROCESS: Final = (("begunAt", N_("Undersøgelse begyndt")), ("endedAt", N_("Undersøgelse afsluttet")))
_MEASURE: Final = (
    ("decidedOn", N_("Indsats besluttet")),
    ("startedOn", N_("Indsats sat i gang")),
    ("endedOn", N_("Indsats afsluttet")),
)
_OFFERED, _OFFER_YES, _OFFER_NO = N_("Tilbud givet"), N_("Sagt ja til tilbud"), N_("Sagt nej tak til tilbud")
_PLAN_SENT, _PLAN_WRITTEN = N_("Plan sendt"), N_("Plan skrevet")
_HANDED, _TAKEN = N_("Viden overleveret"), N_("Overlevering taget imod")
_SHARED, _EXCHANGED = N_("Delt"), N_("Udvekslet uden samtykke")
_UNDERRETNING, _SENT = N_("Underretning skrevet"), N_("Underretning sendt")
_TALK = N_("Samtale med barnet")


@dataclass(frozen=True)
class Entry:
    """One thing that happened. ``what`` is the portal's word, the rest the case's own; ``at`` a moment or a day."""

    kind: str
    at: str
    what: str
    name: str
    who: str = ""
    why: str = ""
    href: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """By the Danish day, then by the moment: a day alone stands before that day's moments."""
        return (local(self.at).date().isoformat() if "T" in self.at else self.at, self.at)


@dataclass(frozen=True)
class Shown:
    """A page of the line."""

    entries: tuple[Entry, ...]
    number: int
    pages: int


@dataclass(frozen=True)
class Line:
    """The whole line, newest first."""

    entries: tuple[Entry, ...]

    def kinds(self) -> list[tuple[str, str, int]]:
        """What there is to filter by: (key, words, how many); empty kinds are left out."""
        counted = {key: sum(one.kind == key for one in self.entries) for key in KINDS}
        return [(key, words, counted[key]) for key, words in KINDS.items() if counted[key]]

    def shown(self, kind: str | None, page: str | None) -> Shown:
        """A page of one kind or of all; what is no page is the first."""
        found = tuple(one for one in self.entries if kind not in KINDS or one.kind == kind)
        pages = max(1, -(-len(found) // A_PAGE))
        asked = int(page) if page and page.isascii() and page.isdecimal() and len(page) < 6 else 1
        number = min(max(asked, 1), pages)
        return Shown(found[(number - 1) * A_PAGE : number * A_PAGE], number, pages)


def line_of(child: Row) -> Line:
    """The line of a child's case, from what its page asked for."""
    parts = (_levels, _meetings, _consents, _work, _shared, _concern)
    entries = [entry for part in parts for entry in part(child)]
    return Line(tuple(sorted(entries, key=lambda one: one.order, reverse=True)))


def _levels(child: Row) -> Iterator[Entry]:
    href = f"/children/{child['id']}/problems"
    for one in child["problems"]:
        title = one["title"]
        if not one["moves"]:
            yield Entry("levels", one["openedAt"], _OPENED, title, href=href)
        for move in one["moves"]:
            begun = move["fromLevel"] is None
            said = f"{move['toLevel']}" if begun else f"{move['fromLevel']} → {move['toLevel']}"
            yield Entry(
                "levels",
                move["at"],
                _BEGUN_ON if begun else _MOVED,
                f"{title}: {said}",
                move["by"] or "",
                move["reason"] or "",
                href,
            )
        for place in one["coordinators"]:
            if place["holder"] and place["since"]:
                yield Entry("levels", place["since"], _COORDINATOR, title, place["holder"]["name"], href=href)
        if one["closedAt"]:
            yield Entry("levels", one["closedAt"], _CLOSED, title, _name(one["closedBy"]), href=href)


def _meetings(child: Row) -> Iterator[Entry]:
    held = {}
    for one in _nodes(child["meetings"]):
        href = f"/meetings/{one['id']}"
        why = one["recordedReason"] or " ".join(one["purpose"])
        yield Entry(
            "meetings",
            one["startsAt"],
            _MEETINGS[one["status"]],
            one["typeName"],
            _name(one["convener"]),
            why,
            href,
        )
        held[one["id"]] = one["startsAt"]
    for one in _nodes(child["agreements"]):
        if one["meetingId"] in held:
            yield Entry(
                "meetings",
                held[one["meetingId"]],
                _AGREED,
                one["what"],
                one["responsible"],
                href=f"/meetings/{one['meetingId']}",
            )


def _consents(child: Row) -> Iterator[Entry]:
    href = f"/children/{child['id']}/consents"
    for one in _nodes(child["consents"]):
        for key, words in _CONSENTS:
            if one[key]:
                said = _DECLINED if key == "answeredAt" and one["state"] == "DECLINED" else words
                who = _name(one["recordedBy"]) if key == "askedAt" else one["giver"] or ""
                why = one["invalidBecause"] if key == "invalidatedAt" else one["about"]
                yield Entry("consents", one[key], said, one["purposeName"], who, why or "", href)
    for one in child["informed"]:
        told = f"{one['person']}: {one['what']}" if one["person"] else one["what"]
        yield Entry("consents", one["informedAt"], _INFORMED, told, _name(one["recordedBy"]), href=href)


def _work(child: Row) -> Iterator[Entry]:
    href, around = f"/children/{child['id']}/work", f"/children/{child['id']}/around"
    for one in child["processes"]:
        for key, words in _PROCESS:
            if one[key]:
                why = one["reason"] if key == "begunAt" else ""
                yield Entry("work", one[key], words, one["name"], _name(one["begunBy"]), why or "", href)
    for one in child["measures"]:
        for key, words in _MEASURE:
            if one[key]:
                why = one["endReason"] if key == "endedOn" else one["what"]
                yield Entry("work", one[key], words, one["name"], _name(one["decidedBy"]), why or "", href)
    for one in child["offers"]:
        if one["offeredAt"]:
            yield Entry("work", one["offeredAt"], _OFFERED, one["name"], _name(one["offeredBy"]), href=around)
        if one["answeredAt"]:
            said = _OFFER_YES if one["state"] == "ACCEPTED" else _OFFER_NO
            yield Entry("work", one["answeredAt"], said, one["name"], _name(one["recordedBy"]), href=around)
    for one in child["actionPlans"]:
        for key, words in (("writtenAt", _PLAN_WRITTEN), ("sentAt", _PLAN_SENT)):
            if one[key]:
                yield Entry(
                    "work",
                    one[key],
                    words,
                    one["name"],
                    _name(one["writtenBy"]),
                    href=f"/children/{child['id']}/plans",
                )


def _shared(child: Row) -> Iterator[Entry]:
    around = f"/children/{child['id']}/around"
    for one in child["handovers"]:
        yield Entry("shared", one["handedAt"], _HANDED, _to(one), _name(one["handedBy"]), href=around)
        if one["acceptedAt"]:
            yield Entry("shared", one["acceptedAt"], _TAKEN, _to(one), _name(one["acceptedBy"]), href=around)
    for one in child["shares"]:
        yield Entry(
            "shared",
            one["sharedAt"],
            _SHARED,
            ", ".join(part for part in (one["what"], _name(one["receiver"])) if part),
            _name(one["sharedBy"]),
            one["reason"] or "",
        )
    for one in child["exchanges"]:
        yield Entry(
            "shared",
            one["on"],
            _EXCHANGED,
            f"{one['basisName']}, {one['withWhom']}",
            _name(one["recordedBy"]),
            one["why"] or "",
            around,
        )


def _concern(child: Row) -> Iterator[Entry]:
    for one in child["underretninger"] or ():
        href = f"/underretninger/{one['id']}"
        yield Entry("concern", one["writtenAt"], _UNDERRETNING, "", _name(one["writer"]), href=href)
        if one["sentAt"]:
            yield Entry("concern", one["sentAt"], _SENT, "", _name(one["writer"]), href=href)
    for one in child["conversations"]:
        yield Entry(
            "concern",
            one["heldAt"],
            _TALK,
            "",
            _name(one["heldBy"]),
            href=f"/children/{child['id']}/work",
        )


def _to(handover: Row) -> str:
    return ", ".join(
        part for part in (handover["name"], _name(handover["toUnit"]), _name(handover["toPerson"])) if part
    )


def _name(somebody: Row | None) -> str:
    return str(somebody["name"]) if somebody else ""


def _nodes(connection: Row) -> Iterable[Row]:
    return (edge["node"] for edge in connection["edges"])
