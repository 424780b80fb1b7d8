"""The main job of issue 2 in a real browser without JavaScript, from the first log-in to a consent taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.acceptance.browser import DESK, PHONE, chromium, heading, press, someone, unfold
from tests.acceptance.conftest import System, words_of

TENANT = "randers"
PLACE = "Mødelokale 4 ved kontoret"
TELLING = ("Storm", "Bøgeskov", "etværksmøde", "Mødelokale")
"""What no mail may hold: the child, the kind of meeting, the place."""


@dataclass
class Cast:
    """Everyone's browser, and what the journey leaves behind for the next step."""

    leader: Page
    mother: Page
    psychologist: Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def cast(browser: Browser) -> Cast:
    return Cast(someone(browser, DESK), someone(browser, PHONE), someone(browser, DESK))


def test_the_main_job(system: System, cast: Cast) -> None:
    leader, mother = cast.leader, cast.mother
    url = system.url(TENANT)
    address = f"{system.hint(TENANT, 'mor-alene')}@familie.example"
    earlier = len(system.mails_to(address))

    log_in_by_clicking(leader, f"{url}/", "Mette Mosekonge", family=False)
    assert heading(leader) == "I dag"
    open_a_problem(leader)
    meeting, day = call_the_meeting(leader, today(system))

    text = words_of(system.mail_to(address, earlier, "/meetings/"))
    assert not [word for word in TELLING if word in text], text
    links = [word for word in text.split() if word.startswith(url)]
    assert links == [meeting.split("?")[0]]

    log_in_by_clicking(mother, links[0], "Louise Bøgeskov", family=True)
    answer_add_and_consent(mother, links[0])

    leader.goto(meeting)
    expect(participant(leader, "Louise Bøgeskov")).to_contain_text("Kommer")
    expect(leader.get_by_text("Hvem henter om torsdagen?")).to_be_visible()
    press(leader, "Send dagsordenen til deltagerne")
    expect(leader.get_by_role("status")).to_have_text("Dagsordenen er sendt.")

    for moment in (f"{day - timedelta(days=1)}T12:00", f"{day}T10:30"):
        system.command("clock", "set", moment)
        reminders = [str(m["Subject"]) for m in system.mails_to(address) if "Husk" in str(m["Subject"])]
        assert len(reminders) == 1, (moment, reminders)

    hold_and_record(leader)
    following = conclude_with_follow_up(leader, day)

    see_what_was_agreed(mother, links[0])
    psychologist = cast.psychologist
    psychologist.goto(f"{url}/auth/login?login_hint={system.hint(TENANT, 'psykolog')}")
    psychologist.goto(following)
    assert heading(psychologist) == "Tværfagligt netværksmøde, niveau 3"
    withdraw(mother, url)
    psychologist.goto(following)
    assert heading(psychologist) == "Siden findes ikke"
    leader.goto(following)
    expect(participant(leader, "Palle Lyngtorp")).to_contain_text("Afventer samtykke")
    leave_no_trace(mother)


def log_in_by_clicking(page: Page, target: str, name: str, *, family: bool) -> None:
    page.goto(target)
    assert heading(page) == "Log ind"
    button = page.locator("main a.button-primary" if family else "main a.button-secondary")
    button.click()
    page.get_by_role("link", name=name).click()
    expect(page.locator(".rb-who")).to_contain_text(name)


def open_a_problem(leader: Page) -> None:
    leader.get_by_role("link", name="Børn", exact=True).click()
    leader.get_by_label("Navn").fill("storm")
    press(leader, "Søg")
    leader.get_by_role("link", name="Storm Bøgeskov").click()
    assert heading(leader) == "Storm Bøgeskov"
    leader.get_by_role("link", name="Problematikker", exact=True).click()
    unfold(leader, "Opret problematik")
    form = leader.locator("#open-problem")
    form.get_by_label("Spor").select_option(label="Dagtilbud og skole")
    form.get_by_label("Hvad handler det om?").fill("Kommer ofte i konflikt i frikvartererne")
    form.get_by_role("button").click()
    expect(leader.get_by_role("status")).to_have_text("Problematikken er oprettet.")
    leader.get_by_role("link", name="Overblik", exact=True).click()
    expect(leader.locator("figure")).to_contain_text("niveau 1")


def call_the_meeting(leader: Page, now: date) -> tuple[str, date]:
    day = now + timedelta(days=28)
    day += timedelta(days=-day.weekday())
    leader.get_by_role("link", name="Indkald til møde").first.click()
    leader.get_by_role("radio", name="Tværfagligt netværksmøde, niveau 3").check()
    leader.get_by_label("Dato").fill(day.isoformat())
    leader.get_by_label("Klokkeslæt").fill("10:00")
    leader.get_by_label("Sted").fill(PLACE)
    asked = inputs(leader, "call")
    press(leader, "Videre")

    form = leader.locator("#call-plan")
    for name in ("Storm Bøgeskov", "Louise Bøgeskov", "Mette Mosekonge", "Klaus Rugmark"):
        expect(form).to_contain_text(name)
    expect(form).to_contain_text("Forældrene deltager altid")
    asked += inputs(leader, "call-plan")
    assert asked <= 12, asked
    unfold(leader, "Ret deltagerne: andre, flere eller færre")
    expect(form.get_by_label("Klaus Rugmark").first).to_be_checked()
    form.get_by_label("Palle Lyngtorp").check()
    form.get_by_label("Begrundelse").fill("Konflikterne er taget til, og forældrene ønsker et møde nu.")
    press(leader, "Indkald til mødet")
    expect(leader.get_by_role("status")).to_have_text("Mødet er indkaldt. Deltagerne får besked.")
    return leader.url, day


def participant(leader: Page, name: str) -> Locator:
    """Someone's row among those who come to the meeting; the agenda names people too."""
    return leader.get_by_role("region", name="Deltagere og svar").get_by_role("row", name=name)


def inputs(page: Page, form: str) -> int:
    """What a person sees and may fill in: a group of choices is one, what is folded away none."""
    fields = page.locator(f"#{form} :is(input:not([type=hidden]), select, textarea):visible")
    return len({fields.nth(i).get_attribute("name") for i in range(fields.count())})


def answer_add_and_consent(mother: Page, meeting: str) -> None:
    assert mother.url == meeting
    main = mother.locator("main")
    for words in ("Storm Bøgeskov", PLACE, "kl. 10.00", "Mette Mosekonge", "I kender selv hverdagen bedst"):
        expect(main).to_contain_text(words)
    mother.get_by_label("Jeg kommer", exact=True).check()
    press(mother, "Send svar")
    expect(mother.get_by_role("status")).to_have_text("Tak. Dit svar er sendt.")
    mother.get_by_label("Hvad vil du gerne tale om?").fill("Hvem henter om torsdagen?")
    press(mother, "Sæt på dagsordenen")
    expect(mother.get_by_role("status")).to_have_text("Punktet er sat på dagsordenen.")
    mother.get_by_role("link", name="Skriv, hvordan du ser det").click()
    mother.get_by_label("Hvad er dit barn god til, og hvad virker derhjemme?").fill(
        "Han er glad for skolen, men træt."
    )
    press(mother, "Gem det, jeg har skrevet")
    expect(mother.get_by_role("status")).to_contain_text("er gemt")
    mother.get_by_role("navigation").get_by_role("link", name="Samtykker").click()
    press(mother, "Ja, jeg giver samtykke")
    expect(mother.get_by_role("status")).to_contain_text("Du har givet samtykke.")


def hold_and_record(leader: Page) -> None:
    leader.reload()
    for name in ("Storm Bøgeskov", "Louise Bøgeskov", "Mette Mosekonge", "Klaus Rugmark", "Palle Lyngtorp"):
        leader.locator("#hold").get_by_label(name).check()
    press(leader, "Notér, at mødet er holdt")
    expect(leader.get_by_role("status")).to_have_text("Mødet er noteret som holdt.")

    expect(leader.locator("#outcome").locator("xpath=..")).to_contain_text("når dette er på plads")
    expect(leader.get_by_text("Han er glad for skolen, men træt.").first).to_be_visible()
    unfold(leader, "Notér et perspektiv")
    form = leader.locator("#perspective")
    form.get_by_label("Barnets", exact=True).check()
    form.get_by_label("Ja", exact=True).check()
    form.get_by_label("Hvad blev sagt?").fill("Jeg vil gerne være med i boldburet.")
    press(leader, "Notér perspektivet")
    expect(leader.get_by_role("status")).to_have_text("Perspektivet er noteret.")

    form = leader.locator("#make-agreement")
    form.get_by_label("Hvad er aftalt?").fill("Fast voksen i boldburet")
    form.get_by_label("Hvem gør det?").select_option(label="Klaus Rugmark (Medarbejder tættest på barnet)")
    form.get_by_label("Senest").fill("2027-06-01")
    press(leader, "Notér aftalen")
    expect(leader.get_by_role("status")).to_have_text("Aftalen er noteret.")

    leader.wait_for_load_state()
    required = leader.locator("#form-values :is(textarea, input:not([type=hidden]))[required]")
    for index in range(required.count()):
        required.nth(index).fill("Skrevet på mødet.")
    press(leader, "Gem skemaet færdigt")
    expect(leader.get_by_role("status")).to_have_text("Skemaet er gemt.")


def conclude_with_follow_up(leader: Page, day: date) -> str:
    form = leader.locator("#conclude")
    form.get_by_label("Fremgang, men fortsat behov", exact=False).check()
    form.get_by_label("Dato").fill((day + timedelta(days=42)).isoformat())
    form.get_by_label("Klokkeslæt").fill("10:00")
    press(leader, "Afslut mødet")
    expect(leader.get_by_role("status")).to_have_text("Mødet er afsluttet.")
    leader.get_by_role("link", name="Næste møde:").click()
    for name in ("Storm Bøgeskov", "Louise Bøgeskov", "Mette Mosekonge", "Klaus Rugmark", "Palle Lyngtorp"):
        expect(participant(leader, name)).to_be_visible()
    return leader.url


def see_what_was_agreed(mother: Page, meeting: str) -> None:
    mother.goto(meeting)
    main = mother.locator("main")
    for words in (
        "Fast voksen i boldburet",
        "Klaus Rugmark",
        "1. juni 2027",
        "Næste møde",
        "Mette Mosekonge",
    ):
        expect(main).to_contain_text(words)
    mother.get_by_role("navigation").get_by_role("link", name="Aftaler").click()
    expect(mother.locator("main")).to_contain_text("Fast voksen i boldburet")
    mother.get_by_role("navigation").get_by_role("link", name="Forsiden").click()
    expect(mother.locator("main")).to_contain_text("Kontaktperson: Mette Mosekonge")


def withdraw(mother: Page, url: str) -> None:
    mother.goto(f"{url}/consents")
    press(mother, "Træk mit samtykke tilbage")
    expect(mother.get_by_role("status")).to_contain_text("Dit samtykke er trukket tilbage.")


def leave_no_trace(mother: Page) -> None:
    """The quick exit on a computer that others use: the way back through the browser's history shows nothing."""
    mother.route(
        "https://www.dmi.dk/**", lambda route: route.fulfill(body="Vejret", content_type="text/html")
    )
    mother.locator(".rb-leave button").click()
    mother.wait_for_url("https://www.dmi.dk/**")
    for _ in range(3):
        mother.go_back()
        assert heading(mother) == "Log ind"
        assert not [word for word in TELLING if word in mother.content()]


def today(system: System) -> date:
    return date.fromisoformat(system.command("clock", "show")["local"][:10])
