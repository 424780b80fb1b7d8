"""Digital Post over SF1601 (KombiPostAfsend): one request a letter.

How a letter is neither lost nor sent twice stands in ``http.py``: the fence is asked when the connection stands, right
before the request. One whose end is unknown goes again under the same ``messageUUID``, by which Digital Post knows it. Whether
somebody has Digital Post is asked before that. The CPR number stands in the letter's request, and in the query of
PostForespoerg, which takes it there alone; no address and nothing that a peer answers is ever logged.
"""

import ssl
from typing import Final
from urllib.parse import urlencode
from uuid import uuid4

import httpx2
import msgspec

from services.core.message.kinds import Channel
from services.core.message.retry import Failure, FailureKind, Stage, failure_of_network
from services.core.settings import SettingsError
from services.notifier.channels import Contact, Fence, Parcel
from services.notifier.channels.answers import UnreadableXmlError, leaves
from services.notifier.channels.holder_of_key import AccessTokens, TokenService, require_secure, unfenced
from services.notifier.channels.http import Answer, Peer
from services.notifier.channels.memo import kombi_request
from services.notifier.letter import write_letter

SEND: Final = "/service/KombiPostAfsend_1/kombi"
ASK: Final = "/service/PostForespoerg_1/digitalpost"
SEND_ENTITY: Final = "http://entityid.kombit.dk/service/kombipostafsend/1"
ASK_ENTITY: Final = "http://entityid.kombit.dk/service/postforespoerg/1"
SHORTEST_SECRET: Final = 16

_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_BUSY: Final = (408, 425, 429, 503)
_UNSURE: Final = (500, 502, 504)
"""Something behind the answer may have taken the letter."""
_SETUP: Final = (404, 405, 406, 407)
_YES: Final = range(200, 300)


class DigitalPostPeer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where letters are handed over, for some municipalities (slugs) or for all of them (``*``).

    ``url`` is Serviceplatformen's address without a path; plain http is for this machine alone. ``certificate_file`` and
    ``key_file`` are the system's own (PEM), by which it is known; ``ca_file`` replaces what the machine trusts. ``token``
    is the whole of the ``Authorization`` header where that is a fixed one; else ``tokens`` says where one is fetched.
    ``ask_first``: ask whether somebody has Digital Post before a letter goes. ``receipts_secret`` is shown by whoever
    reports what became of a letter, as ``Authorization: Bearer …``; without one no reports are taken.
    """

    name: str
    tenants: tuple[str, ...]
    url: str
    certificate_file: str = ""
    key_file: str = ""
    ca_file: str = ""
    token: str = ""
    tokens: TokenService | None = None
    ask_first: bool = False
    receipts_secret: str = ""

    def __post_init__(self) -> None:
        if not self.name or not _LETTERS.issuperset(self.name):
            raise ValueError("the name of a peer is of small letters, digits and hyphens")
        require_secure(self.url)
        if self.receipts_secret and len(self.receipts_secret) < SHORTEST_SECRET:
            raise ValueError(f"a receipts secret has at least {SHORTEST_SECRET} characters")
        if self.token and self.tokens:
            raise ValueError("either a token, or where one is fetched")

    def __repr__(self) -> str:
        return f"DigitalPostPeer({self.name})"


class DigitalPost:
    """Hands letters to one peer. Safe for concurrent use."""

    channel = Channel.DIGITAL_POST

    def __init__(self, peer: DigitalPostPeer) -> None:
        """Raises ``SettingsError`` for certificates that cannot be used."""
        self._peer = peer
        self._base = peer.url.rstrip("/")
        self._http = Peer(_tls(peer))
        self._tokens = AccessTokens(peer.tokens, peer.certificate_file, self._http) if peer.tokens else None

    def address(self, contact: Contact) -> str:
        """The CPR number; '' for who has no Digital Post that we know of."""
        return contact.number

    async def deliver(self, parcel: Parcel, fence: Fence) -> bool:
        """Hand one letter over: True when it was taken, False when ``fence`` took it back before then.

        Raises ``Failure`` for everything else; nothing was delivered then, unless its kind is ``unknown_end``.
        """
        content = kombi_request(write_letter(parcel))
        cvr, at = parcel.facts.cvr, parcel.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        if self._peer.ask_first:
            await self._ask(parcel.contact.number, await self._headers(ASK_ENTITY, cvr, at))
        answer = await self._http.ask(
            "POST",
            self._base + SEND,
            headers=await self._headers(SEND_ENTITY, cvr, at)
            | {"Content-Type": "application/xml", "Accept": "application/xml"},
            content=content,
            fence=fence,
            body_of=_YES,
        )
        if answer is None:
            return False
        if failure := failure_of_letter(answer):
            raise failure
        return True

    async def _ask(self, number: str, headers: dict[str, str]) -> None:
        """Raise ``Failure`` unless the person has Digital Post. Nothing has been handed over by then."""
        try:
            answer = await self._http.ask(
                "GET",
                f"{self._base}{ASK}?{urlencode({'cprNumber': number})}",
                headers=headers | {"Accept": "application/json"},
                content=b"",
                fence=unfenced,
                body_of=_YES,
            )
        except Failure:
            raise failure_of_network(Stage.RECIPIENT) from None
        if failure := failure_of_question(answer):
            raise failure

    async def _headers(self, entity: str, cvr: str, at: str) -> dict[str, str]:
        """What every call of Serviceplatformen carries. The transaction's id names the call, not the letter."""
        token = self._peer.token if self._tokens is None else await self._tokens.token(entity, cvr)
        said = {"x-TransaktionsId": str(uuid4()), "x-TransaktionsTid": at}
        return said | ({"Authorization": token} if token else {})


class _Registered(msgspec.Struct, frozen=True):
    result: bool


def failure_of_question(answer: Answer | None) -> Failure | None:
    """What an answer of PostForespoerg says against a letter; None for somebody who has Digital Post."""
    if answer is None or answer.status not in _YES:
        status = answer.status if answer else None
        if status in (401, 403):
            return Failure(FailureKind.SETUP, Stage.LOGIN, status)
        busy = status is not None and (status in _BUSY or status >= 500)
        wait = answer.asked_to_wait() if answer and busy else None
        return Failure(FailureKind.BUSY if busy else FailureKind.SETUP, Stage.RECIPIENT, status, wait)
    try:
        has_post = msgspec.json.decode(answer.body or b"", type=_Registered).result
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Failure(FailureKind.SETUP, Stage.RECIPIENT)
    return None if has_post else Failure(FailureKind.REFUSED, Stage.RECIPIENT)


def failure_of_letter(answer: Answer) -> Failure | None:
    """What an answer of KombiPostAfsend says against a letter; None where it was taken."""
    status = answer.status
    if status in _YES:
        return _failure_of_result(answer)
    if status in (401, 403):
        return Failure(FailureKind.SETUP, Stage.LOGIN, status)
    if status in _SETUP or status < 400:
        return Failure(FailureKind.SETUP, Stage.DATA, status)
    if status in _UNSURE:
        return Failure(FailureKind.UNKNOWN_END, Stage.AFTER_DATA, status, answer.asked_to_wait())
    if status in _BUSY or status > 500:
        return Failure(FailureKind.BUSY, Stage.DATA, status, answer.asked_to_wait())
    return Failure(FailureKind.REFUSED, Stage.DATA, status)


def _failure_of_result(answer: Answer) -> Failure | None:
    try:
        found = leaves(answer.body or b"").get("kombi_response/Result", [])
    except UnreadableXmlError:
        found = []
    match [said.lower() for said in found]:
        case ["true"]:
            return None
        case ["false"]:
            return Failure(FailureKind.REFUSED, Stage.DATA)
        case _:
            # Taken or not: what came does not say.
            return Failure(FailureKind.UNKNOWN_END, Stage.AFTER_DATA)


def _tls(peer: DigitalPostPeer) -> ssl.SSLContext:
    try:
        if peer.ca_file:
            context = ssl.create_default_context(cafile=peer.ca_file)
        else:
            context = httpx2.create_ssl_context(trust_env=False)
        if peer.certificate_file:
            context.load_cert_chain(peer.certificate_file, peer.key_file or None)
    except OSError as problem:
        raise SettingsError(f"the certificates of Digital Post ({peer.name}) cannot be used") from problem
    return context
