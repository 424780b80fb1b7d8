"""What the rounds came to, kept line by line, so that a long run can be stopped and gone on with; and their table."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.faults.rounds import Result
from tests.faults.verdict import Verdict


class Journal:
    """The results of a run; with a file, those of the earlier runs that wrote into it as well."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.results: list[Result] = []
        if file is not None and file.exists():
            self.results = [_read(line) for line in file.read_text("utf-8").splitlines() if line]

    def has(self, seed: int, name: str) -> bool:
        """Whether this fault was tried with this seed."""
        return any(one.seed == seed and one.name == name for one in self.results)

    def add(self, result: Result) -> None:
        """Keep one."""
        self.results.append(result)
        if self._file is not None:
            kept = asdict(result) | {"answers": dict(result.answers)}
            with self._file.open("a", encoding="utf-8") as out:
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")

    @property
    def well(self) -> bool:
        """Whether nothing was found in any."""
        return all(one.verdict.well for one in self.results)


def _read(line: str) -> Result:
    told = json.loads(line)
    told["verdict"] = Verdict(**told["verdict"])
    told["answers"] = Counter(told["answers"])
    return Result(**told)


COLUMNS = (
    *("fault", "runs", "actions", "mails", "lost", "twice", "unknown", "leaked", "other"),
    *("back s", "done s", "wait s"),
)


def rows(results: Iterable[Result], order: Sequence[str]) -> list[dict[str, object]]:
    """A row a fault, over all its runs."""
    of: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        of[one.name].append(one)
    return [_row(name, of[name]) for name in order if of[name]]


def _row(name: str, runs: Sequence[Result]) -> dict[str, object]:
    tried = [one for one in runs if not one.skipped]
    verdicts = [one.verdict for one in tried]
    row: dict[str, object] = {
        "fault": name,
        "runs": len(tried),
        "actions": sum(one.actions for one in tried),
        "mails": sum(one.mails for one in verdicts),
        "lost": sum(len(one.lost) for one in verdicts),
        "twice": sum(len(one.twice) for one in verdicts),
        "unknown": sum(one.unknowable for one in verdicts),
        "leaked": sum(len(one.leaked) for one in verdicts),
        "other": sum(len(one.other) for one in verdicts),
        "back s": round(max((one.back for one in tried), default=0.0), 1),
        "done s": round(max((one.done for one in tried), default=0.0), 1),
        "wait s": round(max((one.longest for one in tried), default=0.0), 1),
    }
    if skipped := next((one.skipped for one in runs if one.skipped), ""):
        row["skipped"] = skipped
    return row


def table(results: Sequence[Result], order: Sequence[str]) -> str:
    """One line a fault, and one for all of them."""
    found = rows(results, order)
    total = {"fault": "all", **{key: sum(int(str(row[key])) for row in found) for key in COLUMNS[1:9]}}
    wide = max([len(name) for name in order] + [5])
    lines = [_line(dict(zip(COLUMNS, COLUMNS, strict=True)), wide)]
    lines += [
        f"{row['fault']!s:{wide}}  skipped: {row['skipped']}" if row["runs"] == 0 else _line(row, wide)
        for row in found
    ]
    return "\n".join([*lines, _line(total, wide)])


def _line(row: dict[str, object], wide: int) -> str:
    cells = [f"{row.get(column, '')!s:>8}" for column in COLUMNS[1:]]
    return f"{row['fault']!s:{wide}}" + "".join(cells)
