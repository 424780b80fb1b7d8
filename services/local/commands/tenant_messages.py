"""`tenant messages DIR`: what the municipality's messages say by mail and by SMS, as its directory stands."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from services.core.message.kinds import MessageKind
from services.core.message.preview import Preview, previews
from services.core.tenancy.check import sound_model
from services.core.tenancy.findings import ModelError
from services.local.home import CHECKOUT
from services.local.options import add_json, add_language

_OWN = {"da": "kommunens egne ord", "en": "the municipality's own words"}
_DOUBTS = {"da": "kan fortælle for meget: {}", "en": "may tell too much: {}"}
_SEGMENTS = {"da": "SMS ({} dele)", "en": "SMS ({} parts)"}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("tenant", metavar="NAME", help="a tenant of ours, or the directory of any")
    parser.add_argument(
        "--kind", choices=[kind.value for kind in MessageKind], metavar="KIND", help="one kind alone"
    )
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print; 0 done, 1 the directory holds no sound model."""
    named = CHECKOUT / "tenants" / arguments.tenant
    directory = named if named.is_dir() else Path(arguments.tenant)
    kinds = [MessageKind(arguments.kind)] if arguments.kind else list(MessageKind)
    try:
        found = previews(sound_model(directory), arguments.language, datetime.now(UTC), kinds)
    except ModelError as problem:
        print(problem.told(arguments.language), file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps([_as_data(one) for one in found], ensure_ascii=False))
    else:
        print("\n".join(_as_text(one, arguments.language) for one in found), end="")
    return 0


def _as_data(one: Preview) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "own": one.own,
        "subject": one.words.subject,
        "text": one.words.text,
        "html": one.words.html,
        "sms": one.sms,
        "segments": one.segments,
        "doubts": list(one.doubts),
    }


def _as_text(one: Preview, language: str) -> str:
    own = f" ({_OWN[language]})" if one.own else ""
    head = f"{one.name}, {one.kind.value}{own}"
    body = "".join(f"  {line}".rstrip() + "\n" for line in one.words.text.splitlines())
    sms = _SEGMENTS[language].format(one.segments)
    doubts = f"  {_DOUBTS[language].format(', '.join(one.doubts))}\n" if one.doubts else ""
    return f"{head}\n{'=' * len(head)}\n{doubts}  {one.words.subject}\n\n{body}\n  {sms}: {one.sms}\n\n"
