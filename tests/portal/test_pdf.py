"""Documents: accessible whatever stands in them, what people wrote shown and never obeyed, nobody named in a file's name."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.api.portal.execution import PageError
from services.api.portal.pdf import press, printing
from services.api.portal.pdf.glyphs import UNKNOWN, font_directories, printable
from services.api.portal.pdf.sheet import Sheet, Words
from services.core.errors import ErrorCode
from tests.portal.conftest import HOST, Visit
from tests.portal.inspect_pdf import Printed, inspect_pdf
from tests.portal.sample_meeting import CHILD, MEETING, STAFF, form_field
from tests.portal.sample_without_names import CONSULTATION

LOGO = (Path(__file__).parents[2] / "tenants" / "randers" / "logo.svg").read_text(encoding="utf-8")
LOOK = {"name": "Eksempel Kommune", "colour": "#0a4a6b", "address": "", "logo": LOGO, "today": "2026-11-23"}
HOSTILE = (
    '#read("/etc/passwd")',
    "#sys.inputs",
    "$ x^2 $ ] } ) #[",
    '#import "@preview/cetz:0.3.0": *',
    "*fed* _kursiv_ = overskrift",
    "\\u{41} \\ // /* */ `raw` <label> @ref ~ ---",
    '#image("http://example.org/x.png") https://example.org',
)
UNUSUAL = (
    "\x00\x07\x1b[31m \u202eomvendt\u202c 🎉👨\u200d👩\u200d👧 漢字 \ue000\U0010ffff\ufeff"
    " e\u0301\u0323\u0489 a\u20dd שלום Ніна Ñandú"
)


async def fetched(visit: Visit, path: str) -> Printed:
    """A document, held to the rules of a file and of a document."""
    answer = await visit.client.get(path)
    assert answer.status_code == 200, answer.text[-2000:]
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    name = path.split("?", maxsplit=1)[0].rsplit("/", 1)[1]
    assert answer.headers["content-disposition"] == f'inline; filename="{name}"'
    printed = inspect_pdf(answer.content)
    assert "Alma" not in printed.raw, "somebody is named in the file's properties"
    return printed


def plan(**more: Any) -> dict[str, Any]:
    return {
        "id": "plan1",
        "problemId": None,
        "document": "action_plan",
        "name": "Handleplan",
        "version": 1,
        "writtenAt": "2026-11-20T09:00:00Z",
        "writtenBy": STAFF,
        "completedAt": None,
        "sentAt": None,
        "fields": [form_field("goal", "LONG_TEXT", value="Mere ro i klassen.")],
        **more,
    }


async def test_a_meeting_s_agenda_has_times_people_and_reasons(leader: Visit) -> None:
    leader.engine.data["tenant"]["logo"] = LOGO
    agenda = await fetched(leader, f"/meetings/{MEETING}/agenda.pdf")
    assert agenda.title == "Dagsorden: Tværfagligt netværksmøde"
    assert (agenda.language, agenda.direction, agenda.pages) == ("da", "/L2R", 1)
    for told in (
        "Alma",
        "Møllevangskolen",
        "10.30 Lektier fra familien",
        "Lis Lærer",
        "Kirsten Ravn Områdeleder",
        "Side 1 af 1",
    ):
        assert told in agenda.text, agenda.text
    assert agenda.tags.count("Figure") == 1


async def test_a_form_is_told_filled_or_with_room_to_write_in(leader: Visit) -> None:
    leader.engine.data["meeting"]["form"]["fields"] += [
        form_field("hidden", "CHOICE", value="a", visibleToFamily=False)
    ]
    filled = await fetched(leader, f"/meetings/{MEETING}/form.pdf")
    for told in ("Det gule skema", "Mere ro i klassen.", "Skemaet er ikke gjort færdigt.", "Fagpersoners"):
        assert told in filled.text, filled.text
    # A child's words that the parents may not read make it the professionals' own as well; so do a parent's, which the
    # other parent may not read. What the form takes from elsewhere is not called unanswered.
    leader.engine.data["meeting"]["form"]["fields"][-1] = form_field("taken", "TEXT", knownAlready=True)
    for whose, shown in (("CHILD", True), ("CHILD", False), ("PARENT", False)):
        leader.engine.data["meeting"]["perspectives"][0] |= {"whose": whose, "forParents": shown}
        again = await fetched(leader, f"/meetings/{MEETING}/form.pdf")
        assert ("Fagpersoners udgave" in again.text) is not shown, again.text
        assert "taken" not in again.text, again.text
    blank = await fetched(leader, f"/meetings/{MEETING}/form.pdf?blank=yes")
    assert "Tomt skema" in blank.text
    assert "Mere ro" not in blank.text
    # A blank one lies on the table: there is room where words stand that not all there may read.
    taken = form_field("taken", "LONG_TEXT", knownAlready=True, value="Mor ved det ikke.")
    leader.engine.data["meeting"]["form"]["fields"][-1] = taken
    for whose, shown in (("CHILD", True), ("CHILD", False), ("PARENT", False)):
        leader.engine.data["meeting"]["perspectives"][0] |= {"whose": whose, "forParents": shown}
        again = await fetched(leader, f"/meetings/{MEETING}/form.pdf?blank=yes")
        assert ("Mor ved det ikke." in again.text) is shown, again.text
    leader.engine.data["meeting"]["form"] = None
    await leader.get(f"/meetings/{MEETING}/form.pdf", status=404)


async def test_agreements_come_after_the_meeting(leader: Visit) -> None:
    await leader.get(f"/meetings/{MEETING}/agreements.pdf", status=404)
    leader.engine.data["meeting"] |= {
        "status": "CONCLUDED",
        "outcome": {
            "text": "Vi fortsætter.",
            "reason": "Det virker.",
            "movesTo": None,
            "followUpBy": "2027-01-15",
            "nextType": None,
            "proposed": [],
            "reasons": [],
        },
    }
    agreed = await fetched(leader, f"/meetings/{MEETING}/agreements.pdf")
    for told in ("Hvad Hvem gør det? Senest Tilstand", "Vi fortsætter.", "Det virker.", "15. januar 2027"):
        assert told in agreed.text, agreed.text


async def test_a_family_has_its_own_page_on_paper_and_no_more(family: Visit) -> None:
    meeting = family.engine.data["meeting"]
    agenda = await fetched(family, f"/meetings/{MEETING}/agenda.pdf")
    assert meeting["problem"]["title"] not in agenda.text
    assert "Afventer samtykke" not in agenda.text
    for path in ("form.pdf", "form.pdf?blank=yes", "agreements.pdf"):
        await family.get(f"/meetings/{MEETING}/{path}", status=404)
    for path in ("agenda.pdf", "form.pdf"):
        await family.get(f"/consultations/{CONSULTATION}/{path}", status=404)
    meeting["status"] = "HELD"
    form = await fetched(family, f"/meetings/{MEETING}/form.pdf")
    assert "Mere ro i klassen." in form.text
    assert "Ikke udfyldt" not in form.text
    await family.get(f"/meetings/{MEETING}/form.pdf?blank=yes", status=404)
    family.client.cookies.set("rundbord_language", "en", domain=HOST)
    english = await fetched(family, f"/meetings/{MEETING}/agreements.pdf")
    assert (english.language, english.title) == ("en", "Agreements: Tværfagligt netværksmøde")
    assert "Page 1 of 1" in english.text


async def test_a_green_form_and_a_plan(leader: Visit) -> None:
    green = await fetched(leader, f"/consultations/{CONSULTATION}/form.pdf?blank=yes")
    assert "Ingen børn nævnes ved navn." in green.text
    await fetched(leader, f"/consultations/{CONSULTATION}/agenda.pdf")
    leader.engine.data["child"]["actionPlans"] = [plan(), plan(document="other", writtenAt=None)]
    path = f"/children/{CHILD}/plans/{{}}/plan.pdf"
    assert "Mere ro i klassen." in (await fetched(leader, path.format("action_plan"))).text
    assert "Tomt skema" in (await fetched(leader, path.format("other") + "?blank=yes")).text
    for key in ("other", "unknown"):
        await leader.get(path.format(key), status=404)


@pytest.mark.parametrize("page", [f"/meetings/{MEETING}", f"/consultations/{CONSULTATION}"])
async def test_each_link_of_a_page_leads_to_a_document(leader: Visit, page: str) -> None:
    shown = await leader.get(page)
    links = [link.get("href", "") for link in shown.all("a") if ".pdf" in link.get("href", "")]
    assert len(links) > 1
    for link in links:
        assert (await leader.client.get(link)).status_code == 200, link


async def test_what_people_write_is_shown_and_never_obeyed(leader: Visit) -> None:
    meeting = leader.engine.data["meeting"]
    meeting["place"] = HOSTILE[0]
    meeting["agenda"][0]["text"] = HOSTILE[1]
    meeting["form"]["fields"] = [
        form_field("f", "LONG_TEXT", value="\n".join([*HOSTILE, UNUSUAL])),
        form_field("l", "LIST", value="\n".join(HOSTILE)),
    ]
    form = await fetched(leader, f"/meetings/{MEETING}/form.pdf")
    for told in HOSTILE:
        assert form.text.count(" ".join(told.split())) >= 2, told
    assert "root:" not in form.text
    for told in (UNKNOWN, "omvendt", "Ніна", "Ñandú", "står for et tegn"):
        assert told in form.text, told
    assert form.text.count("Link") == 0


def sheet(text: str, language: str = "da") -> dict[str, Any]:
    made = Sheet(Words(language), "Prøve", above=text[:80], below=(text[:80],))
    made.heading("Først")
    made.text(text)
    made.facts(("Navn", text))
    made.points("Punkter", [text])
    made.table("Tabel", {"A": 0, "B": 1}, [[text, text]])
    made.answers([form_field("f", "LONG_TEXT", value=text)])
    return made.done(LOOK)[0]


@settings(max_examples=6, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=30, max_size=120))
async def test_no_text_is_unprintable(text: str) -> None:
    inspect_pdf(await printing.printed(sheet(text), 0))


async def test_other_scripts_and_emoji_are_printed() -> None:
    """What families in Denmark write in, and what young people write with; Chinese alone has no font here."""
    told = "🎉 👍 שלום ሰላም გამარჯობა Բարեւ 漢字"
    printed = inspect_pdf(await printing.printed(sheet(told), 0))
    for word in told.split()[:-1]:
        assert word in printed.text or word[::-1] in printed.text, word
    assert UNKNOWN in printed.text
    assert len(font_directories("Dansk og العربية")) < len(font_directories("🎉")), (
        "who needs none pays for none"
    )


def test_a_character_without_a_sign_is_told_once_and_a_word_can_be_broken() -> None:
    assert printable("漢字 og ord") == f"{UNKNOWN} og ord"
    assert printable("a\x00\u202eb\r\nc\td") == "ab\nc d"
    assert max(map(len, printable("x" * 500).split("\u200b"))) == 60
    assert printable("می\u200cخواهم") == "می\u200cخواهم"


async def test_arabic_runs_from_right_to_left_and_danish_in_it_does_not() -> None:
    made = sheet("Emma går i 3. klasse.\nمرحبا بكم في الاجتماع.") | {"language": "ar", "rtl": True}
    printed = inspect_pdf(await printing.printed(made, 0))
    assert (printed.language, printed.direction) == ("ar", "/R2L")
    assert "Emma går i 3. klasse." in printed.text


async def test_a_document_is_bound_in_length_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PageError) as long:
        await printing.printed(sheet("ord " * 60_000), 0)
    assert long.value.code is ErrorCode.LIMIT_EXCEEDED
    monkeypatch.setattr(printing, "SECONDS", 0.01)
    with pytest.raises(PageError) as slow:
        await printing.printed(sheet("ord"), 0)
    assert slow.value.code is ErrorCode.LIMIT_EXCEEDED
    monkeypatch.setattr(printing, "WAITING", 0)
    with pytest.raises(PageError) as many:
        await printing.printed(sheet("ord"), 0)
    assert many.value.code is ErrorCode.UNAVAILABLE


async def test_who_prints_holds_up_nobody_else(leader: Visit) -> None:
    """The event loop goes on while a document is set."""
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.005)
            beats += 1

    beating = asyncio.create_task(beat())
    began = time.monotonic()
    await printing.printed(sheet("ord " * 2_000), 0)
    took = time.monotonic() - began
    beating.cancel()
    assert beats > took * 20


def test_the_press_is_bound_by_the_system_and_inherits_no_setting() -> None:
    assert set(printing._ENVIRONMENT) & set(os.environ) <= {"LC_ALL", "RAYON_NUM_THREADS"}
    assert not any("RUNDBORD" in name for name in printing._ENVIRONMENT)
    assert press.MEMORY_BYTES <= 1 << 30
    assert press.CPU_SECONDS < printing.SECONDS
    ended, made = printing._run(b'{"parent": 1, "fonts": [], "sheet": {}, "at": 0, "format": "pdf"}')
    assert (ended, made) == (press.FAILED, b""), "a press whose api is gone goes too"
