"""Digital Post's receipts: what Beskedfordeler pushes when a letter has arrived, or could not.

A push is an envelope (``ModtagBeskedInput``) around a ``PKO_PostStatus`` in base64, which names our ``messageUUID``, the
channel and a state. Beskedfordeler shows a certificate of its own: the proxy in front checks it, and adds the secret
that is asked for here. States that are no end, other channels and other senders' letters are passed over.
"""

import binascii
from base64 import b64decode
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from services.core.message.kinds import Channel
from services.notifier.channels.answers import UnreadableXmlError, leaves
from services.notifier.channels.digital_post import DigitalPostPeer
from services.notifier.receipts import Incoming, Receipt, UnreadableReceiptError, same_secret

ARRIVED: Final = "afleveret digital post"
TAKEN: Final = "modtaget digital post"
"""Digital Post has it, and has not put it into the recipient's box yet: no end."""
FAILED: Final = "fejlet"
_CHANNELS: Final = ("digital post", "digitalpost")
_LARGEST_CODE: Final = 2**31 - 1

OK: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?><ns2:ModtagBeskedOutput xmlns="urn:oio:sagdok:3.0.0"'
    b' xmlns:ns2="urn:oio:sts:1.0.0"><StandardRetur><StatusKode>20</StatusKode><FejlbeskedTekst>Ok</FejlbeskedTekst>'
    b"</StandardRetur></ns2:ModtagBeskedOutput>"
)


class DigitalPostReceiver:
    """Reads the receipts of one peer."""

    channel = Channel.DIGITAL_POST
    answer = (OK, "application/xml")

    def __init__(self, peer: DigitalPostPeer) -> None:
        self.path = f"/receipts/digital_post/{peer.name}"
        self.tenants: Sequence[str] = peer.tenants
        self._secret = peer.receipts_secret

    def authentic(self, incoming: Incoming) -> bool:
        """Whether it shows this peer's secret."""
        scheme, _, shown = incoming.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and same_secret(shown.strip(), self._secret)

    def read(self, incoming: Incoming) -> list[Receipt]:
        """The letter's end, if it is one."""
        try:
            status = leaves(b64decode("".join(_one(leaves(incoming.body), "Base64").split()), validate=True))
        except (UnreadableXmlError, binascii.Error, ValueError) as problem:
            raise UnreadableReceiptError from problem
        state = _one(status, "TransaktionsStatusKode").lower()
        if _one(status, "KanalKode", "digital post").lower() not in _CHANNELS or state not in (
            ARRIVED,
            FAILED,
        ):
            return []
        try:
            message = UUID(_one(status, "MessageUUID"))
        except ValueError:
            # Another system of the municipality's may send under the same agreement, and number as it likes.
            return []
        return [Receipt(message, state == ARRIVED, _code(_one(status, "FejlKode", "")))]


def _one(found: dict[str, list[str]], name: str, otherwise: str | None = None) -> str:
    texts = [text for path, said in found.items() if path.rpartition("/")[2] == name for text in said]
    if len(texts) == 1:
        return texts[0]
    if texts or otherwise is None:
        raise UnreadableReceiptError
    return otherwise


def _code(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and int(said) <= _LARGEST_CODE else None
