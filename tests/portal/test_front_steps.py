"""What a family sees first: the nearest step, each child's own, and nothing told twice."""

from typing import Any

from services.api.portal.formats import filters
from services.api.portal.front.steps import ahead

MIA, BO = {"id": "mia", "name": "Mia"}, {"id": "bo", "name": "Bo"}


def meeting(key: str, at: str, child: dict[str, str] = MIA, **changed: Any) -> dict[str, Any]:
    """A meeting that is planned and not yet answered."""
    return {
        "id": key,
        "startsAt": at,
        "typeName": "Netværksmøde",
        "status": "PLANNED",
        "myAnswer": "NONE",
        "sightEndsOn": None,
        "preliminary": False,
        "child": child,
    } | changed


def task(kind: str, due: str | None, child: dict[str, str] = MIA, of: str | None = None) -> dict[str, Any]:
    """Something that waits."""
    return {
        "kind": kind,
        "title": kind,
        "dueAt": due,
        "meetingId": of,
        "childId": child["id"],
        "childName": child["name"],
        "consentId": None,
    }


def kinds(steps: Any) -> list[str]:
    """The kinds of steps, in their order."""
    return [step.kind for step in steps]


def test_an_invitation_is_one_step_with_its_meeting_and_comes_before_what_is_later() -> None:
    coming = [meeting("late", "2026-12-20"), meeting("soon", "2026-12-07")]
    found = ahead([task("answer", "2026-12-07", of="soon")], coming, [MIA])
    assert found.next is not None
    assert (found.next.kind, found.next.href) == ("answer", "/meetings/soon")
    assert [step.href for step in found.children[0].steps] == ["/meetings/late"]


def test_asked_when_it_suits_a_family_sees_that_alone_and_then_no_question_of_coming() -> None:
    preliminary = meeting("open", "2026-12-01", preliminary=True)
    asked = ahead([task("times", "2026-12-06", of="open")], [preliminary], [MIA])
    assert asked.next is not None
    assert (asked.next.kind, asked.next.href, asked.next.meeting) == (
        "times",
        "/meetings/open/times",
        preliminary,
    )
    assert not asked.children[0].steps
    answered = ahead([], [preliminary], [MIA])
    assert answered.next is not None
    assert (answered.next.kind, answered.next.awaited) == ("meeting", False)


def test_consents_of_a_child_are_one_step_that_says_its_meeting_where_all_have_the_same() -> None:
    held = [meeting("m", "2026-12-07", myAnswer="YES"), meeting("n", "2026-12-09", myAnswer="YES")]
    same = [task("consent", "2026-12-07", of="m"), task("consent", "2026-12-05", of="m")]
    one = ahead(same, held, [MIA]).next
    assert one is not None
    assert (one.number, one.at, one.meeting) == (2, "2026-12-05", held[0])
    two = ahead([*same, task("consent", "2026-12-09", of="n")], held, [MIA]).next
    assert two is not None
    assert (two.number, two.meeting) == (3, None)


def test_of_two_children_the_nearest_is_next_and_each_keeps_its_own() -> None:
    tasks = [task("consent", "2026-12-08", BO), task("consent", "2026-12-09", MIA)]
    found = ahead(tasks, [meeting("m", "2026-12-07", BO, myAnswer="YES")], [MIA, BO])
    assert found.next is not None
    assert (found.next.child_name, found.next.kind) == ("Bo", "meeting")
    assert [(one.child["id"], kinds(one.steps)) for one in found.children] == [
        ("mia", ["consent"]),
        ("bo", ["consent"]),
    ]


def test_what_is_asked_for_comes_before_what_happens_then_and_before_it_where_it_has_no_time() -> None:
    coming = [meeting("m", "2026-12-07", myAnswer="YES")]
    found = ahead(
        [task("agreement", "2026-12-07"), task("consent", None), task("deadline", "2026-12-30")],
        coming,
        [MIA],
    )
    assert found.next is not None
    assert [found.next.kind, *kinds(found.children[0].steps)] == ["agreement", "consent", "meeting", "task"]


def test_a_cancelled_meeting_is_told_but_never_the_next_step() -> None:
    found = ahead([], [meeting("m", "2026-12-07", status="CANCELLED")], [MIA])
    assert found.next is None
    assert kinds(found.children[0].steps) == ["cancelled"]


def test_with_nothing_left_each_child_stands_with_nothing() -> None:
    found = ahead([], [], [MIA, BO])
    assert found.next is None
    assert [(one.child["name"], one.steps) for one in found.children] == [("Mia", ()), ("Bo", ())]
    assert found.others == ()


def test_what_is_about_a_child_no_longer_seen_stands_by_itself() -> None:
    found = ahead([task("consent", "2026-12-07"), task("consent", "2026-12-08", BO)], [], [MIA])
    assert found.next is not None
    assert found.next.child_name == "Mia"
    assert [step.child_name for step in found.others] == ["Bo"]


def test_an_agreement_stands_in_its_own_words_and_with_its_own_day_alone() -> None:
    waits = [task("agreement", "2026-12-28T08:00:00Z", of="m"), task("agreement", "2026-12-29", of="n")]
    mine = {"meetingId": "m", "what": "Ringer", "dueOn": "2026-12-21", "status": "OPEN", "yours": True}
    agreed = [(MIA, mine), (MIA, mine | {"status": "DONE"}), (MIA, mine | {"yours": False})]
    found = ahead(waits, [], [MIA], agreed)
    assert found.next is not None
    assert (found.next.title, found.next.at, found.next.href) == ("Ringer", "2026-12-21", "/agreements")
    assert [step.at for step in found.children[0].steps] == ["2026-12-29"]
    assert filters("da")["latest"]("2026-12-21") == "21. dec. 2026"


def test_nobody_is_asked_to_a_meeting_after_they_see_the_child_no_more() -> None:
    found = ahead([], [meeting("m", "2026-12-28", sightEndsOn="2026-12-13")], [MIA])
    assert found.next is not None
    assert found.next.kind == "meeting"
