"""One document, set in a process of its own: a job as JSON comes in on stdin, the PDF goes out on stdout.

Why this is safe: what people wrote comes in as one JSON value and is only ever *shown* by the template, never read as
markup; the template's directory is all that it can open; there are no packages. The process inherits neither settings nor
keys, may write no file, has a bound on time and memory, and its memory goes with it. It tells its parent no more than that
it failed: a fault of the typesetter quotes what was to be set.

Started by its path under ``python -I``, it knows nothing of the rest of the system.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

import typst

HERE = Path(__file__).parent / "template"
CPU_SECONDS = 10
MEMORY_BYTES = 1 << 30
FAILED = 70
UNPRINTABLE = 65
_PR_SET_PDEATHSIG = 1


def _bounded(parent: int) -> None:
    with suppress(OSError, AttributeError):  # only Linux knows it
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(FAILED)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Set what stdin asks for. Exits with ``UNPRINTABLE`` where a character has no glyph, else ``FAILED``."""
    job = json.load(sys.stdin.buffer)
    _bounded(job["parent"])
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(job["fonts"])
    )
    nowhere = HERE / "none"
    compiler = typst.Compiler(
        root=HERE,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
        sys_inputs={"sheet": json.dumps(job["sheet"])},
    )
    try:
        made = compiler.compile(
            input=HERE / "sheet.typ", format=job["format"], pdf_standards=["ua-1"], timestamp=job["at"]
        )
    except typst.TypstError as problem:
        if os.environ.get("PRESS_TELLS"):
            sys.stderr.write(f"{problem}\n{problem.diagnostic}\n")
        sys.exit(UNPRINTABLE if "could not be displayed" in str(problem) else FAILED)
    sys.stdout.buffer.write(made if isinstance(made, bytes) else b"".join(made or ()))


if __name__ == "__main__":
    main()
