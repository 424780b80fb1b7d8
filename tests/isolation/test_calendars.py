"""Everyone's calendar is their own page's meetings, in times; nobody else's, of no other town, and no mark of anything."""

from typing import Any
from uuid import UUID

import httpx
from icalendar import Calendar

from services.core.calendar_feed import service
from tests.isolation.asking import PORT, TRACE, Asking, Said
from tests.isolation.test_operations import WHO, marks_in

MAKE = "mutation { makeCalendarFeed { path errors { code } } }"
END = "mutation { endCalendarFeed { feed { madeAt } errors { code } } }"
OWN = """{
  viewer { capacity person { id } }
  meetings(when: ALL, first: 100) { edges { node {
    id startsAt endsAt convener { id } chair { id } participants { viewerIs leftOut answer }
  } } }
}"""
NAMELESS = "{ consultations(first: 100) { edges { node { id } } } }"


async def read(asking: Asking, town: str, path: str) -> httpx.Response:
    """A calendar's address at one town, as a program asks for it."""
    host = f"{asking.town(town).host}:{PORT}"
    return await asking.client.get(path, headers={"host": host, "traceparent": TRACE})


def comes(meeting: dict[str, Any], person: str) -> bool:
    """Whether it is theirs to come to, as their page says it."""
    leads = person in [(meeting[who] or {}).get("id") for who in ("convener", "chair")]
    return leads or any(
        one["viewerIs"] and not one["leftOut"] and one["answer"] != "NOT_COMING"
        for one in meeting["participants"]
    )


async def test_everyone_s_calendar_is_what_their_own_page_shows(asking: Asking) -> None:
    shown: dict[str, set[str]] = {}
    refused = set()
    async with asking.village.world.api.read(asking.town("north").who("leader"), "test.now") as tx:
        frame = (tx.now - service.SHOWN_AFTER).isoformat(), (tx.now + service.SHOWN_AHEAD).isoformat()
    for who in WHO[1:]:
        made = (await asking.graphql(who, MAKE)).json
        payload = (made["data"] or {}).get("makeCalendarFeed")
        if payload is None or payload["errors"]:
            refused.add(who.name)
            continue
        path = payload["path"]
        answer = await read(asking, who.town, path)
        assert answer.status_code == 200, who
        assert marks_in(Said(answer.status_code, (), answer.content)) == set(), who
        elsewhere = await read(asking, "south" if who.town == "north" else "north", path)
        assert (elsewhere.status_code, elsewhere.content) == (404, b"Not found.\n"), who
        entries = {
            str(one["uid"]): str(one["url"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")
        }
        shown[str(who)] = set(entries)
        said = (await asking.graphql(who, OWN)).json["data"]
        own = {
            edge["node"]["id"]
            for edge in said["meetings"]["edges"]
            if comes(edge["node"], said["viewer"]["person"]["id"])
            and edge["node"]["endsAt"] >= frame[0]
            and edge["node"]["startsAt"] < frame[1]
        }
        assert {one for one, url in entries.items() if "/meetings/" in url} == own, who
        nameless = {one for one, url in entries.items() if "/consultations/" in url}
        if nameless:
            page = (await asking.graphql(who, NAMELESS)).json["data"]["consultations"]["edges"]
            assert nameless <= {edge["node"]["id"] for edge in page}, who
        assert (await asking.graphql(who, END)).json["data"]["endCalendarFeed"]["errors"] == []
        assert (await read(asking, who.town, path)).status_code == 404, who
    assert refused == {"administrator", "dpo", "auditor"}
    assert sum(bool(ids) for ids in shown.values()) > 8, "a village of empty calendars holds nothing"
    assert all(UUID(one) for ids in shown.values() for one in ids)
    of = {
        town: {x for one, ids in shown.items() if one.startswith(town) for x in ids}
        for town in ("north", "south")
    }
    assert of["north"] & of["south"] == set()
