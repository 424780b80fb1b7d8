"""XML from outside, read without trusting it: what stands in which element, and nothing that a document type could do.

Names are local ones: clients of the same service are answered under different namespaces, and none says more than the
names do.
"""

from typing import Final, NoReturn
from xml.parsers import expat

MOST_BYTES: Final = 256 * 1024
_DEEPEST: Final = 32
_MOST_LEAVES: Final = 2000


class UnreadableXmlError(Exception):
    """What came is no XML, or more than an answer ever is. Never says what stood in it."""


def leaves(document: bytes) -> dict[str, list[str]]:
    """The text of every element that has any, by its path (``kombi_response/Result``), in the document's order.

    Raises ``UnreadableXmlError`` for what is no XML, has a document type or processing instructions, or is too large.
    """
    if len(document) > MOST_BYTES:
        raise UnreadableXmlError
    reading = _Reading()
    try:
        reading.parser.Parse(document, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise UnreadableXmlError from problem
    return reading.found


class _Reading:
    """One document, event by event."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}
        self._path: list[str] = []
        self._text: list[str] = []
        self._leaves = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _refuse(self, *_: object) -> NoReturn:
        raise UnreadableXmlError

    def _start(self, name: str, _: dict[str, str]) -> None:
        self._path.append(name.rpartition(" ")[2])
        self._text = []
        if len(self._path) > _DEEPEST:
            self._refuse()

    def _characters(self, text: str) -> None:
        self._text.append(text)

    def _end(self, _: str) -> None:
        text = "".join(self._text).strip()
        if text:
            self._leaves += 1
            if self._leaves > _MOST_LEAVES:
                self._refuse()
            self.found.setdefault("/".join(self._path), []).append(text)
        self._path.pop()
        self._text = []
