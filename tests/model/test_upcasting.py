"""A version stored in an earlier language of the model is read by today's code, and says what it said."""

import json
from pathlib import Path

import msgspec
import pytest

from services.core.tenancy.language import LANGUAGE
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import decode_model, encode_model
from services.core.tenancy.upcast import FIRST, UPCASTERS, Document, LanguageError, up_to_date
from tests.model.frozen import defaults_now, defaults_then, documents, languages, missing

TENANTS = Path(__file__).parents[2] / "tenants"
KEPT = [path for language in languages() for path in documents(language)]


def test_every_language_so_far_has_an_upcaster_and_something_kept_of_it() -> None:
    assert set(UPCASTERS) == set(range(FIRST, LANGUAGE))
    assert languages() == list(range(FIRST, LANGUAGE + 1))
    assert all(documents(language) for language in languages())


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_stored_is_read_and_says_the_same(kept: Path) -> None:
    """Fails when a field was renamed, removed or given another type: raise LANGUAGE and write an upcaster."""
    stored = kept.read_bytes()
    again = json.loads(encode_model(decode_model(stored)))
    assert list(missing(json.loads(up_to_date(stored)), again)) == []


def test_what_was_left_out_still_means_the_same() -> None:
    """A stored model leaves out what equals its default: a changed default would change what old versions say."""
    now = defaults_now()
    then = defaults_then(LANGUAGE)
    assert {key: now.get(key, "no such field") for key in then} == then


@pytest.mark.parametrize(
    "directory", sorted(TENANTS.glob("*/tenant.toml")), ids=lambda path: path.parent.name
)
def test_what_is_written_today_is_of_todays_language(directory: Path) -> None:
    assert load_model(directory.parent).language == LANGUAGE


def renamed(old: Document) -> Document:
    """Language 2 called meetings 'gatherings'."""
    return {("gatherings" if key == "meetings" else key): value for key, value in old.items()}


def back_again(old: Document) -> Document:
    """Language 3 calls them meetings again and asks for a word on each."""
    meetings = [{**one, "word": one.get("word", "møde")} for one in old.get("gatherings", [])]
    return {**{key: value for key, value in old.items() if key != "gatherings"}, "meetings": meetings}


STEPS = {1: renamed, 2: back_again}


@pytest.mark.parametrize(
    ("stored", "wanted"),
    [
        ({"meetings": [{"key": "a"}]}, {"meetings": [{"key": "a", "word": "møde"}], "language": 3}),
        (
            {"language": 2, "gatherings": [{"key": "a", "word": "samtale"}]},
            {"meetings": [{"key": "a", "word": "samtale"}], "language": 3},
        ),
        ({"language": 3, "meetings": []}, {"language": 3, "meetings": []}),
    ],
    ids=["without a word of its language: the first", "from the second", "as it is"],
)
def test_each_step_is_taken_once_and_in_order(stored: Document, wanted: Document) -> None:
    assert json.loads(up_to_date(json.dumps(stored), STEPS, 3)) == wanted


@pytest.mark.parametrize("language", [0, LANGUAGE + 1, 99])
def test_a_language_of_newer_code_is_told_as_such(language: int) -> None:
    with pytest.raises(LanguageError, match=str(language)):
        decode_model(json.dumps({"language": language}))


def test_what_is_no_model_is_no_language_error() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_model(b'{"population": 3}')
