"""The municipality's words reach people once others have approved them, and no sooner; the approver reads them first."""

from collections.abc import AsyncIterator

import msgspec
import pytest

from services.core.message.preview import previews
from services.core.tenancy import versions
from services.core.tenancy.in_force import model_version
from services.core.tenancy.wordings import Worded, Wordings
from tests.builders.world import World
from tests.notifier.outbox_case import plan, running_notifier
from tests.notifier.smtp_peer import Peer, eventually, running_peer
from tests.versions.conftest import fresh
from tests.versions.towns import approves, operator_adds
from tests.worker.case import open_case

__all__ = ["fresh"]


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    async with running_peer() as running:
        yield running


def subjects(peer: Peer) -> list[str]:
    """What the family was sent, in its order."""
    return [str(mail["Subject"]) for mail in peer.accepted if "familie" in mail["To"]]


async def test_a_wording_waits_for_its_approval(fresh: World, peer: Peer) -> None:
    town = fresh.north
    own = Wordings(language="da", invitation=Worded(subject="Kom og tal med os"))
    worded = msgspec.structs.replace(town.model, messages=(own,))
    added = await operator_adds(fresh, worded)
    assert added.state.value == "proposed"
    async with fresh.api.read(town.who("administrator"), "test.preview") as tx:
        proposed = (await model_version(tx, (await versions.find_version(tx, added.version_id)).id)).model
        shown = {one.kind.value: one.words.subject for one in previews(proposed, "da", tx.now)}
    assert shown["invitation"] == "Nordby Kommune: Kom og tal med os"
    case = await open_case(fresh, town)
    async with running_notifier(fresh, peer):
        await plan(fresh, case, "mother")
        await eventually(lambda: len(subjects(peer)) == 1)
        # The same notifier, which keeps decoded what it has read: the version in force is asked for each message.
        await approves(fresh, town, added.version_id, worded, "administrator")
        await plan(fresh, case, "father")
        await eventually(lambda: len(subjects(peer)) == 2)
    assert subjects(peer) == [
        "Nordby Kommune: Du er inviteret til et møde",
        "Nordby Kommune: Kom og tal med os",
    ]
