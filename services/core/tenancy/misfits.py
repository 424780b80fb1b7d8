"""What `typed` and `loader` say of text that is no model: in Danish and English, with what to write instead."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from services.core.tenancy.findings import LANGUAGES, Mistake
from services.core.tenancy.language import Text


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence with places for what it is about."""

    da: str
    en: str

    def with_(self, **about: object) -> Text:
        """The phrase about that."""
        return Text(*(getattr(self, language).format(**about) for language in LANGUAGES))


UNKNOWN_FIELD = Mistake(
    "unknown_field", "feltet '{field}' findes ikke her{near}", "there is no field '{field}' here{near}"
)
DID_YOU_MEAN = Phrase("; mente du '{near}'?", "; did you mean '{near}'?")
KNOWN_FIELDS = Phrase("; her kan stå: {fields}", "; here may stand: {fields}")
OTHER_LANGUAGE = Mistake(
    "unknown_field",
    "en tekst har felterne da og en; '{found}' er ingen af dem. Et tredje sprog skrives more = {{ ar = \"…\" }}",
    "a text has the fields da and en; '{found}' is neither. A third language is written more = {{ ar = \"…\" }}",
)
MISSING_FIELD = Mistake("missing_field", "feltet '{field}' mangler", "the field '{field}' is missing")
UNKNOWN_WORD = Mistake(
    "wrong_value",
    "'{found}' kan ikke stå her{near}; det skal være et af: {words}",
    "'{found}' can't stand here{near}; it must be one of: {words}",
)
WRONG_VALUE = Mistake(
    "wrong_value", "her skal stå {what}, men der står {found}{hint}", "expected {what}, found {found}{hint}"
)
NO_LIST = Mistake(
    "wrong_value",
    "her skal stå en liste, men der står {found}: skriv den i kantede parenteser, {instead}",
    "expected a list, found {found}: write it in square brackets, {instead}",
)
ONE_TABLE = Mistake(
    "wrong_value",
    "her kan stå flere: skriv {instead} med dobbelte parenteser",
    "here may stand several: write {instead} with double brackets",
)
MANY_TABLES = Mistake(
    "wrong_value",
    "her kan kun stå én: skriv [{name}] med enkelte parenteser",
    "here may stand only one: write [{name}] with single brackets",
)
NO_TABLE = Mistake(
    "wrong_value",
    "her skal stå en tabel med felter ({fields}), men der står {found}",
    "expected a table with fields ({fields}), found {found}",
)
NO_TEXT = Mistake(
    "wrong_value",
    'en tekst skrives på hvert sprog: {{ da = "{found}", en = "…" }}',
    'a text is written in each language: {{ da = "{found}", en = "…" }}',
)
WITHOUT_QUOTES = Text("; skriv det uden anførselstegn", "; write it without quotation marks")
WITH_QUOTES = Text("; skriv det i anførselstegn", "; write it in quotation marks")
WHAT: dict[Any, Text] = {
    "word": Text("et ord", "a word"),
    int: Text("et helt tal", "a whole number"),
    bool: Text("true eller false", "true or false"),
    str: Text("en tekst i anførselstegn", "a text in quotation marks"),
    dt.date: Text("en dato som 2024-01-31", "a date such as 2024-01-31"),
    dt.time: Text("et klokkeslæt som 09:00:00", "a time such as 09:00:00"),
    dict[str, str]: Text('sprog med tekst, { ar = "…" }', 'languages with text, { ar = "…" }'),
}

MISSING_FILE = Mistake("missing_file", "filen {file} mangler", "the file {file} is missing")
EMPTY_FILE = Mistake("empty_file", "filen er tom{needs}", "the file is empty{needs}")
UNKNOWN_FILE = Mistake(
    "unknown_file",
    "filen hører ikke til nogen del af en model; der kan være: {files}",
    "this file belongs to no part of a model; there may be: {files}",
)
UNREADABLE = Mistake("unreadable", "filen kan ikke læses: {why}", "the file can't be read: {why}")
NOT_UTF8 = Mistake(
    "encoding",
    "filen er gemt som {found} og ikke som UTF-8: gem den igen som UTF-8",
    "the file is saved as {found} and not as UTF-8: save it again as UTF-8",
)
NOT_TOML = Mistake("not_toml", "kan ikke læses som TOML: {why}", "cannot be read as TOML: {why}")
UNKNOWN_LANGUAGE = Mistake(
    "unknown_language",
    "modelsproget {found} kendes ikke her; dette er sprog {ours}",
    "language {found} is not known here; this is language {ours}",
)
TWO_FILES = Mistake(
    "doubled",
    "'{field}' står også i {other}: skriv det hele i den ene fil",
    "'{field}' stands in {other} too: write all of it in one of the files",
)
GIVEN_TWICE = Mistake(
    "doubled", "'{field}' står her for anden gang", "'{field}' stands here for the second time"
)
GUIDE_NAME = Mistake(
    "unknown_file",
    "en guide hedder navn.sprog.md, fx {file}.da.md",
    "a guide is named name.language.md, e.g. {file}.da.md",
)
