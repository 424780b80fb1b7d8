"""Access tokens of Serviceplatformen: a certificate is shown for a SAML token, and that for a token that lasts an hour.

A token is bound to the certificate that it was fetched with, so one that is read somewhere lets nobody in. It is kept in
this process, and fetched anew five minutes before it ends. Of the two services only status codes are ever told.
"""

import asyncio
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from services.core.message.retry import Failure, FailureKind, Stage, failure_of_network
from services.notifier.channels.http import Peer

_EARLIER: Final = 300.0
"""So many seconds before its end a token is not used any more."""
_ISSUE: Final = {
    "TokenType": "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0",
    "RequestType": "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue",
    "KeyType": "http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey",
}


def require_secure(url: str) -> None:
    """Raise ``ValueError`` for an address that neither tokens nor CPR numbers must be sent to."""
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
    if not parts.hostname or not (parts.scheme == "https" or local):
        raise ValueError("Digital Post is spoken to over https alone")


class TokenService(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whole addresses: the municipalities' common access control (``sts``), and the token service (``exchange``)."""

    sts: str
    exchange: str

    def __post_init__(self) -> None:
        require_secure(self.sts)
        require_secure(self.exchange)


class _Assertion(msgspec.Struct, frozen=True):
    Assertion: str


class _Issued(msgspec.Struct, frozen=True):
    RequestedSecurityToken: _Assertion


class _Token(msgspec.Struct, frozen=True):
    access_token: str
    token_type: str
    expires_in: int


class AccessTokens:
    """The tokens of one peer, by service and municipality."""

    def __init__(self, service: TokenService, certificate_file: str, http: Peer) -> None:
        self._service = service
        self._certificate = Path(certificate_file)
        self._http = http
        self._kept: dict[tuple[str, str], tuple[str, float]] = {}
        self._fetching = asyncio.Lock()

    async def token(self, entity: str, cvr: str) -> str:
        """The ``Authorization`` header for calls of a service on a municipality's behalf.

        Raises ``Failure``: nothing has been handed over.
        """
        async with self._fetching:
            now = asyncio.get_running_loop().time()
            kept, until = self._kept.get((entity, cvr), ("", 0.0))
            if kept and now < until:
                return kept
            token = await self._fetch(entity, cvr)
            header = f"{token.token_type} {token.access_token}"
            self._kept[entity, cvr] = (header, now + token.expires_in - _EARLIER)
            return header

    async def _fetch(self, entity: str, cvr: str) -> _Token:
        asked = _ISSUE | {
            "AnvenderKontekst": {"Cvr": cvr},
            "UseKey": self._own_certificate(),
            "AppliesTo": {"EndpointReference": {"Address": entity}},
            "OnBehalfOf": None,
        }
        issued = await self._post(self._service.sts, "application/json", msgspec.json.encode(asked))
        try:
            assertion = msgspec.json.decode(issued, type=_Issued).RequestedSecurityToken.Assertion
            form = urlencode({"saml-token": assertion}).encode()
            given = await self._post(self._service.exchange, "application/x-www-form-urlencoded", form)
            return msgspec.json.decode(given, type=_Token)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise Failure(FailureKind.SETUP, Stage.LOGIN) from None

    async def _post(self, url: str, kind: str, content: bytes) -> bytes:
        try:
            answer = await self._http.ask(
                "POST",
                url,
                headers={"Content-Type": kind, "Accept": "application/json"},
                content=content,
                fence=unfenced,
                body_of=(200,),
            )
        except Failure:
            raise failure_of_network(Stage.CONNECT) from None
        if answer is not None and answer.status == 200:
            return answer.body or b""
        status = answer.status if answer else None
        busy = status is not None and (status == 429 or status >= 500)
        raise Failure(FailureKind.BUSY if busy else FailureKind.SETUP, Stage.LOGIN, status)

    def _own_certificate(self) -> str:
        """The certificate on one line, as the issuer wants it beside the connection's own."""
        try:
            own = x509.load_pem_x509_certificate(self._certificate.read_bytes())
        except (OSError, ValueError):
            raise Failure(FailureKind.SETUP, Stage.LOGIN) from None
        return "".join(own.public_bytes(Encoding.PEM).decode().splitlines()[1:-1])


async def unfenced() -> bool:
    """The last look before a call that hands over nothing."""
    return True
