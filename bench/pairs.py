"""Numbers of a paired measurement: ours and pgbench's, round by round, and what their ratio says."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Round:
    """One round of a pair: mean latency in milliseconds and transactions a second, ours and pgbench's."""

    ours_ms: float
    ours_per_second: float
    pgbench_ms: float
    pgbench_per_second: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes: what Python, sealing and the second instance add."""
        return self.ours_ms / self.pgbench_ms


@dataclass(frozen=True)
class Pair:
    """All rounds of one operation. Medians, since a single slow round says more of the machine than of us."""

    operation: str
    connections: int
    statements: int
    p95_ms: float
    rounds: tuple[Round, ...]

    @property
    def ratio(self) -> float:
        """The median of the rounds' ratios."""
        return median(each.ratio for each in self.rounds)

    @property
    def spread(self) -> float:
        """Largest over smallest ratio: near 1 the ratio can be trusted."""
        ratios = [each.ratio for each in self.rounds]
        return max(ratios) / min(ratios)

    def as_json(self) -> dict[str, Any]:
        """Everything measured, for comparison with another run."""
        return asdict(self) | {"ratio": round(self.ratio, 3), "spread": round(self.spread, 3)}


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0–1) of the values do not exceed; raises ``ValueError`` when there are none."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(pairs: Sequence[Pair]) -> str:
    """The pairs as an aligned table for people."""
    head = (
        "operation",
        "conn",
        "stmts",
        "ours ms",
        "p95 ms",
        "ours/s",
        "pgbench ms",
        "pgbench/s",
        "ratio",
        "spread",
    )
    lines = [head]
    for pair in pairs:
        lines.append(
            (
                pair.operation,
                str(pair.connections),
                str(pair.statements),
                f"{median(r.ours_ms for r in pair.rounds):.2f}",
                f"{pair.p95_ms:.2f}",
                f"{median(r.ours_per_second for r in pair.rounds):.0f}",
                f"{median(r.pgbench_ms for r in pair.rounds):.2f}",
                f"{median(r.pgbench_per_second for r in pair.rounds):.0f}",
                f"{pair.ratio:.2f}",
                f"{pair.spread:.2f}",
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
