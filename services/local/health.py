"""Asks the api whether it is ready, the way a load balancer does."""

import asyncio
import time

from services.local.errors import EnvironmentProblem


async def answers_ready(port: int, seconds: float = 30) -> None:
    """Wait until `/health/ready` answers 200; raises EnvironmentProblem with the last answer."""
    deadline = time.monotonic() + seconds
    while True:
        status = await _status(port)
        if status == 200:
            return
        if time.monotonic() > deadline:
            raise EnvironmentProblem(
                f"The api does not call itself ready (/health/ready: {status or 'silent'})."
            )
        await asyncio.sleep(0.05)


async def _status(port: int) -> int | None:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return None
    try:
        writer.write(b"GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        await writer.drain()
        line = await asyncio.wait_for(reader.readline(), 5)
        return int(line.split()[1]) if line.startswith(b"HTTP/") else None
    except (OSError, TimeoutError, ValueError, IndexError):
        return None
    finally:
        writer.close()
