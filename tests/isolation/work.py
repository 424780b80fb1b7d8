"""Processes and measures in the village: of each a kind that the family may see, and one that it may not.

Who begins and decides is the model's to say and is tried elsewhere (tests/measure); here it is who sees them.
"""

from services.core.casework.service import load_case
from services.core.db.tx import WriteTx, new_id
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.measure import store as measures
from services.core.measure.store import MeasureDetails, MeasureRow
from services.core.process.service import Beginning, RecordProcess, begin_decided, record_process
from services.core.process.store import ProcessRow


async def running(tx: WriteTx, child: PersonId, reason: str, findings: str) -> ProcessRow:
    """A process that the family has not been told of."""
    case = await load_case(tx, child)
    assert case.casework is not None
    how = Beginning(case.casework.dossier_id, "assessment", tx.now.date(), reason=reason, family_told=False)
    row = await begin_decided(tx, case, how)
    return await record_process(
        tx, RecordProcess(row.id, row.version, findings=findings, preliminary=findings)
    )


async def decided(tx: WriteTx, child: PersonId, what: str, *, with_family: bool) -> MeasureRow:
    """A measure that was decided with the family, or without it."""
    case = await load_case(tx, child)
    assert case.casework is not None
    dossier, measure = case.casework.dossier_id, new_id()
    await tx.run(
        measures.INSERT,
        id=measure,
        dossier_id=dossier,
        problem_id=None,
        key="supportive_effort",
        decided_on=tx.now.date(),
        decided_by=tx.actor.known_person,
        with_family=with_family,
        sealed=await tx.seal(SealLabel.MEASURE, dossier, measure, MeasureDetails(what)),
    )
    return await measures.measure(tx, measure)
