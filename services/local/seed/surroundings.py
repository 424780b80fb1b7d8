"""What is done around one synthetic child where the model has such: an offer that waits, a plan, a network, first steps."""

from typing import Final

from services.core.casework.rules import offers_due
from services.core.casework.service import Case, load_case
from services.core.checklist.service import tick_item, ticks_of
from services.core.db.database import Database
from services.core.db.tx import WriteTx
from services.core.identity import PersonId
from services.core.network import store as networks
from services.core.network.service import NetworkParts, form_network
from services.core.offer import store as offers
from services.core.offer.rules import offer_of
from services.core.offer.service import RecordOffer, fill_shared_plan, record_offer
from services.core.problem.confirming import ConfirmCase, confirm_case
from services.core.tenancy.conditions import holds
from services.core.tenancy.forms import FieldKind
from services.core.tenancy.model import Model
from services.core.tenancy.service import Added
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_CHILD: Final = "barn"
_LEADER: Final = "leder"
_TEACHER: Final = "laerer"
_ACTIVE: Final = "barn-sag"
_ADVISER: Final = "raadgiver"
_HOW: Final = "Mor og far, på mødet."
_GOALS: Final = "Ro om morgenen\nEn ven at lege med"
_COMPETENCES: Final = ("ro i klassen", "støtte hjemme")


class Surroundings:
    """Around one tenant's children; nothing for a model that has neither offers nor networks."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._slug = tenant.slug
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Make what is not there yet."""
        async with (
            self._stories.acting(_LEADER, "leader") as who,
            self._api.write(who, "seed.around") as tx,
        ):
            case = await load_case(tx, self._id(_CHILD))
            if case.casework is not None and (case.model.offers or case.model.networks):
                await _confirm(tx, case)
                await _offer(tx, await load_case(tx, case.child.id))
                await self._form(tx, await load_case(tx, case.child.id))
        async with (
            self._stories.acting(_ADVISER, "adviser") as who,
            self._api.write(who, "seed.steps") as tx,
        ):
            case = await load_case(tx, self._id(_ACTIVE))
            for checklist in case.model.checklists[:1]:
                if holds(checklist.when, case.facts) and not await ticks_of(tx, case):
                    await tick_item(tx, case.child.id, checklist.key, checklist.items[0].key)

    async def _form(self, tx: WriteTx, case: Case) -> None:
        if case.casework is None or await networks.networks_of(tx, case.casework.dossier_id):
            return
        for rule in case.model.networks:
            if holds(rule.when, case.facts):
                parts = NetworkParts(self._id(_LEADER), self._id(_TEACHER), _COMPETENCES, rule.services[:1])
                await form_network(tx, case.child.id, rule.key, parts)

    def _id(self, key: str) -> PersonId:
        return PersonId(person_id(self._slug, key))


async def _confirm(tx: WriteTx, case: Case) -> None:
    """What the first offer and the first network ask for."""
    asked = _facts_asked(case.model) - case.facts.facts
    if asked and case.casework is not None:
        facts = case.facts.facts | asked
        await confirm_case(tx, ConfirmCase(case.child.id, facts, case.casework.version))


def _facts_asked(model: Model) -> frozenset[str]:
    asked = [one.when.facts for one in model.offers if one.when.facts and one.when.unborn is None][:1]
    asked += [(*one.when.facts, *one.when.facts_any[:1]) for one in model.networks[:1]]
    return frozenset(fact for facts in asked for fact in facts)


async def _offer(tx: WriteTx, case: Case) -> None:
    """The first one with a plan is accepted and written in; another waits for an answer."""
    if case.casework is None or await offers.offers_of(tx, case.casework.dossier_id):
        return
    planned = False
    for due in offers_due(case.model, case.facts, tx.now):
        rule = offer_of(case.model, due.key)
        if rule is None or not rule.form or planned:
            await record_offer(tx, RecordOffer(case.child.id, due.key))
            continue
        row = await record_offer(tx, RecordOffer(case.child.id, due.key, accepted=True, how=_HOW))
        lists = [
            one.key
            for one in case.model.form(rule.form).fields
            if one.kind is FieldKind.LIST and not one.source
        ]
        if lists:
            await fill_shared_plan(tx, row.id, {lists[0]: _GOALS}, 0)
        planned = True
