-- Tenants, people, units, dossiers, grants, sessions and the access log.
-- Roles exist already (services/core/db/roles.sql). rundbord_owner owns the tables and, since row-level
-- security is forced, sees no row of them; the security-definer functions belong to rundbord_definer.

create schema rundbord;
create extension if not exists btree_gist with schema rundbord;
grant usage on schema rundbord to rundbord_api, rundbord_worker, rundbord_notifier, rundbord_definer,
    rundbord_family, rundbord_relation, rundbord_unit, rundbord_oversight;
grant create on schema rundbord to rundbord_definer;
set role rundbord_definer;
alter default privileges revoke execute on functions from public;
reset role;

-- ---------------------------------------------------------------- time and identity of a transaction

create table rundbord.business_clock (
    only_row boolean primary key default true check (only_row),
    offset_seconds bigint not null default 0 check (offset_seconds >= 0)
);
insert into rundbord.business_clock default values;
grant select on rundbord.business_clock to rundbord_definer, rundbord_worker;

create function rundbord.machine_now() returns timestamptz language sql volatile parallel safe
    set search_path = '' as $$ select pg_catalog.clock_timestamp() $$;
comment on function rundbord.machine_now() is 'Machine time: leases, backoff, sessions, rate limits.';

create function rundbord.setting(p_name text) returns text language plpgsql stable parallel safe
    set search_path = '' as $$
declare v text := pg_catalog.current_setting('rundbord.' || p_name, true);
begin
    if v is null or v = '' then
        raise exception 'this transaction has no %', p_name using errcode = 'RB001';
    end if;
    return v;
end $$;
comment on function rundbord.setting(text) is 'A setting of the running transaction; raises RB001 when it was never set.';

create function rundbord.current_tenant() returns uuid language plpgsql stable parallel safe
    set search_path = '' as $$ begin return rundbord.setting('tenant')::uuid; end $$;
create function rundbord.current_person() returns uuid language plpgsql stable parallel safe
    set search_path = '' as $$ begin return rundbord.setting('person')::uuid; end $$;
create function rundbord.current_capacity() returns text language plpgsql stable parallel safe
    set search_path = '' as $$ begin return rundbord.setting('capacity'); end $$;
create function rundbord.business_now() returns timestamptz language plpgsql stable parallel safe
    set search_path = '' as $$ begin return rundbord.setting('now')::timestamptz; end $$;
comment on function rundbord.business_now() is 'Business time, read once when the transaction began.';

-- Danish alphabetical order without ICU: æ ø å last, aa = å.
create function rundbord.danish_key(p text) returns text language sql immutable parallel safe strict
    set search_path = '' as $$
    select pg_catalog.translate(pg_catalog.replace(pg_catalog.lower(p), 'aa', 'å'), 'æøåäöü', '{|}{|y') collate "C"
$$;

-- ---------------------------------------------------------------- tenants and their models

create table rundbord.tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    host text not null unique check (host = lower(host) and host !~ '[^a-z0-9.-]'),
    name text not null,
    cvr text not null unique check (cvr ~ '^[0-9]{8}$'),
    created_at timestamptz not null
);
create table rundbord.model_version (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    number integer not null check (number > 0),
    language integer not null,
    digest bytea not null,
    content jsonb not null,
    applies_from date not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);

-- ---------------------------------------------------------------- units and people

create table rundbord.unit (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    parent_id uuid,
    kind text not null,
    name text not null,
    source_key text not null,
    primary key (tenant_id, id),
    unique (tenant_id, source_key),
    foreign key (tenant_id, parent_id) references rundbord.unit (tenant_id, id)
);

create table rundbord.dossier (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    kind text not null check (kind in ('identity', 'casework', 'group', 'anonymous')),
    unit_id uuid,
    audit_pseudonym uuid not null,
    opened_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, audit_pseudonym),
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id)
);
create index dossier_by_unit on rundbord.dossier (tenant_id, unit_id);
comment on column rundbord.dossier.audit_pseudonym is
    'What access events call this dossier. It dies with the dossier, and with it the path from events to a child.';

create table rundbord.person (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in ('subject', 'adult', 'staff')),
    alias_of uuid,
    language text not null default 'da',
    source_key text,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id),
    unique (tenant_id, source_key),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, alias_of) references rundbord.person (tenant_id, id)
);
comment on column rundbord.person.kind is 'subject: a child or young person the cooperation can be about.';
comment on column rundbord.person.sealed is 'PersonDetails: name, e-mail, telephone, address, protection.';

create table rundbord.staff (
    tenant_id uuid not null references rundbord.tenant,
    person_id uuid not null,
    display_name text not null,
    work_email text not null,
    work_phone text not null default '',
    profession text not null,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
comment on table rundbord.staff is 'A professional''s name and work address are ordinary data, shown to everyone they meet.';

-- Time-bounded facts are bitemporal: valid is when it held, recorded is when we knew. A correction closes
-- recorded and adds a row; the exclusion forbids two current truths for one time.
create table rundbord.employment (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    role text not null check (role in ('professional', 'leader', 'adviser', 'administrator', 'dpo')),
    valid tstzrange not null,
    recorded tstzrange not null,
    source_key text,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id),
    constraint employment_one_truth exclude using gist
        (tenant_id with =, person_id with =, unit_id with =, role with =, valid with &&, recorded with &&)
);
create index employment_by_person on rundbord.employment (tenant_id, person_id);
create index employment_by_unit on rundbord.employment (tenant_id, unit_id);

create table rundbord.enrolment (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    child_id uuid not null,
    unit_id uuid not null,
    valid tstzrange not null,
    recorded tstzrange not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id),
    constraint enrolment_one_truth exclude using gist
        (tenant_id with =, child_id with =, unit_id with =, valid with &&, recorded with &&)
);

create table rundbord.custody (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    child_id uuid not null,
    holder_id uuid not null,
    dossier_id uuid not null,
    valid tstzrange not null,
    recorded tstzrange not null,
    majority_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, holder_id) references rundbord.person (tenant_id, id) on delete cascade,
    constraint custody_one_truth exclude using gist
        (tenant_id with =, child_id with =, holder_id with =, valid with &&, recorded with &&)
);
create index custody_by_holder on rundbord.custody (tenant_id, holder_id);
comment on column rundbord.custody.dossier_id is 'The child''s identity dossier.';
comment on column rundbord.custody.sealed is
    'HolderDetails: the holder''s name, for those who see the child but not the holder''s own identity.';
comment on column rundbord.custody.majority_at is
    'Midnight Europe/Copenhagen of the child''s 18th birthday: custody ends by itself, no sweep needed.';

create table rundbord.relation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    child_id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('class_teacher', 'contact_pedagogue', 'health_visitor', 'adviser', 'resource_person')),
    valid tstzrange not null,
    recorded tstzrange not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, child_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    constraint relation_one_truth exclude using gist
        (tenant_id with =, child_id with =, person_id with =, kind with =, valid with &&, recorded with &&)
);
create index relation_by_person on rundbord.relation (tenant_id, person_id);

-- ---------------------------------------------------------------- access

create table rundbord.access_grant (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    dossier_id uuid not null,
    capacity text not null check (capacity in ('family', 'professional', 'adviser', 'dpo', 'administrator')),
    reason text not null,
    source_id uuid not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, reason, source_id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
create index access_grant_by_person on rundbord.access_grant
    (tenant_id, person_id, capacity) include (dossier_id, valid_from, valid_until);
comment on table rundbord.access_grant is
    'Who may see which dossier, why, from and until when. Derived by the database from source rows; no service can write it.';

create table rundbord.access_event (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    occurred_at timestamptz not null,
    actor_id uuid,
    session_id uuid,
    capacity text not null,
    operation text not null check (operation ~ '^[A-Za-z0-9_.:,-]{1,200}$'),
    changed boolean not null,
    subjects uuid[] not null,
    grants uuid[] not null,
    primary key (tenant_id, id)
);
create index access_event_by_subject on rundbord.access_event using gin (subjects);
create index access_event_by_time on rundbord.access_event (tenant_id, occurred_at, id);
comment on column rundbord.access_event.subjects is 'Audit pseudonyms of the dossiers seen or changed. No free text in events.';

create table rundbord.unsealed_event (
    tenant_id uuid not null,
    event_id uuid not null,
    primary key (tenant_id, event_id),
    foreign key (tenant_id, event_id) references rundbord.access_event (tenant_id, id)
);
create table rundbord.audit_seal (
    tenant_id uuid not null references rundbord.tenant,
    position bigint not null check (position > 0),
    segment text not null check (segment ~ '^[0-9]{4}-[0-9]{2}$'),
    kind text not null check (kind in ('event', 'restore')),
    event_id uuid,
    digest bytea not null,
    chain bytea not null,
    sealed_at timestamptz not null,
    primary key (tenant_id, position),
    unique (tenant_id, event_id)
);

-- ---------------------------------------------------------------- login and sessions (machine time throughout)

create table rundbord.login_attempt (
    tenant_id uuid not null references rundbord.tenant,
    state_hash bytea not null,
    browser_hash bytea not null,
    provider text not null,
    nonce text not null,
    verifier text not null,
    return_path text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, state_hash)
);
create table rundbord.session (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    kind text not null check (kind in ('cookie', 'bearer')),
    credential_hash bytea not null check (length(credential_hash) = 32),
    person_id uuid not null,
    capacity text not null,
    capacities text[] not null,
    roles text[] not null,
    language text not null,
    provider text not null,
    issuer text not null,
    subject_hash bytea not null,
    sid_hash bytea,
    hint bytea,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_seconds integer not null check (idle_seconds > 0),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_reason text,
    primary key (tenant_id, id),
    unique (tenant_id, credential_hash),
    check (capacity = any (capacities)),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create index session_by_subject on rundbord.session (tenant_id, issuer, subject_hash) where ended_at is null;
create index session_by_sid on rundbord.session (tenant_id, issuer, sid_hash) where ended_at is null;
comment on column rundbord.session.hint is
    'ID token for the provider''s logout, encrypted under a key derived from the cookie: unreadable without the browser.';
create table rundbord.logout_token_seen (
    tenant_id uuid not null references rundbord.tenant,
    issuer text not null,
    jti_hash bytea not null,
    expires_at timestamptz not null,
    primary key (tenant_id, issuer, jti_hash)
);
create table rundbord.professional_login (
    tenant_id uuid not null references rundbord.tenant,
    issuer text not null,
    subject text not null,
    person_id uuid not null,
    primary key (tenant_id, issuer, subject),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create table rundbord.idempotency_key (
    tenant_id uuid not null references rundbord.tenant,
    person_id uuid not null,
    key_hash bytea not null,
    operation_digest bytea not null,
    dossier_id uuid not null,
    response_sealed bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, person_id, key_hash),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
comment on column rundbord.idempotency_key.response_sealed is
    'The stored answer, sealed under the actor''s own identity dossier (dossier_id), kept 24 hours.';

-- ---------------------------------------------------------------- every table is walled; policies stand in policies.sql

do $$
declare t text;
begin
    for t in select c.relname from pg_catalog.pg_class c
             where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r' and c.relname <> 'business_clock'
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
