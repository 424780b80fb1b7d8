"""Who must answer for a consent in a casework, and from when the young person does: the model's ages as instants.

The database reckons with them what stands (``consent/policies.sql``). It knows no birth dates, so they are told here:
when a casework opens, when it goes over to another version of the model, and when a birth date is corrected.
"""

from datetime import date, datetime

from services.core.calendar.instants import midnight_of_birthday
from services.core.db.queries import Queries
from services.core.db.tx import WriteTx
from services.core.identity import DossierId
from services.core.tenancy.model import Model

_SQL = Queries(__file__, "terms.sql")
PUT = _SQL.command("put_terms")
DROP = _SQL.command("drop_terms")


async def settle_terms(tx: WriteTx, dossier: DossierId, model: Model, born_on: date | None) -> None:
    """Let a casework's terms be those of ``model``. Of the unborn none of the young person's ages is known yet."""
    purposes, alone = model.purposes, model.population.majority_age

    def at(age: int) -> datetime | None:
        return None if born_on is None else midnight_of_birthday(born_on, age)

    await tx.run(
        PUT,
        dossier_id=dossier,
        purposes=[one.key for one in purposes],
        asked_of=[one.asked_of.value for one in purposes],
        own_ages=[one.own_from_age for one in purposes],
        own_from=[at(one.own_from_age) for one in purposes],
        alone_age=alone,
        alone_from=at(alone),
    )
    await tx.run(DROP, dossier_id=dossier, purposes=[one.key for one in purposes])
