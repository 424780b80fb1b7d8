"""Answers what SF1601 is asked, as far as we ask it."""

import asyncio
import hmac
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from lxml import etree

from services.local.digital_post.pushing import ARRIVED, FAILED, TAKEN, Pusher
from services.local.http_peer import Asked, Said

MEMO = "{https://DigitalPost.dk/MeMo-1}"
SEND, ASK = "/service/KombiPostAfsend_1/kombi", "/service/PostForespoerg_1/digitalpost"
XML = "application/xml"

EXEMPT, SILENT, CUT_AFTER, CUT_BEFORE = "001", "002", "003", "004"
NO_RECEIPT, FAILS, DISORDER, REFUSED = "005", "006", "007", "600"
_TRYING = "9112"
_STATUSES = {"400": 400, "401": 401, "429": 429, "500": 500}


class LetterError(Exception):
    """What came is no letter. The words say where, and quote nothing."""


@dataclass(frozen=True)
class Letter:
    """One letter that came."""

    id: str
    number: str
    element: Any


def read_letter(request: bytes) -> Letter:
    """The letter of a KombiPostAfsend request, held against the schema. Raises ``LetterError``."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, dtd_validation=False)
    try:
        root = etree.fromstring(request, parser)
    except etree.XMLSyntaxError as problem:
        raise LetterError("no XML") from problem
    if root.getroottree().docinfo.doctype or root.tag != "kombi_request":
        raise LetterError("no kombi_request")
    choice, message = root.findtext("KombiValgKode"), root.find(f"{MEMO}Message")
    if choice != "Digital Post" or message is None or len(root) != 2:
        raise LetterError("not one letter by Digital Post")
    schema = _schema()
    if not schema.validate(message):
        first = schema.error_log[0]
        raise LetterError(f"line {first.line}: {first.type_name} at {first.path}")
    header = message.find(f"{MEMO}MessageHeader")
    number = header.findtext(f"{MEMO}Recipient/{MEMO}recipientID")
    if not nobodys(number):
        raise LetterError("a number that can be somebody's")
    return Letter(header.findtext(f"{MEMO}messageUUID").lower(), number, message)


def nobodys(number: str) -> bool:
    """Whether a CPR number can be nobody's: 60 is added to its day."""
    return len(number) == 10 and number.isdecimal() and 61 <= int(number[:2]) <= 91


class DigitalPostPeer:
    """Takes letters, and lets what became of them be told."""

    def __init__(self, directory: Path, token: str, pusher: Pusher | None) -> None:
        self._directory = directory
        self._token = token
        self._pusher = pusher
        self._kept = {file.stem[21:] for file in directory.glob("*.xml")}
        self._tried: set[tuple[str, str]] = set()

    async def answer(self, asked: Asked) -> Said | None:
        """What a request is answered with; None hangs up."""
        if not hmac.compare_digest(asked.headers.get("authorization", "").encode(), self._token.encode()):
            return Said(401)
        if not (asked.headers.get("x-transaktionsid") and asked.headers.get("x-transaktionstid")):
            return Said(400, b'{"FejlTekst": "x-TransaktionsId, x-TransaktionsTid"}')
        if (asked.method, asked.path) == ("GET", ASK):
            number = asked.query.get("cprNumber", "")
            has_post = nobodys(number) and self._trick(number, "question") != EXEMPT
            return Said(200, json.dumps({"result": has_post}).encode())
        if (asked.method, asked.path) == ("POST", SEND):
            return await self._take(asked.body)
        return Said(404)

    async def _take(self, body: bytes) -> Said | None:
        try:
            letter = read_letter(body)
        except LetterError as problem:
            print(f"refused: {problem}", file=sys.stderr, flush=True)
            return _response(taken=False, why=str(problem), status=400)
        trick = self._trick(letter.number, letter.id)
        if trick in _STATUSES:
            headers = {"Retry-After": "2"} if trick == "429" else {}
            return Said(_STATUSES[trick], headers=headers)
        if trick == CUT_BEFORE:
            return None
        if trick == REFUSED:
            return _response(taken=False, why="refused")
        if letter.id not in self._kept:
            try:
                self._keep(letter)
            except OSError as problem:
                print(f"not kept: {problem.strerror}", file=sys.stderr, flush=True)
                return Said(503)
            self._push(letter, trick)
        if trick == SILENT:
            await asyncio.sleep(3600)
        return None if trick == CUT_AFTER else _response(taken=True)

    def _trick(self, number: str, attempt_of: str) -> str:
        known = (number, attempt_of)
        first = known not in self._tried
        self._tried.add(known)
        always, at_first = number[6:7] == "0", number[6:7] == "1" and first
        return number[-3:] if number.startswith(_TRYING) and (always or at_first) else ""

    def _keep(self, letter: Letter) -> None:
        name = f"{time.time_ns():020d}-{letter.id}.xml"
        draft = self._directory / f".{name}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(etree.tostring(letter.element, xml_declaration=True, encoding="UTF-8"))
            out.flush()
            os.fsync(out.fileno())
        draft.rename(self._directory / name)
        self._kept.add(letter.id)

    def _push(self, letter: Letter, trick: str) -> None:
        if self._pusher is None or trick == NO_RECEIPT:
            return
        states: Sequence[str] = (TAKEN, ARRIVED)
        if trick in (EXEMPT, FAILS):
            states = (TAKEN, FAILED)
        elif trick == DISORDER:
            states = (ARRIVED, TAKEN, ARRIVED)
        self._pusher.push(letter.id, states)


def _response(*, taken: bool, why: str = "", status: int = 200) -> Said:
    root = etree.Element("kombi_response")
    etree.SubElement(root, "Result").text = "true" if taken else "false"
    if taken:
        etree.SubElement(root, "TransmissionID").text = str(uuid4())
    reaction = etree.SubElement(etree.SubElement(root, "HovedoplysningerSvarREST"), "SvarReaktion")
    kind, text = ("Advis", "Received") if taken else ("Fejl", why)
    said = etree.SubElement(reaction, kind)
    etree.SubElement(said, f"{kind}Id").text = "0" if taken else "1"
    etree.SubElement(said, f"{kind}Tekst").text = text
    return Said(status, etree.tostring(root, xml_declaration=True, encoding="UTF-8"), XML)


@cache
def _schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("memo.xsd")))
