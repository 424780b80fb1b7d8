"""The bench's own arithmetic: what is paired is comparable, and a failed measurement is never a number."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from bench.pairs import Pair, Round, percentile, table
from bench.pgbench import PgbenchError, read
from bench.recording import Statement, literal, script

SAME = UUID(int=7)
REPORT = """
number of failed transactions: 0 (0.000%)
latency average = 5.157 ms
tps = 387.820000 (without initial connection time)
"""


def test_a_value_drawn_anew_is_drawn_anew_by_pgbench_and_a_given_one_is_sent() -> None:
    def run() -> list[Statement]:
        return [
            Statement("BEGIN;", ()),
            Statement("insert into t -- why\nvalues ($1, $2, $3)", (uuid4(), SAME, None)),
        ]

    made = script(run(), run())
    assert made.text == "BEGIN;\ninsert into t values (gen_random_uuid(), :s1_1, NULL);\n"
    assert made.variables == {"s1_1": str(SAME)}
    assert made.statements == 2


def test_an_operation_that_takes_another_way_the_second_time_is_not_measured() -> None:
    with pytest.raises(ValueError, match="same statements"):
        script([Statement("select 1", ())], [Statement("select 2", ())])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (b"\x01\xff", "\\x01ff"),
        (datetime(2026, 3, 1, 9, tzinfo=UTC), "2026-03-01T09:00:00+00:00"),
        ([SAME], '{"00000000-0000-0000-0000-000000000007"}'),
        (["æ,ø"], '{"æ,ø"}'),
        (25, "25"),
    ],
)
def test_values_are_sent_in_postgresqls_own_form(value: object, text: str) -> None:
    assert literal(value) == text


def test_a_report_is_read_and_a_failure_is_not() -> None:
    assert (read(REPORT).ms, read(REPORT).per_second) == (5.157, 387.82)
    with pytest.raises(PgbenchError):
        read(REPORT.replace("failed transactions: 0", "failed transactions: 3"))
    with pytest.raises(PgbenchError):
        read("", 1, "connection refused")


def test_the_ratio_is_the_median_of_rounds() -> None:
    rounds = tuple(Round(ours, 1000 / ours, 2.0, 500) for ours in (4.0, 3.0, 40.0))
    pair = Pair("read_meeting", 2, 8, 9.0, rounds)
    assert pair.ratio == 2.0
    assert pair.spread == pytest.approx(40 / 3)
    assert "read_meeting" in table([pair]).splitlines()[1]


def test_a_percentile_is_a_value_that_occurred() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([1.0], 0.95) == 1.0
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)
