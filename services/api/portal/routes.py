"""Every address of the portal. The list is closed: a test holds that each one is tested."""

from collections.abc import Callable, Coroutine, Sequence
from itertools import groupby
from typing import Any, Final

from litestar import Response, Router, get, post
from litestar.exceptions import HTTPException, NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.types import ExceptionHandlersMap

from services.api.auth.renewal import silent_login
from services.api.portal.about import page as about
from services.api.portal.access_log import page as access_log
from services.api.portal.access_requests import copy as access_copy
from services.api.portal.access_requests import page as access_requests
from services.api.portal.action_plan import page as action_plan
from services.api.portal.administration import page as administration
from services.api.portal.agreements import page as agreements
from services.api.portal.around import page as around
from services.api.portal.audit import page as audit
from services.api.portal.calendar import file as calendar_file
from services.api.portal.calendar import page as calendar
from services.api.portal.call import page as call
from services.api.portal.case_version import page as case_version
from services.api.portal.child import page as child
from services.api.portal.child_concern import page as child_concern
from services.api.portal.child_consents import page as child_consents
from services.api.portal.child_consents import upload as consent_upload
from services.api.portal.child_family import page as child_family
from services.api.portal.child_history import page as child_history
from services.api.portal.child_problems import page as child_problems
from services.api.portal.child_work import page as child_work
from services.api.portal.children import page as children
from services.api.portal.consents import page as consents
from services.api.portal.consents import paper as consent_paper
from services.api.portal.consultation import page as consultation
from services.api.portal.consultations import inviting as consultations_inviting
from services.api.portal.consultations import page as consultations
from services.api.portal.contact import page as contact
from services.api.portal.delegations import page as delegations
from services.api.portal.emergencies import page as emergencies
from services.api.portal.error.page import on_fault, on_page_error
from services.api.portal.execution import PageError
from services.api.portal.family_child import page as family_child
from services.api.portal.family_meeting import page as family_meeting
from services.api.portal.forms import Action
from services.api.portal.front import page as front
from services.api.portal.guides import page as guides
from services.api.portal.handovers import page as handovers
from services.api.portal.inbox import page as inbox
from services.api.portal.indicators import file as indicators_file
from services.api.portal.indicators import page as indicators
from services.api.portal.intake import page as intake
from services.api.portal.intake import upload as intake_upload
from services.api.portal.language import PortalRequest
from services.api.portal.look import file as look_file
from services.api.portal.meeting_invite import page as meeting_invite
from services.api.portal.models import page as models
from services.api.portal.operation import page as operation
from services.api.portal.oversight import page as oversight
from services.api.portal.page import Page, act, choose, go_to, keep, show, throw_away
from services.api.portal.pdf import file as pdf_file
from services.api.portal.perspective import drawing as perspective_drawing
from services.api.portal.perspective import page as perspective
from services.api.portal.perspective import telling
from services.api.portal.reports import page as reports
from services.api.portal.scheduling import busy as scheduling_busy
from services.api.portal.scheduling import page as scheduling
from services.api.portal.series import page as series
from services.api.portal.session import page as session
from services.api.portal.staff_meeting import page as staff_meeting
from services.api.portal.today import page as today
from services.api.portal.undelivered import page as undelivered
from services.api.portal.underretning import page as underretning
from services.api.portal.underretninger import page as underretninger
from services.api.portal.who_sees import page as who_sees
from services.api.problems import on_http

PAGES: Final = (
    front.PAGE,
    today.PAGE,
    oversight.FRONT,
    administration.PAGE,
    audit.FRONT,
    audit.PAGE,
    audit.ONE,
    family_meeting.PAGE,
    staff_meeting.PAGE,
    meeting_invite.PAGE,
    perspective.PAGE,
    perspective.CORRECTION,
    action_plan.PAGE,
    consents.PAGE,
    agreements.PAGE,
    inbox.PAGE,
    contact.PAGE,
    calendar.PAGE,
    scheduling_busy.PAGE,
    scheduling.ASKED,
    scheduling.FIND,
    access_log.PAGE,
    access_requests.OWN,
    access_requests.ALL,
    access_requests.ONE,
    emergencies.ALL,
    emergencies.ONE,
    delegations.PAGE,
    undelivered.PAGE,
    undelivered.IN_OFFICE,
    operation.PAGE,
    who_sees.PAGE,
    children.PAGE,
    child.PAGE,
    child_problems.PAGE,
    child_work.PAGE,
    child_family.PAGE,
    child_history.PAGE,
    child_concern.PAGE,
    family_child.PAGE,
    around.PAGE,
    child_consents.PAGE,
    handovers.PAGE,
    guides.LIST,
    guides.PAGE,
    guides.DIRECTORY,
    consultations.PAGE,
    consultation.PAGE,
    series.PAGE,
    reports.ALL,
    reports.ONE,
    indicators.ALL,
    indicators.ONE,
    underretninger.PAGE,
    underretning.PAGE,
    oversight.PAGE,
    oversight.HOLDS,
    case_version.PAGE,
    intake.ALL,
    intake.ONE,
    intake.ERRORS,
    intake.CHANGES,
    models.ALL,
    models.ONE,
    models.SINCE,
    models.DOCUMENT,
    models.MESSAGES,
    models.MESSAGES_OF,
)

Handler = Callable[[PortalRequest], Coroutine[Any, Any, Response[Any]]]
FORM_BYTES: Final = 512 * 1024


def _showing(pages: Sequence[Page]) -> Handler:
    async def shown(request: PortalRequest) -> Response[Any]:
        if onward := silent_login(request):
            return go_to(onward)
        return await show(request, await choose(request, pages))

    return shown


def _acting(page: Page, action: Action) -> Handler:
    async def acted(request: PortalRequest) -> Response[Any]:
        return await act(request, page, action)

    return acted


def _keeping(
    page: Page, what: Callable[[PortalRequest, Page], Coroutine[Any, Any, Response[Any]]]
) -> Handler:
    async def kept(request: PortalRequest) -> Response[Any]:
        return await what(request, page)

    return kept


async def _unknown() -> None:
    raise NotFoundException


def _handlers() -> list[HTTPRouteHandler]:
    by_path = sorted(PAGES, key=lambda page: page.path)
    made: list[HTTPRouteHandler] = [
        get(path, status_code=200)(_showing(tuple(pages)))
        for path, pages in groupby(by_path, key=lambda page: page.path)
    ]
    made += [
        post(f"{page.path.rstrip('/')}/{action.path}", status_code=200)(_acting(page, action))
        for page in PAGES
        for action in page.actions
    ]
    made += [
        post(f"{page.path.rstrip('/')}/{segment}", status_code=200)(_keeping(page, what))
        for page in (*PAGES, call.START)
        if page.keeps is not None
        for segment, what in (("draft", keep), ("drop-draft", throw_away))
    ]
    made += [
        post("/children", status_code=200)(children.search),
        post("/underretninger/find", status_code=200)(underretninger.find),
        post(consent_upload.PATH, status_code=200, request_max_body_size=consent_upload.UPLOAD_BYTES)(
            consent_upload.record
        ),
        get(consent_paper.PATH, status_code=200)(consent_paper.paper),
        get(access_copy.PAGE, status_code=200)(access_copy.page),
        get(access_copy.FILE, status_code=200)(access_copy.file),
        get(access_copy.LOG, status_code=200)(access_copy.log),
        get(perspective.OWN)(perspective.own),
        post(telling.PATH, status_code=200, request_max_body_size=telling.UPLOAD_BYTES)(telling.tell),
        post(telling.CORRECTING, status_code=200, request_max_body_size=telling.UPLOAD_BYTES)(
            telling.correct
        ),
        get(perspective_drawing.PATH, status_code=200)(perspective_drawing.drawing),
        get(indicators_file.PATH, status_code=200)(indicators_file.figures),
        get(calendar_file.OF_MEETING, status_code=200)(calendar_file.meeting),
        get(calendar_file.OF_CONSULTATION, status_code=200)(calendar_file.consultation),
        *(get(path, status_code=200)(given) for path, given in pdf_file.FILES.items()),
        post(f"{calendar.PAGE.path}/make", status_code=200)(calendar.make),
        post(
            f"{scheduling_busy.PAGE.path}/load",
            status_code=200,
            request_max_body_size=scheduling_busy.UPLOAD_BYTES,
        )(scheduling_busy.load),
        get(scheduling.TO_CALL.path, status_code=200)(scheduling.find_to_call),
        post(scheduling.TO_CALL.path, status_code=200)(scheduling.find_with),
        get(call.START.path)(call.start),
        post(call.START.path, status_code=200)(call.call),
        post(f"{call.START.path}/plan", status_code=200)(call.plan),
        get(consultations.NEW.path)(consultations.start),
        get(consultations_inviting.ALL.path)(consultations_inviting.start),
        post(consultations_inviting.ALL.path, status_code=200)(consultations_inviting.invite),
        post(f"{consultations_inviting.ALL.path}/withdraw", status_code=200)(consultations_inviting.withdraw),
        post(consultations.NEW.path, status_code=200)(consultations.call),
        get(series.NEW.path)(series.start),
        post(series.NEW.path, status_code=200)(series.fix),
        post("/imports", status_code=200, request_max_body_size=intake_upload.UPLOAD_BYTES)(
            intake_upload.upload
        ),
        post(f"{who_sees.PAGE.path}/find", status_code=200)(who_sees.find),
        post(f"{access_log.PAGE.path}/then", status_code=200)(access_log.then),
        post("/oversight/find", status_code=200)(oversight.find),
        get("/login")(session.login),
        get("/capacity")(session.capacities),
        get("/stay")(session.stay),
        post("/language", status_code=200)(session.choose_language),
        post(f"{contact.PAGE.path}/choose", status_code=200)(contact.choose),
        post("/leave", status_code=200)(session.leave),
        get("/about/accessibility")(about.accessibility),
        get("/about/privacy")(about.privacy),
        get(look_file.STYLE, status_code=200)(look_file.style),
        get(look_file.LOGO, status_code=200)(look_file.logo),
        get("/{rest:path}")(_unknown),
    ]
    return made


HANDLERS: Final[ExceptionHandlersMap] = {
    PageError: on_page_error,
    HTTPException: on_http,
    Exception: on_fault,
}

portal_routes: Final = [
    Router(
        "/",
        route_handlers=_handlers(),
        exception_handlers=HANDLERS,
        include_in_schema=False,
        request_max_body_size=FORM_BYTES,
    )
]
