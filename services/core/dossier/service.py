"""Opening a dossier: its key first, its row second, so that no row can ever be without its key.

If the transaction fails after the key was made, an orphan key is left behind, which is swept; the other order
could leave a row that nothing opens.
"""

from typing import Literal

from services.core.db.tx import WriteTx, new_id
from services.core.dossier import store
from services.core.identity import DossierId, PersonId, UnitId

Kind = Literal["identity", "casework", "group", "anonymous", "intake"]


async def open_dossier(
    tx: WriteTx, kind: Kind, *, unit: UnitId | None = None, subject: PersonId | None = None
) -> DossierId:
    """Open a dossier and answer its random id.

    An actor may open a ``casework`` only, of a child (``subject``) they see, at the child's own unit; an
    administrator an ``intake``; the system any. Everything else the database refuses (``asyncpg.InsufficientPrivilegeError``).
    """
    dossier = DossierId(new_id())
    await tx.create_key(dossier)
    await tx.one(store.OPEN, id=dossier, kind=kind, unit_id=unit, pseudonym=new_id(), subject_id=subject)
    tx.touched.add(dossier)
    return dossier
