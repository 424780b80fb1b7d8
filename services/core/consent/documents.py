"""The paper on which somebody said yes or no: a file, told by its content, sealed under the child's dossier.

Why this is safe: what is kept is one of three kinds that its own first bytes say, of a limited size; a name that came
with it is not kept, and it is only ever given back as a download that a browser does not open as a page.
"""

from typing import Final
from uuid import UUID

from services.core.consent import store
from services.core.consent.store import DocumentDetails, DocumentRow
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import invalid, not_found
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel

LARGEST: Final = 5 * 1024 * 1024
"""Bytes of one paper."""
_KINDS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


def kind_of(content: bytes) -> str | None:
    """The media type that a file's own first bytes say; None for any other than a PDF, a JPEG or a PNG."""
    return next((kind for begin, kind in _KINDS if content.startswith(begin)), None)


async def keep(tx: WriteTx, dossier: DossierId, consent: UUID, content: bytes) -> None:
    """Keep the paper of a consent. INVALID_INPUT for one that is too large, empty or of another kind."""
    if len(content) > LARGEST:
        raise invalid("consent.document_too_large", "input", "document", limit=LARGEST // 1024 // 1024)
    kind = kind_of(content)
    if kind is None:
        raise invalid("consent.document_unknown", "input", "document")
    await tx.run(
        store.INSERT_DOCUMENT,
        id=consent,
        dossier_id=dossier,
        media_type=kind,
        size=len(content),
        sealed=await tx.seal(SealLabel.CONSENT_DOCUMENT, dossier, consent, DocumentDetails(content)),
    )


async def document(tx: ReadTx, consent: UUID) -> tuple[DocumentRow, bytes]:
    """The paper of a consent; NOT_FOUND for an absent or foreign one alike."""
    row = await tx.one(store.FIND_DOCUMENT, id=consent)
    if row is None:
        raise not_found()
    opened = await tx.open_sealed(
        SealLabel.CONSENT_DOCUMENT, row.dossier_id, row.id, row.sealed, DocumentDetails
    )
    return row, opened.content
