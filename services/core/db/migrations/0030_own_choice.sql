-- What a person decides about being told, beyond the ways: the language, and on which day they are reminded. And to
-- where it is told that their address was changed: to the old one.

alter table rundbord.contact_choice add column language text check (language ~ '^[a-z]{2,3}$');
comment on column rundbord.contact_choice.language is
    'The language they chose themselves; null: as the municipality''s register says. person.language is what holds.';

alter table rundbord.message add column reminds_at timestamptz[];
comment on column rundbord.message.reminds_at is
    'Of a reminder: when it goes by the municipality''s own days, then for one who wants it 0, 1 … 14 days ahead. It follows the recipient''s choice until it has gone.';

create table rundbord.contact_change (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    dossier_id uuid not null,
    changed_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade
);
create index contact_change_by_person on rundbord.contact_change (tenant_id, person_id);
create index contact_change_by_dossier on rundbord.contact_change (tenant_id, dossier_id);
comment on table rundbord.contact_change is
    'A mail address or telephone number that a person changed: kept until it has been told at the old one.';
comment on column rundbord.contact_change.dossier_id is 'The person''s own.';
comment on column rundbord.contact_change.sealed is 'FormerContact: where they were reached before.';
create index contact_choice_by_dossier on rundbord.contact_choice (tenant_id, dossier_id);

alter table rundbord.contact_change enable row level security;
alter table rundbord.contact_change force row level security;

-- Kinds are added to what stands, whatever else was added meanwhile.
do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[',
        'ARRAY[''contact_changed''::text, ');
end $$;
