"""What else there is around families: a step-parent, a talk with a child, a father told by Digital Post, and not at night."""

from datetime import time, timedelta
from typing import Final

from services.core.casework.family import record_family_relation
from services.core.casework.service import load_case
from services.core.contact.rules import Choice, Way
from services.core.contact.service import choose, own_contact
from services.core.conversation.service import RecordConversation, record_conversation
from services.core.conversation.store import conversations_of
from services.core.db.database import Database
from services.core.identity import PersonId
from services.core.person import circle
from services.core.person.circle import NewRelation
from services.core.person.family_circle import RelationKind
from services.core.tenancy.service import Added
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_STEP_PARENT: Final = "Pia Prøvepartner"
_SAID: Final = "Vil gerne have mere ro om aftenen, og at storebror også bliver spurgt."


class Everyday:
    """One tenant's everyday life. What is there already stays as people have left it."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._slug = tenant.slug
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Tell what is not told yet."""
        await self._step_parent()
        await self._talk()
        await self._choice()

    async def _step_parent(self) -> None:
        async with (
            self._stories.acting("leder", "leader") as who,
            self._api.write(who, "seed.stepParent") as tx,
        ):
            child = self._id("barn-delt")
            case = await load_case(tx, child)
            if case.casework is None or await circle.around(tx, child):
                return
            belongs_to = self._id("far-delt")
            told = NewRelation(kind=RelationKind.STEP_PARENT, name=_STEP_PARENT, belongs_to=belongs_to)
            await record_family_relation(tx, child, told)

    async def _talk(self) -> None:
        async with (
            self._stories.acting("raadgiver", "adviser") as who,
            self._api.write(who, "seed.conversation") as tx,
        ):
            case = await load_case(tx, self._id("barn-sag"))
            if case.casework is None or await conversations_of(tx, case.casework.dossier_id):
                return
            held_at = tx.now - timedelta(days=1)
            told = RecordConversation(case.child.id, held_at, _SAID, support_person_offered=True)
            await record_conversation(tx, told)

    async def _choice(self) -> None:
        async with (
            self._stories.acting("far-skole2", "family") as who,
            self._api.write(who, "seed.contact") as tx,
        ):
            mine = await own_contact(tx)
            offered = {one.way for one in mine.ways if one.why_not is None}
            if mine.version or Way.DIGITAL_POST not in offered:
                return
            wanted = Choice(
                ways=(Way.DIGITAL_POST,),
                quiet_from=time(21),
                quiet_until=time(7),
                remind_days=2,
                language=mine.language,
            )
            await choose(tx, wanted, 0)

    def _id(self, key: str) -> PersonId:
        return PersonId(person_id(self._slug, key))
