"""`./rundbord COMMAND`: see `services/local/commands/`."""

import argparse
import errno
import importlib
import logging
import os
import sys

import structlog

from services.local.errors import EnvironmentProblem

COMMANDS = {
    "up": "run the whole system on this machine",
    "test": "run the tests (further words go to pytest)",
    "check": "format, lint, types and contracts, in under a minute",
    "status": "what runs, and whether it is well",
    "clock": "show or move the business clock of the running system",
    "token": "a bearer token for a test person",
    "sweep": "let the worker look for what falls due, now",
    "audit": "verify the chain of access events",
    "intake": "bring a file from another system, or see what it would change",
    "erase": "what retention would erase, and why",
    "tenant": "check, add, compare and explain a municipality's model",
    "gallery": "pictures of every page, taken of a seeded system",
}
DONE, FINDING, USAGE, ENVIRONMENT = 0, 1, 2, 3
STOPPED = 130
"""By whoever called it (Ctrl-C); a command says in its ``STOPPED`` what has become of what it had begun."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; give its exit code."""
    words = sys.argv[1:] if argv is None else argv
    log_to_stderr()
    chosen = words[0] if words else ""
    parser = argparse.ArgumentParser(prog="rundbord", description="Rundbord on one machine.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        # `test` hands its words on to pytest; its own help would hide pytest's.
        command = commands.add_parser(name, help=summary, description=summary, add_help=name != "test")
        if name == chosen:
            importlib.import_module(f"services.local.commands.{name}").add(command)
    arguments, rest = parser.parse_known_args(words)
    if rest and chosen != "test":
        parser.error(f"unknown: {' '.join(rest)}")
    arguments.rest = rest
    module = importlib.import_module(f"services.local.commands.{chosen}")
    try:
        code: int = module.run(arguments)
    except KeyboardInterrupt:
        print(f"\nrundbord: {getattr(module, 'STOPPED', 'Stopped.')}", file=sys.stderr)
        return STOPPED
    except EnvironmentProblem as problem:
        print(f"rundbord: {problem}", file=sys.stderr)
        return ENVIRONMENT
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as problem:
        print(f"rundbord: {sentence_for(problem)}", file=sys.stderr)
        return ENVIRONMENT
    return code


def log_to_stderr() -> None:
    """What the services log while a command uses them is no part of its answer on stdout."""
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
    )


def sentence_for(problem: OSError) -> str:
    """Say what an error of the operating system means for the person at the keyboard."""
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "The disk is full: free some space and start again."
    if problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS} and problem.filename:
        return f"{problem.filename} may not be written by this user."
    return f"The machine refused: {problem}."


if __name__ == "__main__":
    sys.exit(main())
