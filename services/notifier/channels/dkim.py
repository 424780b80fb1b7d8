"""Signs mails in the name of the sending domain (RFC 6376, 8463), where the operator has given a key for it.

Without a key nothing is added, and the municipality's own relay can sign: the From domain is the envelope's, and no part
of a mail is of a kind that a relay would have to recode. With one, only what a relay must not change is signed.
"""

import base64
from pathlib import Path
from typing import Final

import dkim
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

SMALLEST_RSA: Final = 2048
SIGNED: Final = (
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "auto-submitted",
    "mime-version",
    "content-type",
)
"""Headers that are signed, each also against a second one of its name. Not ``Content-Transfer-Encoding``."""


class DkimKeyError(Exception):
    """The key can't sign. Says which domain and why, never a value."""


class DkimKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key of a sending domain: for municipalities (``*``: all), published at ``SELECTOR._domainkey.DOMAIN``.

    ``private_key_file``: PEM, RSA (2048 bits at least) or Ed25519.
    """

    tenants: tuple[str, ...]
    domain: str
    selector: str
    private_key_file: str

    def covers(self, domain: str) -> bool:
        """Whether its signature counts for mail from this domain: from its own and those below it."""
        return f".{domain.lower()}".endswith(f".{self.domain.lower()}")


class Signer:
    """Signs with one key, read at the start. Raises ``DkimKeyError`` where it can't be used."""

    def __init__(self, key: DkimKey) -> None:
        self.key = key
        try:
            found = load_pem_private_key(Path(key.private_key_file).read_bytes(), password=None)
        except OSError as problem:
            raise DkimKeyError(f"the DKIM key of {key.domain} cannot be read") from problem
        except (ValueError, TypeError) as problem:
            raise DkimKeyError(f"the DKIM key of {key.domain} is no unencrypted PEM key") from problem
        if isinstance(found, Ed25519PrivateKey):
            self._algorithm = b"ed25519-sha256"
            raw = found.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
            self._private = base64.b64encode(raw)
        elif isinstance(found, RSAPrivateKey) and found.key_size >= SMALLEST_RSA:
            self._algorithm = b"rsa-sha256"
            self._private = found.private_bytes(
                Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
            )
        else:
            raise DkimKeyError(
                f"the DKIM key of {key.domain} must be RSA of {SMALLEST_RSA} bits or more, or Ed25519"
            )

    def header(self, content: bytes) -> bytes:
        """The ``DKIM-Signature`` of a mail with CRLF lines, to stand before all of it. Milliseconds of computing."""
        signing = dkim.DKIM(content, signature_algorithm=self._algorithm)
        present = [name for name, _ in signing.headers if name.lower().decode("ascii", "replace") in SIGNED]
        once_more = [name.encode() for name in SIGNED]
        signed: bytes = signing.sign(
            self.key.selector.encode("ascii"),
            self.key.domain.encode("ascii"),
            self._private,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[*(name.lower() for name in present), *once_more],
        )
        return signed

    def __repr__(self) -> str:
        return f"Signer({self.key.domain})"
