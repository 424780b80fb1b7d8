"""The notifier in local mode: `python -m services.local.notifier`."""

import asyncio
import sys
from datetime import timedelta

from services.core.logging import configure_logging
from services.core.mode import Mode
from services.core.settings import Settings
from services.local.entry import readiness
from services.notifier.__main__ import serve
from services.notifier.app import NEEDS, create_notifier

LEASE = timedelta(seconds=15)
"""Whoever kills a notifier on one machine watches what becomes of its messages."""


def main() -> int:
    """Deliver until told to stop."""
    tell = readiness("notifier")
    configure_logging("notifier")
    notifier = create_notifier(Settings.from_env(needs=NEEDS), Mode.LOCAL, lease=LEASE)
    # It serves no one who could wait for it: from here on it fetches its work by itself.
    tell()
    asyncio.run(serve(notifier))
    return 0


if __name__ == "__main__":
    sys.exit(main())
