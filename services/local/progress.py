"""How far a long run has come, on stderr: one line that moves at a terminal, lines a second apart anywhere else."""

import sys
import time
from typing import Final

_EVERY_SECONDS: Final = 1.0


class Progress:
    """Shows how far something is. What a command answers goes to stdout and never mixes with it."""

    def __init__(self) -> None:
        self._moving = sys.stderr.isatty()
        self._shown = ""
        self._shown_at = 0.0

    def show(self, text: str) -> None:
        """Say how far it is now."""
        now = time.monotonic()
        if text == self._shown or (not self._moving and now - self._shown_at < _EVERY_SECONDS):
            return
        if self._moving:
            print(f"\r{text.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
        else:
            print(text, file=sys.stderr, flush=True)
        self._shown, self._shown_at = text, now

    def end(self) -> None:
        """Leave the moving line, if there was one."""
        if self._moving and self._shown:
            print(file=sys.stderr)
        self._shown = ""
