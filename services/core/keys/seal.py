"""One sealed column a row: AES-256-GCM under the dossier's key, bound to where it stands.

Layout: version (1 byte) · key generation (2 bytes) · nonce (12 bytes) · ciphertext and tag. The associated
data is label, tenant, dossier and row id, so a sealed value moved to another row, dossier or column does not
open. The label is a stable name from the catalogue below, not the table's name, which may change.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = 1
_HEAD = 15

Content = TypeVar("Content", bound=msgspec.Struct)


class SealLabel(StrEnum):
    """The closed list of what is sealed. A value never changes its meaning and is never used again."""

    PERSON = "person"
    CUSTODY_HOLDER = "custody-holder"
    IDENTIFIER = "identifier"
    DIGITAL_POST_NUMBER = "digital-post-number"
    DEPARTURE = "departure"
    FAMILY_RELATION = "family-relation"
    INFORMATION_GIVEN = "information-given"
    PROBLEM = "problem"
    LEVEL_MOVE = "level-move"
    CONFIRMATION = "confirmation"
    MEETING = "meeting"
    PARTICIPANT = "participant"
    AGENDA_ITEM = "agenda-item"
    FORM = "form"
    FORM_VERSION = "form-version"
    PERSPECTIVE = "perspective"
    PERSPECTIVE_DRAWING = "perspective-drawing"
    VIDEO_LINK = "video-link"
    AGREEMENT = "agreement"
    AGREEMENT_SAID = "agreement-said"
    CONCLUSION = "conclusion"
    CIRCLE_SUGGESTION = "circle-suggestion"
    ACTION_PLAN = "action-plan"
    CONVERSATION = "conversation"
    CONVERSATION_SUMMARY = "conversation-summary"
    UNDERRETNING = "underretning"
    PROCESS = "process"
    MEASURE = "measure"
    OFFER = "offer"
    SHARED_PLAN = "shared-plan"
    NETWORK = "network"
    NETWORK_EVALUATION = "network-evaluation"
    HANDOVER = "handover"
    EXCHANGE = "exchange"
    SHARE = "share"
    CONSENT = "consent"
    CONSENT_DOCUMENT = "consent-document"
    INFORMING = "informing"
    CONSULTATION = "consultation"
    CONSULTATION_PARTICIPANT = "consultation-participant"
    CONSULTATION_ITEM = "consultation-item"
    CONSULTATION_FORM = "consultation-form"
    CONSULTATION_AGREEMENT = "consultation-agreement"
    EMERGENCY_REASON = "emergency-reason"
    EMERGENCY_NOTE = "emergency-note"
    ACCESS_REQUEST = "access-request"
    UNDELIVERED_SAID = "undelivered-said"
    FORMER_CONTACT = "former-contact"
    HOLD = "hold"
    INTAKE_PART = "intake-part"
    DRAFT = "draft"
    IDEMPOTENT_RESPONSE = "idempotent-response"


class SealError(Exception):
    """A sealed value does not open: wrong place, wrong key, or damaged. Never says what was in it."""


@dataclass(frozen=True, slots=True)
class DossierKey:
    """A dossier's data key, opened for the length of one transaction."""

    generation: int
    cipher: AESGCM


def seal(
    key: DossierKey, label: SealLabel, tenant: UUID, dossier: UUID, row: UUID, content: msgspec.Struct
) -> bytes:
    """Seal a row's sensitive fields together."""
    nonce = secrets.token_bytes(12)
    packed = msgspec.msgpack.encode(content)
    head = bytes([_VERSION]) + key.generation.to_bytes(2, "big") + nonce
    return head + key.cipher.encrypt(nonce, packed, _bound_to(label, tenant, dossier, row))


def unseal(
    key: DossierKey,
    label: SealLabel,
    tenant: UUID,
    dossier: UUID,
    row: UUID,
    sealed: bytes,
    as_type: type[Content],
) -> Content:
    """Open a sealed value as its type; raises ``SealError``."""
    if len(sealed) <= _HEAD or sealed[0] != _VERSION:
        raise SealError(f"{label}: unknown form of a sealed value")
    if int.from_bytes(sealed[1:3], "big") != key.generation:
        raise SealError(f"{label}: sealed with another key generation")
    try:
        packed = key.cipher.decrypt(sealed[3:_HEAD], sealed[_HEAD:], _bound_to(label, tenant, dossier, row))
    except InvalidTag:
        raise SealError(f"{label}: the sealed value does not belong where it stands") from None
    return msgspec.msgpack.decode(packed, type=as_type)


def _bound_to(label: SealLabel, tenant: UUID, dossier: UUID, row: UUID) -> bytes:
    return b"\x00".join((label.value.encode(), tenant.bytes, dossier.bytes, row.bytes))
