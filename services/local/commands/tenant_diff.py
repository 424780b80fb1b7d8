"""`tenant diff BEFORE AFTER`: what differs between two models in sentences, and what running cases follow."""

import argparse
import json
import sys
from pathlib import Path

from services.core.tenancy.changed import changes
from services.core.tenancy.check import sound_model
from services.core.tenancy.findings import ModelError
from services.local.options import add_json, add_language

_HEADS = {
    "da": (
        "Praksis: igangværende forløb beholder deres version, til nogen flytter dem.",
        "Lov: gælder fra dagen, også i igangværende forløb.",
    ),
    "en": (
        "Practice: running cases keep their version until someone moves them.",
        "Law: applies from the day on, in running cases too.",
    ),
}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("before", type=Path, metavar="BEFORE", help="a tenant's directory")
    parser.add_argument("after", type=Path, metavar="AFTER", help="another, or a changed copy")
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 0 the same, 1 they differ, 2 one of them holds no model."""
    try:
        found = changes(sound_model(arguments.before), sound_model(arguments.after), arguments.language)
    except ModelError as problem:
        print(problem.told(arguments.language), file=sys.stderr)
        return 2
    if arguments.json:
        told = [{"path": one.path, "text": one.sentence, "dated": one.dated} for one in found]
        print(json.dumps(told, ensure_ascii=False))
        return 1 if found else 0
    words = _HEADS[arguments.language]
    for head, dated in zip(words, (False, True), strict=True):
        lines = [f"- {one.sentence}" for one in found if one.dated is dated]
        if lines:
            print("\n".join([head, *lines, ""]))
    if not found:
        print("No difference.")
    return 1 if found else 0
