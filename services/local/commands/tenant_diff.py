"""`tenant diff BEFORE AFTER`: what differs between two models, one line each, with its path."""

import argparse
import json
import sys
from pathlib import Path

from services.core.tenancy.diff import diff_dirs
from services.core.tenancy.loader import ModelError
from services.local.options import add_json


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("before", type=Path, metavar="BEFORE", help="a tenant's directory")
    parser.add_argument("after", type=Path, metavar="AFTER", help="another, or a changed copy")
    parser.add_argument("--language", choices=("da", "en"), default="da")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 0 the same, 1 they differ, 2 one of them holds no model."""
    try:
        lines = diff_dirs(arguments.before, arguments.after, arguments.language)
    except ModelError as problem:
        print(problem, file=sys.stderr)
        return 2
    if arguments.json:
        split = [line.partition(": ") for line in lines]
        print(json.dumps([{"path": path, "text": text} for path, _, text in split], ensure_ascii=False))
    else:
        print("\n".join(lines) or "No difference.")
    return 1 if lines else 0
