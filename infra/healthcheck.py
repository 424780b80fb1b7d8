"""Ask the process in this container whether it is well; exit 0 or 1. Standard library only.

The api answers on RUNDBORD_BIND (/health/ready), the other processes on RUNDBORD_METRICS_BIND (/metrics). A
process that opens neither (migrate) has nothing to ask and counts as well.
"""

import os
import sys
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 4.0


def address() -> str | None:
    """The URL to ask, from this process's own settings; None when it opens no port."""
    for variable, path in (("RUNDBORD_BIND", "/health/ready"), ("RUNDBORD_METRICS_BIND", "/metrics")):
        if bind := os.environ.get(variable, ""):
            port = bind.rpartition(":")[2]
            return f"http://127.0.0.1:{port}{path}"
    return None


def main() -> int:
    """0 when the process answers 200 within four seconds, or has no port; else 1 with the reason."""
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
