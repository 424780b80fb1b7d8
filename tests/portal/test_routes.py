"""What holds for the portal as a whole: every address is tested, no post comes from elsewhere, errors are pages."""

import re

import pytest

from services.api.portal.pdf.file import FILES as DOCUMENTS
from services.api.portal.routes import PAGES, portal_routes
from services.core.errors import ErrorCode
from tests.portal.conftest import Visit
from tests.portal.reached import REACHED
from tests.portal.sample_access import REQUEST
from tests.portal.sample_around import GUIDE
from tests.portal.sample_data import CHILD, LOOKER, MEETING, UNDERRETNING
from tests.portal.sample_glass import EMERGENCY
from tests.portal.sample_intake import IMPORT
from tests.portal.sample_model import OLDER, VERSION
from tests.portal.sample_upward import PERIOD, REPORT
from tests.portal.sample_views import SAID
from tests.portal.sample_without_names import CONSULTATION
from tests.portal.test_browser import EVERY

_ID = re.compile(
    "|".join(
        (
            CHILD,
            LOOKER,
            MEETING,
            UNDERRETNING,
            VERSION,
            OLDER,
            CONSULTATION,
            REPORT,
            PERIOD,
            GUIDE,
            EMERGENCY,
            IMPORT,
            REQUEST,
            SAID,
            "(?<=perspective/)(?:child|parent|professional)",
        )
    )
)
ROUTES = sorted(
    (method, path)
    for router in portal_routes
    for route in router.routes
    for path in [route.path_format]
    for method in route.methods - {"OPTIONS"}
)


def test_the_list_of_addresses() -> None:
    """A new address is a decision: it is written here."""
    assert {path for _, path in ROUTES} == {
        "/",
        "/about/accessibility",
        "/about/privacy",
        "/access-log/{child}",
        "/access-log/{child}/then",
        "/access-requests",
        "/access-requests/{id}",
        "/access-requests/{id}/copy",
        "/access-requests/{id}/copy.json",
        "/access-requests/{id}/log.json",
        "/agreements",
        "/audit",
        "/audit/{staff}",
        "/capacity",
        "/children",
        "/children/{id}",
        "/children/{id}/around",
        "/children/{id}/family",
        "/children/{id}/history",
        "/children/{id}/problems",
        "/children/{id}/underret",
        "/children/{id}/work",
        "/children/{id}/consents",
        "/children/{id}/consents/record",
        "/children/{id}/call",
        "/children/{id}/call/plan",
        "/children/{id}/version",
        "/consents",
        "/consents/{id}/paper",
        "/consultations",
        "/consultations/invite",
        "/consultations/invite/withdraw",
        "/consultations/new",
        "/consultations/{id}",
        "/delegations",
        "/directory",
        "/emergencies",
        "/emergencies/{id}",
        "/who-sees",
        "/who-sees/find",
        "/imports",
        "/imports/{id}",
        "/imports/{id}/changes",
        "/imports/{id}/errors",
        "/guides",
        "/guides/{key}",
        "/handovers",
        "/inbox",
        "/language",
        "/leave",
        "/login",
        "/look.css",
        "/look.svg",
        "/meetings/{id}",
        "/meetings/{id}/invite",
        "/meetings/{id}/perspective",
        "/meetings/{id}/perspective/{whose}",
        "/meetings/{id}/perspective/{whose}/tell",
        "/meetings/{id}/perspective/{whose}/{version}",
        "/meetings/{id}/perspective/{whose}/{version}/tell",
        "/perspectives/{id}/drawing",
        "/children/{id}/plans",
        "/models",
        "/models/{id}",
        "/models/{id}/document",
        "/models/{id}/messages",
        "/administration/messages",
        "/administration/operation",
        "/models/{id}/since/{before}",
        "/oversight",
        "/reports",
        "/reports/{id}",
        "/indicators",
        "/indicators/{id}",
        "/indicators/{id}/figures.csv",
        "/children/{id}/find-a-time",
        "/meetings/{id}/find-a-time",
        "/meetings/{id}/times",
        "/me/calendar/busy",
        "/me/calendar/busy/load",
        "/me/calendar",
        "/me/calendar/make",
        "/me/contact",
        "/me/contact/choose",
        "/meetings/{id}/calendar.ics",
        *(path.replace(":str", "") for path in DOCUMENTS),
        "/consultations/{id}/calendar.ics",
        "/series",
        "/series/new",
        "/undelivered",
        "/undelivered/again",
        "/undelivered/close",
        "/undelivered/resend",
        "/undelivered/resend-since",
        "/undelivered/send",
        "/undelivered/settle",
        "/stay",
        "/underretninger",
        "/underretninger/find",
        "/underretninger/{id}",
        "/oversight/find",
        "/oversight/{id}",
        "/{rest}",
    } | {
        f"{page.path.rstrip('/')}/{action.path}".replace(":str", "")
        for page in PAGES
        for action in page.actions
    } | {
        # Pages on which what is written is kept.
        f"{page}/{what}"
        for page in ("/children/{id}/call", "/children/{id}/plans", "/children/{id}/work", "/meetings/{id}")
        for what in ("draft", "drop-draft")
    }


def test_every_page_is_looked_at_in_a_browser() -> None:
    looked_at = {_ID.sub("{}", path.split("?")[0]) for _, path in EVERY}
    looked_at |= {path.replace("*", "{}") for path in REACHED}
    pages = {re.sub(r"{\w+}", "{}", path) for method, path in ROUTES if method == "GET"}
    # Whatever has no route is `/{rest}`; these two need the real login: test_real.py looks at them.
    # A file is no page.
    files = {
        "/access-requests/{}/copy.json",
        "/access-requests/{}/log.json",
        "/indicators/{}/figures.csv",
        "/consents/{}/paper",
        "/look.css",
        "/look.svg",
    }
    files |= {re.sub(r"{[\w:]+}", "{}", path) for path in DOCUMENTS}
    # On to the page of whoever asks; a picture.
    files |= {"/meetings/{}/perspective", "/perspectives/{}/drawing"}
    files |= {f"/{of}/{{}}/calendar.ics" for of in ("meetings", "consultations")}
    assert pages - files - {"/{}", "/login", "/capacity"} <= looked_at


POSTS = [path.replace("{id}", CHILD) for method, path in ROUTES if method == "POST"]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "http://eksempel.test.elsewhere.example", "", "http://"]
)
async def test_a_post_from_elsewhere_does_nothing(leader: Visit, path: str, origin: str) -> None:
    response = await leader.send(path, {"_form": "x"}, origin=origin)
    assert response.status_code == 403
    assert leader.engine.asked == []


async def test_a_post_without_origin_needs_the_browser_s_word(leader: Visit) -> None:
    page = await leader.get(f"/meetings/{MEETING}")
    path, values = page.action("send-agenda"), page.values("send-agenda")
    assert (await leader.client.post(path, data=values)).status_code == 403
    own = await leader.client.post(path, data=values, headers={"sec-fetch-site": "same-origin"})
    assert own.status_code == 303


@pytest.mark.parametrize("path", ["/", "/inbox", f"/meetings/{MEETING}", f"/children/{CHILD}"])
async def test_who_is_not_logged_in_is_led_to_the_login_and_back(leader: Visit, path: str) -> None:
    leader.engine.refuses["*"] = ErrorCode.UNAUTHENTICATED
    response = await leader.client.get(path)
    assert response.status_code == 303
    assert response.headers["location"] == "/login?next=" + path.replace("/", "%2F")
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "code", sorted(set(ErrorCode) - {ErrorCode.UNAUTHENTICATED, ErrorCode.STEP_UP_REQUIRED})
)
async def test_every_error_is_a_page_of_its_own_words(leader: Visit, code: ErrorCode) -> None:
    leader.engine.refuses["*"] = code
    page = await leader.get("/inbox", status=code.status)
    assert ("Fejlens nummer" in page.body) == (code is ErrorCode.INTERNAL)


async def test_an_unknown_address_is_a_page(leader: Visit) -> None:
    assert (await leader.get("/nothing/here", status=404)).h1 == "Siden findes ikke"


async def test_a_fault_of_ours_tells_nothing(leader: Visit) -> None:
    leader.engine.data["meeting"] = {"id": object()}
    page = await leader.get(f"/meetings/{MEETING}", status=500)
    assert "object" not in page.body


async def test_public_pages_need_no_session(family: Visit) -> None:
    family.engine.refuses["*"] = ErrorCode.UNAUTHENTICATED
    for path in ("/about/accessibility", "/about/privacy"):
        assert "Kommunen har ansvaret" in (await family.get(path)).body
