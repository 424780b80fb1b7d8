"""Names that lead nowhere, with what was perhaps meant: a name that resembles a key counts as that key elsewhere."""

from collections.abc import Iterator
from typing import Any

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.locate import Path
from services.core.tenancy.typed import nearest, said_near

_DANGLING = Mistake(
    "dangling",
    "'{key}' findes ikke i {target}{near}",
    "'{key}' is no key of {target}{near}",
)
_MADE_OF = {"followers": ("roles",), "deadlines": ("meetings", "reassessments")}


class Names:
    """The keys that can be named, and what was named in vain: `meant` are keys that a misspelt name resembles."""

    def __init__(self, keys: dict[str, frozenset[object]], doubtful: set[str]) -> None:
        self._keys, self._doubtful = keys, doubtful
        self.meant: set[tuple[str, str]] = set()
        self.lost: set[str] = set()

    def consents(self) -> set[str]:
        """The purposes of consent that are meant by a misspelt name."""
        return {key for target, key in self.meant if target == "purposes"}

    def dangling(self, path: Path, value: Any, target: str) -> Iterator[Remark]:
        """Names in `value` that are no key of `target`."""
        if not self._doubtful.isdisjoint({target, *_MADE_OF.get(target, ())}):
            return
        for index, key in enumerate(value if isinstance(value, tuple) else (value,)):
            # One name left empty is none; in a list of names an empty one is a mistake.
            if key in self._keys[target] or (not isinstance(value, tuple) and key in {"", None}):
                continue
            near = nearest(str(key), map(str, self._keys[target]))
            self.meant.add((target, near))
            self.lost.add(target)
            place = (*path, index) if isinstance(value, tuple) else path
            yield _DANGLING.at(*place, key=key, target=target, near=said_near(near))
