"""What a municipality must tell everyone about these pages, and what of it is still missing."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.frame import Contact, Statements

_NO_CONTACT = Mistake(
    "statement_missing",
    "her mangler, hvem man skriver til: navn og mailadresse. Loven kræver det ({law})",
    "whom to write to is missing here: a name and an e-mail address. The law demands it ({law})",
)
_NO_DAY = Mistake(
    "statement_missing",
    "her mangler dagen, hvor sidernes tilgængelighed blev vurderet. Loven kræver en erklæring med dato",
    "the day is missing on which the pages' accessibility was assessed. The law demands a dated statement",
)
_NO_SHORTCOMINGS = Mistake(
    "statement_missing",
    "siderne følger ikke reglerne helt, og her mangler, hvad der ikke er tilgængeligt",
    "the pages do not keep to the rules entirely, and what is not accessible is missing here",
)
_NOT_THERE = Mistake(
    "bad_address",
    "adressen skal begynde med {start}",
    "the address must begin with {start}",
)
PUBLISHED_AT: Final = "was.digst.dk"
_LAWS: Final = {
    "accessibility": "lov om tilgængelighed af offentlige organers websteder",
    "data_protection": "GDPR art. 13-14",
}


def of_statements(said: Statements) -> Iterator[Remark]:
    """What the law demands of the two statements and is not there."""
    at = ("tenant", "statements")
    contacts: dict[str, Contact | None] = {
        "accessibility": said.accessibility,
        "data_protection": said.data_protection,
    }
    for name, contact in contacts.items():
        if contact is None or not contact.name or not contact.email:
            yield _NO_CONTACT.at(*at, name, law=_LAWS[name])
    if said.assessed_on is None:
        yield _NO_DAY.at(*at, "assessed_on")
    if said.conformance != "full" and not said.shortcomings:
        yield _NO_SHORTCOMINGS.at(*at, "shortcomings")
    if said.published:
        address = urlsplit(said.published)
        if (address.scheme, address.netloc) != ("https", PUBLISHED_AT):
            yield _NOT_THERE.at(*at, "published", start=f"https://{PUBLISHED_AT}/")
