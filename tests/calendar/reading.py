"""A calendar program: it has an address and reads it, and knows iCalendar as the library does."""

from dataclasses import dataclass

import httpx
from icalendar import Calendar, Event

from services.core.calendar_feed import service
from tests.builders.world import Town, World

VARIES = {"date", "traceparent"}


def entries(calendar: bytes | str) -> list[Event]:
    """The entries of a calendar in their order."""
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return [one for one in found if isinstance(one, Event)]


@dataclass
class Reading:
    """The api of a world, read without cookies."""

    world: World
    client: httpx.AsyncClient

    async def made(self, town: Town, name: str) -> str:
        """A new calendar of somebody's: its path."""
        async with self.world.api.write(town.who(name), "mutation:makeCalendarFeed") as tx:
            written, _ = await service.make_feed(tx)
        return f"/calendar/{written}.ics"

    async def get(self, town: Town, path: str, **headers: str) -> httpx.Response:
        """Read an address as programs do."""
        shown = {"host": town.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return await self.client.get(path, headers=shown)

    async def shown(self, town: Town, path: str) -> list[Event]:
        """What is in it now."""
        answer = await self.get(town, path)
        assert answer.status_code == 200, answer.text
        return entries(answer.content)

    async def ids(self, town: Town, path: str) -> set[str]:
        """Whose ids are in it now."""
        return {str(event["uid"]) for event in await self.shown(town, path)}


def alike(answer: httpx.Response) -> tuple[int, tuple[tuple[str, str], ...], bytes]:
    """All of an answer that can tell it from another."""
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in VARIES)
    return answer.status_code, tuple(headers), answer.content
