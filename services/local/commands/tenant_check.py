"""`tenant check DIR…`: every mistake of a tenant's directory, where it stands and what it is."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from services.core.tenancy.check import check_dir
from services.core.tenancy.loader import Finding
from services.local.home import CHECKOUT
from services.local.options import add_json


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument(
        "directories", nargs="*", type=Path, metavar="DIR", help="tenants' directories (default: all of ours)"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check; 0 no mistake, 1 findings, 2 no such directory."""
    directories: list[Path] = arguments.directories or sorted(
        path.parent for path in (CHECKOUT / "tenants").glob("*/tenant.toml")
    )
    missing = [str(path) for path in directories if not path.is_dir()]
    if missing:
        print(json.dumps({"error": "no such directory", "paths": missing}) if arguments.json else missing[0])
        return 2
    found = [_placed(directory, finding) for directory in directories for finding in check_dir(directory)]
    if arguments.json:
        print(json.dumps([asdict(finding) for finding in found], ensure_ascii=False))
    else:
        for finding in found:
            print(finding)
        print(f"{len(directories)} tenants, {len(found)} findings")
    return 1 if found else 0


def _placed(directory: Path, finding: Finding) -> Finding:
    return Finding(str(directory / finding.file), finding.line, finding.path, finding.code, finding.message)
