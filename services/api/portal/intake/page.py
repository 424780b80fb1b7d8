"""Imports, for administrators: bring a file, read what it would change, say yes, follow it, stop it."""

from typing import Any, Final

from services.api.portal.execution import Data
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import ADMINISTRATION
from services.api.portal.page import Ids, Page

MOVING: Final = frozenset({"CHECKING", "APPLYING"})
WAITING: Final = frozenset({"CHECKED", "HELD"})


def _apply(ids: Ids, fields: Fields) -> Input:
    return {
        "runId": ids["id"],
        "acceptEndings": (fields.number("missing", required=False) or 0)
        if fields.flag("acceptEndings")
        else 0,
        "expectedVersion": fields.number("expectedVersion"),
    }


def _cancel(ids: Ids, _: Fields) -> Input:
    return {"runId": ids["id"]}


def _standing(data: Data) -> dict[str, Any]:
    """How far it is in a hundred parts, and its numbers: a row of the table for each kind and what becomes of it."""
    intake = data["intake"]
    applied = intake["state"] in ("APPLYING", "DONE", "FAILED")
    return {
        "moving": intake["state"] in MOVING,
        "waiting": intake["state"] in WAITING,
        "percent": intake["rowsDone"] * 100 // intake["rowCount"] if intake["rowCount"] else 0,
        "counts": [one for one in intake["counts"] if one["checked"] is not applied],
    }


ALL = Page(name="intake", path="/imports", query="Intakes", audience=ADMINISTRATION, takes_after=True)
ONE = Page(
    name="intake",
    path="/imports/{id:str}",
    query="IntakePage",
    audience=ADMINISTRATION,
    template="intake/one.html",
    context=_standing,
    actions=(
        Action("apply", "ApplyIntake", _apply, done="intake-applying"),
        Action("cancel", "CancelIntake", _cancel, done="intake-cancelled"),
    ),
)
ERRORS = Page(
    name="intake",
    path="/imports/{id:str}/errors",
    query="IntakeErrors",
    audience=ADMINISTRATION,
    template="intake/errors.html",
    takes_after=True,
)
CHANGES = Page(
    name="intake",
    path="/imports/{id:str}/changes",
    query="IntakeChanges",
    audience=ADMINISTRATION,
    template="intake/changes.html",
    takes_after=True,
)
