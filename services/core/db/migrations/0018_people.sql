-- People as they are: numbers that can be replaced, who else is around a child, protection, death, and moving away.

alter table rundbord.person add constraint person_in_dossier unique (tenant_id, id, dossier_id);
alter table rundbord.person add column unborn boolean not null default false;
alter table rundbord.person add constraint only_a_child_is_unborn check (kind = 'subject' or not unborn);
comment on column rundbord.person.unborn is 'Expected and not born: the birth is recorded once, and everything else carries over.';

create table rundbord.person_identifier (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in ('cpr', 'replacement_cpr', 'mitid', 'institution')),
    place smallint not null default 0,
    valid tstzrange not null,
    recorded tstzrange not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id, dossier_id) references rundbord.person (tenant_id, id, dossier_id) on delete cascade,
    constraint person_identifier_one_truth exclude using gist
        (tenant_id with =, person_id with =, kind with =, place with =, valid with &&, recorded with &&)
);
create index person_identifier_by_dossier on rundbord.person_identifier (tenant_id, dossier_id);
comment on table rundbord.person_identifier is
    'Which numbers a person has had, and when. The number itself is nowhere: a keyed hash of it lies in the keys instance.';
comment on column rundbord.person_identifier.sealed is 'The number with all but its harmless part blotted out.';
comment on column rundbord.person_identifier.place is 'Tells apart those a person has several of at a time (institution).';

create table rundbord.protection (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('name', 'address')),
    valid tstzrange not null,
    recorded tstzrange not null,
    recorded_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    constraint protection_one_truth exclude using gist
        (tenant_id with =, person_id with =, kind with =, valid with &&, recorded with &&)
);
comment on table rundbord.protection is
    'Protected name or address: it lapses by itself at the end of its period. Renewed, it is a new period.';
comment on column rundbord.protection.recorded_by is 'Null: told by a register.';

create table rundbord.departure (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    person_id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in ('death', 'move_out')),
    happened_on date not null,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    over_at timestamptz,
    over_by uuid,
    settled_at timestamptz,
    handover_agreed_on date,
    handover_recorded_by uuid,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id, dossier_id) references rundbord.person (tenant_id, id, dossier_id) on delete cascade,
    check ((handover_agreed_on is null) = (handover_recorded_by is null)),
    check (handover_agreed_on is null or kind = 'move_out')
);
create unique index departure_once on rundbord.departure (tenant_id, person_id, kind) where over_at is null;
create index departure_by_dossier on rundbord.departure (tenant_id, dossier_id);
create index departure_to_settle on rundbord.departure (tenant_id, effective_at) where settled_at is null and over_at is null;
comment on table rundbord.departure is 'That somebody died, or moved away from the municipality. From effective_at on the walls know it.';
comment on column rundbord.departure.over_at is 'It was recorded by mistake, or the family has moved back.';
comment on column rundbord.departure.settled_at is 'When what must follow was done: meetings called off, deadlines taken back, the case closed.';
comment on column rundbord.departure.sealed is 'What was said beside it: where to, and how a handover was agreed.';

create table rundbord.family_relation (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    child_id uuid not null,
    dossier_id uuid not null,
    kind text not null check (kind in ('parent_without_custody', 'step_parent', 'foster_parent', 'network_person', 'bisidder',
                                       'interpreter', 'sibling')),
    person_id uuid,
    belongs_to uuid,
    meeting_id uuid,
    shown_to text not null check (shown_to in ('nobody', 'own', 'family')),
    secrecy_at timestamptz,
    valid_from timestamptz not null,
    valid_until timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid,
    ended_at timestamptz,
    ended_by uuid,
    source_key text,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, dossier_id, id),
    foreign key (tenant_id, child_id, dossier_id) references rundbord.person (tenant_id, id, dossier_id) on delete cascade,
    foreign key (tenant_id, person_id) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, belongs_to) references rundbord.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, meeting_id) references rundbord.meeting (tenant_id, id) on delete cascade,
    -- The other parent is nobody's to read of here, and whose partner somebody is is not the other holder's.
    check (shown_to = 'nobody' or kind <> 'parent_without_custody'),
    check (shown_to <> 'family' or kind not in ('step_parent', 'bisidder')),
    check (shown_to <> 'own' or belongs_to is not null),
    check (kind <> 'sibling' or person_id is not null),
    check (kind <> 'bisidder' or secrecy_at is not null),
    check (kind <> 'interpreter' or meeting_id is not null),
    check (meeting_id is null or kind in ('bisidder', 'interpreter'))
);
create unique index family_relation_by_source on rundbord.family_relation (tenant_id, source_key) where ended_at is null;
create index family_relation_by_child on rundbord.family_relation (tenant_id, child_id);
create index family_relation_by_person on rundbord.family_relation (tenant_id, person_id) where person_id is not null;
create index family_relation_by_meeting on rundbord.family_relation (tenant_id, meeting_id) where meeting_id is not null;
comment on table rundbord.family_relation is
    'Who else is around a child. No row of this table gives anybody access: it is no source of grants.';
comment on column rundbord.family_relation.belongs_to is 'Whose partner, companion or interpreter: one of the family.';
comment on column rundbord.family_relation.shown_to is 'Of the family: nobody, the one it belongs to, or all who see the child.';
comment on column rundbord.family_relation.secrecy_at is 'When the person was bound to secrecy.';
comment on column rundbord.family_relation.sealed is 'Name, ways to reach, language, note.';

create table rundbord.information_given (
    tenant_id uuid not null references rundbord.tenant,
    id uuid not null,
    dossier_id uuid not null,
    relation_id uuid not null,
    asked_on date not null,
    given_at timestamptz not null,
    given_by uuid not null,
    sealed bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id, relation_id) references rundbord.family_relation (tenant_id, dossier_id, id) on delete cascade,
    foreign key (tenant_id, given_by) references rundbord.person (tenant_id, id)
);
create index information_given_by_relation on rundbord.information_given (tenant_id, relation_id, given_at);
comment on table rundbord.information_given is 'What a parent without custody was told, each time on a concrete request.';

-- Custody ends with the holder's or the child's life too; the real 18th birthday is kept beside it.
alter table rundbord.custody add column of_age_at timestamptz;
alter table rundbord.custody no force row level security;
update rundbord.custody set of_age_at = majority_at;
alter table rundbord.custody force row level security;
comment on column rundbord.custody.majority_at is
    'When custody ends by itself, no sweep needed: midnight of the 18th birthday, or the death of holder or child before.';
comment on column rundbord.custody.of_age_at is 'Midnight Europe/Copenhagen of the child''s 18th birthday.';

alter table rundbord.casework add column closed_reason text check (closed_reason in ('finished', 'death', 'move_out'));

do $$
declare t text;
begin
    foreach t in array array['person_identifier', 'protection', 'departure', 'family_relation', 'information_given']
    loop
        execute format('alter table rundbord.%I enable row level security', t);
        execute format('alter table rundbord.%I force row level security', t);
    end loop;
end $$;
