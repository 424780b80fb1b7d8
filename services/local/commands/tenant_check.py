"""`tenant check DIR…`: every mistake of a tenant's directory, where it stands and what it is.

Warnings are for people to judge and change no exit code; in JSON they alone carry a `severity`.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from services.core.tenancy.check import check_reading
from services.core.tenancy.findings import Finding
from services.core.tenancy.loader import read
from services.core.tenancy.statements import owed
from services.core.tenancy.worded import warnings
from services.local.home import CHECKOUT
from services.local.options import add_json, add_language

_NO_DIRECTORY = {"da": "Mappen findes ikke: {}", "en": "No such directory: {}"}
_SUM = {"da": "{} modeller, {} fejl", "en": "{} models, {} findings"}
_WARNING = {"da": "advarsel", "en": "warning"}


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument(
        "directories", nargs="*", type=Path, metavar="DIR", help="tenants' directories (default: all of ours)"
    )
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check; 0 no mistake, 1 findings, 2 no such directory."""
    language: str = arguments.language
    directories: list[Path] = arguments.directories or sorted(
        path.parent for path in (CHECKOUT / "tenants").glob("*/tenant.toml")
    )
    missing = [str(path) for path in directories if not path.is_dir()]
    if missing:
        said = _NO_DIRECTORY[language].format(", ".join(missing))
        print(json.dumps({"error": said, "paths": missing}) if arguments.json else said)
        return 2
    found: list[Finding] = []
    doubts: list[Finding] = []
    for directory in directories:
        reading = read(directory)
        found += [_placed(directory, finding) for finding in check_reading(reading)]
        doubts += [_placed(directory, finding) for finding in (*warnings(reading), *owed(reading))]
    if arguments.json:
        told = [_as_json(finding, language) for finding in found]
        told += [{**_as_json(finding, language), "severity": "warning"} for finding in doubts]
        print(json.dumps(told, ensure_ascii=False))
    else:
        for finding in found:
            print(finding.told(language))
        for finding in doubts:
            print(f"{_WARNING[language]}: {finding.told(language)}")
        print(_SUM[language].format(len(directories), len(found)))
    return 1 if found else 0


def _placed(directory: Path, finding: Finding) -> Finding:
    return replace(finding, file=str(directory / finding.file))


def _as_json(finding: Finding, language: str) -> dict[str, str | int]:
    return {
        "file": finding.file,
        "line": finding.line,
        "path": finding.path,
        "code": finding.code,
        "message": finding.message(language),
    }
