"""What everyone may read of a municipality, before anybody has logged in: the model that applies, by the host.

The model tells of nobody. Which version applies is asked each time; its content, which never changes, once a process.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.db.database import Database
from services.core.tenancy.model import Model, decode_model
from services.core.tenancy.upcast import LanguageError


@dataclass(frozen=True, slots=True)
class Face:
    """A municipality as everyone may know it: its model, and the local day it is read on."""

    model: Model
    today: date


_known: dict[str, tuple[UUID, Model]] = {}
"""By host; only hosts of tenants come in here, so there are as many as tenants."""


async def face_of(database: Database, host: str) -> Face | None:
    """The municipality of this host; None where there is none, or none whose model this code can read."""
    known = _known.get(host)
    async with database.tenant_function() as connection:
        row = await connection.fetchrow(
            "select version_id, content, today from rundbord.model_of_host($1, $2)", host, known and known[0]
        )
    if row is None:
        return None
    if known is None or row["content"] is not None:
        try:
            known = _known[host] = (row["version_id"], decode_model(row["content"]))
        except LanguageError:
            return None
    return Face(known[1], row["today"])
