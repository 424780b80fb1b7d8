"""SMS through a gateway's HTTP interface, whichever it is: what it is sent and how it answers is configuration.

How a message is neither lost nor sent twice stands in ``http.py``. A message whose end is unknown goes again under
the same reference, from which a gateway that can will know it.
"""

import re
import ssl
from collections.abc import Mapping
from typing import Any, Final, Literal
from urllib.parse import urlencode, urlsplit

import httpx2
import msgspec

from services.core.contact.addresses import for_sms
from services.core.message.kinds import Channel
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.sms_text import compose
from services.notifier.channels import Contact, Fence, Parcel
from services.notifier.channels.http import Answer, Peer
from services.notifier.channels.json_pointer import as_text, find
from services.notifier.channels.sms_receipts import SmsReceipts, SmsReceiver

_PLACES: Final = frozenset({"to", "to_digits", "text", "sender", "reference", "reference_hex", "callback"})
_PLAIN: Final = _PLACES - {"text", "sender"}
"""What may stand in a header: nothing but ASCII."""
_PLACE: Final = re.compile(r"\{([a-z_]+)\}")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_HERE: Final = ("127.0.0.1", "::1", "localhost")


class Answers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer means, by its status; of a taken one ``pointer`` may have to lead to ``equals`` in its JSON.

    Without ``equals`` something must stand there. The rest: 3xx is our mistake, 5xx a broken gateway, others a "never".
    """

    taken: tuple[int, ...] = (200, 201, 202)
    pointer: str = ""
    equals: str = ""
    busy: tuple[int, ...] = (408, 425, 429, 503)
    setup: tuple[int, ...] = (401, 402, 403, 404, 405, 407)
    refused: tuple[int, ...] = ()


class SmsGateway(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gateway, for some municipalities or for all of them (``*``).

    In ``headers`` and in the values of ``json`` or ``fields`` may stand {to} (E.164), {to_digits} (without its plus),
    {reference} (our id of the message), {reference_hex} (32 letters) and {callback}; in a body {text} and {sender} too.
    """

    name: str
    tenants: tuple[str, ...]
    url: str
    sender: str
    method: Literal["POST", "PUT"] = "POST"
    headers: dict[str, str] = {}
    json: dict[str, Any] | None = None
    fields: dict[str, str] | None = None
    idempotency_header: str = ""
    answers: Answers = Answers()
    receipts: SmsReceipts | None = None
    ca_file: str = ""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError("a gateway's name is a short word of a-z, 0-9 and -")
        _check_address(self.url)
        if (self.json is None) == (self.fields is None):
            raise ValueError("a gateway is sent either json or fields")
        shown, sent = _places(self.headers), _places(self.json) | _places(self.fields)
        if unknown := sorted((shown - _PLAIN) | (sent - _PLACES)):
            raise ValueError(f"{{{unknown[0]}}} cannot stand there")
        if not all(f"{name}{value}".isascii() for name, value in self.headers.items()):
            raise ValueError("a header is written in ASCII")
        if not {"to", "to_digits"} & sent or "text" not in sent:
            raise ValueError("a gateway is sent {to} and {text}")
        if "callback" in shown | sent and self.receipts is None:
            raise ValueError("{callback} needs receipts")

    def __repr__(self) -> str:
        return f"SmsGateway({self.name})"


class SmsCarrier:
    """Brings messages to one gateway."""

    channel = Channel.SMS

    def __init__(self, gateway: SmsGateway) -> None:
        """Raises ``OSError`` for a ``ca_file`` that cannot be read."""
        self._gateway = gateway
        self._peer = Peer(ssl.create_default_context(cafile=gateway.ca_file) if gateway.ca_file else None)
        self.receiver = (
            SmsReceiver(gateway.name, gateway.tenants, gateway.receipts) if gateway.receipts else None
        )

    def address(self, contact: Contact) -> str:
        """The number as E.164, or '' where theirs takes no SMS."""
        return for_sms(contact.telephone)

    async def deliver(self, parcel: Parcel, fence: Fence) -> bool:
        """Hand one message over: True when the gateway took it, False when ``fence`` took it back before then.

        Raises ``Failure`` for everything else; nothing was delivered then, unless its kind is ``unknown_end``.
        """
        to = self.address(parcel.contact)
        if not to:
            raise Failure(FailureKind.REFUSED, Stage.RECIPIENT)
        gateway, values = self._gateway, self._values(parcel, to)
        kind, body = _written(gateway, values)
        headers = {"Content-Type": kind} | {
            name: _filled(value, values) for name, value in gateway.headers.items()
        }
        if gateway.idempotency_header:
            headers[gateway.idempotency_header] = values["reference"]
        answer = await self._peer.ask(
            gateway.method,
            gateway.url,
            headers=headers,
            content=body,
            fence=fence,
            body_of=gateway.answers.taken if gateway.answers.pointer else (),
        )
        if answer is None:
            return False
        if failure := failure_of_answer(gateway.answers, answer):
            raise failure
        return True

    def _values(self, parcel: Parcel, to: str) -> Mapping[str, str]:
        return {
            "to": to,
            "to_digits": to.removeprefix("+"),
            "text": compose(parcel.words, parcel.url),
            "sender": self._gateway.sender,
            "reference": str(parcel.outbox_id),
            "reference_hex": parcel.outbox_id.hex,
            "callback": (
                self.receiver.callback(parcel.facts.slug, parcel.outbox_id) if self.receiver else ""
            ),
        }


def failure_of_answer(answers: Answers, answer: Answer) -> Failure | None:
    """What an answer says against the message; None where the gateway took it."""
    status = answer.status
    kind, stage, wait = FailureKind.REFUSED, Stage.DATA, None
    if status in answers.taken:
        if not answers.pointer or _says_yes(answer.body, answers):
            return None
        # Its yes says no, or cannot be read: another way is tried. This one again might be an SMS more each time.
    elif status in answers.busy:
        kind, wait = FailureKind.BUSY, answer.asked_to_wait()
    elif status in answers.setup or 300 <= status < 400:
        kind, stage = FailureKind.SETUP, Stage.LOGIN
    elif status >= 500 and status not in answers.refused:
        kind, wait = FailureKind.NETWORK, answer.asked_to_wait()
    return Failure(kind, stage, status, wait)


def _says_yes(body: bytes | None, answers: Answers) -> bool:
    try:
        found = find(msgspec.json.decode(body or b""), answers.pointer)
    except (ValueError, RecursionError):
        return False
    return as_text(found) == answers.equals if answers.equals else found is not None


def _written(gateway: SmsGateway, values: Mapping[str, str]) -> tuple[str, bytes]:
    if gateway.json is not None:
        return "application/json", msgspec.json.encode(_filled(gateway.json, values))
    return "application/x-www-form-urlencoded", urlencode(_filled(gateway.fields, values)).encode()


def _filled(template: Any, values: Mapping[str, str]) -> Any:
    """The template with its places filled, in one pass: what is filled in is not read again."""
    if isinstance(template, str):
        return _PLACE.sub(lambda place: values.get(place[1], place[0]), template)
    if isinstance(template, dict):
        return {name: _filled(value, values) for name, value in template.items()}
    if isinstance(template, list):
        return [_filled(value, values) for value in template]
    return template


def _places(template: Any) -> set[str]:
    if isinstance(template, str):
        return set(_PLACE.findall(template))
    inside = (
        template.values() if isinstance(template, dict) else template if isinstance(template, list) else ()
    )
    return {place for part in inside for place in _places(part)}


def _check_address(url: str) -> None:
    try:
        address = urlsplit(url)
        httpx2.URL(url)
    except (ValueError, httpx2.InvalidURL) as problem:
        raise ValueError("the url of a gateway cannot be read") from problem
    here = address.scheme == "http" and address.hostname in _HERE
    if not address.hostname or not (address.scheme == "https" or here):
        raise ValueError("a gateway is reached by https")
