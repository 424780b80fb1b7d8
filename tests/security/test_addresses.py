"""Who is counted as the sender: a proxy of ours is believed, and nobody who writes its header themselves."""

from ipaddress import ip_network
from typing import Any

import pytest
from litestar.connection import ASGIConnection

from services.api.auth.connection import address_of
from services.core.settings import Settings, SettingsError

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


def connection(peer: str, *forwarded: str) -> ASGIConnection[Any, Any, Any, Any]:
    headers = [(b"x-forwarded-for", one.encode()) for one in forwarded]
    scope: Any = {"type": "http", "headers": headers, "client": (peer, 1)}
    return ASGIConnection(scope)


@pytest.mark.parametrize(
    ("peer", "forwarded", "counted"),
    [
        ("10.1.2.3", ("203.0.113.7",), "203.0.113.7"),
        ("fd00::2", ("2001:db8::7",), "2001:db8::7"),
        # What stands before the last entry was there before it reached us.
        ("10.1.2.3", ("198.51.100.1, 203.0.113.7",), "203.0.113.7"),
        ("10.1.2.3", ("198.51.100.1", "203.0.113.7"), "203.0.113.7"),
        ("203.0.113.9", ("198.51.100.1",), "203.0.113.9"),
        ("10.1.2.3", (), "10.1.2.3"),
        ("10.1.2.3", ("unknown",), "10.1.2.3"),
        ("10.1.2.3", ("203.0.113.7, ",), "10.1.2.3"),
        ("testclient", ("203.0.113.7",), "testclient"),
    ],
)
def test_the_sender(peer: str, forwarded: tuple[str, ...], counted: str) -> None:
    assert address_of(connection(peer, *forwarded), PROXIES) == counted


def test_without_proxies_of_ours_nobodys_word_counts() -> None:
    assert address_of(connection("10.1.2.3", "203.0.113.7"), ()) == "10.1.2.3"


def test_a_network_that_is_none_stops_the_start() -> None:
    assert len(Settings.from_env({"RUNDBORD_TRUSTED_PROXIES": "10.0.0.0/8, fd00::/8"}).proxies()) == 2
    with pytest.raises(SettingsError):
        Settings.from_env({"RUNDBORD_TRUSTED_PROXIES": "everyone"})
