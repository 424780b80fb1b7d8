"""The pages of what is told upwards and of the committee's figures, and the file for a spreadsheet."""

import csv
import io

from services.api.portal.indicators.file import as_csv
from tests.portal.conftest import Visit
from tests.portal.inspect_page import text_of
from tests.portal.sample_upward import PERIOD, REPORT, period, report


async def test_a_professional_tells_upwards_from_one_page(leader: Visit) -> None:
    page = await leader.get("/reports")
    sent = await leader.fill(page, "tell-legislation", **{"value-how": "To love siger hver sit"})
    assert sent.status_code == 303
    assert leader.engine.asked[-1] == (
        "ReportUpward",
        {
            "input": {
                "report": "legislation",
                "values": [{"key": "how", "value": "To love siger hver sit"}],
                "keepReason": None,
            }
        },
    )


async def test_a_municipality_without_reports_and_indicators_says_so(leader: Visit) -> None:
    leader.engine.data |= {"reportKinds": [], "indicators": []}
    assert "har ikke noget at melde opad" in (await leader.get("/reports")).body
    assert "har ingen indikatorer" in (await leader.get("/indicators")).body


async def test_it_is_answered_where_it_is_read(leader: Visit) -> None:
    page = await leader.get(f"/reports/{REPORT}")
    assert "Det er en butik." in page.body
    assert (await leader.fill(page, "answer", answer="Vi tager det med")).status_code == 303
    name, variables = leader.engine.asked[-1]
    assert (name, variables["input"]["reportId"], variables["input"]["expectedVersion"]) == (
        "AnswerReport",
        REPORT,
        1,
    )
    leader.engine.data["upwardReport"] = report(
        "ANSWERED", answer="Tak.", answeredAt="2026-11-21T09:00:00Z", answeredBy={"name": "Lone Leder"}
    )
    assert '<form action="/reports' not in (await leader.get(f"/reports/{REPORT}")).body


async def test_a_picture_says_its_numbers_and_the_table_beside_it_too(leader: Visit) -> None:
    page = await leader.get(f"/indicators/{PERIOD}")
    told = text_of(page.main)
    assert "Familien var med: Ja 75 %, Nej 25 %" in told
    assert "for få til at blive vist" in told
    assert "Delene er for små til, at fordelingen kan vises." in told
    assert "4,2" in told
    # What is hidden has no bar: its length would be the number.
    assert page.body.count("rb-chart-part") == 2


async def test_figures_are_entered_judged_and_released(leader: Visit) -> None:
    path = f"/indicators/{PERIOD}"
    page = await leader.get(path)
    filled = {"value": "4,2", "respondents": "412", "source": "Trivselsmålingen"}
    assert (await leader.fill(page, "record-staff", **filled)).status_code == 303
    given = leader.engine.asked[-1][1]["input"]
    assert (given["indicator"], given["value"], given["respondents"]) == ("staff", 4.2, 412)
    bad = {"_form": "record-staff", "indicator": "staff", "value": "4.2.1", "source": "x"}
    wrong = await leader.post(f"{path}/record", bad, status=422)
    assert "Skriv et tal, for eksempel 4,2." in wrong.body
    assert (await leader.fill(page, "judge", judgement="Det går fremad")).status_code == 303
    assert leader.engine.asked[-1][1]["input"]["judgement"] == "Det går fremad"
    assert "/release" not in page.body
    leader.engine.data["indicatorPeriod"] = period(judgement="Det går fremad", waitsFor=[])
    page = await leader.get(path)
    assert (await leader.fill(page, "release")).status_code == 303
    assert leader.engine.asked[-1] == (
        "ReleaseIndicators",
        {"input": {"periodId": PERIOD, "expectedVersion": 3}},
    )


async def test_what_is_released_has_no_form_and_is_a_file(leader: Visit) -> None:
    path = f"/indicators/{PERIOD}/figures.csv"
    await leader.get(path, status=404)
    leader.engine.data["indicatorPeriod"] = period(True)
    page = await leader.get(f"/indicators/{PERIOD}")
    assert f'href="{path}"' in page.body
    assert "/judge" not in page.body


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    """A cell that begins like one is text; numbers are written as the language writes them."""
    released = period(True, judgement="=cmd|' /C calc'!A0; og så videre")
    written = as_csv(released, "da").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written), delimiter=";"))
    assert len({len(row) for row in rows[:-1]}) == 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd|' /C calc'!A0; og så videre" in cells
    assert "4,2" in cells
    assert "for få til at blive vist" in cells
    english = list(csv.reader(io.StringIO(as_csv(released, "en").decode("utf-8-sig"))))
    assert "4.2" in [cell for row in english for cell in row]


async def test_a_family_has_no_such_pages(family: Visit) -> None:
    for path in ("/reports", f"/reports/{REPORT}", "/indicators", f"/indicators/{PERIOD}"):
        await family.get(path, status=404)
    await family.get(f"/indicators/{PERIOD}/figures.csv", status=404)
