"""`tenant explain DIR`: the model as Markdown that a committee can read."""

import argparse
import json
import sys
from pathlib import Path

from services.core.tenancy.explain import explain_dir
from services.core.tenancy.loader import ModelError
from services.local.options import add_json


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="the tenant's directory")
    parser.add_argument("--language", choices=("da", "en"), default="da")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print; 0 done, 1 the directory holds no sound model."""
    try:
        text = explain_dir(arguments.directory, arguments.language)
    except ModelError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(json.dumps({"markdown": text}, ensure_ascii=False) if arguments.json else text, end="\n")
    return 0
