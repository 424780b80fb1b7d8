"""What is sealed opens where it stands and nowhere else; a lost key is told, never replaced by a new one."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.core.keys.provider import FileKeyProvider, KeyUnavailableError
from services.core.keys.seal import DossierKey, SealError, SealLabel, seal, unseal
from services.core.meeting.store import AgendaDetails, MeetingDetails

KEY = DossierKey(1, AESGCM(AESGCM.generate_key(256)))
HERE = (SealLabel.AGENDA_ITEM, uuid4(), uuid4(), uuid4())
TEXT = AgendaDetails("Lektier")


def test_it_opens_where_it_stands() -> None:
    assert unseal(KEY, *HERE, seal(KEY, *HERE, TEXT), AgendaDetails) == TEXT


@pytest.mark.parametrize("part", range(4))
def test_it_opens_nowhere_else(part: int) -> None:
    sealed = seal(KEY, *HERE, TEXT)
    there: list[Any] = list(HERE)
    there[part] = SealLabel.FORM if part == 0 else uuid4()
    with pytest.raises(SealError):
        unseal(KEY, there[0], there[1], there[2], there[3], sealed, AgendaDetails)


@pytest.mark.parametrize("at", [0, 1, 2, 3, 14, 15, -1])
def test_one_bit_changed_and_it_does_not_open(at: int) -> None:
    sealed = bytearray(seal(KEY, *HERE, TEXT))
    sealed[at] ^= 1
    with pytest.raises(SealError):
        unseal(KEY, *HERE, bytes(sealed), AgendaDetails)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 30])
def test_a_stump_does_not_open(length: int) -> None:
    with pytest.raises(SealError):
        unseal(KEY, *HERE, seal(KEY, *HERE, TEXT)[:length], AgendaDetails)


def test_another_generation_and_another_dossiers_key_do_not_open_it() -> None:
    sealed = seal(KEY, *HERE, TEXT)
    for key in (DossierKey(2, KEY.cipher), DossierKey(1, AESGCM(AESGCM.generate_key(256)))):
        with pytest.raises(SealError):
            unseal(key, *HERE, sealed, AgendaDetails)


def test_the_same_text_is_sealed_otherwise_each_time() -> None:
    assert len({seal(KEY, *HERE, TEXT) for _ in range(200)}) == 200
    assert len({seal(KEY, *HERE, TEXT)[3:15] for _ in range(200)}) == 200


def test_an_error_says_nothing_of_what_was_sealed() -> None:
    sealed = seal(KEY, *HERE, MeetingDetails("Hjemme hos mor"))
    with pytest.raises(SealError) as refused:
        unseal(KEY, HERE[0], HERE[1], HERE[2], uuid4(), sealed, MeetingDetails)
    assert "mor" not in str(refused.value)


def test_a_data_key_is_bound_to_its_dossier(tmp_path: Path) -> None:
    provider, epoch = FileKeyProvider(tmp_path), uuid4()
    provider.create_epoch(epoch)
    wrapped = provider.wrap(epoch, b"k" * 32, b"here")
    assert provider.unwrap(epoch, wrapped, b"here") == b"k" * 32
    with pytest.raises(KeyUnavailableError):
        provider.unwrap(epoch, wrapped, b"there")


def test_keys_are_for_the_services_user_alone(tmp_path: Path) -> None:
    FileKeyProvider(tmp_path / "keys").create_epoch(uuid4())
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "keys").iterdir())


def test_a_destroyed_epoch_opens_nothing_more_also_for_one_who_has_used_it(tmp_path: Path) -> None:
    used, destroying, epoch = FileKeyProvider(tmp_path), FileKeyProvider(tmp_path), uuid4()
    used.create_epoch(epoch)
    wrapped = used.wrap(epoch, b"k" * 32, b"here")
    destroying.destroy_epoch(epoch)
    with pytest.raises(KeyUnavailableError):
        used.unwrap(epoch, wrapped, b"here")


def test_a_lost_look_up_key_is_told_and_not_replaced(tmp_path: Path) -> None:
    provider = FileKeyProvider(tmp_path)
    with pytest.raises(KeyUnavailableError):  # an empty directory: the wrong one
        provider.lookup_hash(uuid4(), "cpr", "7001011234")
    provider.create_epoch(uuid4())
    tenant = uuid4()
    before = provider.lookup_hash(tenant, "cpr", "7001011234")
    (tmp_path / "lookup.key").unlink()
    with pytest.raises(KeyUnavailableError):
        provider.lookup_hash(tenant, "cpr", "7001011234")
    with pytest.raises(KeyUnavailableError):
        provider.create_epoch(uuid4())
    assert not (tmp_path / "lookup.key").exists()
    assert before


def test_a_look_up_differs_from_tenant_to_tenant_and_kind_to_kind(tmp_path: Path) -> None:
    provider = FileKeyProvider(tmp_path)
    provider.create_epoch(uuid4())
    one, other = uuid4(), uuid4()
    hashes = {provider.lookup_hash(tenant, kind, "x") for tenant in (one, other) for kind in ("cpr", "mitid")}
    assert len(hashes) == 4
