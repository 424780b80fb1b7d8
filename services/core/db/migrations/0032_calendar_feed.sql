-- A private address by which a calendar program reads when somebody's meetings are.

create table rundbord.calendar_feed (
    tenant_id uuid not null references rundbord.tenant,
    person_id uuid not null,
    capacity text not null check (capacity in ('family', 'professional', 'leader', 'adviser')),
    secret_hash bytea not null check (length(secret_hash) = 32),
    language text not null,
    issuer text not null,
    subject_hash bytea not null,
    limits jsonb not null,
    made_at timestamptz not null,
    proved_at timestamptz not null,
    primary key (tenant_id, person_id, capacity),
    unique (tenant_id, secret_hash),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade
);
create index calendar_feed_by_account on rundbord.calendar_feed (tenant_id, issuer, subject_hash);
comment on table rundbord.calendar_feed is
    'One for each person and capacity at the most. What has ended has no row: it is like what never was.';
comment on column rundbord.calendar_feed.secret_hash is
    'Keyed hash of what the address holds. The key lies with the key provider, so the table tells no address.';
comment on column rundbord.calendar_feed.limits is
    'What the roles of the account''s newest log-in are for, as in session.limits.';
comment on column rundbord.calendar_feed.proved_at is
    'Machine time of the account''s newest log-in: for so long a professional''s feed stands on it, and no longer.';

alter table rundbord.calendar_feed enable row level security;
alter table rundbord.calendar_feed force row level security;

grant usage on schema rundbord to rundbord_calendar;
