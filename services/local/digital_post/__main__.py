"""Entry point: `python -m services.local.digital_post`."""

import argparse
import asyncio
import sys
import tomllib
from pathlib import Path

from services.local.digital_post.peer import DigitalPostPeer
from services.local.digital_post.pushing import Pusher
from services.local.http_peer import serve


async def run(arguments: argparse.Namespace) -> None:
    """Serve until SIGTERM or SIGINT."""
    (agreed,) = tomllib.loads(arguments.channels.read_text())["digital_post"]
    told = f"http://{arguments.receipts}/receipts/digital_post/{agreed['name']}"
    peer = DigitalPostPeer(arguments.dir, agreed["token"], Pusher(told, agreed["receipts_secret"]))
    await serve(arguments.port, peer.answer, arguments.ready_file)


def main() -> int:
    """Serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="services.local.digital_post")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--channels", type=Path, required=True, help="the file that the notifier reads too")
    parser.add_argument(
        "--receipts", required=True, metavar="HOST:PORT", help="where the notifier hears of letters"
    )
    parser.add_argument("--ready-file", type=Path, required=True)
    asyncio.run(run(parser.parse_args()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
