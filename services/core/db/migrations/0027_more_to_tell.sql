-- Imports tell of protection, death and moving away too.

alter table rundbord.intake_run drop constraint intake_run_kinds_check;
alter table rundbord.intake_run add constraint intake_run_kinds_check check (cardinality(kinds) > 0 and kinds <@ array[
    'unit', 'person', 'staff', 'employment', 'custody', 'enrolment', 'relation', 'protection', 'death', 'move']);
