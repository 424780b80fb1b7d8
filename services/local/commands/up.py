"""`up`: the whole system, in the foreground, until Ctrl-C."""

import argparse
import asyncio
import signal

from services.local import ports, processes
from services.local.home import Home, claim, open_home
from services.local.options import Options, add_up, parsed
from services.local.system import Services, System, progress


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    add_up(parser)


def run(arguments: argparse.Namespace, services: Services = processes.services) -> int:
    """Bring the system up, keep it up, take it down. ``services`` describes the four of ours."""
    options = parsed(arguments)
    home = open_home(options.data)
    holder = claim(home)
    chosen = ports.choose(home.path / "ports.json", options.port)
    del holder  # an open file number: the lock lasts as long as this process
    return asyncio.run(_run(home, chosen, options, services))


async def _run(home: Home, chosen: ports.Ports, options: Options, services: Services) -> int:
    say = progress()
    system = System(home, chosen, options, say, services)
    stop = asyncio.Event()

    def asked() -> None:
        if stop.is_set():
            system.kill()
        stop.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, asked)
    starting = asyncio.ensure_future(system.up())
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            say("ready")
            print(system.ready_line() if options.json else system.table(), flush=True)
            await stop.wait()
        else:
            starting.cancel()
    finally:
        say("stopping")
        await system.down()
        say("stopped")
    return 0
