"""A recipient's address as mail servers take it: an IDN domain in its ASCII form, other letters only before the ``@``."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import idna

_ASCII: Final = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]+", re.ASCII | re.IGNORECASE)
_NEVER: Final = frozenset('<>()[]\\,;:@"')
_LABEL: Final = "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
_LABELS: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Recipient:
    """Where one mail goes. ``utf8``: only a server that offers SMTPUTF8 (RFC 6531) can take it."""

    address: str
    utf8: bool


def read_recipient(address: str) -> Recipient | None:
    """The address for envelope and header; None for one that no envelope can hold.

    A domain with letters of its own is written as the DNS knows it (IDNA 2008). The part before the ``@`` belongs to the
    receiver: nobody may rewrite it, so letters beyond ASCII stay, in Unicode's composed form.
    """
    local, at, domain = address.rpartition("@")
    if not (local and at and domain):
        return None
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    if not _LABELS.fullmatch(domain):
        return None
    if _ASCII.fullmatch(local):
        return Recipient(f"{local}@{domain}", utf8=False)
    local = unicodedata.normalize("NFC", local)
    if not local.isascii() and all(
        letter.isprintable() and not letter.isspace() and letter not in _NEVER for letter in local
    ):
        return Recipient(f"{local}@{domain}", utf8=True)
    return None
