"""``meetingTypes``: which meetings may be called now, by whom, and why or why not."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.model.loading import case_of_child
from services.api.graphql.model.reason import Reason, reasons
from services.core.casework.roles import roles_of_actor
from services.core.meeting import rules
from services.core.series.rules import series_key

ChildId = Annotated[strawberry.ID, strawberry.argument(description="The child.")]
ProblemId = Annotated[strawberry.ID | None, strawberry.argument(description="The problem it would be about.")]


@object_type(description="A meeting type, and whether it may be called now.")
class MeetingOption:
    """A meeting type."""

    type: str = field(description="Give it as `type`.", personal=False)
    type_name: str = field(description="In words.", personal=False)
    series: str = field(description="`type` of its fixed times (`slots`).", personal=False)
    allowed: bool = field(description="Whether it may be called, once `needs` are supplied.", personal=True)
    advised: bool = field(description="Whether the model points to it now.", personal=True)
    needs: list[str] = field(
        description="Codes of what must be supplied, for example `reason`.", personal=True
    )
    may_convene: bool = field(
        description="Whether the viewer is one of those who convene it; else another must call it.",
        personal=True,
    )
    convened_by: list[str] = field(
        description="Who convenes it, in words; empty: any professional around the child.", personal=False
    )
    reasons: list[Reason] = field(description="Why, or why not.", personal=True)


@query(
    description="The meeting types of the model, and whether each may be called now.",
    personal=True,
    who=STAFF,
)
async def meeting_types(info: Info, child_id: ChildId, problem_id: ProblemId = None) -> list[MeetingOption]:
    """Each with why or why not."""
    case = await case_of_child(info, read_id(child_id))
    language = info.context.language
    facts = case.facts_asked(read_optional_id(problem_id))
    own = await roles_of_actor(info.context.tx, case)
    found = []
    for option in rules.meeting_options(case.model, case.facts, info.context.now, facts):
        conveners = rules.conveners(case.model, case.facts, option.type_key, facts)
        found.append(
            MeetingOption(
                type=option.type_key,
                series=series_key(case.model.meeting(option.type_key)),
                type_name=option.name.in_language(language),
                allowed=option.allowed,
                advised=option.advised,
                needs=list(option.needs),
                may_convene=not conveners or bool(own & set(conveners)),
                convened_by=[case.model.role(key).name.in_language(language) for key in conveners],
                reasons=reasons(option.reasons, language),
            )
        )
    return found
