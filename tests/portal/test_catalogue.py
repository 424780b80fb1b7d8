"""Every text of the portal stands in every language, with the same parameters, and nothing stands there in vain.

A language for families alone has every text of the pages that families read, found by what their templates stand on.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, meta

from services.api.portal import labels, language
from services.api.portal.frame import FAMILY
from services.api.portal.language import FOR_FAMILIES, NAMES, catalogue
from services.api.portal.menus import menu_of
from services.api.portal.routes import PAGES
from tests.portal.conftest import HOST, Visit

PORTAL = Path(language.__file__).parent
OTHERS = sorted(set(NAMES) - {"da"})
BEFORE_A_LOGIN = ("session", "about", "error")
"""Folders of pages that are nobody's alone."""
_PARAMETER = re.compile(r"%\((\w+)\)[sd]")
_LABEL = re.compile(r"""label\(["'](\w+)["']\)""")


@cache
def texts() -> dict[str, set[str]]:
    """Every Danish text: → the files it stands in, relative to the portal."""
    found = extract_from_dir(
        str(PORTAL),
        method_map=[("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")],
        options_map={"**.html": {"extensions": "jinja2.ext.do", "trimmed": "true", "silent": "false"}},
        keywords={"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)},
    )
    places: dict[str, set[str]] = {}
    for file, _, message, _, _ in found:
        for text in (message,) if isinstance(message, str) else message:
            places.setdefault(text, set()).add(file)
    return places


def family_templates() -> set[str]:
    """The templates of pages that families read, with all that those include, import and extend."""
    own = {page.template or f"{page.name}/template.html" for page in PAGES if page.audience & FAMILY}
    waiting = own | {
        str(file.relative_to(PORTAL))
        for folder in BEFORE_A_LOGIN
        for file in (PORTAL / folder).glob("*.html")
    }
    parser = Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        reached.add(name)
        below = meta.find_referenced_templates(parser.parse((PORTAL / name).read_text()))
        waiting |= {one for one in below if one} - reached
    return reached


@cache
def family_texts() -> set[str]:
    """What families read: in their templates, beside them, in the words for codes and in what a form answers."""
    templates = family_templates()
    folders = {name.split("/")[0] for name in templates} - {"templates"}
    kinds = {kind for name in templates for kind in _LABEL.findall((PORTAL / name).read_text())}
    done = {action.done for page in PAGES if page.audience & FAMILY for action in page.actions}
    return (
        {
            text
            for text, files in texts().items()
            if files & templates
            or {file for file in files if file.endswith(".py")} & {"forms.py", "options.py"}
            or any(file.endswith(".py") and file.split("/")[0] in folders for file in files)
        }
        | {text for kind in kinds for text in labels.LABELS[kind].values()}
        | {labels.DONE[one] for one in done if one}
        | {text for part in menu_of("FAMILY") for _, text in part}
    )


def catalogued(code: str) -> set[str]:
    """The Danish texts that a catalogue has a translation of."""
    with (PORTAL / "catalogues" / f"{code}.po").open("rb") as stream:
        there = [message for message in read_po(stream, locale=code) if message.id]
    return {
        text
        for message in there
        if message.string and all(message.string)
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    }


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_says_everything_and_nothing_more(code: str) -> None:
    wanted = texts()
    there = catalogued(code)
    assert (family_texts() if code in FOR_FAMILIES else set(wanted)) - there == set()
    assert there - set(wanted) == set()


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
