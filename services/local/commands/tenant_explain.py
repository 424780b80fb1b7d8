"""`tenant explain DIR`: the model as a document that a committee can read, Markdown or HTML with drawings."""

import argparse
import json
import sys
from pathlib import Path

from services.core.tenancy.explain import explain_dir, explain_html_dir
from services.core.tenancy.findings import ModelError
from services.local.options import add_json, add_language


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="the tenant's directory")
    add_language(parser)
    parser.add_argument(
        "--html", action="store_true", help="one HTML page with drawings of levels and meetings"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print; 0 done, 1 the directory holds no sound model."""
    try:
        explained = explain_html_dir if arguments.html else explain_dir
        text = explained(arguments.directory, arguments.language)
    except ModelError as problem:
        print(problem.told(arguments.language), file=sys.stderr)
        return 1
    form = "html" if arguments.html else "markdown"
    print(json.dumps({form: text}, ensure_ascii=False) if arguments.json else text, end="\n")
    return 0
