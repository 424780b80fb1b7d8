"""The pages' walls: every route with an id, for everyone of two towns, as taken from the app itself."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

import services.api.portal
from services.api.portal.forms import INSTANCE
from services.api.portal.pdf import printing
from tests.isolation.arguments import KINDS
from tests.isolation.asking import Asking, Said, Who, alike
from tests.isolation.glass import read_requests
from tests.isolation.strangers import asks_about, one_of
from tests.isolation.test_operations import ABSENT, WHO, assert_own_marks, marks_in
from tests.isolation.village import TYPE, Family, Target

CHILD_PAGES: Final = ("/children/", "/oversight/")
_ID: Final = re.compile(r"\{(?!key)(\w+):str\}")
"""An id in a path. A guide's key is none: it stands in the model, and whoever is logged in may ask for it."""


FIELDS: Final = {
    **{name: kind for name, kind in KINDS.items() if "." not in name},
    "personId": "person",
    "absentId": "person",
}
"""What an id in a form names: as in the schema, where it is called the same."""
_READ: Final = re.compile(r"[a-z][A-Za-z]*Ids?")
NOT_IN_A_FORM: Final = {"ruleId", "staffId"}
"""Of an error that is shown, and of a colleague whose name is."""


READS_NO_FORM: Final = ("/language", "/leave", "/capacity", "/me/calendar/make", "/me/calendar/busy/load")
"""They ask nothing of anybody; the last answers another secret each time, and the one before is over."""
LEAD_ELSEWHERE: Final = {"/access-log/{child:str}/then"}
"""They read a day and send the browser to it, with whatever id: it is there that an id is one's own or not."""
ASKED_WITH: Final = {"/children/{id:str}/find-a-time": f"?type={TYPE}"}
"""What a page must be asked for: without it this one sends the browser on, with whatever id."""
WORDLESS: Final = {
    "/perspectives/{id:str}/drawing": ("content-type", re.compile("image/jpeg")),
    "/meetings/{id:str}/perspective": ("location", re.compile("/perspective/(child|parent|professional)$")),
}
"""A picture, and the way to the page of one's own voice, hold no text: that somebody was given them their header says."""


@pytest.fixture(scope="module", autouse=True)
def told_before_it_is_set() -> Iterator[None]:
    """What a document would say is looked at as words: compressed into a PDF no mark could be seen in it.

    That the press adds nothing, and loses nothing, is `tests/portal/test_pdf.py`'s.
    """

    async def in_words(sheet: Mapping[str, Any], at: int) -> bytes:
        return json.dumps([sheet, at]).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "printed", in_words)
        yield


def routes(app: Litestar) -> list[tuple[str, str]]:
    """Method and path of every page; what is not the portal's is another test's."""
    found = set()
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                found |= {
                    # A plan's key stands in the model; who speaks is one of three words.
                    (
                        method,
                        route.path.replace("/plans/{key:str}/", "/plans/plan/").replace(
                            "/{whose:str}", "/child"
                        ),
                    )
                    for method in handler.http_methods
                    if method in ("GET", "POST")
                }
    elsewhere = ("/auth", "/calendar/", "/graphql", "/graphiql", "/health", "/look.", "/static")
    return sorted((m, path) for m, path in found if not path.startswith(elsewhere) and "{rest" not in path)


def kind_of(path: str) -> str:
    """What the id in a path names; a new kind of page must say so here."""
    names = _ID.findall(path)
    if path.startswith("/models/"):
        return "model_version"  # two of them, where one is compared with another
    if "/perspective/" in path:
        return "meeting"  # and, where it is corrected, a version that was written for it
    assert len(names) == 1, f"{path}: a page with other ids than one"
    if path.startswith("/perspectives/"):
        return "drawn"
    if path.startswith("/audit/"):
        return "colleague"
    if path.startswith("/meetings/"):
        return "meeting"
    if path.startswith("/emergencies/"):
        return "emergency"
    if path.startswith("/access-requests/"):
        return "access_request"
    if path.startswith("/consents/"):
        return "paper"
    if path.startswith("/underretninger/"):
        return "underretning"
    if path.startswith("/reports/"):
        return "upward_report"
    if path.startswith("/indicators/"):
        return "indicator_period"
    if path.startswith("/imports/"):
        return "intake"
    if path.startswith("/consultations/"):
        return "consultation"
    assert path.startswith(CHILD_PAGES) or names == ["child"], f"{path}: an id of what?"
    return "child"


def targets_of(family: Family, path: str) -> list[Target]:
    """What the id in a path can be, in the states in which its page has something to say."""
    found = family.targets[kind_of(path)]
    if "/perspective" in path and kind_of(path) == "meeting":
        return [target for target in found if target.state == "planned"]  # what is held is told no more
    if path.endswith(("/form.pdf", "/agreements.pdf")):
        return [target for target in found if target.state in ("held", "concluded")]
    return found


def address(path: str, target: Target, family: Family) -> str:
    """The path with its ids: a perspective that is corrected is one of the meeting's."""
    path = (
        path.replace("{version:str}", str(family.targets["drawn"][0].id)) if "/perspective/" in path else path
    )
    return _ID.sub(str(target.id), path)


def own_ids(target: Target, family: Family) -> dict[str, str]:
    """What `address` put in, and what stands there in an address of nothing."""
    return {str(one.id): str(ABSENT) for one in (target, family.targets["drawn"][0])}


def form_for(path: str, form: dict[str, str]) -> dict[str, str]:
    """The form as a page takes it: which of its forms a draft is of, the form itself says."""
    return form | {INSTANCE: "probe"} if path.endswith(("/draft", "/drop-draft")) else form


def form_of(family: Family) -> dict[str, str]:
    """A form that holds every field any page reads, all about one family."""
    ids = {kind: str(targets[0].id) for kind, targets in family.targets.items()}
    return {
        "expectedVersion": "1",
        "textVersion": "1",
        **{name: ids[kind] for name, kind in FIELDS.items()},
        "track": "institution",
        "title": "x",
        "reason": "x",
        "text": "x",
        "what": "x",
        "attempts": "x",
        "toLevel": "4",
        "status": "DONE",
        "answer": "COMING",
        "outcome": "consultative",
        "whose": "PARENT",
        "obtained": "true",
        "type": TYPE,
        "startsAt": "2031-05-06",
        "startsAtTime": "10:00",
        "place": "x",
        "dueOn": "2031-05-06",
        "search": "mk",
        "offer": "course",
        "accepted": "yes",
        "how": "x",
        "checklist": "start",
        "item": "involve",
        "network": "around",
        "value-unknown": "x",
        "handover": "next",
        "basis": "early_prevention",
        "withWhom": "x",
        "why": "x",
        "on": "2026-01-05",
        # No address: where somebody is reached themselves is theirs to change, and stays as it is under all of this.
        "email": "x",
    }


def test_the_form_holds_every_id_that_a_page_reads() -> None:
    portal = Path(services.api.portal.__file__).parent
    read = {
        node.value
        for file in portal.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _READ.fullmatch(node.value)
    }
    assert "problemId" in read
    assert read - NOT_IN_A_FORM <= set(FIELDS), "an id of what? Say so in arguments.KINDS"


def foreign_form(family: Family, who: Who) -> dict[str, str]:
    """The form without what somebody may name though the family is not theirs: a slot is of everyone who works there."""
    form = form_of(family)
    if who.town == family.town:
        for name, kind in FIELDS.items():
            if who.name in (family.targets[kind][0].owners or ()):
                form[name] = str(ABSENT)
    return form


def nothing_of(form: dict[str, str], family: Family) -> dict[str, str]:
    """The same form with ids of nothing."""
    ids = {str(target.id) for targets in family.targets.values() for target in targets}
    return {name: str(ABSENT) if value in ids else value for name, value in form.items()}


def probes(asking: Asking, who: Who) -> Iterator[tuple[str, str, Family]]:
    """Method, path template and a family that is not one's own."""
    for family in asking.village.families.values():
        if family.town != "north" or not asks_about(who, family):
            continue
        if who.town == family.town and (who.name in family.circle or who.name == "dpo"):
            continue
        for method, path in routes(asking.app):
            yield method, path, family


def of_their_office(who: Who, family: Family, target: Target) -> bool:
    """Whether a row is of no family, and somebody's by their office."""
    return target.owners is not None and who.name in target.owners and who.town == family.town


@pytest.mark.parametrize("who", WHO, ids=str)
async def test_a_page_of_anothers_is_a_page_of_nothing(asking: Asking, who: Who) -> None:
    before = await asking.state()
    nothing: dict[tuple[str, str], Said] = {}
    """What is said of an id of nothing: the form of nothing is the same for each family."""
    for method, path, family in probes(asking, who):
        if not _ID.search(path):
            continue
        asked = ASKED_WITH.get(path, "")
        # What a page shows it asks of operations, each of which is asked about every row (`test_operations.py`).
        foreign = [target for target in targets_of(family, path) if not of_their_office(who, family, target)]
        for target in one_of(who, family, f"{method} {path}", foreign):
            form = form_for(path, foreign_form(family, who))
            said = await asking.page(who, method, address(path, target, family) + asked, form)
            if (method, path) not in nothing:
                absent = _ID.sub(str(ABSENT), path) + asked
                nothing[method, path] = await asking.page(who, method, absent, nothing_of(form, family))
            empty = nothing[method, path]
            what = f"{method} {path} of {family.name} {target.state}"
            own = own_ids(target, family) | {
                form[name]: str(ABSENT)
                for name, value in nothing_of(form, family).items()
                if value == str(ABSENT)
            }
            assert alike(said, empty, own), (what, str(who), said.status, empty.status, said.body[-3000:])
            assert said.status < 500, (what, said.body[-3000:])
            assert_own_marks(asking, who, said, what)
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed, f"{who} changed {changed}"


@pytest.mark.parametrize("who", WHO, ids=str)
async def test_a_foreign_id_in_a_form_is_an_id_of_nothing(asking: Asking, who: Who) -> None:
    """Pages without an id in their address take them in the form: a consent, a hold, an agreement."""
    before = await asking.state()
    nothing: dict[str, Said] = {}
    for method, path, family in probes(asking, who):
        if _ID.search(path) or method != "POST" or path in READS_NO_FORM:
            continue
        form = foreign_form(family, who)
        said = await asking.page(who, method, path, form)
        if path not in nothing:
            nothing[path] = await asking.page(who, method, path, nothing_of(form, family))
        empty = nothing[path]
        own = {
            form[name]: str(ABSENT)
            for name, value in nothing_of(form, family).items()
            if value == str(ABSENT)
        }
        assert alike(said, empty, own), (method, path, str(who), family.name)
        assert_own_marks(asking, who, said, path)
    changed = {name for name, sum_ in (await asking.state()).items() if before[name] != sum_}
    assert not changed, f"{who} changed {changed}"


async def test_everyones_own_pages_hold_their_own_marks_alone(asking: Asking) -> None:
    await read_requests(asking.village)
    seen: dict[str, set[str]] = {}
    for who in WHO[1:]:
        for method, path in routes(asking.app):
            if method != "GET":
                continue
            paths = [path]
            if _ID.search(path):
                paths = [
                    address(path, target, family) + ASKED_WITH.get(path, "")
                    for family in asking.village.families.values()
                    if family.town == who.town and (who.name in family.circle or who.name == "dpo")
                    for target in targets_of(family, path)[:3]
                ]
            for one in paths:
                said = await asking.page(who, "GET", one)
                assert said.status < 500, (one, str(who), said.body[-2000:])
                assert_own_marks(asking, who, said, one)
                seen.setdefault(path, set()).update(marks_in(said))
                if path in WORDLESS:
                    header, given = WORDLESS[path]
                    seen[path] |= set(given.findall(dict(said.headers).get(header, "")))
    # The DPO's and the auditor's pages, those of the model and what goes into a calendar hold no text of a child.
    unmarked = ("/oversight", "/models", "/audit")
    blind = {
        path
        for path, marks in seen.items()
        if _ID.search(path) and not marks and not path.startswith(unmarked) and not path.endswith(".ics")
    }
    assert not blind, "these pages showed nobody anything: the probe does not reach them"


async def test_nobody_is_sent_to_the_log_in_from_every_page(asking: Asking) -> None:
    open_to_all = {"/login", "/about/accessibility", "/about/privacy"}
    for method, path in routes(asking.app):
        if path in open_to_all or (method, path) in {("POST", "/language"), ("POST", "/leave")}:
            continue
        said: Any = await asking.page(WHO[0], method, _ID.sub(str(ABSENT), path), {"text": "x"})
        assert not marks_in(said)
        assert said.status in (303, 401, 403, 404, 422), (method, path, said.status)
        if method == "GET":
            assert dict(said.headers)["location"].startswith("/login"), (path, said.status)


async def test_every_page_tells_its_own_people_more(asking: Asking) -> None:
    """The probes can see: for each route with an id there is someone whom the real id answers otherwise than none."""
    blind = []
    for method, path in routes(asking.app):
        if not _ID.search(path):
            continue
        told = False
        for family in asking.village.families.values():
            for name in (
                sorted({*family.circle, "dpo", "administrator", "auditor"})
                if family.town == "south" and not told
                else ()
            ):
                form = form_for(path, form_of(family) | {"expectedVersion": "77"})
                target, asked = targets_of(family, path)[-1], ASKED_WITH.get(path, "")
                who = Who("south", name)
                said = await asking.page(who, method, address(path, target, family) + asked, form)
                empty = await asking.page(who, method, _ID.sub(str(ABSENT), path) + asked, form)
                told = not alike(said, empty, own_ids(target, family))
                if told:
                    break
        if not told and path not in LEAD_ELSEWHERE:
            blind.append((method, path))
    assert not blind
