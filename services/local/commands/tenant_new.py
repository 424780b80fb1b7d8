"""`tenant new NAME`: a small, sound, commented model to begin from."""

import argparse
import json
import sys
from pathlib import Path

from services.core.tenancy.new import new_tenant
from services.local.home import CHECKOUT
from services.local.options import add_json, add_language

_NO_NAME = {
    "da": "'{}' skal være små bogstaver a-z, tal og bindestreger og begynde med et bogstav",
    "en": "'{}' must be lower-case letters a-z, digits and hyphens, beginning with a letter",
}
_THERE = {"da": "{} findes allerede", "en": "{} is there already"}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("name", metavar="NAME", help="short name: lower-case letters, digits, hyphens")
    parser.add_argument(
        "--in", dest="parent", type=Path, default=CHECKOUT / "tenants", metavar="DIR", help="where to"
    )
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write; 0 done, 2 not a usable name or something is there already."""
    try:
        directory = new_tenant(arguments.parent, arguments.name)
    except ValueError:
        print(_NO_NAME[arguments.language].format(arguments.name), file=sys.stderr)
        return 2
    except FileExistsError:
        there = arguments.parent / arguments.name
        print(_THERE[arguments.language].format(there), file=sys.stderr)
        return 2
    print(json.dumps({"directory": str(directory)}) if arguments.json else directory)
    return 0
