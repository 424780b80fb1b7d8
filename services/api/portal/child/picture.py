"""A case as a picture over time: the levels of each problem, what is done, meetings, deadlines, and today.

Pure: what the page asked for in, shapes with their places out. Nothing is drawn that the viewer could not read, for
nothing else came in. Each model has its own levels or none; a picture knows neither how many nor where they begin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from services.api.portal.formats import local
from services.api.portal.language import N_

WIDTH: Final = 400
"""Units of the picture across; a phone shows about as many pixels."""
LEFT: Final = 24
RIGHT: Final = 22
STEP: Final = 22
BAR: Final = 34
_LETTER: Final = 6.6
"""How wide a letter is about, to keep a name inside the picture."""
_MOST_TICKS: Final = 5
_AHEAD: Final = timedelta(days=400)
"""What lies further ahead stands in the table alone: it would press all else together."""


@dataclass(frozen=True)
class Course:
    """One problem: its number in the picture, when it was worked on, and on which level from which day."""

    number: int
    title: str
    track: str
    begin: date
    end: date | None
    levels: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True)
class Span:
    """Something that runs for a time; ``end`` None while it does; ``due`` is when it must be over or looked at."""

    kind: str
    name: str
    begin: date
    end: date | None
    due: date | None = None


@dataclass(frozen=True)
class Mark:
    """Something on a day. ``kind``: held, planned, offered, accepted, due, missed."""

    kind: str
    name: str
    on: date


@dataclass(frozen=True)
class CaseOverTime:
    """What there is to draw. ``ladder``: the model's levels, lowest first; ``tracks``: key and name."""

    today: date
    ladder: tuple[tuple[int, str], ...]
    tracks: tuple[tuple[str, str], ...]
    courses: tuple[Course, ...]
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Text:
    """Words at a place; ``own``: the portal's, to be translated. ``day``: a month to be written instead."""

    x: float
    y: float
    text: str = ""
    anchor: str = "start"
    own: bool = False
    day: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Shape:
    """A line, a bar or a mark: ``d`` is an SVG path. ``kind`` says how it looks."""

    kind: str
    d: str


@dataclass(frozen=True)
class Row:
    """The same in words, for the table. ``what``: a kind of the portal's words."""

    mark: str
    what: str
    name: str
    begin: str
    end: str
    level: str = ""


@dataclass(frozen=True)
class Picture:
    """All that is drawn, and its table."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
    rows: tuple[Row, ...]


PROBLEMS: Final = N_("Problematikker")
WORK: Final = {
    "process": N_("Undersøgelser"),
    "measure": N_("Indsatser"),
}
MARKED: Final = {
    "held": N_("Møde holdt"),
    "planned": N_("Møde planlagt"),
    "offered": N_("Tilbud, ikke taget imod"),
    "accepted": N_("Tilbud, sagt ja til"),
    "due": N_("Frist"),
    "missed": N_("Frist overskredet"),
}
LANES: Final = (
    (N_("Møder"), ("held", "planned")),
    (N_("Tilbud"), ("offered", "accepted")),
    (N_("Frister"), ("due", "missed")),
)


def read(child: Mapping[str, Any]) -> CaseOverTime:
    """What the child's page asked for, as days."""
    ladder = child["ladder"]
    courses = tuple(
        Course(
            number,
            one["title"],
            one["track"],
            _day(one["openedAt"]),
            _day(one["closedAt"]) if one["closedAt"] else None,
            tuple((_day(move["at"]), move["toLevel"]) for move in one["moves"]),
        )
        for number, one in enumerate(sorted(child["problems"], key=lambda one: one["openedAt"]), 1)
    )
    spans = [
        Span(
            "process",
            one["name"],
            _day(one["knownOn"]),
            _day(one["endedAt"]) if one["endedAt"] else None,
            None if one["endedAt"] else _day(one["dueOn"]),
        )
        for one in child["processes"]
    ] + [
        Span(
            "measure",
            one["name"],
            _day(one["startedOn"] or one["decidedOn"]),
            _day(one["endedOn"]) if one["endedOn"] else None,
            _day(one["firstFollowUpBy"]) if one["firstFollowUpBy"] and not one["endedOn"] else None,
        )
        for one in child["measures"]
    ]
    return CaseOverTime(
        date.fromisoformat(ladder["today"]),
        tuple((step["number"], step["name"]) for step in ladder["steps"]),
        tuple((track["key"], track["name"]) for track in child["tracks"] or ()),
        courses,
        tuple(sorted(spans, key=lambda one: one.begin)),
        tuple(sorted(_marks(child), key=lambda one: one.on)),
    )


def _marks(child: Mapping[str, Any]) -> list[Mark]:
    meetings = [edge["node"] for edge in child["meetings"]["edges"]]
    return [
        *(
            Mark(
                "held" if one["status"] in ("HELD", "CONCLUDED") else "planned",
                one["typeName"],
                _day(one["startsAt"]),
            )
            for one in meetings
            if one["status"] != "CANCELLED"
        ),
        *(
            Mark("accepted" if one["state"] == "ACCEPTED" else "offered", one["name"], _day(one["offeredAt"]))
            for one in child["offers"]
            if one["offeredAt"]
        ),
        *(
            Mark(
                "missed" if one["state"] == "MISSED" else "due",
                one["name"],
                (local(one["dueAt"]) - timedelta(seconds=1)).date(),
            )
            for one in child["deadlines"] or ()
            if one["state"] in ("OPEN", "MISSED")
        ),
    ]


def _day(value: str) -> date:
    return local(value).date() if "T" in value else date.fromisoformat(value)


def draw(case: CaseOverTime) -> Picture | None:
    """The picture; ``None`` where there is nothing yet to see."""
    if not (case.courses or case.spans or case.marks):
        return None
    return _Drawing(case).finished()


class _Drawing:
    """Lanes from above to below, all on one axis of days."""

    def __init__(self, case: CaseOverTime) -> None:
        self.case = case
        days = [case.today, *(one.begin for one in case.courses), *(one.begin for one in case.spans)]
        days += [day for one in case.courses for day, _ in one.levels]
        ahead = [one.on for one in case.marks] + [one.due for one in case.spans if one.due]
        days += [day for day in ahead if day <= case.today + _AHEAD]
        self.first = min(days)
        last = max(*days, case.today)
        # A case of one day is still drawn with some room on either side.
        self.last = max(last, self.first + timedelta(days=60), case.today + timedelta(days=14))
        self.y = 18.0
        self.shapes: list[Shape] = []
        self.texts: list[Text] = []

    def finished(self) -> Picture:
        self._tracks()
        for kind, name in WORK.items():
            self._spans(name, [one for one in self.case.spans if one.kind == kind])
        for name, kinds in LANES:
            self._marks(name, [one for one in self.case.marks if one.kind in kinds])
        self._axis()
        return Picture(WIDTH, round(self.y), tuple(self.shapes), tuple(self.texts), tuple(_rows(self.case)))

    def x(self, day: date) -> float:
        """Where a day stands; what lies outside stands at the edge."""
        share = (day - self.first).days / (self.last - self.first).days
        inside: float = min(max(share, 0.0), 1.0)
        return round(LEFT + inside * (WIDTH - LEFT - RIGHT), 1)

    def _tracks(self) -> None:
        known = dict(self.case.tracks)
        named = [key for key, _ in self.case.tracks] if self.case.ladder and known else []
        keys = dict.fromkeys([*named, *(one.track for one in self.case.courses)])
        for key in keys:
            mine = [one for one in self.case.courses if one.track == key]
            self._heading(known.get(key) or PROBLEMS, own=key not in known)
            if self.case.ladder:
                self._ladder(mine)
            else:
                for one in mine:
                    self._bar(f"{one.number}. {one.title}", one.begin, one.end)

    def _ladder(self, courses: Sequence[Course]) -> None:
        numbers = [number for number, _ in self.case.ladder]
        top = self.y
        at = {number: top + STEP * (len(numbers) - place - 0.5) for place, number in enumerate(numbers)}
        for number, y in at.items():
            self.shapes.append(Shape("grid", f"M{LEFT} {y:g}H{WIDTH - RIGHT}"))
            self.texts.append(Text(4, y + 4, str(number)))
        for place, one in enumerate(courses):
            # Problems on one level lie beside each other, not on each other.
            off = (place - (len(courses) - 1) / 2) * 5
            known = [(day, level) for day, level in one.levels if level in at]
            end = one.end or self.case.today
            if not known:
                continue
            path = f"M{self.x(known[0][0])} {at[known[0][1]] + off:g}"
            for day, level in known[1:]:
                path += f"H{self.x(day)}V{at[level] + off:g}"
            self.shapes.append(Shape("course", f"{path}H{self.x(end)}"))
            y = at[known[-1][1]] + off
            if one.end:
                self.shapes.append(Shape("end", f"M{self.x(end)} {y - 5:g}v10"))
            self.texts.append(Text(self.x(end) + 4, y + 4, str(one.number), strong=True))
        self.y = top + STEP * len(numbers) + 6

    def _spans(self, name: str, spans: Sequence[Span]) -> None:
        if not spans:
            return
        self._heading(name)
        for one in spans:
            self._bar(one.name, one.begin, one.end, one.due)

    def _bar(self, name: str, begin: date, end: date | None, due: date | None = None) -> None:
        x, stop = self.x(begin), self.x(end or max(self.case.today, begin))
        wide = len(name) * _LETTER
        fits = x + wide <= WIDTH
        self.texts.append(Text(x if fits else WIDTH - 2, self.y + 11, name, "start" if fits else "end"))
        y = self.y + 17
        self.shapes.append(Shape("bar", f"M{x} {y:g}H{max(stop, x + 3):g}v8H{x}z"))
        if end:
            self.shapes.append(Shape("end", f"M{max(stop, x + 3):g} {y - 2:g}v12"))
        if due and due <= self.last:
            self.shapes.append(Shape("ahead", f"M{max(stop, x + 3):g} {y + 4:g}H{self.x(due)}"))
            self.shapes.append(_mark("missed" if due < self.case.today else "due", self.x(due), y + 4))
        self.y += BAR

    def _marks(self, name: str, marks: Sequence[Mark]) -> None:
        drawn = [one for one in marks if one.on <= self.last]
        if not drawn:
            return
        self._heading(name)
        y = self.y + 9
        self.shapes.append(Shape("grid", f"M{LEFT} {y:g}H{WIDTH - RIGHT}"))
        self.shapes += [_mark(one.kind, self.x(one.on), y) for one in drawn]
        self.y += 24

    def _heading(self, name: str, *, own: bool = True) -> None:
        self.texts.append(Text(4, self.y + 13, name, own=own, strong=True))
        self.y += 20

    def _axis(self) -> None:
        x = self.x(self.case.today)
        self.shapes.append(Shape("today", f"M{x} 16V{self.y:g}"))
        edge = "end" if x > WIDTH - 40 else "start" if x < 40 else "middle"
        self.texts.append(Text(x, 12, N_("i dag"), edge, own=True))
        self.shapes.append(Shape("axis", f"M{LEFT} {self.y:g}H{WIDTH - RIGHT}"))
        for day in ticks(self.first, self.last):
            self.shapes.append(Shape("axis", f"M{self.x(day)} {self.y:g}v5"))
            self.texts.append(Text(self.x(day), self.y + 18, anchor="middle", day=day.isoformat()))
        self.y += 26


def ticks(first: date, last: date) -> list[date]:
    """First days of months between two days, a handful at most and as far apart as that needs."""
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in months if first <= day <= last]
    for every in (1, 2, 3, 6, 12, 24, 60):
        found = [day for day in inside if (day.year * 12 + day.month - 1) % every == 0]
        if len(found) <= _MOST_TICKS:
            return found
    return []


def _mark(kind: str, x: float, y: float) -> Shape:
    """A mark around a place: kinds differ by their form, not by a colour."""
    if kind in ("held", "planned"):
        return Shape(kind, f"M{x - 5:g} {y:g}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z")
    if kind in ("offered", "accepted"):
        return Shape(kind, f"M{x - 5:g} {y - 5:g}h10v10h-10z")
    return Shape(kind, f"M{x:g} {y - 7:g}l6 7l-6 7l-6 -7z")


def _rows(case: CaseOverTime) -> list[Row]:
    """What the picture shows, a row each, so that nothing is in it alone."""
    names = dict(case.ladder)
    tracks = dict(case.tracks)
    rows = []
    for one in case.courses:
        name = f"{one.title} ({tracks[one.track]})" if one.track in tracks else one.title
        steps = one.levels if case.ladder else ()
        if not steps:
            rows.append(Row(str(one.number), PROBLEMS, name, _iso(one.begin), _iso(one.end)))
        for place, (day, level) in enumerate(steps):
            until = steps[place + 1][0] if place + 1 < len(steps) else one.end
            said = f"{level} – {names[level]}" if level in names else str(level)
            rows.append(Row(str(one.number), PROBLEMS, name, _iso(day), _iso(until), said))
    rows += [Row("▬", WORK[one.kind], one.name, _iso(one.begin), _iso(one.end)) for one in case.spans]
    rows += [
        Row("◇", MARKED["missed" if one.due < case.today else "due"], one.name, _iso(one.due), "")
        for one in case.spans
        if one.due
    ]
    return rows + [Row(_SIGNS[one.kind], MARKED[one.kind], one.name, _iso(one.on), "") for one in case.marks]


_SIGNS: Final = {"held": "●", "planned": "○", "offered": "□", "accepted": "■", "due": "◇", "missed": "◆"}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
