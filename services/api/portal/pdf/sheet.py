"""A document before it is set: its head and its blocks, each a plain value that ``template/sheet.typ`` shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

from services.api.portal import labels
from services.api.portal.formats import filters
from services.api.portal.language import N_, catalogue
from services.api.portal.pdf.glyphs import UNKNOWN, everywhere

Values = Mapping[str, Any]
_LINES: Final = {"TEXT": 1, "DATE": 1, "SCALE": 1, "LIST": 5, "LONG_TEXT": 6}
_CHOSEN: Final = frozenset({"CHOICE", "SCALE"})
_UNPRINTABLE: Final = N_("� står for et tegn, der ikke kan trykkes.")
_PAGES: Final = N_("Side %(page)s af %(pages)s")
_PRINTED: Final = N_("Lavet %(day)s")
_YES, _NO, _EMPTY = N_("Ja"), N_("Nej"), N_("Ikke udfyldt")


class Words:
    """Texts and dates in the reader's language."""

    def __init__(self, language: str) -> None:
        self._texts = catalogue(language)
        self._write = filters(self._texts.language)
        self.language, self.right_to_left = self._texts.language, self._texts.direction == "rtl"

    def __call__(self, text: str, **more: object) -> str:
        """A Danish text in the reader's language, its places filled."""
        said = self._texts.gettext(text)
        return said % more if more else said

    def label(self, kind: str, code: str) -> str:
        """The word for a code of the contract."""
        return self(labels.label(kind, code))

    def written(self, way: str, value: str | None) -> str:
        """A day or moment that GraphQL answered, in a way that ``formats`` knows; empty for none."""
        return self._write[way](value) if value else ""

    def span(self, of: Values) -> str:
        """From when to when."""
        return f"{self.written('moment', of['startsAt'])}–{self.written('clock', of['endsAt'])}"


class Sheet:
    """One document. What is empty is not put on it."""

    def __init__(
        self, words: Words, title: str, *, above: str = "", below: Iterable[str | None] = (), paper: str = ""
    ) -> None:
        self.words = words
        self.title = title
        self._above, self._below, self._paper = above, " · ".join(filter(None, below)), paper
        self.blocks: list[dict[str, Any]] = []

    def _put(self, kind: str, **what: Any) -> None:
        self.blocks.append({"kind": kind, **what})

    def heading(self, text: str, level: int = 1) -> None:
        """A heading."""
        self._put("heading", text=text, level=level)

    def text(self, text: str | None, kind: str = "text") -> None:
        """Running text; ``kind`` is ``text``, ``quiet`` or ``note``."""
        if text:
            self._put(kind, text=text)

    def facts(self, *rows: tuple[str, str | None]) -> None:
        """What is so, by its name."""
        if told := [[name, value] for name, value in rows if value]:
            self._put("facts", rows=told)

    def points(self, title: str, items: Sequence[str], *, empty: str = "") -> None:
        """A list under its heading, or a sentence that there is nothing; nothing at all without such a sentence."""
        if not items and not empty:
            return
        self.heading(title)
        if items:
            self._put("list", items=list(items))
        else:
            self.text(empty, "quiet")

    def table(
        self, title: str, head: Mapping[str, int], rows: Sequence[Sequence[str]], *, empty: str = ""
    ) -> None:
        """A table under its heading; ``head`` is each column with its share of the width, 0 for what it needs."""
        if not rows and not empty:
            return
        self.heading(title)
        if rows:
            self._put("table", head=list(head), widths=list(head.values()), rows=[list(row) for row in rows])
        else:
            self.text(empty, "quiet")

    def answers(self, fields: Iterable[Values], *, blank: bool = False, unanswered: bool = True) -> None:
        """A form's questions with what was answered; ``blank``: with room to write; ``unanswered``: these too.

        What the form takes from elsewhere is never called unanswered: nobody was asked, and the sheet tells it elsewhere.
        """
        for one in fields:
            if blank or one["value"] or (unanswered and not one["knownAlready"]):
                self._put("answer", answer=self._answer(one, blank))

    def _answer(self, one: Values, blank: bool) -> dict[str, Any]:
        # What is known already is asked for by no paper either.
        known = one["knownAlready"] and one["value"]
        told = self._room(one) if blank and not known else self._told(one)
        return {"label": one["label"], "help": "", "value": "", "items": [], "options": [], "lines": 0} | told

    def _room(self, one: Values) -> dict[str, Any]:
        """What is written on by hand: boxes to tick, or lines."""
        options = [option["label"] for option in one["options"]] if one["kind"] in _CHOSEN else []
        if one["kind"] == "BOOLEAN":
            options = [self.words(_YES), self.words(_NO)]
        lines = _LINES.get(one["kind"], 3)
        return {"kind": "blank", "help": one["help"] or "", "options": options, "lines": lines}

    def _told(self, one: Values) -> dict[str, Any]:
        """What was answered, in words."""
        say, value = self.words, one["value"] or ""
        if value and one["kind"] == "LIST":
            return {"kind": "list", "items": [line for line in value.splitlines() if line.strip()]}
        if not value:
            return {"kind": "nothing", "value": say(_EMPTY)}
        if one["kind"] == "BOOLEAN":
            value = say(_YES if value == "true" else _NO)
        elif one["kind"] == "DATE":
            value = say.written("day", value)
        else:
            value = next((option["label"] for option in one["options"] if option["value"] == value), value)
        return {"kind": "said", "value": value}

    def done(self, tenant: Values) -> tuple[dict[str, Any], int]:
        """The whole as the press takes it, and its date in Unix seconds: midnight of the day it was made."""
        say = self.words
        if UNKNOWN in str(everywhere(self.blocks)):
            self.text(say(_UNPRINTABLE), "quiet")
        day = datetime.combine(date.fromisoformat(tenant["today"]), time(), tzinfo=UTC)
        look = {
            "name": tenant["name"],
            "colour": tenant["colour"],
            "address": tenant["address"] or "",
            "logo": tenant["logo"] or "",
        }
        whole = {
            "title": self.title,
            "above": self._above,
            "below": self._below,
            "paper": self._paper,
            "language": say.language,
            "rtl": say.right_to_left,
            "look": look,
            "made": say(_PRINTED, day=say.written("day", tenant["today"])),
            "pages": say(_PAGES, page="{page}", pages="{pages}"),
            "blocks": self.blocks,
        }
        return whole, int(day.timestamp())


Writer = Callable[[Words, Values, bool], Sheet]
"""Writes a document from what a page's operation answered; the last says whether it is to be blank."""
