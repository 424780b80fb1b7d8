"""Whoever was second sees what stands now beside what they wrote: every form that carries a version does it one way."""

import re
from pathlib import Path

from services.api.portal import merging
from services.api.portal.forms import Fault, FormState
from tests.portal.conftest import Visit
from tests.portal.sample_meeting import MEETING, meeting

PORTAL = Path(__file__).parents[2] / "services/api/portal"
_TYPED = re.compile(
    r"forms\.(text|area|select|radios|checks|moment)\(|fields\.inputs\(|confirming\.fields\(|parts\(f"
)


def versioned() -> dict[str, tuple[str, str]]:
    """Template and action of each form that carries a version: how it is begun, and what is in it."""
    found = {}
    for path in PORTAL.rglob("*.html"):
        for before, form in re.findall(
            r"(?s)set [fm] = (form\([^%]*\)) %}(?:(?!form\().)*?\{\{ (forms\.begin\(.*?</form>)",
            path.read_text(),
        ):
            if "expectedVersion" in form or "forms.version(" in form:
                found[f"{path.relative_to(PORTAL)} {before}"] = (before, form)
    return found


def test_every_form_that_can_come_second_shows_what_stands_now() -> None:
    forms = versioned()
    assert len(forms) > 50
    assert [name for name, (_, form) in forms.items() if 'hidden("expectedVersion"' in form] == []
    assert [
        name for name, (begun, form) in forms.items() if _TYPED.search(form) and "merges=true" not in begun
    ] == []


def test_what_has_moved_is_told_apart() -> None:
    seen = [("Tid", "mandag"), ("Sted", None)]
    now = [("Tid", "tirsdag"), ("Sted", "")]
    sent = {merging.STOOD: [merging.marks(seen)], "reason": ["Sygdom"]}
    fault = (Fault("", "x", code="CONFLICT"),)
    assert FormState("cancel", sent, fault).moved(now) == [("Tid", "tirsdag", True), ("Sted", "", False)]
    # A draft that is gone on with tells it too, and whoever was not overtaken is told nothing.
    assert FormState("cancel", sent, restored=True).moved(now) != []
    assert FormState("cancel", sent, restored=True).moved(seen) == []
    assert FormState("cancel", {}).moved(now) == []


def test_boxes_are_merged_too() -> None:
    began, mine, theirs = ["a", "b"], ["b"], ["a", "b", "c"]
    sent = {merging.WAS + "who": [merging.mark(began)], "who": mine}
    state = FormState("ready", sent, restored=True, merges=True)
    assert state.clash("who", theirs) == merging.Clash.BOTH
    assert state.clash("who", ["b", "a"]) == merging.Clash.NONE
    untouched = FormState("ready", sent | {"who": began}, restored=True, merges=True)
    assert untouched.clash("who", theirs) == merging.Clash.THEIRS
    assert untouched.chosen("who", "c", default=True, now=theirs)
    chosen = {merging.NOW + "who": theirs, "who": mine}
    assert merging.chosen(chosen | {merging.KEEP + "who": ["all"]})["who"] == ["a", "b", "c"]
    assert merging.chosen(chosen | {merging.KEEP + "who": ["theirs"]})["who"] == theirs
    assert merging.chosen(chosen | {merging.KEEP + "who": ["mine"]})["who"] == mine


async def test_words_outlive_the_form_they_were_written_in(leader: Visit) -> None:
    page = await leader.get(f"/meetings/{MEETING}")
    leader.engine.data["meeting"] = meeting("CANCELLED")
    leader.engine.faults = [{"code": "RULE_BLOCKED", "message": "Mødet er aflyst.", "field": []}]
    values = page.values("cancel") | {"reason": "Mor er syg"}
    told = await leader.post(page.action("cancel"), values, 422)
    assert "Du havde skrevet:" in told.body
    assert told.body.count("Mor er syg") == 1
