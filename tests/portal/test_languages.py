"""Who is offered which language, and what a page in another script says of its Danish parts."""

import pytest

from services.api.graphql.consent.types import as_read
from services.api.portal.about.page import period_in
from services.api.portal.language import NAMES
from services.api.portal.parts import told_apart
from services.core.tenancy.language import Period, Text, Unit
from tests.portal.conftest import HOST, Visit


async def test_a_professional_is_not_offered_a_language_for_families(family: Visit, leader: Visit) -> None:
    for visit, offered, shown in ((family, ["da", "en", "ar"], "ar"), (leader, ["da", "en"], "da")):
        visit.client.cookies.set("rundbord_language", "ar", domain=HOST)
        page = await visit.get("/")
        assert [one.get("lang") for one in page.all("button") if one.get("lang")] == offered
        assert page.tree.get("lang") == shown
    # What one says yes to is Danish: said once, before the answer.
    consents = (await family.get("/consents")).body
    assert consents.count("نص الموافقة مكتوب باللغة الدنماركية") == 1
    assert consents.index("نص الموافقة") < consents.index('action="/consents/give"')
    family.client.cookies.set("rundbord_language", "en", domain=HOST)
    assert "is in Danish" not in (await family.get("/consents")).body
    leader.engine.data["viewer"]["language"] = "en"
    assert (await leader.get("/")).tree.get("lang") == "en"
    assert (await leader.get("/about/privacy")).tree.get("lang") == "en"


def test_a_period_is_said_in_every_language() -> None:
    month = Period(count=30, unit=Unit.DAYS)
    assert [period_in(month, one) for one in NAMES] == ["30 dage", "30 days", "30 يومًا"]


def test_what_one_says_yes_to_is_read_in_one_s_own_language_unless_it_was_put_otherwise() -> None:
    text = Text(da="At hjælpen går i gang", en="That the help begins")
    assert as_read("At hjælpen går i gang", text, "en") == "That the help begins"
    assert as_read("Kun om skolen", text, "en") == "Kun om skolen"
    assert as_read("", Text(), "en") is None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<p>\n Tal & lyt. </p>", '<p>\n <bdi lang="da">Tal &amp; lyt.</bdi> </p>'),
        ("<p>Barnet er på niveau 3.</p>", '<p><bdi lang="da">Barnet er på niveau 3.</bdi></p>'),
        (
            "<p>مع Mette &lt;3 Ås (SFO), 23 نوفمبر 2026</p>",
            '<p>مع <bdi lang="da">Mette &lt;3 Ås (SFO)</bdi>, 23 نوفمبر 2026</p>',
        ),
        (
            "<p>(PDF) هاتف 12 34 56 78.</p>",
            '<p>(<bdi lang="da">PDF</bdi>) هاتف <bdi dir="ltr">12 34 56 78</bdi>.</p>',
        ),
        ('<a title="a > b">مرحبا</a>', '<a title="a > b">مرحبا</a>'),
        ('<b lang="en"><b>In</b>side</b>', '<b lang="en"><b>In</b>side</b>'),
        ("<option value=x>Møde</option>", '<option value=x lang="da">Møde</option>'),
        ("<textarea>Hej</textarea><title>Hej</title>", "<textarea>Hej</textarea><title>Hej</title>"),
        ("<p>23 نوفمبر 2026، 10:00–11:00</p>", "<p>23 نوفمبر 2026، 10:00–11:00</p>"),
    ],
)
def test_danish_is_told_apart_on_an_arabic_page(written: str, told: str) -> None:
    assert told_apart(f"{written}<i></i>") == f"{told}<i></i>"
