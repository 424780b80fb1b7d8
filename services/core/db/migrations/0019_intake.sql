-- Imports: what the municipality's own systems tell of units, people, employments, custody and enrolments.

alter table rundbord.dossier drop constraint dossier_kind_check;
alter table rundbord.dossier add constraint dossier_kind_check
    check (kind in ('identity', 'casework', 'group', 'anonymous', 'intake'));

alter table rundbord.sweep_run drop constraint sweep_run_sweep_check;
alter table rundbord.sweep_run add constraint sweep_run_sweep_check
    check (sweep in ('deadlines', 'retention', 'keys', 'adulthood', 'audit', 'housekeeping', 'intake'));

create table rundbord.intake_run (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    source text not null check (source ~ '^[a-z][a-z0-9-]{0,39}$'),
    kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array[
        'unit', 'person', 'staff', 'employment', 'custody', 'enrolment', 'relation']),
    snapshot boolean not null,
    state text not null default 'receiving' check (state in (
        'receiving', 'checking', 'checked', 'applying', 'held', 'done', 'cancelled', 'failed')),
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    content_id uuid,
    row_count integer not null default 0 check (row_count >= 0),
    row_done integer not null default 0,
    part_count integer not null default 0,
    part_done integer not null default 0,
    unreadable integer not null default 0,
    missing integer,
    accepted integer not null default 0 check (accepted >= 0),
    begun boolean not null default false,
    failures integer not null default 0,
    free_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((state in ('done', 'cancelled', 'failed')) = (ended_at is not null)),
    foreign key (tenant_id, started_by) references rundbord.person (tenant_id, id)
);
create unique index intake_run_one_at_a_time on rundbord.intake_run (tenant_id) where state in ('checking', 'applying');
create index intake_run_by_time on rundbord.intake_run (tenant_id, started_at desc, id);
comment on table rundbord.intake_run is
    'One import: where it comes from, how far it is, what it did in numbers. Nothing of what a row said stands here.';
comment on column rundbord.intake_run.content_id is
    'The dossier that the content is sealed under; it goes, and its key with it, when the import has ended.';
comment on column rundbord.intake_run.missing is 'In a full copy: what is known of the source and not told any more.';
comment on column rundbord.intake_run.free_at is 'Until then (machine time) one worker has it.';

create table rundbord.intake_part (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    run_id uuid not null,
    number integer not null check (number > 0),
    sealed bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, run_id, number),
    foreign key (tenant_id, run_id) references rundbord.intake_run (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
comment on table rundbord.intake_part is 'A hundred rows of an import, sealed until they are carried out. For the worker alone.';

create table rundbord.intake_seen (
    tenant_id uuid not null references rundbord.tenant,
    run_id uuid not null,
    kind text not null,
    key bytea not null check (length(key) = 32),
    place integer not null,
    planned text not null default '',
    primary key (tenant_id, run_id, kind, key),
    foreign key (tenant_id, run_id) references rundbord.intake_run (tenant_id, id) on delete cascade
);
comment on column rundbord.intake_seen.planned is 'What a check would make of it, so that later rows may point at it; empty: nothing new.';
comment on table rundbord.intake_seen is
    'What an import tells of, by keyed hash: what stands in no row is missing, and no key may stand in two. Gone when it has ended.';

create table rundbord.intake_key (
    tenant_id uuid not null references rundbord.tenant,
    source text not null,
    kind text not null,
    key bytea not null check (length(key) = 32),
    person_id uuid,
    unit_id uuid,
    other_id uuid,
    role text not null default '',
    primary key (tenant_id, source, kind, key),
    check (person_id is not null or unit_id is not null),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, other_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id) on delete cascade
);
create index intake_key_by_person on rundbord.intake_key (tenant_id, person_id);
create index intake_key_by_other on rundbord.intake_key (tenant_id, other_id);
comment on table rundbord.intake_key is
    'What a source tells of, by keyed hash of its own key: who or what that is here, and for a relation between whom.';

create table rundbord.intake_error (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    run_id uuid not null,
    phase text not null check (phase in ('read', 'check', 'apply')),
    place integer not null,
    kind text not null,
    field text not null,
    code text not null check (code ~ '^[a-z_]{1,60}$'),
    allowed text not null default '',
    primary key (tenant_id, id),
    foreign key (tenant_id, run_id) references rundbord.intake_run (tenant_id, id) on delete cascade
);
create index intake_error_by_run on rundbord.intake_error (tenant_id, run_id, place, id);
comment on table rundbord.intake_error is
    'What is wrong with a row: where it stands, which column, a code, and what would be right. Never what stood there.';

create table rundbord.intake_change (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    run_id uuid not null,
    phase text not null check (phase in ('check', 'apply')),
    place integer not null,
    kind text not null,
    action text not null check (action in ('new', 'changed', 'ended', 'released')),
    fields text[] not null,
    before text[] not null,
    after text[] not null,
    primary key (tenant_id, id),
    check (cardinality(fields) = cardinality(before) and cardinality(fields) = cardinality(after)),
    foreign key (tenant_id, run_id) references rundbord.intake_run (tenant_id, id) on delete cascade
);
create index intake_change_by_run on rundbord.intake_change (tenant_id, run_id, phase, place, id);
comment on table rundbord.intake_change is
    'What a row changes. Values of places and of staff''s offices alone; of people in families only which field.';

create table rundbord.intake_count (
    tenant_id uuid not null references rundbord.tenant,
    run_id uuid not null,
    phase text not null,
    kind text not null,
    action text not null,
    number integer not null,
    primary key (tenant_id, run_id, phase, kind, action),
    foreign key (tenant_id, run_id) references rundbord.intake_run (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['intake_run', 'intake_part', 'intake_seen', 'intake_key', 'intake_error', 'intake_change', 'intake_count']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
