"""Every text of the portal stands in every language, with the same parameters, and nothing stands there in vain."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from services.api.portal import language
from services.api.portal.language import NAMES, catalogue
from tests.portal.conftest import HOST, Visit

PORTAL = Path(language.__file__).parent
OTHERS = sorted(set(NAMES) - {"da"})
_PARAMETER = re.compile(r"%\((\w+)\)[sd]")


def texts() -> dict[str, str]:
    """Every Danish text: → where it stands."""
    found = extract_from_dir(
        str(PORTAL),
        method_map=[("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")],
        options_map={"**.html": {"extensions": "jinja2.ext.do", "trimmed": "true", "silent": "false"}},
        keywords={"_": None, "gettext": None, "N_": None},
    )
    return {str(message): f"{file}:{line}" for file, line, message, _, _ in found}


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_says_everything_and_nothing_more(code: str) -> None:
    with (PORTAL / "catalogues" / f"{code}.po").open("rb") as stream:
        there = {str(m.id): str(m.string) for m in read_po(stream, locale=code) if m.id and m.string}
    wanted = texts()
    assert {t: wanted[t] for t in wanted if t not in there} == {}
    assert set(there) - set(wanted) == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_same_parameters(code: str) -> None:
    for text in texts():
        translated = catalogue(code).gettext(text)
        assert sorted(_PARAMETER.findall(text)) == sorted(_PARAMETER.findall(translated)), text


async def test_the_language_is_chosen_on_every_page(family: Visit) -> None:
    assert (await family.get("/")).tree.get("lang") == "da"
    family.client.cookies.set("rundbord_language", "en", domain=HOST)
    page = await family.get("/")
    assert (page.tree.get("lang"), page.h1) == ("en", "What happens now")


async def test_without_a_choice_the_session_s_language_counts(family: Visit) -> None:
    family.engine.data["viewer"]["language"] = "en"
    assert (await family.get("/")).tree.get("lang") == "en"


async def test_a_language_that_is_not_offered_is_danish(family: Visit) -> None:
    family.client.cookies.set("rundbord_language", "../../etc", domain=HOST)
    assert (await family.get("/")).tree.get("lang") == "da"
