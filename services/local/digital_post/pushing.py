"""Tells the notifier what became of a letter, as Beskedfordeler does: an envelope around a PKO_PostStatus."""

import asyncio
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

import httpx2
from lxml import etree

TAKEN, ARRIVED, FAILED = "Modtaget Digital Post", "Afleveret Digital Post", "Fejlet"
_EVENTS = {
    TAKEN: "eb866ca2-b871-4387-b501-12cde577bd58",
    ARRIVED: "f7161a89-5068-4023-bc80-d7f4daad2a2e",
    FAILED: "e225a75c-4b63-46c4-9423-77f5c8762445",
}
_SENDER = "96514e13-afdd-44d6-95a8-adc2ca19b127"
_STS, _SAGDOK = "urn:oio:sts:1.0.0", "urn:oio:sagdok:3.0.0"
_ENVELOPE, _CONTENT = "urn:oio:besked:kuvert:1.0", "urn:besked:kuvert:1.0"
_STATUS = "http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types"
_REPEATS = 12
"""A receipt is told so often, a little later each time: about ten minutes in all."""


class Pusher:
    """Pushes receipts to one address; what pushes are under way ends with the process."""

    def __init__(self, url: str, secret: str) -> None:
        self._url = url
        self._secret = secret
        self._under_way: set[asyncio.Task[None]] = set()

    def push(self, message: str, states: Sequence[str]) -> None:
        """Tell these states of a letter, one after the other."""
        task = asyncio.create_task(self._push(message, states))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _push(self, message: str, states: Sequence[str]) -> None:
        async with httpx2.AsyncClient(trust_env=False, timeout=10) as client:
            for state in states:
                await self._until_taken(client, envelope(message, state))

    async def _until_taken(self, client: httpx2.AsyncClient, content: bytes) -> None:
        headers = {"Authorization": f"Bearer {self._secret}", "Content-Type": "application/xml"}
        for repeat in range(_REPEATS):
            await asyncio.sleep(min(0.2 * 2**repeat, 120) if repeat else 0.05)
            try:
                answer = await client.post(self._url, content=content, headers=headers)
            except httpx2.HTTPError:
                continue
            if answer.status_code < 500:
                return


def envelope(message: str, state: str, *, channel: str = "Digital Post", code: str = "") -> bytes:
    """A push that says in which state a letter is."""
    root = etree.Element(f"{{{_STS}}}ModtagBeskedInput")
    event = etree.SubElement(root, f"{{{_ENVELOPE}}}Haendelsesbesked")
    _id(etree.SubElement(event, f"{{{_ENVELOPE}}}BeskedId"), str(uuid4()))
    about = etree.SubElement(
        etree.SubElement(event, f"{{{_ENVELOPE}}}Beskedkuvert"), f"{{{_ENVELOPE}}}Filtreringsdata"
    )
    _id(etree.SubElement(about, f"{{{_ENVELOPE}}}BeskedAnsvarligAktoer"), _SENDER)
    registration = etree.SubElement(about, f"{{{_ENVELOPE}}}ObjektRegistrering")
    _id(etree.SubElement(registration, f"{{{_ENVELOPE}}}ObjektHandling"), _EVENTS.get(state, str(uuid4())))
    data = etree.SubElement(event, f"{{{_ENVELOPE}}}Beskeddata")
    status = _status(message, state, channel, code)
    etree.SubElement(data, f"{{{_CONTENT}}}Base64").text = b64encode(status).decode()
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


def _status(message: str, state: str, channel: str, code: str) -> bytes:
    root = etree.Element(f"{{{_STATUS}}}PKO_PostStatus", nsmap={None: _STATUS})
    told = {
        "TransmissionId": str(uuid4()),
        "MessageUUID": message,
        "KanalKode": channel,
        "TransaktionsDatoTid": datetime.now(UTC).isoformat(),
        "TransaktionsStatusKode": state,
        "CorrelationId": str(uuid4()),
    }
    for name, text in told.items():
        etree.SubElement(root, f"{{{_STATUS}}}{name}").text = text
    if state == FAILED:
        details = etree.SubElement(root, f"{{{_STATUS}}}FejlDetaljer")
        etree.SubElement(details, f"{{{_STATUS}}}FejlKode").text = code or "1"
        etree.SubElement(details, f"{{{_STATUS}}}FejlTekst").text = "Modtageren er fritaget fra Digital Post"
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


def _id(parent: etree._Element, value: str) -> None:
    etree.SubElement(parent, f"{{{_SAGDOK}}}UUIDIdentifikator").text = value
