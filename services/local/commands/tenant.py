"""`tenant check|add|…`: a municipality's model as files, and as it lives in a running system."""

import argparse
import importlib
from types import ModuleType

ACTIONS = {
    "check": "say what is wrong with a tenant's directory, with file, line and path",
    "new": "make a commented start for a municipality that is not here yet",
    "diff": "say what differs between two models",
    "explain": "the model as a document that a committee can read",
    "messages": "what messages say by mail and SMS, in the municipality's own words where it has any",
    "add": "add a tenant to the running system, or propose the change of its directory",
    "versions": "list the versions of a tenant's model, or take a proposed one back",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments: each action has its own file."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in ACTIONS.items():
        module(name).add(actions.add_parser(name, help=summary, description=summary))


def run(arguments: argparse.Namespace) -> int:
    """Run one action."""
    code: int = module(arguments.action).run(arguments)
    return code


def module(action: str) -> ModuleType:
    """Give the file of an action."""
    return importlib.import_module(f"services.local.commands.tenant_{action}")
