"""Where in a TOML file a value stands. The standard parser keeps no places, so this reads only the shape.

Assumes text that `tomllib` accepts; of anything else it simply knows fewer places.
"""

import re

Path = tuple[str | int, ...]
_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*""")
_BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
_SCALAR = re.compile(r"[^\s,\]}#\n][^,\]}#\n]*")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.S),
    re.compile(r"'''.*?'{3,5}", re.S),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


class Places:
    """The line of every value of a TOML text, by its path from the root."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._read()

    def line(self, path: Path) -> int:
        """The line (from 1) of the value at `path`, or of the nearest value around it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _mark(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, self._text.count("\n", 0, at) + 1)

    def _read(self) -> None:
        table: Path = ()
        at = 0
        while at < len(self._text):
            at = self._past(_BLANK, at)
            if at >= len(self._text):
                return
            if self._text[at] == "[":
                table, at = self._header(at)
            else:
                after = self._pair(table, at)
                at = after if after > at else self._end_of_line(at)

    def _header(self, at: int) -> tuple[Path, int]:
        many = self._text.startswith("[[", at)
        keys, after = self._keys(at + (2 if many else 1))
        path: Path = ()
        for index, key in enumerate(keys):
            path = (*path, key)
            last = index == len(keys) - 1
            self._mark(path, at)
            if many and last:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
            self._mark(path, at)
        return path, self._end_of_line(after)

    def _keys(self, at: int) -> tuple[list[str], int]:
        keys: list[str] = []
        while match := _KEY.match(self._text, at):
            keys.append(match[1].strip("\"'"))
            at = match.end()
            if self._text[at : at + 1] != ".":
                break
            at += 1
        return keys, at

    def _pair(self, table: Path, at: int) -> int:
        keys, after = self._keys(at)
        if not keys or self._text[after : after + 1] != "=":
            return at
        path = table
        for key in keys:
            path = (*path, key)
            self._mark(path, at)
        return self._value(path, after + 1)

    def _value(self, path: Path, at: int) -> int:
        while self._text[at : at + 1] in {" ", "\t"}:
            at += 1
        for form in _STRINGS:
            if match := form.match(self._text, at):
                return match.end()
        match self._text[at : at + 1]:
            case "[":
                return self._array(path, at + 1)
            case "{":
                return self._inline(path, at + 1)
            case _:
                return self._past(_SCALAR, at)

    def _array(self, path: Path, at: int) -> int:
        index = 0
        while True:
            at = self._past(_BLANK, at)
            if self._text[at : at + 1] in {"]", ""}:
                return at + 1
            self._mark((*path, index), at)
            after = self._value((*path, index), at)
            at = after if after > at else at + 1
            index += 1

    def _inline(self, path: Path, at: int) -> int:
        while True:
            at = self._past(_BLANK, at)
            if self._text[at : at + 1] in {"}", ""}:
                return at + 1
            after = self._pair(path, at)
            at = after if after > at else at + 1

    def _past(self, form: re.Pattern[str], at: int) -> int:
        match = form.match(self._text, at)
        return match.end() if match else at

    def _end_of_line(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1
