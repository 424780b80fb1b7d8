-- The end of a record: when its time is out, what stops that, and how the erasing went.

create table rundbord.retention_due (
    tenant_id uuid not null references rundbord.tenant,
    dossier_id uuid not null,
    record text not null,
    rule text not null,
    counted_from date not null,
    due_on date not null,
    export_before boolean not null default false,
    model_version_id uuid not null,
    primary key (tenant_id, dossier_id),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id)
);
create index retention_due_on on rundbord.retention_due (tenant_id, due_on);
comment on table rundbord.retention_due is
    'The first day on which a dossier is to be erased, counted from its trigger under the tenant''s own rule.';
comment on column rundbord.retention_due.export_before is 'The archive must have it first; until then it stays.';

create table rundbord.hold (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    placed_by uuid not null,
    placed_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((lifted_by is null) = (lifted_at is null)),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, placed_by) references rundbord.person (tenant_id, id),
    foreign key (tenant_id, lifted_by) references rundbord.person (tenant_id, id)
);
create index hold_by_dossier on rundbord.hold (tenant_id, dossier_id);
comment on column rundbord.hold.sealed is 'HoldReason: why the record must stay.';

-- No foreign key to the dossier: these two outlive it. A dossier's id is random and leads nowhere once it is gone.
create table rundbord.erasure (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    record text not null,
    rule text not null,
    counted_from date not null,
    due_on date not null,
    state text not null check (state in ('begun', 'rows_gone', 'done', 'stopped')),
    free_at timestamptz not null,
    failures integer not null default 0,
    begun_at timestamptz not null,
    rows_gone_at timestamptz,
    ended_at timestamptz,
    primary key (tenant_id, id)
);
create unique index erasure_once on rundbord.erasure (tenant_id, dossier_id) where state <> 'stopped';
create index erasure_open on rundbord.erasure (tenant_id, begun_at) where state in ('begun', 'rows_gone');
comment on column rundbord.erasure.free_at is 'Machine time: after a failure the sweep leaves it alone until then.';
comment on table rundbord.erasure is 'The ledger: written before anything is erased, so that a crash in any step is taken up again.';

create table rundbord.erasure_certificate (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    erasure_id uuid not null,
    record text not null,
    rule text not null,
    counted_from date not null,
    due_on date not null,
    erased_at timestamptz not null,
    backups_gone_on date not null,
    primary key (tenant_id, id),
    unique (tenant_id, erasure_id),
    foreign key (tenant_id, erasure_id) references rundbord.erasure (tenant_id, id)
);
create index erasure_certificate_by_time on rundbord.erasure_certificate (tenant_id, erased_at desc, id);
comment on column rundbord.erasure_certificate.backups_gone_on is
    'The day by which the wrapping key of the last backup that could open it is destroyed.';

do $$
declare t text;
begin
    foreach t in array array['retention_due', 'hold', 'erasure', 'erasure_certificate']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
