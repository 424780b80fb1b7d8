-- Meetings about nobody named, a group or all children of a place; and the fixed dates that a place sets ahead.
-- No row here names a child, a family or a case, and none is joined to one: not by id, and not by a moment, since
-- nothing but the meeting's own time is kept.

create table rundbord.series (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    type text not null,
    unit_id uuid not null,
    district text not null default '',
    leader_id uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id),
    foreign key (tenant_id, leader_id) references rundbord.staff (tenant_id, person_id)
);
create index series_by_unit on rundbord.series (tenant_id, unit_id);
comment on column rundbord.series.type is
    'Key of a meeting type, or of the kind that several types share: their meetings then stand in one series.';
comment on column rundbord.series.leader_id is 'Who fixed it and answers for its meetings.';

create table rundbord.series_member (
    tenant_id uuid not null references rundbord.tenant,
    series_id uuid not null,
    person_id uuid not null,
    role text not null,
    primary key (tenant_id, series_id, person_id),
    foreign key (tenant_id, series_id) references rundbord.series (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.staff (tenant_id, person_id) on delete cascade
);
comment on table rundbord.series_member is 'The professionals who come each time.';

create table rundbord.slot (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    series_id uuid not null,
    unit_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    place text not null,
    status text not null default 'open' check (status in ('open', 'cancelled')),
    reason text not null default '',
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, series_id, starts_at),
    foreign key (tenant_id, series_id) references rundbord.series (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id)
);
create index slot_by_unit on rundbord.slot (tenant_id, unit_id, starts_at);
comment on table rundbord.slot is 'One fixed time of a series: when and where, and nothing of what is spoken of there.';
comment on column rundbord.slot.reason is 'Why it was cancelled; checked to name nobody.';

create table rundbord.consultation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    unit_id uuid not null,
    district text not null default '',
    slot_id uuid,
    type text not null,
    subject text not null check (subject in ('nobody_named', 'group', 'all_of_a_place')),
    model_version_id uuid not null,
    status text not null check (status in ('planned', 'held', 'concluded', 'cancelled')),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    sequence integer not null default 0,
    convener_id uuid not null,
    chair_id uuid,
    outcome text,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id) references rundbord.dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, unit_id) references rundbord.unit (tenant_id, id),
    foreign key (tenant_id, slot_id) references rundbord.slot (tenant_id, id),
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id),
    foreign key (tenant_id, convener_id) references rundbord.staff (tenant_id, person_id),
    foreign key (tenant_id, chair_id) references rundbord.staff (tenant_id, person_id)
);
create index consultation_by_time on rundbord.consultation (tenant_id, starts_at, id);
create unique index consultation_of_slot on rundbord.consultation (tenant_id, slot_id) where slot_id is not null;
comment on table rundbord.consultation is
    'A meeting of professionals about no named child. No family has a policy or a privilege here, and no row leads to a child.';
comment on column rundbord.consultation.sequence is 'Counts moves and cancellations.';

create table rundbord.consultation_participant (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    consultation_id uuid not null,
    person_id uuid,
    role text not null,
    strength text not null,
    external boolean not null,
    status text not null check (status in ('invited', 'left_out')),
    attended boolean,
    access_until timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, consultation_id, person_id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, dossier_id, consultation_id)
        references rundbord.consultation (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.staff (tenant_id, person_id)
);
create index consultation_participant_by_person on rundbord.consultation_participant (tenant_id, person_id);
comment on column rundbord.consultation_participant.person_id is 'A professional: the foreign key lets nobody else in.';

create table rundbord.consultation_item (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    consultation_id uuid not null,
    position integer not null,
    origin text not null check (origin in ('model', 'professional')),
    subject text check (subject in ('nobody_named', 'group', 'all_of_a_place')),
    anonymity text not null check (anonymity in ('clean', 'name_kept')),
    sealed bytea not null,
    primary key (tenant_id, id),
    check ((origin = 'model') = (subject is null)),
    foreign key (tenant_id, dossier_id, consultation_id)
        references rundbord.consultation (tenant_id, dossier_id, id) on delete cascade
);
create index consultation_item_by_consultation on rundbord.consultation_item (tenant_id, consultation_id, position);
comment on column rundbord.consultation_item.anonymity is 'What the check of the text came to: the outcome alone.';

create table rundbord.consultation_form (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    consultation_id uuid not null,
    form_key text not null,
    model_version_id uuid not null,
    completed boolean not null default false,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, consultation_id),
    foreign key (tenant_id, dossier_id, consultation_id)
        references rundbord.consultation (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, model_version_id) references rundbord.model_version (tenant_id, id)
);

create table rundbord.consultation_agreement (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    consultation_id uuid not null,
    responsible_id uuid not null,
    due_on date,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, consultation_id)
        references rundbord.consultation (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, dossier_id, responsible_id)
        references rundbord.consultation_participant (tenant_id, dossier_id, id) on delete cascade
);
create index consultation_agreement_by_consultation on rundbord.consultation_agreement (tenant_id, consultation_id);

do $$
declare t text;
begin
    foreach t in array array['series', 'series_member', 'slot', 'consultation', 'consultation_participant', 'consultation_item',
                             'consultation_form', 'consultation_agreement']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
