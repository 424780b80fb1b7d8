"""From a message to the letter that Digital Post brings: the mail's words, and what more a letter may say of its meeting."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from services.notifier.channels import Parcel
from services.notifier.channels.memo import Appointment, Link, Memo

_TEMPLATES: Final = Path(__file__).parent / "templates"
_COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
_LOCALES: Final = {"da": "da_DK", "en": "en_GB"}


def write_letter(parcel: Parcel) -> Memo:
    """The letter of a message. What ``parcel.letter`` does not hold can't stand in it."""
    words, told = letter_words()[parcel.words.language], parcel.letter
    municipality = parcel.facts.municipality
    facts = []
    if told is not None:
        facts += [
            (words["meeting"], told.name),
            (words["when"], _period(told.starts_at, told.ends_at, words, parcel.words.language)),
        ]
    if told is not None and told.coming:
        facts += [(words["where"], told.place or words["place_later"])]
        facts += [(words["who"], told.convener)] if told.convener else []
    html = _template().render(
        language=parcel.words.language,
        words=words,
        subject=parcel.words.subject,
        line=parcel.words.line,
        facts=facts,
        url=parcel.url,
        municipality=municipality,
    )
    appointment = None
    if told is not None and told.coming:
        appointment = Appointment(
            id=told.id,
            label=words["calendar"],
            abstract=words["appointment"].format(municipality=municipality),
            starts_at=told.starts_at,
            ends_at=told.ends_at,
            location=told.place or words["place_later"],
            organizer=told.convener or municipality,
        )
    return Memo(
        id=parcel.outbox_id,
        sender_cvr=parcel.facts.cvr,
        sender=municipality,
        recipient_cpr=parcel.contact.number,
        label=parcel.words.subject,
        notification=parcel.words.line,
        language=parcel.words.language,
        html=html,
        written_at=parcel.at,
        link=Link(words["open_link"], parcel.url),
        appointment=appointment,
    )


@cache
def letter_words() -> Mapping[str, Mapping[str, str]]:
    """The letter's own words, by language."""
    with (_TEMPLATES / "letter.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template() -> Template:
    return _environment().get_template("letter.html.jinja")


def _period(starts_at: datetime, ends_at: datetime, words: Mapping[str, str], language: str) -> str:
    """By the clock on the wall in Copenhagen, with the day of the end where it is another."""
    first, last = starts_at.astimezone(_COPENHAGEN), ends_at.astimezone(_COPENHAGEN)
    pattern = words["until"] if first.date() == last.date() else words["date"]
    return (
        f"{format_datetime(first, words['date'], locale=_LOCALES[language])}–"
        f"{format_datetime(last, pattern, locale=_LOCALES[language])}"
    )
