"""Reading OIO Basic Privilege Profile (``privilegesIntermediate``): base64 of a small XML document.

Why this is safe: it is read by the parser's own events, no tree is built and nothing is fetched. A document type, which
is what entities, expansion and outside files need, ends the reading; so do size, depth and number. What is not
understood is refused: an element left out could be a constraint, and a role without it would reach further.

Versions 1.0 and 1.1 (``itst.dk``) and 1.2 (``digst.dk``) differ in their namespace alone, and issuers qualify the inner
elements or not; so names are compared without their namespace, once the outermost one is known.
"""

import binascii
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

from services.api.auth.refusal import Reason, Refusal

NAMESPACES: Final = frozenset(
    {"http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile"}
)
SCOPE_OF_CVR: Final = "urn:dk:gov:saml:cvrNumberIdentifier:"
_MOST_BYTES: Final = 64 * 1024
_MOST_GROUPS: Final = 200
_MOST_IN_A_GROUP: Final = 200
_LONGEST_TEXT: Final = 500
_INSIDE: Final = {
    "": {"PrivilegeList"},
    "PrivilegeList": {"PrivilegeGroup"},
    "PrivilegeGroup": {"Privilege", "Constraint"},
}


@dataclass
class PrivilegeGroup:
    """Privileges within a scope, each under all the constraints. ``constraints``: name → values."""

    scope: str
    privileges: list[str] = field(default_factory=list)
    constraints: dict[str, list[str]] = field(default_factory=dict)


def read_privileges(encoded: object) -> tuple[PrivilegeGroup, ...]:
    """The groups of a claim. Raises ``Refusal`` (PRIVILEGES) for anything but what the profile describes."""
    if not isinstance(encoded, str) or not encoded or len(encoded) > 2 * _MOST_BYTES:
        raise Refusal(Reason.PRIVILEGES)
    try:
        # Issuers break lines; anything else that is not base64 is refused.
        document = b64decode("".join(encoded.split()), validate=True)
    except (ValueError, binascii.Error) as problem:
        raise Refusal(Reason.PRIVILEGES) from problem
    if len(document) > _MOST_BYTES:
        raise Refusal(Reason.PRIVILEGES)
    reading = _Reading()
    try:
        reading.parser.Parse(document, True)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise Refusal(Reason.PRIVILEGES) from problem
    return tuple(reading.groups)


class _Reading:
    """One document, event by event."""

    def __init__(self) -> None:
        self.groups: list[PrivilegeGroup] = []
        self._path: list[str] = []
        self._text = ""
        self._name = ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _refuse(self, *_: object) -> NoReturn:
        raise Refusal(Reason.PRIVILEGES)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        known = namespace in NAMESPACES if not self._path else namespace in NAMESPACES | {""}
        if (
            self._text.strip()
            or not known
            or name not in _INSIDE.get(self._path[-1] if self._path else "", ())
        ):
            self._refuse()
        self._path.append(name)
        self._text = ""
        if name == "PrivilegeGroup":
            if len(self.groups) >= _MOST_GROUPS:
                self._refuse()
            self.groups.append(PrivilegeGroup(attributes.get("Scope", "")))
        elif name == "Constraint":
            self._name = attributes.get("Name", "").strip()

    def _characters(self, text: str) -> None:
        self._text += text
        if len(self._text) > _LONGEST_TEXT:
            self._refuse()

    def _end(self, _: str) -> None:
        name, text = self._path.pop(), self._text.strip()
        self._text = ""
        if name in ("Privilege", "Constraint"):
            group = self.groups[-1]
            if not text or len(group.privileges) + len(group.constraints) >= _MOST_IN_A_GROUP:
                self._refuse()
            if name == "Privilege":
                group.privileges.append(text)
            else:
                # Several values are several elements, or one with commas between.
                values = [value.strip() for value in text.split(",")]
                group.constraints.setdefault(self._name, []).extend(values)
        elif text:
            self._refuse()
