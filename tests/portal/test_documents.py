"""The pages' documents fit the schema, and every code that they ask for has a word."""

import pytest
from graphql import (
    GraphQLEnumType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    parse,
    validate,
    visit,
)

from services.api.portal.call import page as call
from services.api.portal.consultations import inviting
from services.api.portal.consultations import page as consultations
from services.api.portal.documents import trusted_documents
from services.api.portal.labels import LABELS
from services.api.portal.page import Page
from services.api.portal.routes import PAGES
from services.api.portal.scheduling import page as scheduling
from services.api.portal.series import page as series
from tests.portal.sample import SCHEMA

# Enums that a template decides by and never shows.
NEVER_SHOWN = {"ErrorCode", "FieldKind", "StepKind"}


@pytest.mark.parametrize("name", sorted(trusted_documents()))
def test_a_document_fits_the_schema(name: str) -> None:
    assert not validate(SCHEMA, parse(trusted_documents()[name]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.path} {page.query}")
def test_a_page_and_its_forms_have_their_documents(page: Page) -> None:
    documents = trusted_documents()
    assert f"query {page.query}" in documents[page.query]
    for action in page.actions:
        # One that ends what is one's own takes nothing.
        takes = " {" if action.document in ("EndCalendarFeed", "ForgetBusyTimes") else "("
        assert f"mutation {action.document}{takes}" in documents[action.document]


def test_every_document_is_used() -> None:
    # Pages of several steps hold a query for each; what their last step does is posted by a handler of its own.
    steps = {
        one.query
        for module in (call, consultations, inviting, scheduling, series)
        for one in vars(module).values()
        if isinstance(one, Page)
    }
    used = {page.query for page in PAGES} | {a.document for page in PAGES for a in page.actions}
    used |= {page.smaller for page in PAGES if page.smaller}
    assert set(trusted_documents()) == used | steps | {
        "Frame",
        "CallMeeting",
        "CallConsultation",
        "FixSeries",
        "FindChild",
        # A file is sent, or fetched, by a handler of its own.
        "ImportFile",
        "RecordConsent",
        "ConsentPaper",
        "MeetingFile",
        "ConsultationFile",
        "MeetingPaper",
        "ConsultationPaper",
        "PlanPaper",
        "TellPerspective",
        "PerspectiveDrawing",
        "LoadBusyTimes",
        # The page of those who may say something leads on to each of them.
        "PerspectiveVoices",
        # A copy is read in parts.
        "RequestToCopy",
        "CopyOfOwn",
        "CopyOfChild",
        "CopyOfLog",
        # Whatever page is written on, its drafts are kept in the same way.
        "DraftsOf",
        "SaveDraft",
        "DropDraft",
        # Whom a time is sought with is known before there is a time.
        "PeopleToCall",
        # Many dates are answered for one by one, on the page that comes back.
        "InviteToConsultations",
        "WithdrawFromConsultations",
        # So is what sets a cookie beside, and what shows its secret this once.
        "ChooseContact",
        "MakeCalendarFeed",
    }


def test_every_code_that_is_asked_for_has_a_word() -> None:
    asked: dict[str, GraphQLEnumType] = {}

    class Collect(Visitor):
        def __init__(self, types: TypeInfo) -> None:
            super().__init__()
            self.types = types

        def enter_field(self, *_: object) -> None:
            kind = get_named_type(self.types.get_type())
            if isinstance(kind, GraphQLEnumType):
                asked[kind.name] = kind

    for document in trusted_documents().values():
        types = TypeInfo(SCHEMA)
        visit(parse(document), TypeInfoVisitor(types, Collect(types)))
    assert set(asked) - NEVER_SHOWN == set(LABELS)
    for name, kind in asked.items():
        if name not in NEVER_SHOWN:
            assert set(kind.values) == set(LABELS[name]), name
