-- The second instance: data keys, look-ups of people, birth dates. Its backups are kept apart and short.

create schema rundbord;
grant usage on schema rundbord to rundbord_api, rundbord_worker, rundbord_notifier, rundbord_definer;
grant create on schema rundbord to rundbord_definer;
set role rundbord_definer;
alter default privileges revoke execute on functions from public;
reset role;

create function rundbord.current_tenant() returns uuid language plpgsql stable parallel safe set search_path = '' as $$
declare v text := pg_catalog.current_setting('rundbord.tenant', true);
begin
    if v is null or v = '' then
        raise exception 'this transaction has no tenant' using errcode = 'RB001';
    end if;
    return v::uuid;
end $$;

create table rundbord.key_epoch (
    id uuid primary key,
    created_at timestamptz not null,
    retired_at timestamptz,
    destroyed_at timestamptz
);
comment on table rundbord.key_epoch is
    'Wrapping keys by name; the keys themselves lie with the key provider, so that no backup of this database holds one.';
create table rundbord.dossier_key (
    tenant_id uuid not null,
    dossier_id uuid not null,
    generation smallint not null default 1,
    epoch_id uuid not null references rundbord.key_epoch,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, dossier_id, generation)
);
create index dossier_key_by_epoch on rundbord.dossier_key (epoch_id);
create table rundbord.person_lookup (
    tenant_id uuid not null,
    kind text not null check (kind in ('cpr', 'mitid')),
    lookup bytea not null check (length(lookup) = 32),
    person_id uuid not null,
    primary key (tenant_id, kind, lookup)
);
create index person_lookup_by_person on rundbord.person_lookup (tenant_id, person_id);
create table rundbord.birth (
    tenant_id uuid not null,
    person_id uuid not null,
    born_on date not null,
    primary key (tenant_id, person_id)
);

alter table rundbord.dossier_key enable row level security;
alter table rundbord.dossier_key force row level security;
alter table rundbord.person_lookup enable row level security;
alter table rundbord.person_lookup force row level security;
alter table rundbord.birth enable row level security;
alter table rundbord.birth force row level security;
alter table rundbord.key_epoch enable row level security;
alter table rundbord.key_epoch force row level security;
