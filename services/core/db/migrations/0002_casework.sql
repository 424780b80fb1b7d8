-- A child's casework: problems with their levels, meetings and what belongs to them, consents.
-- Every row names one dossier; what is written about people is in `sealed`.

create table rundbord.casework (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    child_id uuid not null,
    model_version_id uuid not null,
    self_access_from timestamptz,
    closed_at timestamptz,
    last_activity_at timestamptz not null,
    version integer not null default 1,
    primary key (tenant_id, dossier_id),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id)
);
create index casework_by_child on rundbord.casework (tenant_id, child_id);
comment on column rundbord.casework.self_access_from is 'When the young person may log in and see their own case.';

create table rundbord.problem (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    track text not null,
    level integer,
    status text not null check (status in ('open', 'closed')),
    coordinator_id uuid,
    pending_coordinator_id uuid,
    opened_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, coordinator_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, pending_coordinator_id) references rundbord.person (tenant_id, id)
);
create index problem_by_dossier on rundbord.problem (tenant_id, dossier_id);

create table rundbord.meeting (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid,
    type text not null,
    level integer,
    model_version_id uuid not null,
    status text not null check (status in ('planned', 'agenda_sent', 'held', 'concluded', 'cancelled')),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    sequence integer not null default 0,
    convener_id uuid not null,
    chair_id uuid,
    previous_id uuid,
    outcome text,
    outcome_level integer,
    follow_up_by date,
    called_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, previous_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, convener_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, chair_id) references rundbord.person (tenant_id, id)
);
create index meeting_by_dossier on rundbord.meeting (tenant_id, dossier_id, starts_at);
create index meeting_by_time on rundbord.meeting (tenant_id, starts_at, id);
comment on column rundbord.meeting.sequence is 'Counts moves and cancellations, as in a calendar file.';

create table rundbord.level_move (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    problem_id uuid not null,
    from_level integer,
    to_level integer not null,
    meeting_id uuid,
    moved_at timestamptz not null,
    moved_by uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade
);
create index level_move_by_problem on rundbord.level_move (tenant_id, problem_id, moved_at);

create table rundbord.participant (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    person_id uuid,
    kind text not null check (kind in ('child', 'parent', 'network', 'professional')),
    role text not null,
    strength text not null,
    external boolean not null,
    consent_purpose text,
    status text not null check (status in ('invited', 'left_out', 'removed')),
    answer text not null default 'none' check (answer in ('none', 'coming', 'another_time', 'not_coming')),
    answered_at timestamptz,
    attended boolean,
    access_from timestamptz not null,
    access_until timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id, person_id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id)
);
comment on column rundbord.participant.consent_purpose is
    'The consent that this participation rests on: without it no invitation, no grant (consent_standing).';
create index participant_by_meeting on rundbord.participant (tenant_id, meeting_id);
create index participant_by_person on rundbord.participant (tenant_id, person_id);

create table rundbord.agenda_item (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    position integer not null,
    origin text not null check (origin in ('model', 'family', 'professional')),
    added_by uuid,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade
);
create index agenda_item_by_meeting on rundbord.agenda_item (tenant_id, meeting_id, position);

create table rundbord.form (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    form_key text not null,
    model_version_id uuid not null,
    completed_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id, form_key),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id)
);

create table rundbord.perspective (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    whose text not null check (whose in ('child', 'parent')),
    obtained boolean not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade
);
create index perspective_by_meeting on rundbord.perspective (tenant_id, meeting_id);

create table rundbord.agreement (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    responsible_id uuid not null,
    due_on date,
    close_to_child boolean not null,
    status text not null check (status in ('open', 'done', 'dropped')),
    made_at timestamptz not null,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, responsible_id) references rundbord.participant (tenant_id, dossier_id, id) on delete cascade
);
create index agreement_by_dossier on rundbord.agreement (tenant_id, dossier_id);
create index agreement_by_meeting on rundbord.agreement (tenant_id, meeting_id);
comment on column rundbord.agreement.responsible_id is 'The participant who follows it up.';

create table rundbord.consent (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid,
    giver_id uuid not null,
    purpose text not null,
    basis text not null,
    text_version integer not null,
    model_version_id uuid not null,
    state text not null check (state in ('asked', 'given', 'declined', 'withdrawn')),
    asked_at timestamptz not null,
    asked_by uuid not null,
    answered_at timestamptz,
    withdrawn_at timestamptz,
    expires_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, giver_id) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id)
);
create index consent_by_dossier on rundbord.consent (tenant_id, dossier_id);
create index consent_by_giver on rundbord.consent (tenant_id, giver_id);
comment on table rundbord.consent is
    'One row per giver, purpose and asking; silence is never yes. Expiry is compared at use (expires_at), no sweep needed.';

do $$
declare t text;
begin
    foreach t in array array['casework','problem','meeting','level_move','participant','agenda_item','form','perspective',
                             'agreement','consent']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
