"""What a municipality must tell everyone about these pages, and what of it is still missing.

Nobody can assess for a municipality how accessible its pages are, or invent whom one writes to. Until it has said so,
its statement stands as a draft that says as much, and the check of its model names what it owes.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from services.core.tenancy.findings import Finding, Mistake, Remark
from services.core.tenancy.frame import Contact, Statements, TenantInfo
from services.core.tenancy.loader import Reading

_NO_CONTACT = Mistake(
    "statement_missing",
    "her mangler, hvem man skriver til: navn og mailadresse. Loven kræver det ({law})",
    "whom to write to is missing here: a name and an e-mail address. The law demands it ({law})",
)
_NO_DAY = Mistake(
    "statement_missing",
    "her mangler dagen, hvor sidernes tilgængelighed blev vurderet: uden den kan ingen sige '{said}'",
    "the day is missing on which the pages' accessibility was assessed: without it nobody can say '{said}'",
)
_DRAFT = Mistake(
    "statement_draft",
    "kommunen har ikke vurderet siderne: erklæringen står som et udkast. Skriv dagen, når I har prøvet dem ({law})",
    "the municipality has not assessed the pages: the statement stands as a draft. Write the day once you have ({law})",
)
_NOT_REAL = Mistake(
    "statement_draft",
    "adressen er opdigtet og vises ikke: skriv den, som kommunen læser ({law})",
    "the address is made up and not shown: write the one that the municipality reads ({law})",
)
_NOT_PUBLISHED = Mistake(
    "statement_draft",
    "her mangler adressen på was.digst.dk, hvor kommunen har offentliggjort erklæringen ({law})",
    "the address at was.digst.dk is missing where the municipality has published the statement ({law})",
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
_NOBODYS: Final = (
    ".example",
    ".test",
    ".invalid",
    ".localhost",
    "example.com",
    "example.net",
    "example.org",
    "example.dk",
)
"""Domains that are kept for examples (RFC 2606), and ours: no letter to them arrives."""
_LAWS: Final = {
    "accessibility": "lov om tilgængelighed af offentlige organers websteder",
    "data_protection": "GDPR art. 13-14",
}


def is_made_up(address: str) -> bool:
    """Whether an e-mail address is one that nobody can have."""
    return address.lower().rpartition("@")[2].endswith(_NOBODYS)


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
    if said.assessed_on is None and said.conformance != "partial":
        yield _NO_DAY.at(*at, "assessed_on", said=said.conformance)
    if said.conformance != "full" and not said.shortcomings:
        yield _NO_SHORTCOMINGS.at(*at, "shortcomings")
    if said.published:
        address = urlsplit(said.published)
        if (address.scheme, address.netloc) != ("https", PUBLISHED_AT):
            yield _NOT_THERE.at(*at, "published", start=f"https://{PUBLISHED_AT}/")


def owed(reading: Reading) -> list[Finding]:
    """What the municipality itself must still fill in; its pages say that they are drafts until then."""
    source = reading.sources["tenant.toml"]
    return sorted(source.finding(one) for one in _owed(reading.model.tenant) if source.sound(one.path))


def _owed(told: TenantInfo) -> Iterator[Remark]:
    said, at, law = told.statements, ("tenant", "statements"), _LAWS["accessibility"]
    if said.assessed_on is None:
        yield _DRAFT.at(*at, "assessed_on", law=law)
    elif not said.published:
        yield _NOT_PUBLISHED.at(*at, "published", law=law)
    for name, contact in (("accessibility", said.accessibility), ("data_protection", said.data_protection)):
        if contact is not None and is_made_up(contact.email):
            yield _NOT_REAL.at(*at, name, "email", law=_LAWS[name])
