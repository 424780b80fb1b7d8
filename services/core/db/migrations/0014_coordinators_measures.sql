-- Several places for those who hold the thread of a problem; processes with a clock of their own; measures.

create table rundbord.problem_coordinator (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid not null,
    place text not null,
    person_id uuid,
    since timestamptz,
    pending_id uuid,
    offered_by uuid,
    offered_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, problem_id, place),
    check ((person_id is null) = (since is null)),
    check ((pending_id is null) = (offered_at is null)),
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, pending_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, offered_by) references rundbord.person (tenant_id, id)
);
create index problem_coordinator_by_dossier on rundbord.problem_coordinator (tenant_id, dossier_id);
create index problem_coordinator_by_person on rundbord.problem_coordinator (tenant_id, person_id) where person_id is not null;
create index problem_coordinator_by_pending on rundbord.problem_coordinator (tenant_id, pending_id) where pending_id is not null;
comment on table rundbord.problem_coordinator is
    'Who holds the thread of a problem, in each of the model''s places for it; until the next accepts, the old one holds it.';
comment on column rundbord.problem_coordinator.place is 'Key of the model''s place; empty where the model has one place without a name.';

-- The owner reads these rows once, to carry them over: nothing else may be running (the migration holds the gate).
alter table rundbord.problem no force row level security;
-- The row's id is the problem's: the grants that rest on it keep their source.
insert into rundbord.problem_coordinator
    (tenant_id, id, dossier_id, problem_id, place, person_id, since, pending_id, offered_at)
select tenant_id, id, dossier_id, id, '', coordinator_id, case when coordinator_id is not null then opened_at end,
       pending_coordinator_id, case when pending_coordinator_id is not null then opened_at end
from rundbord.problem
where coordinator_id is not null or pending_coordinator_id is not null;
alter table rundbord.problem force row level security;
drop trigger if exists derive_grants on rundbord.problem;
alter table rundbord.problem drop column coordinator_id, drop column pending_coordinator_id;

create table rundbord.process (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid,
    meeting_id uuid,
    key text not null,
    known_on date not null,
    due_on date not null,
    begun_by uuid not null,
    begun_at timestamptz not null,
    family_told boolean not null,
    ended_by uuid,
    ended_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    check ((ended_by is null) = (ended_at is null)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, begun_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, ended_by) references rundbord.person (tenant_id, id)
);
create index process_by_dossier on rundbord.process (tenant_id, dossier_id, begun_at);
create unique index process_running_once on rundbord.process (tenant_id, dossier_id, key) where ended_at is null;
comment on table rundbord.process is 'A process with a clock of its own, e.g. the child welfare assessment. Which underretning led to it is not said.';
comment on column rundbord.process.known_on is 'The day its clock counts from: when the municipality became aware of the need, not when it was decided.';
comment on column rundbord.process.family_told is 'Whether the family knows of it: before that no row of it is theirs.';
comment on index rundbord.process_running_once is 'One of a kind runs at a time: two clocks of one assessment would hide each other.';

create table rundbord.measure (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid,
    key text not null,
    decided_on date not null,
    decided_by uuid not null,
    with_family boolean not null,
    cooperates boolean not null default false,
    started_on date,
    started_by uuid,
    ended_on date,
    ended_by uuid,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    check ((started_by is null) = (started_on is null)),
    check ((ended_by is null) = (ended_on is null)),
    check (started_on >= decided_on and ended_on >= coalesce(started_on, decided_on)),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, decided_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, started_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, ended_by) references rundbord.person (tenant_id, id)
);
create index measure_by_dossier on rundbord.measure (tenant_id, dossier_id, decided_on);
comment on table rundbord.measure is 'Help that was decided for a child, when it started and when it ended. Whether its consent stands is asked of the consents.';
comment on column rundbord.measure.cooperates is 'That the family cooperates, as it was recorded when the measure started.';

alter table rundbord.deadline add column process_id uuid, add column measure_id uuid;
alter table rundbord.deadline add foreign key (tenant_id, dossier_id, process_id)
    references rundbord.process (tenant_id, dossier_id, id) on delete cascade;
alter table rundbord.deadline add foreign key (tenant_id, dossier_id, measure_id)
    references rundbord.measure (tenant_id, dossier_id, id) on delete cascade;
create index deadline_by_process on rundbord.deadline (tenant_id, process_id) where process_id is not null;
create index deadline_by_measure on rundbord.deadline (tenant_id, measure_id) where measure_id is not null;
drop index rundbord.deadline_once;
create unique index deadline_once on rundbord.deadline
    (tenant_id, dossier_id, meeting_id, problem_id, underretning_id, process_id, measure_id, meeting_type, key, person_id)
    nulls not distinct where state = 'open';

do $$
declare t text;
begin
    foreach t in array array['problem_coordinator', 'process', 'measure']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
