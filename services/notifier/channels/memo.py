"""The MeMo document: one letter in the form of Digital Post (MeMo 1.2), inside the request that SF1601 takes.

No schema of version 1.2 is published: from 1.2 on Digitaliseringsstyrelsen validates in its test environment alone. What is
written here is the part of it that we send, as its published examples and the clients of municipalities have it; our own
schema of that part (``services/local/digital_post/memo.xsd``) names the sources. Ids are random and stable: a letter that
is sent again is the same message, a meeting that was moved the same reservation.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

NAMESPACE: Final = "https://DigitalPost.dk/MeMo-1"
VERSION: Final = "1.2"
LABEL: Final = 256
"""The most characters of a label, a place or a link."""
NOTIFICATION: Final = 150
FILENAME: Final = "brev.html"

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("memo", NAMESPACE)


@dataclass(frozen=True)
class Appointment:
    """A time to come: what Digital Post offers to put into the recipient's calendar. Times are UTC.

    Calendars are read over shoulders and by whole families: the words say that there is a meeting, not which.
    """

    id: UUID
    label: str
    abstract: str
    starts_at: datetime
    ends_at: datetime
    location: str
    organizer: str


@dataclass(frozen=True)
class Link:
    """Where the recipient can do something about it."""

    label: str
    url: str


@dataclass(frozen=True)
class Memo:
    """One letter. ``label`` and ``notification`` are shown outside the letter and stay neutral; ``html`` is the letter."""

    id: UUID
    sender_cvr: str
    sender: str
    recipient_cpr: str
    label: str
    notification: str
    language: str
    html: str
    written_at: datetime
    link: Link | None = None
    appointment: Appointment | None = None

    def __repr__(self) -> str:
        return f"Memo({self.id})"


def kombi_request(memo: Memo) -> bytes:
    """The letter as KombiPostAfsend takes it, to go by Digital Post and by no other way of its own choice."""
    root = ET.Element("kombi_request")
    _put(root, "KombiValgKode", "Digital Post")
    root.append(message(memo))
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def message(memo: Memo) -> ET.Element:
    """The MeMo message of a letter."""
    root = ET.Element(_name("Message"), {"memoVersion": VERSION})
    header = ET.SubElement(root, _name("MessageHeader"))
    _memo(header, "messageType", "DIGITALPOST")
    _memo(header, "messageUUID", str(memo.id))
    _memo(header, "label", _short(memo.label, LABEL))
    _memo(header, "notification", _short(memo.notification, NOTIFICATION))
    _memo(header, "reply", "false")
    _memo(header, "mandatory", "false")
    _memo(header, "legalNotification", "false")
    sender = ET.SubElement(header, _name("Sender"))
    _memo(sender, "senderID", memo.sender_cvr)
    _memo(sender, "idType", "CVR")
    _memo(sender, "label", _short(memo.sender, LABEL))
    recipient = ET.SubElement(header, _name("Recipient"))
    _memo(recipient, "recipientID", memo.recipient_cpr)
    _memo(recipient, "idType", "CPR")
    body = ET.SubElement(root, _name("MessageBody"))
    _memo(body, "createdDateTime", _instant(memo.written_at))
    document = ET.SubElement(body, _name("MainDocument"))
    _memo(document, "label", _short(memo.label, LABEL))
    file = ET.SubElement(document, _name("File"))
    _memo(file, "encodingFormat", "text/html")
    _memo(file, "filename", FILENAME)
    _memo(file, "language", memo.language)
    _memo(file, "content", b64encode(memo.html.encode()).decode())
    if memo.link is not None:
        _link(document, memo.link)
    if memo.appointment is not None:
        _appointment(document, memo.appointment)
    return root


def _link(document: ET.Element, link: Link) -> None:
    """Digital Post refuses a letter with a link that is not https, or is longer than it keeps."""
    if not link.url.startswith("https://") or len(link.url) > LABEL:
        return
    action = ET.SubElement(document, _name("Action"))
    _memo(action, "label", _short(link.label, LABEL))
    _memo(action, "actionCode", "SELVBETJENING")
    _memo(ET.SubElement(action, _name("EntryPoint")), "url", link.url)


def _appointment(document: ET.Element, at: Appointment) -> None:
    action = ET.SubElement(document, _name("Action"))
    _memo(action, "label", _short(at.label, LABEL))
    _memo(action, "actionCode", "AFTALE")
    reservation = ET.SubElement(action, _name("Reservation"))
    _memo(reservation, "description", _short(at.abstract, LABEL))
    _memo(reservation, "reservationUUID", str(at.id))
    _memo(reservation, "abstract", _short(at.abstract, LABEL))
    _memo(reservation, "location", _short(at.location, LABEL))
    _memo(reservation, "startDateTime", _instant(at.starts_at))
    _memo(reservation, "endDateTime", _instant(at.ends_at))
    _memo(reservation, "organizerName", _short(at.organizer, LABEL))


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _memo(parent: ET.Element, local: str, text: str) -> None:
    _put(parent, _name(local), text)


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_IN_XML.sub("", text)


def _short(text: str, longest: int) -> str:
    said = " ".join(_NOT_IN_XML.sub("", text).split())
    return said if len(said) <= longest else said[: longest - 1].rstrip() + "…"


def _instant(at: datetime) -> str:
    """In UTC: MeMo takes no other zone, and whoever shows it shows it in the reader's own."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
