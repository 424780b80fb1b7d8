"""Help in one synthetic case: an assessment that runs and a measure that waits for the family's yes."""

from typing import Final

from services.core.casework.service import load_case
from services.core.consent.service import ask_consent
from services.core.db.database import Database
from services.core.identity import PersonId
from services.core.measure import store as measures
from services.core.measure.service import DecideMeasure, decide_measure
from services.core.process import store as processes
from services.core.process.service import BeginProcess, begin_process
from services.core.tenancy.service import Added
from services.local.seed.cases import Stories
from services.local.seed.cast import person_id

_CHILD: Final = "barn-sag"
_ADVISER: Final = "raadgiver"
_WHY: Final = "Familien har selv bedt Familiecentret om hjælp."
_WHAT: Final = "En familiebehandler kommer hjem til jer hver tirsdag. I laver målene sammen."


class Help:
    """The help of one tenant's case with an adviser, where its model has such."""

    def __init__(self, worker: Database, api: Database, tenant: Added) -> None:
        self._api = api
        self._child = PersonId(person_id(tenant.slug, _CHILD))
        self._stories = Stories(worker, api, tenant)

    async def tell(self) -> None:
        """Begin and decide what is not there yet."""
        async with (
            self._stories.acting(_ADVISER, "adviser") as who,
            self._api.write(who, "seed.help") as tx,
        ):
            case = await load_case(tx, self._child)
            dossier = case.casework.dossier_id if case.casework else None
            if dossier is None:
                return
            model = case.model
            if model.processes and not await processes.processes_of(tx, dossier):
                await begin_process(tx, BeginProcess(self._child, model.processes[0].key, reason=_WHY))
            if model.measures and not await measures.measures_of(tx, dossier):
                rule = model.measures[0]
                await decide_measure(tx, DecideMeasure(self._child, rule.key, _WHAT, with_family=True))
                if rule.consent:
                    await ask_consent(tx, self._child, rule.consent, None)
