"""Processes with a clock of their own: the child welfare assessment."""

from services.api.graphql.process.begin_process import begin_process
from services.api.graphql.process.record_process import record_process

QUERIES = ()
MUTATIONS = (begin_process, record_process)
