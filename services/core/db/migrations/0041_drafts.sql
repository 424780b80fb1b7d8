-- What somebody is still writing, and what stood in a meeting's form before.

create table rundbord.draft (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid,
    author_id uuid not null,
    capacity text not null check (capacity in ('family', 'professional', 'leader', 'adviser')),
    form text not null check (form ~ '^[a-z][a-z0-9-]{0,79}$'),
    saved_at timestamptz not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, author_id) references rundbord.person (tenant_id, id) on delete cascade
);
create unique index draft_of_author on rundbord.draft (tenant_id, author_id, capacity, dossier_id, meeting_id, form) nulls not distinct;
create index draft_by_dossier on rundbord.draft (tenant_id, dossier_id, meeting_id);
create index draft_by_age on rundbord.draft (tenant_id, saved_at);
comment on table rundbord.draft is
    'What its author has written in a form and not sent: no part of the case, nobody else''s to read, gone after some days.';
comment on column rundbord.draft.form is 'Which form, by its name on the page.';
comment on column rundbord.draft.sealed is 'DraftDetails: the fields as they stood.';

create table rundbord.form_version (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    meeting_id uuid not null,
    form_id uuid not null,
    version integer not null,
    filled_by uuid not null,
    filled_at timestamptz not null,
    complete boolean not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    unique (tenant_id, form_id, version),
    foreign key (tenant_id, form_id) references rundbord.form (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, meeting_id) references rundbord.meeting (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id) references rundbord.casework (tenant_id, dossier_id) on delete cascade,
    foreign key (tenant_id, filled_by) references rundbord.person (tenant_id, id)
);
create index form_version_by_meeting on rundbord.form_version (tenant_id, dossier_id, meeting_id);
create index form_version_by_age on rundbord.form_version (tenant_id, filled_at);
comment on table rundbord.form_version is
    'How a form was filled, each time: who wrote over whom, and what can be had back for some days.';
comment on column rundbord.form_version.sealed is 'FormDetails as they were after this filling.';

do $$
declare t text;
begin
    foreach t in array array['draft', 'form_version'] loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;

-- What was just put on an agenda can be taken off it again.
alter table rundbord.agenda_item add column added_at timestamptz;
comment on column rundbord.agenda_item.added_at is 'Business time; null before this was kept.';
