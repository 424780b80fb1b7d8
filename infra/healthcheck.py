"""Ask the process in this container whether it is well; exit 0 or 1. Standard library only.

The api answers on RUNDBORD_BIND (/health/ready), the notifier on RUNDBORD_METRICS_BIND (/metrics); worker and beat
touch RUNDBORD_PULSE_FILE for as long as the loops turn that do their work. A process that has none of them (migrate)
has nothing to ask and counts as well.
"""

import os
import sys
import time
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 4.0
PULSE_SECONDS = 30.0
"""So old may a pulse be: several times what lies between two touches."""


def address() -> str | None:
    """The URL to ask, from this process's own settings; None when it opens no port."""
    for variable, path in (("RUNDBORD_BIND", "/health/ready"), ("RUNDBORD_METRICS_BIND", "/metrics")):
        if bind := os.environ.get(variable, ""):
            port = bind.rpartition(":")[2]
            return f"http://127.0.0.1:{port}{path}"
    return None


def stands_still(pulse: str) -> str:
    """Why the process counts as one that stands still; "" when its pulse is fresh."""
    try:
        age = time.time() - os.stat(pulse).st_mtime
    except OSError as error:
        return f"no pulse: {error}"
    return "" if abs(age) < PULSE_SECONDS else f"the last pulse was {age:.0f} s ago"


def main() -> int:
    """0 when the process answers 200 within four seconds, or has a pulse; else 1 with the reason."""
    if pulse := os.environ.get("RUNDBORD_PULSE_FILE", ""):
        # Not its metrics: a worker asks the database for them, and a database that is slow is not its fault.
        if why := stands_still(pulse):
            sys.stderr.write(f"{why}\n")
        return 1 if why else 0
    url = address()
    if url is None:
        return 0
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - made above, http to ourselves
            return 0 if answer.status == 200 else 1
    except (urllib.error.URLError, OSError) as error:
        sys.stderr.write(f"{url}: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
