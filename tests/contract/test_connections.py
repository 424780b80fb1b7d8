"""Pages and cursors."""

import base64

import pytest

from services.api.graphql.connections import connection, from_list, from_query, page_of
from services.core.errors import ErrorCode, UserError

ROWS = [f"row-{number}" for number in range(5)]


def ends(first: int, after: str | None = None, name: str = "things") -> tuple[list[str], bool, str | None]:
    made = connection(from_list(page_of(name, first, after), ROWS, str))
    return [edge.node for edge in made.edges], made.page_info.has_next_page, made.page_info.end_cursor


def test_pages_follow_each_other_to_the_end() -> None:
    first, more, cursor = ends(2)
    assert (first, more) == (["row-0", "row-1"], True)
    second, more, cursor = ends(2, cursor)
    assert (second, more) == (["row-2", "row-3"], True)
    third, more, _ = ends(2, cursor)
    assert (third, more) == (["row-4"], False)


def test_a_page_that_ends_with_the_list_has_no_next() -> None:
    assert ends(5)[1] is False


def test_nothing_is_asked_for() -> None:
    assert ends(0) == ([], True, None)


def test_a_query_fetches_one_more_than_the_page() -> None:
    page = page_of("things", 2, None)
    kept, more = from_query(page, ROWS[: page.fetch], lambda row: ("2027-03-01T00:00:00Z", row))
    assert [row for row, _ in kept] == ROWS[:2]
    assert more
    assert page_of("things", 2, kept[1][1]).after == ("2027-03-01T00:00:00Z", "row-1")


@pytest.mark.parametrize(
    "cursor", ["", "x", "æøå", "AAAA", "AAAAAAAAAAAA", "%00", base64.b64encode(b"row-1").decode(), "=" * 50]
)
def test_a_made_up_cursor_is_invalid_input(cursor: str) -> None:
    with pytest.raises(UserError) as error:
        ends(2, cursor)
    assert (error.value.code, error.value.field) == (ErrorCode.INVALID_INPUT, ("after",))


def test_a_cursor_of_another_list_and_of_a_row_that_is_gone_answer_alike() -> None:
    other = ends(2, name="others")[2]
    gone = connection(from_list(page_of("things", 1, None), ["gone"], str)).page_info.end_cursor
    said = set()
    for cursor in (other, gone):
        with pytest.raises(UserError) as error:
            ends(2, cursor)
        said.add((error.value.code, error.value.text("da"), error.value.field))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("first", "code"),
    [(101, ErrorCode.LIMIT_EXCEEDED), (-1, ErrorCode.INVALID_INPUT), (10**9, ErrorCode.LIMIT_EXCEEDED)],
)
def test_page_sizes_that_are_refused(first: int, code: ErrorCode) -> None:
    with pytest.raises(UserError) as error:
        page_of("things", first, None)
    assert error.value.code is code


def test_the_largest_page_is_allowed() -> None:
    assert page_of("things", 100, None).fetch == 101
