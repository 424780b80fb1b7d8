"""``confirmCaseFacts``."""

from datetime import date

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.fact_day import FactDay, read_days
from services.core.problem import confirming


@input_type(description="All that is confirmed of a child's case as a whole from now on.")
class ConfirmCaseFactsInput:
    """What is so, whatever the problem."""

    child_id: strawberry.ID = input_field(description="The child.")
    facts: list[str] = input_field(
        description="Keys of the model's facts. One that was confirmed and is left out is taken back."
    )
    days: list[FactDay] | None = input_field(
        description="When these happened; a fact without a day keeps the one it has.", default=None
    )
    on: date | None = input_field(
        description="The Danish day on which what is confirmed anew happened; null: today.", default=None
    )
    expected_version: int = input_field(
        description="The child's `version` you saw; 0 where it was null, since no casework was open."
    )


@mutation(
    description="Confirm what is so of the case as a whole, also where no problem is opened; kept with who and when.",
    who=STAFF,
)
async def confirm_case_facts(info: Info, input: ConfirmCaseFactsInput) -> ChildPayload:
    """RI-02, RI-11, SL-20: what the local setting has tried, that the parents know, what has struck the family."""
    child = read_id(input.child_id)
    await confirming.confirm_case(
        info.context.write,
        confirming.ConfirmCase(
            child=child,
            facts=frozenset(input.facts),
            expected_version=input.expected_version,
            days=read_days(input.days),
            on=input.on,
        ),
    )
    return await child_payload(info, child)
