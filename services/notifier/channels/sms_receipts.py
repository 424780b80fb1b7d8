"""An SMS gateway's receipts: how it shows that it is itself, and where in what it sends the news stands.

Every gateway has a form of its own, so the form is configuration. What is not about a message of ours (another
system may use the same account) or is only a step on the way is passed over; what cannot be read at all is refused.
"""

import hmac
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from services.core.message.kinds import Channel
from services.notifier.channels.json_pointer import as_text, find
from services.notifier.receipts import Incoming, Receipt, UnreadableReceiptError, same_secret

SHORTEST_SECRET: Final = 16
_LARGEST_CODE: Final = 2**31 - 1

Proof: TypeAlias = Literal["header", "hmac", "jwt", "callback"]


class SmsReceipts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a gateway reports to, how it is known again, and how its reports are read.

    ``url`` is the address at which the outside reaches the receipts server, without a path. ``proof``: ``header``
    shows ``secret`` as the whole of ``header``; ``hmac`` shows the body's HMAC-SHA256 there, in hexadecimal; ``jwt``
    shows there a token signed with it (HS256), which holds the report; with ``callback`` the address that we give
    for each message is signed, for gateways that show nothing of their own. ``reference``, ``state`` and ``code`` are
    JSON pointers, or names of fields; ``each`` points to a list of reports.
    """

    url: str
    proof: Proof
    secret: str
    header: str = "Authorization"
    form: Literal["json", "fields", "query"] = "json"
    each: str = ""
    reference: str = "/reference"
    state: str = "/state"
    code: str = ""
    arrived: tuple[str, ...]
    came_back: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.secret) < SHORTEST_SECRET:
            raise ValueError(f"a receipts secret has at least {SHORTEST_SECRET} characters")
        if not self.url.startswith(("https://", "http://")):
            raise ValueError("receipts need the url of the receipts server")
        if set(self.arrived) & set(self.came_back):
            raise ValueError("no state means both that it arrived and that it came back")

    def __repr__(self) -> str:
        return f"SmsReceipts({self.proof})"


class SmsReceiver:
    """Reads the receipts of one gateway."""

    channel = Channel.SMS
    answer = (b"", "text/plain")

    def __init__(self, name: str, tenants: Sequence[str], form: SmsReceipts) -> None:
        self.path = f"/receipts/sms/{name}"
        self.tenants = tenants
        self._form = form

    def callback(self, tenant: str, message: UUID) -> str:
        """The address that the gateway is given for one message."""
        address = f"{self._form.url.rstrip('/')}{self.path}/{tenant}"
        if self._form.proof != "callback":
            return address
        return f"{address}?{urlencode({'reference': str(message), 'proof': self._signed(str(message))})}"

    def authentic(self, incoming: Incoming) -> bool:
        """Whether it shows this gateway's secret, in the way agreed on."""
        shown = incoming.headers.get(self._form.header.lower(), "")
        match self._form.proof:
            case "header":
                return same_secret(shown, self._form.secret)
            case "hmac":
                wanted = hmac.new(self._form.secret.encode(), incoming.body, sha256).hexdigest()
                return same_secret(shown.removeprefix("sha256=").lower(), wanted)
            case "jwt":
                return self._claims(shown) is not None
            case "callback":
                reference = incoming.query.get("reference", "")
                return same_secret(incoming.query.get("proof", ""), self._signed(reference))

    def read(self, incoming: Incoming) -> list[Receipt]:
        """The final states of messages that can be ours."""
        reports = find(self._document(incoming), self._form.each)
        if not isinstance(reports, list):
            reports = [reports]
        found = (self._receipt(report, incoming) for report in reports)
        return [receipt for receipt in found if receipt is not None]

    def _document(self, incoming: Incoming) -> Any:
        if self._form.proof == "jwt":
            return self._claims(incoming.headers.get(self._form.header.lower(), ""))
        if self._form.form == "query":
            return dict(incoming.query)
        try:
            if self._form.form == "fields":
                fields = parse_qsl(incoming.body.decode(), keep_blank_values=True, strict_parsing=True)
                return dict(incoming.query) | dict(fields)
            return msgspec.json.decode(incoming.body)
        except (ValueError, RecursionError) as problem:
            raise UnreadableReceiptError from problem

    def _receipt(self, report: Any, incoming: Incoming) -> Receipt | None:
        if self._form.proof == "callback":
            # What was signed, whatever the report says beside it.
            reference = incoming.query.get("reference", "")
        else:
            reference = as_text(find(report, self._form.reference))
        state = as_text(find(report, self._form.state))
        if state not in self._form.arrived and state not in self._form.came_back:
            return None
        try:
            message = UUID(reference)
        except ValueError:
            return None
        return Receipt(message, state in self._form.arrived, self._code(report))

    def _code(self, report: Any) -> int | None:
        try:
            code = int(as_text(find(report, self._form.code)), 0) if self._form.code else None
        except ValueError:
            return None
        return code if code is not None and 0 <= code <= _LARGEST_CODE else None

    def _signed(self, reference: str) -> str:
        said = f"{self.path} {reference}"
        return hmac.new(self._form.secret.encode(), said.encode(), sha256).hexdigest()

    def _claims(self, token: str) -> Mapping[str, Any] | None:
        try:
            return jwt.decode(token, OctKey.import_key(self._form.secret), algorithms=["HS256"]).claims
        except (JoseError, ValueError, RecursionError):
            return None
