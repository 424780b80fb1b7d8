"""Entry point ``python -m services.notifier``: production mode, settings from the environment."""

import asyncio
import signal
import sys

from services.core.logging import configure_logging
from services.core.settings import Settings, SettingsError
from services.notifier.app import NEEDS, Notifier, create_notifier
from services.notifier.channels.mail_server import MailUrlError


async def serve(notifier: Notifier) -> None:
    """Run until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stop.set)
    await notifier.run(stop)


def main() -> int:
    """Exit 0 when stopped, 2 when the settings can't be used."""
    configure_logging("notifier")
    try:
        notifier = create_notifier(Settings.from_env(needs=NEEDS))
        asyncio.run(serve(notifier))
    except (SettingsError, MailUrlError) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
