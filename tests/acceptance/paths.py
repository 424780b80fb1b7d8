"""Steps that journeys of every municipality share: open a case, consent, hold with what the model asks, by its clock."""

import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.acceptance.conftest import System
from tests.acceptance.member import Member
from tests.acceptance.steps import COPENHAGEN, ROW, at, meeting_of, now, subjects, weekday_after


def today(system: System) -> date:
    """The local day by business time."""
    return now(system).astimezone(COPENHAGEN).date()


def in_days(system: System, days: int, hour: int = 10) -> str:
    """A working day's morning so long from today or a little later."""
    return at(weekday_after(today(system), days), hour)


def person(system: System, tenant: str, key: str) -> str:
    """The id of someone of the cast."""
    hint = system.hint(tenant, key)
    return next(str(one["id"]) for one in system.line["persons"] if one["login_hint"] == hint)


def told_once(system: System, address: str, meeting: str, subject: str, seconds: float = 90) -> None:
    """A mail about a meeting comes to an address, and only one of that subject."""
    deadline = time.monotonic() + seconds
    while not (came := subjects(system, address, meeting))[subject]:
        assert time.monotonic() < deadline, f"no {subject!r} reached {address}, but {sorted(came)}"
        time.sleep(0.2)
    assert subjects(system, address, meeting)[subject] == 1


def goes_on_to(system: System, who: Member, meeting: str) -> None:
    """Business time moves on to an hour after the meeting has begun."""
    starts = datetime.fromisoformat(meeting_of(who, meeting, "startsAt")["startsAt"])
    system.command("clock", "set", (starts + timedelta(hours=1)).astimezone(UTC).isoformat())


def open_problem(who: Member, child: str, title: str) -> dict[str, Any]:
    """Open a problem in the first track that the model has."""
    tracks = who.query("query($id: ID!) { child(id: $id) { tracks { key } } }", id=child)["tracks"]
    track = tracks[0]["key"] if tracks else "main"
    return dict(
        who.do("openProblem", "problem { id version }", childId=child, track=track, title=title)["problem"]
    )


def consent_to_all(parent: Member, *purposes: str) -> int:
    """Say yes to everything that is asked now, or for these purposes alone, to the words as shown; how often."""
    asked = "{ consents { edges { node { id version textVersion state purpose purposeText } } } }"
    said = 0
    for edge in parent.query(asked)["edges"]:
        one = edge["node"]
        if one["state"] == "ASKED" and (not purposes or one["purpose"] in purposes):
            assert one["purposeText"]
            parent.do(
                "giveConsent",
                "consent { state }",
                consentId=one["id"],
                textVersion=one["textVersion"],
                expectedVersion=one["version"],
            )
            said += 1
    return said


def hold(who: Member, meeting: str, words: str) -> None:
    """Hold it with everybody there, fill every field that must be filled, and hear child and parents."""
    wanted = "participants { id leftOut } form { version fields { key required knownAlready kind options { value } } }"
    row = meeting_of(who, meeting, wanted)
    there = [one["id"] for one in row["participants"] if not one["leftOut"]]
    who.do(
        "holdMeeting",
        f"meeting {{ {ROW} }}",
        meetingId=meeting,
        attended=there,
        expectedVersion=row["version"],
    )
    if row["form"] is not None:
        who.do(
            "fillForm",
            "meeting { id }",
            meetingId=meeting,
            values=[
                {"key": one["key"], "value": _answer(one, words)}
                for one in row["form"]["fields"]
                if one["required"] and not one["knownAlready"]
            ],
            complete=True,
            expectedVersion=row["form"]["version"],
        )
    for whose in ("CHILD", "PARENT"):
        who.do(
            "recordPerspective",
            "meeting { id }",
            meetingId=meeting,
            whose=whose,
            obtained=True,
            how="Sagt på mødet",
            text=words,
        )


def _answer(field: dict[str, Any], words: str) -> str:
    if field["kind"] in ("CHOICE", "SCALE"):
        return str(field["options"][0]["value"])
    return {"BOOLEAN": "true", "DATE": "2030-01-15"}.get(field["kind"], words)
