"""A private calendar: what it shows, to whom, and that it is over when what it stood on is."""

from tests.builders.world import World
from tests.calendar.reading import Reading
from tests.meeting.steps import called


async def test_it_shows_when_and_nothing_of_what(living: World, reading: Reading) -> None:
    town = living.north
    meeting = await called(living)
    path = await reading.made(town, "father")
    answer = await reading.get(town, path)
    print(answer.text, answer.headers)
    assert str(meeting) in answer.text
    for name in (
        "mother",
        "father",
        "leader",
        "teacher",
        "psychologist",
        "adviser",
        "health_visitor",
        "other_mother",
    ):
        p = await reading.made(town, name)
        print(name, [str(e["uid"]) for e in await reading.shown(town, p)])
