-- Requests for access and for correction (GDPR articles 15 and 16): who asked, about whom, by when it must be answered.
-- A request is its asker's: it hangs on their own dossier, so that nobody else of the family learns of it by the child's.

create table rundbord.access_request (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    asked_by uuid not null,
    subject_id uuid not null,
    kind text not null check (kind in ('access', 'rectification')),
    state text not null default 'asked' check (state in ('asked', 'extended', 'answered', 'refused')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    extended_at timestamptz,
    answered_at timestamptz,
    answered_by uuid,
    sealed bytea not null check (length(sealed) > 40),
    version integer not null default 1,
    primary key (tenant_id, id),
    -- One month, two more at the most, and what days off at the end add (regulation 1182/71).
    check (due_at > asked_at and due_at < asked_at + interval '3 months 20 days'),
    check (extended_at is not null or due_at < asked_at + interval '1 month 20 days'),
    check ((state in ('answered', 'refused')) = (answered_at is not null)),
    check ((answered_at is null) = (answered_by is null)),
    check (state <> 'extended' or extended_at is not null),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, asked_by) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, subject_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, answered_by) references rundbord.person (tenant_id, id)
);
create unique index access_request_open on rundbord.access_request (tenant_id, asked_by, subject_id, kind)
    where state in ('asked', 'extended');
create index access_request_by_time on rundbord.access_request (tenant_id, asked_at);
comment on table rundbord.access_request is
    'Somebody of a family asks for a copy of what is kept, or that something is put right. The answer is made anew when it is fetched.';
comment on column rundbord.access_request.dossier_id is 'The identity dossier of who asked, not of whom it is about.';
comment on column rundbord.access_request.sealed is
    'AccessRequestWords: the names as the asker knows them, what is to be put right, and what was answered.';
comment on column rundbord.access_request.due_at is 'The first instant that is too late.';

alter table rundbord.access_request enable row level security;
alter table rundbord.access_request force row level security;
