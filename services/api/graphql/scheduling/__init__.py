"""Finding a time: busy times, free times, and what a circle answers to the times it is asked about."""

from services.api.graphql.scheduling.answer_times import answer_times
from services.api.graphql.scheduling.busy_times import busy_times
from services.api.graphql.scheduling.fix_time import fix_time
from services.api.graphql.scheduling.forget_busy_times import forget_busy_times
from services.api.graphql.scheduling.free import free_times, free_times_to_call
from services.api.graphql.scheduling.keep_time import keep_time
from services.api.graphql.scheduling.load_busy_times import load_busy_times
from services.api.graphql.scheduling.propose_times import propose_times
from services.api.graphql.scheduling.tell_busy_times import tell_busy_times

QUERIES = (busy_times, free_times, free_times_to_call)
MUTATIONS = (
    load_busy_times,
    forget_busy_times,
    tell_busy_times,
    propose_times,
    answer_times,
    fix_time,
    keep_time,
)
