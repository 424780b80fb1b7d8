"""Made-up answers about versions of a model; the document is a real one."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from services.core.message.preview import previews
from services.core.tenancy.explain import explain_html
from services.core.tenancy.loader import load_model
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
        "messagePreviews": _told(),
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


@cache
def _told() -> list[dict[str, Any]]:
    """What Fjordby's messages say, in its own words where it has any."""
    fjordby = Path(__file__).parents[1] / "municipalities" / "fjordby"
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    return [
        {
            "kind": one.kind.value,
            "name": one.name,
            "own": one.own,
            "language": one.words.language,
            "subject": one.words.subject,
            "text": one.words.text,
            "html": one.words.html,
            "sms": one.sms,
            "smsSegments": one.segments,
            "doubts": ["barn"] if one.own else [],
        }
        for one in previews(load_model(fjordby), "da", now)
    ]
