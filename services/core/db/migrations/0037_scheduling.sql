-- Finding a time: when professionals are busy, the times that are proposed to a circle, and what each of it answers.

create table rundbord.busy_time (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    source text not null check (source in ('file', 'system')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    told_at timestamptz not null,
    primary key (tenant_id, id),
    check (ends_at > starts_at),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create index busy_time_of_person on rundbord.busy_time (tenant_id, person_id, ends_at);
create index busy_time_by_end on rundbord.busy_time (tenant_id, ends_at);
comment on table rundbord.busy_time is
    'When a professional is busy, told by themselves (file) or by the municipality''s calendar (system). Two times and no more: there is no column for what, where or with whom.';
comment on column rundbord.busy_time.told_at is 'Business time at which it was told; all of one source is replaced at once.';

create table rundbord.time_proposal (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    state text not null default 'open' check (state in ('open', 'fixed', 'closed')),
    made_by uuid not null,
    made_at timestamptz not null,
    answer_by timestamptz not null,
    remind_at timestamptz,
    fixed_id uuid,
    settled_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((state = 'open') = (settled_at is null)),
    check ((state = 'fixed') = (fixed_id is not null)),
    unique (tenant_id, dossier_id, meeting_id, id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, made_by) references rundbord.person (tenant_id, id)
);
create unique index time_proposal_once on rundbord.time_proposal (tenant_id, meeting_id) where state = 'open';
create index time_proposal_of_dossier on rundbord.time_proposal (tenant_id, dossier_id);
comment on table rundbord.time_proposal is 'The circle of a meeting is asked when it suits. While one is open the meeting''s own time is preliminary.';
comment on column rundbord.time_proposal.answer_by is 'The first instant (business time) at which no answer is taken any more.';
comment on column rundbord.time_proposal.remind_at is 'When those are reminded who have not answered by then; null: nobody is.';
comment on column rundbord.time_proposal.state is 'fixed: one of its times was chosen; closed: the meeting kept its time, was moved otherwise, or is not held.';
comment on column rundbord.time_proposal.fixed_id is 'The proposed time that was chosen.';

create table rundbord.proposed_time (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    proposal_id uuid not null,
    starts_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, proposal_id, starts_at),
    unique (tenant_id, dossier_id, meeting_id, proposal_id, id),
    foreign key (tenant_id, dossier_id, meeting_id, proposal_id)
        references rundbord.time_proposal (tenant_id, dossier_id, meeting_id, id) on delete cascade
);
create index proposed_time_of_dossier on rundbord.proposed_time (tenant_id, dossier_id);
comment on table rundbord.proposed_time is 'One of the times that are proposed; it has the meeting''s length.';

create table rundbord.time_answer (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    proposal_id uuid not null,
    proposed_id uuid not null,
    participant_id uuid not null,
    person_id uuid not null,
    answer text not null check (answer in ('fits', 'rather_not', 'not')),
    answered_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, proposed_id, participant_id),
    foreign key (tenant_id, dossier_id, meeting_id, proposal_id, proposed_id)
        references rundbord.proposed_time (tenant_id, dossier_id, meeting_id, proposal_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, participant_id) references rundbord.participant (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id)
);
create index time_answer_of_dossier on rundbord.time_answer (tenant_id, dossier_id);
create index time_answer_of_proposal on rundbord.time_answer (tenant_id, proposal_id, participant_id);
comment on table rundbord.time_answer is 'What one who is asked says of one time. Each sees their own; who leads the meeting sees them all.';
comment on column rundbord.time_answer.answer is 'rather_not: it can be done, and another would be better.';

do $$
declare t text;
begin
    foreach t in array array['busy_time', 'time_proposal', 'proposed_time', 'time_answer'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;

do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''time_asked''::text, ''time_fixed''::text, ');
end $$;
