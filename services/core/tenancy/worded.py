"""Judges a municipality's own words for messages: what can't be filled, what is no plain text, what says too much.

A mail or an SMS is read by whoever holds the telephone (ADR 0013). What a machine can tell for certain is a mistake;
words that perhaps say too much are a warning, as only people can judge a sentence.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from services.core.tenancy.findings import LANGUAGES, Finding, Mistake, Remark
from services.core.tenancy.loader import Reading
from services.core.tenancy.locate import Path as ValuePath
from services.core.tenancy.model import Model
from services.core.tenancy.wordings import TIMED, MessagesFile

PLACES: Final = ("municipality", "when")
LONGEST: Final = {"subject": 78, "line": 300, "short": 120, "greeting": 60, "closing": 240}
"""Characters, with the municipality's name and the longest time filled in."""
LONGEST_TIME: Final = {
    "da": "onsdag den 30. september 2026 kl. 23.59",
    "en": "Wednesday 30 September 2026, 23:59",
}

_NO_LANGUAGE = Mistake(
    "unknown_language",
    "systemet skriver på {languages}; filen skal hedde efter et af dem",
    "the system writes in {languages}; the file must be called after one of them",
)
_PLACE = Mistake(
    "unknown_place",
    "'{{{place}}}' kan ikke udfyldes; her kan stå {{municipality}} og {{when}}",
    "'{{{place}}}' can't be filled; here may stand {{municipality}} and {{when}}",
)
_NO_TIME = Mistake(
    "unknown_place",
    "beskeden har intet tidspunkt, så {{when}} kan ikke udfyldes",
    "this message has no time, so {{when}} can't be filled",
)
_BRACE = Mistake(
    "unknown_place",
    "en krølleparentes skal være {{municipality}} eller {{when}}",
    "a brace must be {{municipality}} or {{when}}",
)
_MARKUP = Mistake(
    "not_plain_text",
    "'{found}' er opmærkning: en besked er ren tekst",
    "'{found}' is markup: a message is plain text",
)
_LINK = Mistake(
    "link",
    "'{found}' er en adresse: systemet sætter selv linket ind, og ingen skal svare på beskeden",
    "'{found}' is an address: the system puts the link in itself, and nobody is to answer the message",
)
_LONG = Mistake(
    "too_long",
    "teksten fylder {length} tegn, når den er udfyldt; højst {most}",
    "the text has {length} characters when filled in; at most {most}",
)
_LINES = Mistake("not_plain_text", "teksten skal stå på én linje", "the text must stand on one line")
_EMPTY = Mistake(
    "missing_text",
    "her er kun mellemrum; slet feltet, så gælder systemets egen tekst",
    "here are only spaces; delete the field, and the system's own text applies",
)
_TELLS = Mistake(
    "tells_too_much",
    "'{word}' kan fortælle for meget til den, der ser med over skulderen",
    "'{word}' may tell too much to whoever looks over a shoulder",
)

_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_TAG: Final = re.compile(r"<[^>]*>?|>|\[[^\]]*\]\([^)]*\)|\*\*|__|&(?:#?\w+);|`")
_ADDRESS: Final = re.compile(
    r"[a-z][a-z0-9+.-]*://\S*|\bwww\.\S+|\S+@\S+|\b[\w-]+\.(?:dk|com|net|org|eu|info|io|gov)\b", re.IGNORECASE
)
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029]")


def remarks(file: str, part: MessagesFile, municipality: str) -> Iterator[Remark]:
    """Every mistake in one file of messages."""
    language = Path(file).stem
    if language not in LANGUAGES:
        yield _NO_LANGUAGE.at(languages=", ".join(LANGUAGES))
        return
    for path, text in _texts(part):
        yield from _of_text(path, text, language, municipality)


def warnings(reading: Reading) -> list[Finding]:
    """Words that may tell too much, and the names of the model's own meetings: for people to judge."""
    found = []
    for source in reading.sources.values():
        part = source.part()
        if isinstance(part, MessagesFile):
            for path, words in _doubtful(reading.model, part, Path(source.file).stem):
                found += [source.finding(_TELLS.at(*path, word=word)) for word in words]
    return sorted(found)


def doubts(model: Model, language: str, kind: str) -> list[str]:
    """The words of a message, and of what frames every one, that may tell too much: for whoever approves them."""
    return sorted(
        {
            word
            for part in model.messages
            if part.language == language
            for path, words in _doubtful(model, part, language)
            for word in words
            if path[0] in ("words", kind)
        }
    )


def _doubtful(model: Model, part: MessagesFile, language: str) -> Iterator[tuple[ValuePath, list[str]]]:
    telling = _telling(model, language)
    for path, text in _texts(part):
        yield path, sorted({word for word in telling if _says(text, word)})


def _texts(part: MessagesFile) -> Iterator[tuple[ValuePath, str]]:
    for field in ("greeting", "closing"):
        if text := getattr(part.words, field):
            yield ("words", field), text
    for kind, worded in part.given():
        for name, text in msgspec.structs.asdict(worded).items():
            if text:
                yield (kind, name), text


def _of_text(path: ValuePath, text: str, language: str, municipality: str) -> Iterator[Remark]:
    kind, field = str(path[0]), str(path[-1])
    if not text.strip():
        yield _EMPTY.at(*path)
        return
    if _CONTROL.search(text) or ("\n" in text and field != "closing"):
        yield _LINES.at(*path)
    for place in dict.fromkeys(_FIELD.findall(text)):
        if place not in PLACES:
            yield _PLACE.at(*path, place=place)
        elif place == "when" and kind not in TIMED:
            yield _NO_TIME.at(*path)
    if re.search(r"[{}]", _FIELD.sub("", text)):
        yield _BRACE.at(*path)
    if found := _TAG.search(text):
        yield _MARKUP.at(*path, found=found.group())
    if found := _ADDRESS.search(text):
        yield _LINK.at(*path, found=found.group())
    filled = text.replace("{municipality}", municipality).replace("{when}", LONGEST_TIME[language])
    if len(filled) > LONGEST[field]:
        yield _LONG.at(*path, length=len(filled), most=LONGEST[field])


def _telling(model: Model, language: str) -> list[str]:
    names = [meeting.name.in_language(language).lower() for meeting in model.meetings]
    return [*_words().get(language, []), *filter(None, names)]


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.lower()) is not None


@cache
def _words() -> dict[str, list[str]]:
    with (Path(__file__).parent / "telling_words.toml").open("rb") as stream:
        words: dict[str, list[str]] = tomllib.load(stream)
    return words
