"""Made-up answers about versions of a model; the document is a real one."""

from functools import cache
from typing import Any

from services.core.tenancy.explain import explain_html
from tests.portal.sample_meeting import connection
from tests.rules.cases import model_of

VERSION = "v-3"
OLDER = "v-1"


def version(number: int, state: str, **more: Any) -> dict[str, Any]:
    """A version as the schema answers it."""
    return {
        "id": f"v-{number}",
        "number": number,
        "state": state,
        "digest": "0" * 64,
        "author": None,
        "mine": False,
        "proposedAt": "2026-11-20T09:30:00Z",
        "wantedFrom": "2026-12-01",
        "appliesFrom": None,
        "missing": 1,
        "mayApprove": state == "PROPOSED",
        "decisions": [],
        **more,
    }


def versions() -> dict[str, Any]:
    """What the root fields about versions answer."""
    said = [
        {
            "verdict": "APPROVED",
            "by": "Arne Adminprøve",
            "at": "2026-11-21T08:00:00Z",
            "appliesFrom": "2026-12-01",
            "note": "Læst.",
        }
    ]
    newest = version(3, "PROPOSED", decisions=said, missing=1)
    return {
        "modelVersions": connection(
            newest,
            version(2, "REJECTED", author="Alma Anden"),
            version(1, "IN_FORCE", appliesFrom="2026-08-01", missing=0),
        ),
        "modelVersion": newest,
        "modelChanges": {
            "beforeId": OLDER,
            "beforeNumber": 1,
            "changes": [
                {"path": "meetings", "text": "Møder › “Netværksmøde”: tilføjet", "dated": False},
                {"path": "law", "text": "Retsgrundlag › “Samtykke”: ændret", "dated": True},
            ],
        },
        "modelDocument": _document(),
        "caseChanges": {
            "fromNumber": 1,
            "toNumber": 3,
            "toId": VERSION,
            "version": 4,
            "changes": [
                {"kind": "reassessment", "text": "Næste vurdering: 2027-01-04.", "blocks": False},
            ],
        },
    }


@cache
def _document() -> str:
    return explain_html(model_of("randers"))
