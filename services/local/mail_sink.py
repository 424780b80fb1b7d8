"""The mail sink: takes every mail by SMTP and keeps it as one `.eml` file a delivery.

    python -m services.local.mail_sink --port PORT --dir DIR --bounces HOST:PORT --ready-file FILE

A file appears whole (written aside, then renamed) and before the sender hears 250, so that a mail whose
sender heard 250 is always there. Names sort by arrival. Headers of the notifier, `X-Rundbord-Outbox` among
them, are kept as they came. Of mail to some addresses (``mail_report.py``) it reports that it came back, or arrived.
"""

import argparse
import asyncio
import os
import secrets
import signal
import sys
import time
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from services.local.mail_report import action_for, send_report
from services.local.mark import mark_ready

_MAX_BYTES = 30 * 1024 * 1024


class Sink:
    """Writes each delivery to a directory."""

    def __init__(self, directory: Path, bounces: str) -> None:
        self._directory = directory
        self._bounces = bounces
        self._reporting: set[asyncio.Task[None]] = set()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002
        """Keep one mail; answers 452 when it can't, and the sender tries again later."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        recipients = ", ".join(envelope.rcpt_tos)
        head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {recipients}\r\n".encode()
        try:
            self._write(head + content)
        except OSError as problem:
            print(f"not kept: {problem.strerror}", file=sys.stderr, flush=True)
            return "452 4.3.1 Insufficient system storage"
        for recipient in envelope.rcpt_tos if envelope.mail_from else ():
            if action := action_for(recipient):
                sending = send_report(self._bounces, str(envelope.mail_from), recipient, action)
                task = asyncio.create_task(sending)
                self._reporting.add(task)
                task.add_done_callback(self._reporting.discard)
        return "250 2.0.0 Kept"

    def _write(self, content: bytes) -> None:
        name = f"{time.time_ns():020d}-{secrets.token_hex(4)}.eml"
        draft = self._directory / f".{name}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.rename(self._directory / name)


async def serve(port: int, directory: Path, bounces: str, ready_file: Path) -> None:
    """Listen on 127.0.0.1 until told to stop."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    sink = Sink(directory, bounces)

    def session() -> SMTP:
        return SMTP(sink, data_size_limit=_MAX_BYTES, enable_SMTPUTF8=True, hostname="localhost", loop=loop)

    server = await loop.create_server(session, "127.0.0.1", port)
    mark_ready(ready_file)
    await stop.wait()
    server.close()


def main() -> int:
    """Serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="services.local.mail_sink")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--bounces", required=True)
    parser.add_argument("--ready-file", type=Path, required=True)
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.port, arguments.dir, arguments.bounces, arguments.ready_file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
