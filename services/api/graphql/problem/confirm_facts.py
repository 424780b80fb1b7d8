"""``confirmFacts``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.fact_day import FactDay, read_days
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.problem import confirming


@input_type(description="All that is confirmed about a problem from now on.")
class ConfirmFactsInput:
    """What is so."""

    problem_id: strawberry.ID = input_field(
        description="The problem. What is so of the case as a whole is for `confirmCaseFacts`."
    )
    facts: list[str] = input_field(
        description="Keys of the model's facts. One that was confirmed and is left out is taken back."
    )
    discussed: list[int] = input_field(
        description="Levels at which it was discussed without a name, as you say it: nothing is looked up."
    )
    family_related: bool = input_field(
        description="Whether the difficulty is wholly or partly about the family."
    )
    days: list[FactDay] | None = input_field(
        description="When these happened; a fact without a day keeps the one it has.", default=None
    )
    on: date | None = input_field(
        description="The Danish day on which what is confirmed anew happened; null: today.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Confirm what the model's conditions ask for; kept with who and when.", who=STAFF)
async def confirm_facts(info: Info, input: ConfirmFactsInput) -> ProblemPayload:
    """RA-09, RA-19, RA-20, RA-21."""
    row = await confirming.confirm_facts(
        info.context.write,
        confirming.ConfirmFacts(
            problem=read_id(input.problem_id),
            facts=frozenset(input.facts),
            discussed=frozenset(input.discussed),
            family_related=input.family_related,
            expected_version=input.expected_version,
            days=read_days(input.days),
            on=input.on,
        ),
    )
    return ProblemPayload(problem=problem_type(row))
