"""`sweep --tenant T --wait`: let the worker look for what falls due, now."""

import argparse
import asyncio
import json

from services.local import due
from services.local.home import read_running
from services.local.options import add_data, add_json

STOPPED = "Stopped waiting. The worker carries out what was asked for; ask again to see how it ended."


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("--tenant", metavar="T", help="one tenant (default: all)")
    parser.add_argument("--wait", action="store_true", help="return when the sweeps have ended")
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ask for the sweeps; 0 done, 1 when one of them failed, 3 when nothing runs or it takes too long."""
    running = read_running(arguments.data)
    runs = asyncio.run(due.sweep(running, arguments.data, arguments.tenant, wait=arguments.wait))
    failed = [item for item in runs if item["state"] == "failed" or item["failed"]]
    if arguments.json:
        print(json.dumps({"ok": not failed, "sweeps": runs}))
    else:
        for item in runs:
            print(f"{item['tenant']:12}{item['sweep']:14}{item['state']:9}{item['handled']} handled")
    return 1 if failed else 0
