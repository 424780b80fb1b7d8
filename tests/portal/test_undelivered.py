"""What did not arrive, and how it all goes, on their pages."""

from tests.portal.conftest import Visit, browser
from tests.portal.inspect_page import text_of
from tests.portal.sample_undelivered import LOST, channel, lost, operation, sweep


async def test_who_answers_for_it_reads_why_and_does_something(leader: Visit) -> None:
    page = await leader.get("/undelivered")
    told = text_of(page.main)
    assert "Beskeden til Aase Prøve kom ikke frem" in told
    assert "en, hvis navn du ikke må se" in told
    assert "Ringet til mor, der har fået ny adresse." in told, "what was written of one that is settled"
    settled = {"resolution": "TOLD_OTHERWISE", "why": "Fortalt ved hoveddøren."}
    for form, sent, asked in (
        ("again", {}, {"resolution": "SENT_AGAIN"}),
        ("settle", settled, settled),
        ("settle", {"resolution": "NOT_NEEDED"}, {"resolution": "NOT_NEEDED", "why": ""}),
    ):
        assert (await leader.fill(page, f"{form}-{LOST}", **sent)).status_code == 303
        assert leader.engine.asked[-1] == ("DealWithUndelivered", {"input": {"undeliveredId": LOST, **asked}})


async def test_it_stands_on_the_page_of_the_meeting_and_of_the_child(leader: Visit) -> None:
    for at in ("meeting", "child"):
        leader.engine.data[at] |= {"undelivered": [lost()]}
        page = await leader.get(f"/{at}s/x" if at == "meeting" else "/children/x")
        assert "Beskeden til Aase Prøve kom ikke frem" in text_of(page.main)
        assert f'href="/undelivered#undelivered-{LOST}"' in page.body
        leader.engine.data[at] |= {"undelivered": []}
        page = await leader.get(f"/{at}s/x" if at == "meeting" else "/children/x")
        assert "kom ikke frem" not in text_of(page.main)


async def test_after_an_outage_an_administrator_sends_a_group_or_a_time_again() -> None:
    async for administrator in browser("ADMINISTRATOR"):
        page = await administrator.get("/undelivered")
        told = text_of(page.main)
        assert "550" in told
        assert "700" in told
        assert "Aase" not in told
        assert (await administrator.fill(page, "resend-mail-refused")).status_code == 303
        assert administrator.engine.asked[-1] == (
            "ResendUndelivered",
            {
                "input": {
                    "since": "2026-11-19T09:00:00Z",
                    "until": "2026-11-20T09:00:00Z",
                    "channel": "mail",
                    "reason": "refused",
                }
            },
        )
        moments = {"since": "2026-11-19", "sinceTime": "08:00", "until": "2026-11-20", "untilTime": "08:00"}
        assert (await administrator.fill(page, "resend-since", **moments)).status_code == 303
        assert administrator.engine.asked[-1][1]["input"]["since"] == "2026-11-19T07:00:00Z"
        assert (await administrator.fill(page, "resend-since", **moments | {"since": ""})).status_code == 422


async def test_the_dpo_reads_and_does_nothing(dpo: Visit) -> None:
    assert '<form action="/undelivered' not in (await dpo.get("/undelivered")).body
    assert "Drift" in text_of((await dpo.get("/administration/operation")).main)


async def test_the_picture_of_how_it_goes_has_its_numbers_beside_it() -> None:
    async for administrator in browser("ADMINISTRATOR"):
        page = await administrator.get("/administration/operation")
        told = text_of(page.main)
        for words in ("25 timer", "for længe", "for sent", "ikke endnu", "Beskeder har ventet for længe"):
            assert words in told, words
        assert page.body.count('class="rb-late"') == 1
        administrator.engine.data["operation"] = operation() | {
            "channels": [channel("mail", oldestSeconds=None, due=0)],
            "sweeps": [sweep("audit")],
        }
        page = await administrator.get("/administration/operation")
        assert "Alt kører, som det skal." in text_of(page.main)
        assert "rb-late" not in page.body


async def test_a_professional_has_no_page_of_how_it_goes(leader: Visit) -> None:
    await leader.get("/administration/operation", 404)
