"""``KeptAway``: who of the family must not learn of something, and why. For professionals alone."""

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import version_of
from services.api.graphql.model.reason import Reason, reasons
from services.core.casework.rules import not_told, shield_reasons
from services.core.casework.service import Case
from services.core.meeting.store import MeetingRow
from services.core.shield import store as shields
from services.core.shield.service import KINDS
from services.core.tenancy.facts import ProblemFacts
from services.core.tenancy.frame import RoleKind


@object_type(description="Who must not be told, invited or asked as things stand, and why.")
class KeptAway:
    """A shield of the model that holds."""

    who: list[str] = field(description="The roles in words.", personal=True)
    parents: bool = field(description="Whether the custody holders are among them.", personal=True)
    reasons: list[Reason] = field(description="The model's reasons with rule and law.", personal=True)


def kept_away_of(info: Info, case: Case, problem: ProblemFacts | None) -> KeptAway | None:
    """What the model keeps from the family of a problem (None: of the case as a whole); None where all may know."""
    roles = [case.model.role(key) for key in sorted(not_told(case.model, case.facts, problem))]
    family = [role for role in roles if role.kind in KINDS]
    if not family:
        return None
    language = info.context.language
    found = shield_reasons(case.model, case.facts, info.context.now, problem)
    return KeptAway(
        who=[role.name.in_language(language) for role in family],
        parents=any(role.kind is RoleKind.CUSTODY_HOLDER for role in family),
        reasons=reasons(found, language),
    )


async def kept_from_meeting(info: Info, meeting: MeetingRow) -> KeptAway | None:
    """The same of one meeting for somebody who comes to it and sees nothing of the case: from whom, and not why."""
    found = {
        kind
        for kept, kind in await shields.kept_meetings(info.context.tx, meeting.dossier_id)
        if kept == meeting.id
    }
    if not found:
        return None
    model = await version_of(info, meeting.model_version_id)
    return KeptAway(
        who=[
            role.name.in_language(info.context.language)
            for role in model.roles
            if KINDS.get(role.kind) in found
        ],
        parents="parent" in found,
        reasons=[],
    )
