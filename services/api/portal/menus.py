"""The main menu of each capacity, in Danish; the most used first, so that what is folded away is the rest."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from services.api.portal.language import N_

Menu = tuple[tuple[str, str], ...]
_MENUS: Final[Mapping[str, Menu]] = {
    "FAMILY": (
        ("/", N_("Forsiden")),
        ("/agreements", N_("Aftaler")),
        ("/consents", N_("Samtykker")),
        ("/inbox", N_("Beskeder")),
    ),
    "STAFF": (
        ("/", N_("I dag")),
        ("/children", N_("Børn")),
        ("/consultations", N_("Drøftelser")),
        ("/underretninger", N_("Underretninger")),
        ("/inbox", N_("Beskeder")),
        ("/emergencies", N_("Nødadgang")),
        ("/delegations", N_("Stedfortræder")),
        ("/reports", N_("Sig det opad")),
        ("/indicators", N_("Indikatorer")),
        ("/handovers", N_("Overleveringer")),
        ("/guides", N_("Håndbøger og guides")),
    ),
    "DPO": (
        ("/", N_("Tilsyn")),
        ("/access-requests", N_("Anmodninger om data")),
        ("/emergencies", N_("Nødadgang")),
        ("/who-sees", N_("Hvem kan se et barn?")),
        ("/administration/operation", N_("Drift")),
        ("/indicators", N_("Indikatorer")),
        ("/inbox", N_("Beskeder")),
    ),
    "AUDITOR": (
        ("/", N_("Sporet")),
        ("/models", N_("Modellens versioner")),
        ("/indicators", N_("Indikatorer")),
    ),
    "ADMINISTRATOR": (
        ("/", N_("Administration")),
        ("/imports", N_("Importer")),
        ("/administration/operation", N_("Drift")),
        ("/reports", N_("Sig det opad")),
        ("/indicators", N_("Indikatorer")),
        ("/inbox", N_("Beskeder")),
    ),
}


_FIRST: Final = 6
"""More entries than this would fill more than a line: then the last ones are folded away."""


class FoldedMenu(NamedTuple):
    """A main menu: what always shows, and what is folded away."""

    first: Menu
    more: Menu


def menu_of(capacity: str) -> FoldedMenu:
    """The main menu of a capacity: entries of (path, Danish text), the most used first."""
    whole = _MENUS.get(capacity, _MENUS["STAFF"])
    shown = len(whole) if len(whole) <= _FIRST else _FIRST - 1
    return FoldedMenu(whole[:shown], whole[shown:])
