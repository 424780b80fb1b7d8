-- Versions of a municipality's model: proposed by one, approved by others, in force from a day on. And a running case
-- moved from one version to another.

alter table rundbord.model_version rename column applies_from to wanted_from;
alter table rundbord.model_version add column author_id uuid;
alter table rundbord.model_version add foreign key (tenant_id, author_id) references rundbord.person (tenant_id, id);
alter table rundbord.model_version add column approvals integer not null generated always as (
    case when content ? 'versions' then coalesce((content #>> '{versions,approvals}')::integer, 1) else 0 end) stored;
comment on column rundbord.model_version.wanted_from is 'The earliest day its author wants; from when it applies stands in model_adoption.';
comment on column rundbord.model_version.author_id is 'Who proposed it; null: the operator, from the command line.';
comment on column rundbord.model_version.approvals is
    'How many others than the author must approve what comes after this version. Read from the content by the database.';

create table rundbord.model_decision (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    version_id uuid not null,
    person_id uuid,
    decision text not null check (decision in ('approved', 'rejected', 'withdrawn')),
    digest bytea not null,
    applies_from date,
    note text not null default '',
    decided_at timestamptz not null,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, version_id, person_id, decision),
    check (person_id is not null or decision = 'withdrawn'),
    foreign key (tenant_id, version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id)
);
comment on table rundbord.model_decision is 'What was said of a proposed version, once by each. Never changed.';
comment on column rundbord.model_decision.person_id is 'Null: the operator took the proposal back.';
comment on column rundbord.model_decision.digest is 'Of the content that was read: an approval is of exactly that.';
comment on column rundbord.model_decision.applies_from is 'The day before which, in this person''s view, it must not apply.';

create table rundbord.model_adoption (
    tenant_id uuid not null references rundbord.tenant,
    version_id uuid not null,
    applies_from date not null,
    adopted_at timestamptz not null,
    primary key (tenant_id, version_id),
    foreign key (tenant_id, version_id) references rundbord.model_version (tenant_id, id)
);
comment on table rundbord.model_adoption is
    'From which Copenhagen day a version applies. In force is, of those whose day has come, the one with the highest number.';

-- What was there before applies as it did.
alter table rundbord.model_version no force row level security;
insert into rundbord.model_adoption (tenant_id, version_id, applies_from, adopted_at)
select tenant_id, id, wanted_from, created_at from rundbord.model_version;
alter table rundbord.model_version force row level security;

create table rundbord.casework_move (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    from_version_id uuid not null,
    to_version_id uuid not null,
    moved_by uuid not null,
    moved_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, from_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, to_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, moved_by) references rundbord.person (tenant_id, id)
);
create index casework_move_by_dossier on rundbord.casework_move (tenant_id, dossier_id, moved_at);
comment on table rundbord.casework_move is 'That a running case went over to another version of the model, and who moved it.';

do $$
declare t text;
begin
    foreach t in array array['model_decision', 'model_adoption', 'casework_move'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
