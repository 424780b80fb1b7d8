"""Which documents of a model belong to the case and not to one meeting."""

from services.core.tenancy.meetings import DocumentRule
from services.core.tenancy.model import Model

BEFORE_THE_CALL = "call"


def case_documents(model: Model) -> tuple[DocumentRule, ...]:
    """The documents that must exist before a meeting is called: they have a form of their own, each once (RI-21).

    What is ready later is the form of its meeting, or kept elsewhere.
    """
    found = {
        document.key: document
        for meeting in model.meetings
        for document in meeting.documents
        if document.form and document.ready_before == BEFORE_THE_CALL and document.form != meeting.form
    }
    return tuple(found.values())


def case_document(model: Model, key: str) -> DocumentRule | None:
    """The one with this key, or None."""
    return next((one for one in case_documents(model) if one.key == key), None)
