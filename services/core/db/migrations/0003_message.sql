-- The outbox, deadlines, and the runs of the sweeps that find what is due.

create table rundbord.message (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    recipient_id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in (
        'invitation', 'meeting_moved', 'meeting_cancelled', 'agenda_sent', 'agenda_added', 'answer_received',
        'meeting_reminder', 'meeting_concluded', 'deadline_reminder', 'deadline_missed', 'deadline_escalated',
        'consent_asked', 'consent_answered', 'consent_withdrawn', 'coordinator_offered', 'coordinator_changed',
        'access_ended')),
    channel text not null check (channel in ('mail', 'inbox')),
    meeting_id uuid,
    meeting_sequence integer,
    consent_id uuid,
    deadline_id uuid,
    occurrence_key text not null check (occurrence_key ~ '^[a-z0-9:._-]{1,200}$'),
    not_before timestamptz not null,
    planned_at timestamptz not null,
    state text not null default 'planned' check (state in ('planned', 'sending', 'sent', 'cancelled', 'dead')),
    reason text check (reason in (
        'meeting_cancelled', 'meeting_moved', 'meeting_over', 'not_invited', 'access_ended', 'consent_withdrawn',
        'consent_settled', 'deadline_settled', 'recipient_gone', 'superseded', 'no_address', 'refused',
        'out_of_patience')),
    settled_at timestamptz,
    read_at timestamptz,
    attempt integer not null default 0,
    free_at timestamptz not null,
    first_attempt_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, recipient_id, channel, occurrence_key),
    check ((state in ('planned', 'sending')) = (settled_at is null)),
    check ((state in ('cancelled', 'dead')) = (reason is not null)),
    check ((meeting_id is null) = (meeting_sequence is null)),
    foreign key (tenant_id, recipient_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, consent_id) references rundbord.consent (tenant_id, id) on delete cascade
);
create index message_due on rundbord.message (tenant_id, not_before) where state in ('planned', 'sending');
create index message_by_recipient on rundbord.message (tenant_id, recipient_id, settled_at desc, id) where channel = 'inbox' and state = 'sent';
create index message_open_by_dossier on rundbord.message (tenant_id, dossier_id) where state in ('planned', 'sending');
create index message_dead on rundbord.message (tenant_id, settled_at) where state = 'dead';
comment on table rundbord.message is
    'What is to be told to whom, planned in the transaction of the change. Holds ids and codes, never words or addresses.';
comment on column rundbord.message.occurrence_key is 'What it tells about, once: planning it again changes nothing.';
comment on column rundbord.message.not_before is 'Business time.';
comment on column rundbord.message.free_at is
    'Machine time from which a notifier may claim it: the next attempt while planned, the end of the lease while sending.';
comment on column rundbord.message.attempt is 'The fence: whoever holds an older number may neither send nor record.';
comment on column rundbord.message.meeting_sequence is 'The meeting''s sequence when this was planned; a move since then takes it back.';

create table rundbord.delivery_attempt (
    tenant_id uuid not null references rundbord.tenant,
    message_id uuid not null,
    attempt integer not null check (attempt > 0),
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('sent', 'retry', 'dead', 'cancelled', 'lost')),
    failure text check (failure in ('busy', 'network', 'refused', 'setup', 'unknown_end')),
    stage text check (stage in ('connect', 'login', 'sender', 'recipient', 'data', 'after_data')),
    code integer,
    primary key (tenant_id, message_id, attempt),
    foreign key (tenant_id, message_id) references rundbord.message (tenant_id, id) on delete cascade
);
comment on table rundbord.delivery_attempt is 'Every claim of a message and its end; machine time. Lost: the lease ran out.';

create table rundbord.deadline (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid,
    problem_id uuid,
    key text not null,
    task text not null,
    role text,
    person_id uuid,
    private boolean not null default false,
    due_at timestamptz not null,
    remind_at timestamptz[] not null default '{}',
    next_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'met', 'missed', 'cancelled')),
    settled_at timestamptz,
    failures integer not null default 0,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((state = 'open') = (settled_at is null)),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, problem_id) references rundbord.problem (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id)
);
create unique index deadline_once on rundbord.deadline (tenant_id, dossier_id, meeting_id, problem_id, key, person_id)
    nulls not distinct where state = 'open';
create index deadline_next on rundbord.deadline (tenant_id, next_at) where state = 'open';
create index deadline_by_meeting on rundbord.deadline (tenant_id, meeting_id);
create index deadline_by_person on rundbord.deadline (tenant_id, person_id, due_at) where state = 'open';
comment on table rundbord.deadline is 'What must be done by when and by whom, computed from the model when its event happened. Business time.';
comment on column rundbord.deadline.next_at is 'When the sweep must look at it next: the next reminder, else the deadline itself.';
comment on column rundbord.deadline.private is 'Of the family only the person it is for may see it: it would tell one parent about the other.';

create table rundbord.sweep_run (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    sweep text not null check (sweep in ('deadlines', 'retention', 'keys', 'adulthood', 'audit', 'housekeeping')),
    occurrence timestamptz not null,
    state text not null default 'planned' check (state in ('planned', 'running', 'done', 'failed')),
    attempt integer not null default 0,
    free_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    handled integer not null default 0,
    failed integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, sweep, occurrence)
);
create index sweep_run_latest on rundbord.sweep_run (tenant_id, sweep, ended_at desc);
comment on table rundbord.sweep_run is
    'One row an occasion, whoever wakes it and how often: a second beat or a repeated message finds it taken. Machine time.';

do $$
declare t text;
begin
    foreach t in array array['message', 'delivery_attempt', 'deadline', 'sweep_run']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;

-- The sweep that tells people of an access that ended by itself finds it without reading the others.
create index access_grant_by_end on rundbord.access_grant (tenant_id, valid_until) where reason = 'custody';
